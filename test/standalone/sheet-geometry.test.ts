/** How far a text runs over the empty cells beside it. */
import { textEnd } from "../../src/standalone/sheet-geometry";
import { gridOf } from "../grid/grid-of";

/** Columns of 50 px: a cell holds three full-width characters. */
const LEFTS = Array.from({ length: 9 }, (_, col) => col * 50);
const none = () => false;

test.each<[row: string, col: number, most: number, end: number | null]>([
  // It fits.
  ["短题 | | | 办公室", 0, 8, null],
  ["三个字 | | | 办公室", 0, 8, null],
  // Over as many as it needs, no more.
  ["四个字长 | | | 办公室", 0, 8, 1],
  ["填报单位：某县某局 | | | 办公室", 0, 8, 2],
  // Something stands beside it, at once or later.
  ["填报单位：某县某局 | 甲 | | ", 0, 8, null],
  ["填报单位：某县某局党组会议室 | | 甲 | ", 0, 8, 1],
  // Not past the columns that stay in sight, nor the last.
  ["填报单位：某县某局党组会议室 | | | ", 0, 1, 1],
  ["填报单位：某县某局党组会议室 | | | ", 0, 0, null],
  ["甲 | 填报单位：某县某局党组会议室 | | ", 1, 3, 3],
  // Numbers show # instead, and nothing runs out of an empty cell.
  ["123456789012 | | | ", 0, 8, null],
  [" | | | 甲", 0, 8, null],
])("%s from column %d, at most %d: %p", (row, col, most, end) => {
  expect(textEnd(gridOf(row), 0, col, LEFTS, most, none)).toBe(end);
});

test("neither over merged cells nor out of a wrapped one", () => {
  const grid = gridOf("填报单位：某县某局 | | | ");
  expect(textEnd(grid, 0, 0, LEFTS, 8, (_row, col) => col === 1)).toBeNull();
  expect(textEnd(grid, 0, 0, LEFTS, 8, (_row, col) => col === 2)).toBe(1);
  const look = { widths: new Map(), heights: new Map(), frozen: { rows: 0, cols: 0 } };
  const styled = (wrap: boolean) => ({
    ...grid,
    look: { ...look, styleAt: () => ({ bold: false, wrap, fill: null }) },
  });
  expect(textEnd(styled(true), 0, 0, LEFTS, 8, none)).toBeNull();
  expect(textEnd(styled(false), 0, 0, LEFTS, 8, none)).toBe(2);
});
