/** Folding of a line for reading: same length, so that offsets hold in both. */
import { TRADITIONAL } from "./words/traditional";
import { RANGE_SIGNS } from "./words/written-date";

/** What a character is read as, 0 for those that stay. */
const FOLDS = new Uint16Array(0x10000);
const folded: number[] = [];
function fold(code: number, to: number): void {
  FOLDS[code] = to;
  folded.push(code);
}
for (const blank of [9, 0xa0, 0x202f, 0x3000]) fold(blank, 32);
for (let code = 0x2002; code <= 0x200a; code++) fold(code, 32);
for (let code = 0xff10; code <= 0xff5a; code++)
  if (isDigit(code - 0xfee0) || isLatin(code - 0xfee0)) fold(code, code - 0xfee0);
for (const code of [0xff05, 0xff0e]) fold(code, code - 0xfee0);
for (const [simplified = "", ...forms] of TRADITIONAL)
  for (const form of forms) fold(form.charCodeAt(0), simplified.charCodeAt(0));

/** The characters that folding replaces, side by side. */
export const FOLDED = String.fromCharCode(...folded);

/**
 * The line with full-width digits, Latin letters, ％ and ．as half-width, all blanks as spaces, and traditional characters
 * of our words as simplified ones. Punctuation stays as it is, because its width is itself checked. Same length as the input.
 * @example foldLine("２０２５年６月反饋") // "2025年6月反馈"
 */
export function foldLine(text: string): string {
  let parts: string[] | null = null;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = FOLDS[text.charCodeAt(i)] ?? 0;
    if (code === 0) continue;
    parts ??= [];
    if (i > from) parts.push(text.slice(from, i));
    parts.push(String.fromCharCode(code));
    from = i + 1;
  }
  if (parts === null) return text;
  if (from < text.length) parts.push(text.slice(from));
  return parts.join("");
}

/** 0-9. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A-Z, a-z. */
export function isLatin(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** A Han character of the basic block or extension A. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

/** A set of characters as a table by character code: one look-up tells whether a character belongs to it. */
export function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = 1;
  return table;
}

/** Whether the character at `at` is in a set; no character stands outside of the text. */
export function isIn(table: Uint8Array, plain: string, at: number): boolean {
  return at >= 0 && at < plain.length && table[plain.charCodeAt(at)] === 1;
}

/** Behind the run of digits 0-9 at `from`; `from` itself where there is none. */
export function digitsEnd(plain: string, from: number): number {
  let at = from;
  while (isDigit(plain.charCodeAt(at))) at++;
  return at;
}

/** Behind the spaces at `from`, four at most: more are looks, and what follows is apart. */
export function skipSpaces(plain: string, from: number): number {
  let at = from;
  while (plain.charCodeAt(at) === 32 && at - from < 4) at++;
  return at;
}

const RANGE = charTable(RANGE_SIGNS);

/** Whether a mark of a range stands at `at`: 至, —, ~. */
export function isRangeSign(plain: string, at: number): boolean {
  return isIn(RANGE, plain, at);
}

/** Behind the marks of a range at `at`, three at most. */
export function skipRange(plain: string, at: number): number {
  let to = at;
  while (isIn(RANGE, plain, to) && to - at < 3) to++;
  return to;
}

/**
 * Finds which of some words stands at a place, the first in their order; "" where none does.
 * @example wordsAt(["上旬", "中旬"])("6月中旬", 2) // "中旬"
 */
export function wordsAt(words: readonly string[]): (plain: string, at: number) => string {
  const begins = charTable(words.map((word) => word.charAt(0)).join(""));
  return (plain, at) => {
    if (!isIn(begins, plain, at)) return "";
    for (const word of words) if (plain.startsWith(word, at)) return word;
    return "";
  };
}
