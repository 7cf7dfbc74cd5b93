/** How far a text runs over the empty cells beside it, and to which cell a step leads. */
import { bucketMerges } from "../../src/standalone/merge-index";
import { landOn, textEnd } from "../../src/standalone/sheet-geometry";
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

describe("a step", () => {
  const sheet = {
    rows: 9,
    cols: 6,
    merges: bucketMerges([
      { top: 2, left: 0, bottom: 4, right: 1 },
      { top: 7, left: 3, bottom: 8, right: 5 },
    ]),
  };
  test.each<[from: [number, number], to: [number, number], lands: [number, number]]>([
    [
      [0, 3],
      [1, 3],
      [1, 3],
    ],
    // Onto a merged area: its first cell, where it is written.
    [
      [3, 2],
      [3, 1],
      [2, 0],
    ],
    [
      [5, 1],
      [4, 1],
      [2, 0],
    ],
    // Out of one at once.
    [
      [2, 0],
      [3, 0],
      [5, 0],
    ],
    [
      [2, 0],
      [2, 1],
      [2, 2],
    ],
    [
      [2, 0],
      [1, 0],
      [1, 0],
    ],
    // Not out of the sheet.
    [
      [7, 3],
      [8, 3],
      [7, 3],
    ],
    [
      [0, 0],
      [-1, 0],
      [0, 0],
    ],
    [
      [6, 5],
      [6, 6],
      [6, 5],
    ],
  ])("from %p to %p leads to %p", ([row, col], to, [endRow, endCol]) => {
    expect(landOn(sheet, { row, col }, ...to)).toEqual({ row: endRow, col: endCol });
  });
});
