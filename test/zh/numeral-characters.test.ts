import { isNumeral, parseCount, parseNumeral, writeNumeral } from "../../src/zh/numerals";

/** A digit a row, in all its forms. */
const FORMS = ["零〇○◯Oo0", "一壹1", "二贰两2", "三叁3", "四肆4", "五伍5", "六陆6", "七柒7", "八捌8", "九玖9"];

test.each(FORMS.map((forms, value) => [forms, value] as const))("every character of %s is %i", (forms, value) => {
  for (const form of forms) {
    expect(parseNumeral(form)).toBe(value);
    if (value > 0) expect(parseNumeral(`二百${form}十`)).toBe(200 + 10 * value);
  }
});

test.each([
  ["三拾", 30],
  ["三佰", 300],
  ["三仟", 3000],
  ["三千", 3000],
  ["十一", 11],
  // ten is the smallest unit after which a digit is one of ones; after a hundred it needs its zero
  ["一百一十五", 115],
  ["一百零五", 105],
  ["一百五", null],
  ["一千零五", 1005],
  ["一千五", null],
  ["一千零零五", null],
  ["零五", 5],
  ["五零百", null],
  // a numeral of twelve characters is read, one of thirteen is not
  ["000000000012", 12],
  ["0000000000012", null],
] as const)("%s is %p", (text, value) => expect(parseNumeral(text)).toBe(value));

test.each([
  [0, "零"],
  [9, "九"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [1000, "一千"],
  [1001, "一千零一"],
  [1010, "一千零一十"],
  [1100, "一千一百"],
  [9999, "九千九百九十九"],
  [10_000, "10000"],
  [-1, "-1"],
  [1.5, "1.5"],
])("%p is written %s", (n, text) => expect(writeNumeral(n)).toBe(text));

test.each([
  ["五", 5],
  ["三五", null],
  ["5", 5],
  ["55", null],
] as const)("%s counts %p", (text, value) => expect(parseCount(text)).toBe(value));

test("letters that stand for nought are no Chinese numerals of their own", () => {
  for (const char of "Oo09z") expect(isNumeral(char.charCodeAt(0))).toBe(false);
  for (const char of "○◯零玖仟卅") expect(isNumeral(char.charCodeAt(0))).toBe(true);
  expect(isNumeral(Number.NaN)).toBe(false);
});
