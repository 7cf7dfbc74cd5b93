/** A grid arrives from the worker as it was: formats, colours, struck cells, rows of totals. */
import type { Grid } from "../../src/grid";
import { blocksOf, gridFrom, headOf } from "../../src/standalone/grid-wire";
import { gridOf } from "../grid/grid-of";

const over = (grid: Grid): Grid => gridFrom(structuredClone(headOf(grid)), structuredClone([...blocksOf(grid)]));

test("what tells something of a cell comes along", () => {
  const grid: Grid = {
    ...gridOf([
      ["序号", "问题"],
      [1, "某问题"],
      [2, 45_900],
      ["汇总", 2],
    ]),
    formatAt: (row, col) => (row === 2 && col === 1 ? "yyyy/m/d" : undefined),
    fillAt: (row) => (row === 1 ? "FF92D050" : null),
    struckAt: (row, col) => row === 2 && col === 0,
    totalsRows: new Set([3]),
  };
  const arrived = over(grid);
  expect(arrived.values).toEqual(grid.values);
  for (const [row, col] of [
    [0, 0],
    [1, 1],
    [2, 0],
    [2, 1],
    [3, 1],
  ] as const) {
    expect(arrived.formatAt?.(row, col)).toBe(grid.formatAt?.(row, col));
    expect(arrived.fillAt?.(row, col)).toBe(grid.fillAt?.(row, col));
    expect(arrived.struckAt?.(row, col)).toBe(grid.struckAt?.(row, col));
  }
  expect(arrived.totalsRows).toEqual(new Set([3]));
});

test("a plain grid stays plain", () => {
  const arrived = over({ ...gridOf([["问题"], ["某"]]), fillAt: () => null, formatAt: () => undefined });
  expect([arrived.fillAt, arrived.formatAt, arrived.struckAt, arrived.totalsRows]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
