import { createRefList } from "../../src/tally/ref-list";

describe("createRefList", () => {
  it("finds every cell on its sheet, sheets without cells in between", () => {
    const list = createRefList(40);
    const expected: { sheet: string; row: number; col: number }[] = [];
    for (let sheet = 0; sheet < 12; sheet += 1) {
      list.onSheet(`表${sheet}`);
      for (let row = 0; row < sheet % 4; row += 1) {
        list.add(row * 1000, sheet);
        expected.push({ sheet: `表${sheet}`, row: row * 1000, col: sheet });
      }
    }
    expect(expected.map((_, index) => list.at(index))).toEqual(expected);
    expect(list.at(3)).toBe(list.at(3));
  });

  it("holds the last cell of Excel", () => {
    const list = createRefList(1);
    list.onSheet("表");
    list.add(1_048_575, 16_383);
    expect(list.at(0)).toEqual({ sheet: "表", row: 1_048_575, col: 16_383 });
  });
});
