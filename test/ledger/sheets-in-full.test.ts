/**
 * All that is read from drawn sheets, found in them and counted, to the last cell. A difference is a changed reading: look at
 * it, and keep it with `npx jest test/ledger/sheets-in-full.test.ts --selectProjects node -u` when it is meant.
 */
import { loadFixtures } from "../fixtures/ledger-fixture";
import { gridOf } from "../grid/grid-of";
import { DRAWINGS } from "../printed/drawings";
import { workbookInFull } from "../printed/print-ledger";

const AS_OF = { year: 2025, month: 10, day: 10 };

test.each([
  ...loadFixtures().map(({ name, grids, asOf }) => [name, grids, asOf] as const),
  ...Object.entries(DRAWINGS).map(([name, drawing]) => [name, [gridOf(drawing)], AS_OF] as const),
])("%s", (name, grids, asOf) => {
  expect(`\n${workbookInFull(name, grids, asOf).join("\n")}\n`).toMatchSnapshot();
});
