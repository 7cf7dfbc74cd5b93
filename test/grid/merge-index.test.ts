import { indexMerges } from "../../src/grid/merge-index";

describe("indexMerges", () => {
  const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

  test("finds what covers a cell, in any order of asking", () => {
    const index = indexMerges([area(5, 0, 6, 0), area(2, 0, 3, 1), area(9, 1, 9, 4)], [0, 1], 0, 100);
    const first = index.column(0);
    expect([9, 2, 4, 6, 3, 5, 0].map((row) => first?.find(row)?.top ?? null)).toEqual([null, 2, null, 5, 2, 5, null]);
    expect(index.column(1)?.find(9)).toEqual(area(9, 1, 9, 4));
    expect(index.column(2)).toBeNull();
  });

  test("of overlapping areas the first of a column counts", () => {
    const column = indexMerges([area(1, 0, 4, 0), area(3, 0, 8, 0), area(9, 0, 10, 0)], [0], 0, 100).column(0);
    expect([1, 4, 5, 8, 9].map((row) => column?.find(row)?.top ?? null)).toEqual([1, 1, null, null, 9]);
  });

  test("single cells and areas elsewhere don't count", () => {
    expect(indexMerges([area(1, 0, 1, 0), area(200, 0, 201, 0)], [0], 0, 100).column(0)).toBeNull();
  });
});
