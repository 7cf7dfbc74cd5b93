import { readItemNumber } from "../../../src/ledger/fields/item-number";

describe("readItemNumber", () => {
  test.each([
    [3, "3", "", 3],
    [5000, "5000", "", 5000],
    [0, "0", "", 0],
    [-1, "-1", "", null],
    ["3", "3", "", 3],
    [" 3. ", "3.", "", 3],
    ["3、", "3、", "", 3],
    ["（3）", "（3）", "", 3],
    ["（三）", "（三）", "", 3],
    ["三、", "三、", "", 3],
    ["十二", "十二", "", 12],
    ["①", "①", "", 1],
    ["第3项", "第3项", "", 3],
    ["１２", "１２", "", 12],
    ["1-2", "1-2", "1", 2],
    ["1.2", "1.2", "1", 2],
    [1.2, "1.2", "1", 2],
    ["ZGXM-2026-0020-zgwt-0003", "ZGXM-2026-0020-zgwt-0003", "ZGXM-2026-0020-zgwt", 3],
    ["A01", "A01", "A", 1],
    ["问题4", "问题4", "问题", 4],
    ["甲", "甲", "", null],
    [null, "", "", null],
    ["　", "", "", null],
    [true, "TRUE", "", null],
    ["9".repeat(100), "9".repeat(100), "", null],
  ])("%p", (value, text, series, ordinal) => {
    expect(readItemNumber(value, undefined, false)).toEqual({ text, series, ordinal });
  });

  test("1-2 that Excel turned into a date", () => {
    expect(readItemNumber(45659, 'm"月"d"日"', false)).toEqual({ text: "1-2", series: "1", ordinal: 2 });
    // Without a format nothing tells it from the 45,659th item.
    expect(readItemNumber(45659, undefined, false)).toEqual({ text: "45659", series: "", ordinal: 45659 });
    expect(readItemNumber(45659, "0", false)).toEqual({ text: "45659", series: "", ordinal: 45659 });
  });
});
