import { isNumeral, parseCount, parseNumeral, writeNumeral } from "../../src/zh/numerals";

test.each([
  ["一", 1],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["三十一", 31],
  ["廿五", 25],
  ["卅", 30],
  ["卅一", 31],
  ["一百零五", 105],
  ["一百二十", 120],
  ["二百", 200],
  ["两百", 200],
  ["一千零一", 1001],
  ["二〇二五", 2025],
  ["二零二五", 2025],
  ["二○二五", 2025],
  ["二0二五", 2025],
  ["二OO五", 2005],
  ["2025", 2025],
  ["零", 0],
  ["贰拾叁", 23],
  ["06", 6],
  ["", null],
  ["甲", null],
  ["十十", null],
  ["百", null],
  ["二十十", null],
  ["三百五", null],
  ["一二十", null],
  ["二十零", null],
  ["十二月", null],
  ["一一一一一一一一一一一一一", null],
  ["二廿", null],
  ["十百", null],
] as const)("%p is %p", (text, value) => {
  expect(parseNumeral(text)).toBe(value);
});

test("tells numerals from other characters", () => {
  expect([..."〇一十廿两"].every((char) => isNumeral(char.charCodeAt(0)))).toBe(true);
  expect([..."0O年月甲"].some((char) => isNumeral(char.charCodeAt(0)))).toBe(false);
});

test.each([
  ["二十三", 23],
  ["一百零五", 105],
  ["一千二百", 1200],
  ["两", 2],
  // three to five, and 120 or 102: no counts
  ["三五", null],
  ["一百二", null],
])("a count %s", (text, value) => expect(parseCount(text)).toBe(value));

test("what is written is read again", () => {
  for (let n = 0; n <= 9999; n++) expect(parseCount(writeNumeral(n))).toBe(n);
  expect(writeNumeral(12, "零壹贰叁肆伍陆柒捌玖")).toBe("拾贰");
  expect(writeNumeral(10_000)).toBe("10000");
});
