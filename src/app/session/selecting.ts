/** Jumps: to the cell of a finding, to the rows behind a figure. What a jump concerns is read again before. */
import type { SelectOptions, SelectOutcome } from "../../hosts/port";
import type { RowRef } from "../../tally";
import type { Answer, Core } from "./core";
import type { ReadingPart } from "./reading";
import type { FindingsView } from "./result-types";
import { lackError } from "./lack-error";

interface Selecting {
  readonly finding: (id: string, options?: SelectOptions) => Promise<Answer<SelectOutcome | null>>;
  readonly rows: (rows: readonly RowRef[], options?: SelectOptions) => Promise<Answer<SelectOutcome | null>>;
}

export function createSelecting(core: Core, reading: ReadingPart, findings: () => FindingsView | null): Selecting {
  const find = (id: string) => {
    const view = findings();
    return (
      view?.findings.find((each) => each.id === id) ??
      view?.ignored.find((each) => each.finding.id === id)?.finding ??
      null
    );
  };

  async function select(
    sheet: string,
    cells: readonly { readonly row: number; readonly col: number }[],
    elsewhere: number,
    options: SelectOptions,
  ): Promise<Answer<SelectOutcome | null>> {
    const host = core.book()?.host;
    if (!host?.select) {
      if (host) throw lackError(host, "select");
      return { value: null, state: "failed" };
    }
    const areas = cells.map(({ row, col }) => ({ top: row, left: col, bottom: row, right: col }));
    const found = await host.select.select(sheet, areas, options);
    const outcome = { ...found, left: found.left + elsewhere };
    const whole = outcome.hidden === 0 && outcome.left === 0;
    return { value: outcome, state: whole ? "done" : "partial", data: { ...outcome, gone: 0 } };
  }

  return {
    finding: async (id, options = {}) => {
      const before = find(id);
      if (before === null) return { value: null, state: "partial", data: { gone: 1 } };
      if (core.book()?.host.select) await reading.freshen(new Map([[before.sheet, new Set([before.row])]]));
      const now = find(id);
      if (now === null) return { value: null, state: "partial", data: { gone: 1 } };
      return select(now.sheet, [now], 0, options);
    },
    rows: async (rows, options = {}) => {
      const first = rows[0];
      if (first === undefined) return { value: null, state: "failed" };
      const here = rows.filter((ref) => ref.sheet === first.sheet);
      return select(first.sheet, here, rows.length - here.length, options);
    },
  };
}
