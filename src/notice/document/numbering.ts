/** Marks of headings: 一、（一）1.（1） (GB/T 9704—2012, 7.3.3), and ①②. */

const DIGITS = "零一二三四五六七八九";
const UNITS: readonly (readonly [number, string])[] = [
  [1000, "千"],
  [100, "百"],
  [10, "十"],
];

/**
 * A whole number from 1 to 9999 in Chinese numerals; Arabic digits beyond.
 * @example chineseNumber(12) // "十二"
 * @example chineseNumber(105) // "一百零五"
 */
export function chineseNumber(n: number): string {
  if (n < 1 || n > 9999) return String(n);
  let rest = n;
  let text = "";
  let zero = false;
  for (const [unit, word] of UNITS) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit > 0) {
      if (zero) text += "零";
      text += unit === 10 && digit === 1 && text === "" ? word : `${DIGITS.charAt(digit)}${word}`;
      zero = false;
    } else if (text !== "" && rest > 0) {
      zero = true;
    }
  }
  if (rest > 0) text += `${zero ? "零" : ""}${DIGITS.charAt(rest)}`;
  return text;
}

/** ① to ㊿ stand in three blocks of Unicode. */
function circled(n: number): string {
  if (n <= 20) return String.fromCodePoint(0x2460 + n - 1);
  if (n <= 35) return String.fromCodePoint(0x3251 + n - 21);
  if (n <= 50) return String.fromCodePoint(0x32b1 + n - 36);
  return `（${n}）`;
}

export type MarkStyle = "part" | "section" | "arabic" | "bracket" | "circled";

/**
 * The mark of the n-th heading.
 * @example markOf("section", 2) // "（二）"
 * @example markOf("circled", 3) // "③"
 */
export function markOf(style: MarkStyle, n: number): string {
  switch (style) {
    case "part":
      return `${chineseNumber(n)}、`;
    case "section":
      return `（${chineseNumber(n)}）`;
    case "arabic":
      return `${n}.`;
    case "bracket":
      return `（${n}）`;
    case "circled":
      return circled(n);
  }
}
