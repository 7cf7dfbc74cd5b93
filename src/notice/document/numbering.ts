/** Marks of headings: 一、（一）1.（1） (GB/T 9704—2012, 7.3.3), and ①②. */
import { writeNumeral } from "../../zh/numerals";

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
      return `${writeNumeral(n)}、`;
    case "section":
      return `（${writeNumeral(n)}）`;
    case "arabic":
      return `${n}.`;
    case "bracket":
      return `（${n}）`;
    case "circled":
      return circled(n);
  }
}
