import * as fc from "fast-check";
import { digitsEnd } from "../../src/zh/plain";
import { findDates, readDateAsWritten, readWholeDay, type DateAsWritten } from "../../src/zh/written-date";

const NONE = { year: null, yearDigits: 0, month: null, day: null, part: "", dayMarkMissing: false, joinsNext: false };

/** What is written at the first digit of a text. */
function read(text: string): DateAsWritten | null {
  const start = text.search(/[0-9]/);
  return readDateAsWritten(text, start, digitsEnd(text, start));
}

describe("the parts of a date as they are written", () => {
  it.each<[string, string, Partial<DateAsWritten>]>([
    ["2025年6月5日前", "2025年6月5日", { year: 2025, yearDigits: 4, month: 6, day: 5 }],
    ["2025 年 6 月 5 日", "2025 年 6 月 5 日", { year: 2025, yearDigits: 4, month: 6, day: 5 }],
    ["于26年1月完成", "26年1月", { year: 26, yearDigits: 2, month: 1 }],
    ["26年年底", "26年年底", { year: 26, yearDigits: 2, part: "年底" }],
    ["2025年13月", "2025年13月", { year: 2025, yearDigits: 4, month: 13 }],
    ["6月31日", "6月31日", { month: 6, day: 31 }],
    ["2025年6月5下文", "2025年6月5", { year: 2025, yearDigits: 4, month: 6, day: 5, dayMarkMissing: true }],
    ["6月3个单位", "6月", { month: 6 }],
    ["2025年6月3个单位", "2025年6月", { year: 2025, yearDigits: 4, month: 6 }],
    ["6月中旬", "6月中旬", { month: 6, part: "中旬" }],
    ["6月份下旬", "6月份下旬", { month: 6, part: "下旬" }],
    ["2025年第一季度", "2025年第一季度", { year: 2025, yearDigits: 4, part: "第一季度" }],
    ["2025年3-6月", "2025年3-6月", { year: 2025, yearDigits: 4, month: 3 }],
    ["6月5至9日", "6月5", { month: 6, day: 5, joinsNext: true }],
    ["3月15日至4月10日", "3月15日", { month: 3, day: 15, joinsNext: true }],
    ["2018-2020年", "2018", { year: 2018, yearDigits: 4, joinsNext: true }],
    ["2025-6-30", "2025-6-30", { year: 2025, yearDigits: 4, month: 6, day: 30 }],
    ["1898年", "1898年", { year: 1898, yearDigits: 4 }],
  ])("%s", (text, written, parts) => {
    const date = read(text);
    expect(date).toEqual({
      ...NONE,
      ...parts,
      start: text.search(/[0-9]/),
      end: text.search(/[0-9]/) + written.length,
    });
  });

  it.each(["20年", "12月龄", "2025.6", "3000年", "1年6月", "2025-6/30", "5日", "2025", "6-30"])("%s is none", (text) =>
    expect(read(text)).toBeNull(),
  );
});

it("reads a day of the calendar as those do who look for what it means", () => {
  const days = fc.record({
    year: fc.integer({ min: 1990, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  });
  const forms = fc.constantFrom(
    (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
    (y: number, m: number, d: number) => `${y}-${m}-${d}`,
    (y: number, m: number, d: number) => `${y}/${m}/${d}`,
    (y: number, m: number, d: number) => `${y}.${m}.${d}`,
    (y: number, m: number, d: number) => `${y} 年 ${m} 月 ${d} 日`,
  );
  fc.assert(
    fc.property(days, forms, fc.constantFrom("", "于", "截至"), (day, form, before) => {
      const text = `${before}${form(day.year, day.month, day.day)}`;
      expect(read(text)).toMatchObject({ ...day, start: before.length, end: text.length });
      expect(findDates(text)).toMatchObject([
        { ...{ year: day.year, last: { month: day.month, day: day.day } }, start: before.length, end: text.length },
      ]);
    }),
  );
});

it.each([
  ["二〇二五年六月五日", { year: 2025, month: 6, day: 5 }],
  ["二零二五年十月三十一日", { year: 2025, month: 10, day: 31 }],
  ["二○二五 年 六 月 五 日", { year: 2025, month: 6, day: 5 }],
  ["2025年6月5日", { year: 2025, month: 6, day: 5 }],
  ["二〇二五年六月三十一日", null],
  ["二〇二五年六月", null],
  ["二〇二五年六月五日前", null],
  ["六月五日", null],
])("%s is a day by itself", (text, day) => expect(readWholeDay(text)).toEqual(day));
