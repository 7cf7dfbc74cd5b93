import * as fc from "fast-check";
import {
  areaName,
  cellName,
  columnIndex,
  columnName,
  MAX_COLS,
  MAX_ROWS,
  parseArea,
  parseCell,
  qualified,
} from "../../src/grid/address";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [27, "AB"],
  [701, "ZZ"],
  [702, "AAA"],
  [16383, "XFD"],
])("column %p is %s", (col, name) => {
  expect(columnName(col)).toBe(name);
  expect(columnIndex(name)).toBe(col);
  expect(columnIndex(name.toLowerCase())).toBe(col);
});

test.each(["", "XFE", "AAAA", "A1", "1", "甲", "__proto__"])("%p is no column", (name) => {
  expect(columnIndex(name)).toBeNull();
});

test.each([
  ["B3", { row: 2, col: 1 }],
  ["$B$3", { row: 2, col: 1 }],
  ["b3", { row: 2, col: 1 }],
  ["XFD1048576", { row: 1048575, col: 16383 }],
  ["A1048577", null],
  ["A0", null],
  ["A", null],
  ["3", null],
  ["A1:B2", null],
  ["", null],
])("cell %p", (name, cell) => expect(parseCell(name)).toEqual(cell));

test.each([
  ["A3:L4", { top: 2, left: 0, bottom: 3, right: 11 }],
  ["L4:A3", { top: 2, left: 0, bottom: 3, right: 11 }],
  ["$A$3:$L$4", { top: 2, left: 0, bottom: 3, right: 11 }],
  ["B3", { top: 2, left: 1, bottom: 2, right: 1 }],
  ["A1:B2:C3", null],
  ["A1:", null],
  [":", null],
])("area %p", (name, area) => expect(parseArea(name)).toEqual(area));

test("names are read back", () => {
  const cell = fc.tuple(fc.integer({ min: 0, max: MAX_ROWS - 1 }), fc.integer({ min: 0, max: MAX_COLS - 1 }));
  fc.assert(
    fc.property(cell, cell, ([r1, c1], [r2, c2]) => {
      expect(parseCell(cellName(r1, c1))).toEqual({ row: r1, col: c1 });
      const area = {
        top: Math.min(r1, r2),
        left: Math.min(c1, c2),
        bottom: Math.max(r1, r2),
        right: Math.max(c1, c2),
      };
      expect(parseArea(areaName(area))).toEqual(area);
    }),
  );
});

test("qualified names are unquoted, whatever the sheet is called", () => {
  expect(qualified("问题整改台账", 4, 0)).toBe("问题整改台账!A5");
  expect(qualified("附件 1", 0, 27)).toBe("附件 1!AB1");
});
