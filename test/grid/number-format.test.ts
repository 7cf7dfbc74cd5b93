import { builtInFormat, datePrecisionOf, displayText, isDateFormat } from "../../src/grid/number-format";

test.each([
  ["General", false],
  ["@", false],
  ["0", false],
  ["0.00E+00", false],
  ["#,##0.00", false],
  ["0%", false],
  ["[Red]0.00", false],
  ['0"年"', false],
  ['0"d"', false],
  ["yyyy/m/d", true],
  ['yyyy"年"m"月"d"日"', true],
  ["yyyy年m月d日", true],
  ["[$-804]yyyy/m/d;@", true],
  ["[DBNum1][$-804]yyyy年m月d日;@", true],
  ["d-mmm", true],
  ["mmm-yy", true],
  ["e-mm-dd", true],
  ["[h]:mm", true],
  ["h:mm:ss.0", true],
  ["aaaa", true],
  ["yyyy\\-mm\\-dd", true],
  ['"', false],
  ["[", false],
  ["", false],
  [undefined, false],
])("%p is a date format: %p", (code, dated) => expect(isDateFormat(code)).toBe(dated));

test.each([
  ['yyyy"年"m"月"', "month"],
  ["mmm-yy", "month"],
  ["yyyy-mm", "month"],
  ["yyyy", "year"],
  ["yyyy/m/d", "day"],
  ["yyyy/m/d h:mm", "day"],
  ['m"月"', "month"],
  ["h:mm", null],
  ["mm:ss", null],
  ["General", null],
  [undefined, null],
] as const)("%p shows dates to the %p", (code, precision) => expect(datePrecisionOf(code)).toBe(precision));

test.each([
  [45838, "General", "45838"],
  [45838, undefined, "45838"],
  [45838, "yyyy/m/d", "2025/6/30"],
  [45838, "yyyy-mm-dd", "2025-06-30"],
  [45838, 'yyyy"年"m"月"d"日"', "2025年6月30日"],
  [45838, "yyyy年m月d日", "2025年6月30日"],
  [45838, 'yyyy"年"m"月"', "2025年6月"],
  [45838, "[DBNum1][$-804]yyyy年m月d日;@", "二〇二五年六月三十日"],
  [45636, "[DBNum1]yyyy年m月d日", "二〇二四年十二月十日"],
  [46024, 'm"月"d"日"', "1月2日"],
  [46024, "d-mmm", "2-Jan"],
  [45838, "mmm-yy", "Jun-25"],
  [45838, "mmmm d, yyyy", "June 30, 2025"],
  [45838, "dddd", "Monday"],
  [45838, "aaaa", "星期一"],
  [45838, "m/d/yy", "6/30/25"],
  [45838.75, "yyyy/m/d h:mm", "2025/6/30 18:00"],
  [45838.75, '上午/下午h"时"mm"分"', "下午6时00分"],
  [0.5, "h:mm AM/PM", "12:00 PM"],
  [0.25, "h:mm:ss", "6:00:00"],
  [-1, "yyyy/m/d", "-1"],
  [0.87, "0%", "87%"],
  [0.875, "0.0%", "87.5%"],
  [1234567.5, "#,##0.00", "1,234,567.50"],
  [2025.1, "0.00", "2025.10"],
  [2025.1, "General", "2025.1"],
  [7, "00", "07"],
  [7, '0"个"', "7个"],
  [-5, "#,##0;(#,##0)", "(5)"],
  [-5, "0.0", "-5.0"],
  [0, '0;-0;"无"', "0"],
  [1.5, "0.0##", "1.5"],
  [0.1 + 0.2, "General", "0.3"],
  [1e20, "General", "1E+20"],
  [1234567.891, "General", "1234567.891"],
  [true, "General", "TRUE"],
  [false, undefined, "FALSE"],
  [null, "0", ""],
  ["6月30日", "yyyy/m/d", "6月30日"],
  [5, "#".repeat(100_000), "5"],
])("%p under %p shows %p", (value, format, shown) => expect(displayText(value, format, false)).toBe(shown));

test("counts from 1904 where the workbook does", () => {
  expect(displayText(44376, "yyyy/m/d", true)).toBe("2025/6/30");
  expect(displayText(0, "yyyy/m/d", true)).toBe("1904/1/1");
});

test("built-in formats, the Chinese ones too", () => {
  expect([14, 27, 31, 36, 50, 57, 58].map(builtInFormat)).toEqual([
    "yyyy/m/d",
    'yyyy"年"m"月"',
    'yyyy"年"m"月"d"日"',
    'yyyy"年"m"月"',
    'yyyy"年"m"月"',
    'yyyy"年"m"月"',
    'm"月"d"日"',
  ]);
  expect([23, 59, 164, -1, 1.5].map(builtInFormat)).toEqual([null, null, null, null, null]);
  const dates = [
    14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
    57, 58,
  ];
  for (let id = 0; id < 60; id++)
    expect([id, isDateFormat(builtInFormat(id) ?? undefined)]).toEqual([id, dates.includes(id)]);
});
