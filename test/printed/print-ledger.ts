/** What is read from a workbook, found in it and counted, a line each. */
import { check } from "../../src/check/check";
import { messageOf } from "../../src/check/list";
import { cellName } from "../../src/grid/address";
import type { Grid } from "../../src/grid/grid";
import { readWorkbook } from "../../src/ledger/read-workbook";
import type { Ledger, Reading } from "../../src/ledger/types";
import { DEFAULT_DEFINITION, tally } from "../../src/tally/tally";
import type { Count, StatusTally } from "../../src/tally/types";
import type { CivilDate } from "../../src/zh/civil-date";
import { itemData } from "../ledger/serialise";
import { plain } from "./plain";

/** Every public fact of a value; of a part that is a list, a line each. */
function facts(name: string, value: object): string[] {
  const out: string[] = [];
  for (const [key, part] of Object.entries(value)) {
    const list = part instanceof Map || part instanceof Set ? [...(part as Iterable<unknown>)] : part;
    if (Array.isArray(list)) for (const one of list) out.push(`${name}.${key} ${plain(one)}`);
    else if (list !== null && list !== undefined && typeof list !== "function")
      out.push(`${name}.${key} ${plain(list)}`);
  }
  return out;
}

function ledgerInFull(ledger: Ledger): string[] {
  const { grid: _grid, items, itemAt, merges, layout, columns, spoken: _shown, ...rest } = ledger;
  const rowsWithItems = [...itemAt.keys()].sort((a, b) => a - b);
  return [
    ...facts("layout", layout),
    ...facts("columns", columns),
    ...facts("ledger", { ...rest, rowsWithItems: rowsWithItems.join(","), indexed: merges !== undefined }),
    ...items.map((item) => `item ${plain(itemData(item))}`),
  ];
}

const count = ({ value, rows }: Count) => [value, rows.map(({ row, col }) => cellName(row, col)).join(" ")];

function statuses(name: string, told: StatusTally): string {
  const { total, done, rest, rate, byStatus } = told;
  const states = Object.fromEntries(Object.entries(byStatus).map(([status, one]) => [status, count(one)]));
  return `${name} ${plain({ total: count(total), done: count(done), rest: count(rest), states })} ${rate ? `${rate.numerator}/${rate.denominator}` : "-"}`;
}

const NONE: Count = { value: 0, rows: [] };

function figures(reading: Reading): string[] {
  const { kinds, accountability, ...rest } = tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 });
  const out: string[] = [];
  for (const kind of kinds) {
    const { parents, sections, overdue, onTime, dueSoon, measures } = kind;
    out.push(statuses(`kind ${kind.kind}`, kind));
    out.push(`of them ${plain([parents, sections, overdue, onTime ?? NONE, dueSoon].map(count))}`);
    if (measures) out.push(statuses("measures", measures));
  }
  return [...out, ...(accountability ? facts("accountability", accountability) : []), ...facts("tally", rest)];
}

/** Reading, findings and figures of some sheets as of a day. */
export function workbookInFull(name: string, grids: readonly Grid[], asOf: CivilDate): string[] {
  const reading = readWorkbook(grids, { today: asOf, asOf });
  const { ledgers, ...rest } = reading;
  return [
    `# ${name}`,
    ...facts("reading", rest),
    ...ledgers.flatMap(ledgerInFull),
    ...check(reading).findings.flatMap((finding) => {
      const { sheet, severity, rule, row, col, kind, field, item, data, id } = finding;
      return [
        plain([severity, rule, sheet, cellName(row, col), kind, field, item, data, id]),
        messageOf(finding, "zh"),
      ];
    }),
    ...figures(reading),
  ];
}
