/** Whole ledgers of many layouts: exactly the findings that stand in their column 应报, exactly their counts. */
import { check } from "../../src/check/check";
import { DEFAULT_CHECK_SETTINGS } from "../../src/check/settings";
import { readWorkbook } from "../../src/ledger/read-workbook";
import { tally } from "../../src/tally/tally";
import type { Grid } from "../../src/grid/grid";
import { valueAt } from "../../src/grid/grid";
import { expectedAt, loadFixtures, shuffleColumns, type LedgerFixture } from "../fixtures/ledger-fixture";

const fixtures = loadFixtures();

const ORDERS: Readonly<Record<string, (n: number) => number[]>> = {
  "as drawn": (n) => Array.from({ length: n }, (_, i) => i),
  reversed: (n) => Array.from({ length: n }, (_, i) => n - 1 - i),
  rotated: (n) => Array.from({ length: n }, (_, i) => (i + Math.floor(n / 2)) % n),
  riffled: (n) => [
    ...Array.from({ length: n }, (_, i) => i).filter((i) => i % 2),
    ...Array.from({ length: n }, (_, i) => i).filter((i) => i % 2 === 0),
  ],
};

/** Header words above a cell, for comparing with `alias@header`. */
function headerOf(grid: Grid, headers: readonly { top: number; bottom: number }[], row: number, col: number): string {
  const above = headers.filter((area) => area.top <= row).sort((a, b) => b.top - a.top)[0];
  if (!above) return "";
  for (let r = Math.min(above.bottom, row); r >= above.top; r--) {
    const value = valueAt(grid, r, col);
    if (value !== null) return String(value).replace(/\s+/g, "");
  }
  return "";
}

function run(fixture: LedgerFixture, grids: readonly Grid[]) {
  const reading = readWorkbook(grids, { today: fixture.asOf, asOf: fixture.asOf });
  const found = check(reading, DEFAULT_CHECK_SETTINGS).findings;
  const lines: string[] = [];
  for (const finding of found) {
    // That an optional column is absent is told once for every table; the drawings leave many out on purpose.
    if (finding.rule === "column-missing" && finding.severity === "info") continue;
    const grid = grids.find((g) => g.sheet === finding.sheet);
    if (!grid) throw new Error(`finding on unknown sheet ${finding.sheet}`);
    const headers = reading.ledgers
      .filter((l) => l.sheet === finding.sheet)
      .map((l) => ({ top: l.layout.header.top, bottom: l.layout.header.bottom }));
    lines.push(
      `${finding.sheet} ${finding.row + 1} ${finding.rule}@${headerOf(grid, headers, finding.row, finding.col)}`,
    );
  }
  const expected: string[] = [];
  for (const grid of grids) {
    for (const [row, aliases] of expectedAt(grid)) {
      for (const alias of aliases) expected.push(`${grid.sheet} ${row + 1} ${alias.replace(/\s+/g, "")}`);
    }
  }
  return { reading, lines, expected };
}

describe.each(fixtures.map((fixture) => [fixture.name, fixture] as const))("%s", (_name, fixture) => {
  test.each(Object.keys(ORDERS))("findings, columns %s", (name) => {
    const order = ORDERS[name];
    if (!order) throw new Error(name);
    const grids = fixture.grids.map((grid) => shuffleColumns(grid, order));
    const { lines, expected } = run(fixture, grids);
    // An expectation without @ names no column.
    const bare = new Set(expected.filter((line) => !line.includes("@")));
    const seen = lines.map((line) => (bare.has(line.replace(/@.*/, "")) ? line.replace(/@.*/, "") : line));
    expect(seen.sort()).toEqual([...expected].sort());
  });

  test("counts", () => {
    const { reading } = run(fixture, fixture.grids);
    const counted = tally(reading, { definition: { done: "done", denominator: "all" }, dueSoonDays: 15 });
    for (const [kind, numbers] of fixture.expect) {
      const found: Record<string, number> = {};
      if (kind === "accountability") {
        found["persons"] = counted.accountability?.persons.value ?? -1;
        found["personTimes"] = counted.accountability?.personTimes.value ?? -1;
        for (const [form, count] of counted.accountability?.byForm ?? []) found[form] = count.value;
      } else {
        const one = counted.kinds.find((k) => k.kind === kind);
        if (!one) throw new Error(`no ${kind}`);
        Object.assign(found, {
          total: one.total.value,
          sections: one.sections.value,
          parents: one.parents.value,
          measures: one.measures?.total.value,
          measuresDone: one.measures?.done.value,
        });
        for (const [status, count] of Object.entries(one.byStatus)) found[status] = count.value;
      }
      const picked = Object.fromEntries([...numbers.keys()].map((name) => [name, found[name]]));
      expect({ kind, ...picked }).toEqual({ kind, ...Object.fromEntries(numbers) });
    }
  });
});
