/** Numbered lines: 一、 （一） 1. （1） ① 问题①： and where their text begins. */
import { textRules } from "../zh/words/headings";
import { isNumeral, parseCount } from "../zh/numerals";
import { isDigit } from "../zh/plain";
import type { HeadingStyle, NumberingMark } from "./types";

const BRACKETS = new Map([
  ["（", "）"],
  ["(", ")"],
  ["〔", "〕"],
]);

/**
 * Reads the numbering at the beginning of a folded line, null where it has none. 「7.2018年我区…」 is heading 7 of a text
 * that begins with a year; 「3.5%」 and 「1.2万元」 are no headings.
 * @example readHeadingMark("（三）强化督查", 0) // {style: "bracketedChinese", number: 3, start: 0, textStart: 3}
 */
export function readHeadingMark(plain: string, from: number): NumberingMark | null {
  const start = skipBlanks(plain, from);
  const char = plain[start];
  if (char === undefined) return null;
  const code = plain.charCodeAt(start);
  if (isDigit(code)) return arabicMark(plain, start);
  if (code >= 0x2460 && code <= 0x2473)
    return { style: "circled", number: code - 0x245f, start, textStart: skipBlanks(plain, start + 1) };
  const close = BRACKETS.get(char);
  if (close !== undefined) return bracketedMark(plain, start, close);
  if (isNumeral(code)) {
    const end = skipChineseDigits(plain, start);
    if (plain[end] !== "、" && plain[end] !== "．" && plain[end] !== ".") return null;
    const number = parseCount(plain.slice(start, end));
    return number === null ? null : { style: "chinese", number, start, textStart: skipBlanks(plain, end + 1) };
  }
  return char === "问" || char === "事" ? labelledMark(plain, start) : null;
}

/** Of a number in digits: the thousandth item is one, too. */
const MOST_DIGITS = 4;

function arabicMark(plain: string, start: number): NumberingMark | null {
  let end = start;
  while (isDigit(plain.charCodeAt(end))) end++;
  const length = end - start;
  if (length > MOST_DIGITS) return null;
  let mark = end;
  while (plain[mark] === " ") mark++;
  const sign = plain[mark];
  if (sign !== "." && sign !== "、" && sign !== "．" && sign !== "）" && sign !== ")") return null;
  const next = skipBlanks(plain, mark + 1);
  if (next === mark + 1 && sign === "." && isDigit(plain.charCodeAt(next)) && !isYear(plain, next)) return null;
  // 2024、2025年度预算 and 1000、2000元 list years and amounts; 2025. alone on a line is what is left of a date.
  if (length === MOST_DIGITS && (next === plain.length || isDigit(plain.charCodeAt(next)))) return null;
  const style: HeadingStyle = sign === "）" || sign === ")" ? "bracketedArabic" : "arabic";
  return { style, number: Number(plain.slice(start, end)), start, textStart: next };
}

/** Four digits and 年. */
function isYear(plain: string, at: number): boolean {
  for (let i = 0; i < 4; i++) if (!isDigit(plain.charCodeAt(at + i))) return false;
  return plain[at + 4] === "年";
}

function bracketedMark(plain: string, start: number, close: string): NumberingMark | null {
  const end = plain.indexOf(close, start);
  if (end < 0 || end - start > 5) return null;
  const inner = plain.slice(start + 1, end).trim();
  let textStart = end + 1;
  if (plain[textStart] === "、" || plain[textStart] === "." || plain[textStart] === "．") textStart++;
  textStart = skipBlanks(plain, textStart);
  if (inner.length === 0 || inner.length > 3) return null;
  if (isDigit(inner.charCodeAt(0))) {
    const number = Number(inner);
    return Number.isInteger(number) ? { style: "bracketedArabic", number, start, textStart } : null;
  }
  const number = parseCount(inner);
  return number === null ? null : { style: "bracketedChinese", number, start, textStart };
}

/** 问题①：, 问题一：, 问题3：, 问题： at the beginning of a line. */
function labelledMark(plain: string, start: number): NumberingMark | null {
  const word = textRules.labels.find((w) => plain.startsWith(w, start));
  if (word === undefined) return null;
  let at = start + word.length;
  let number: number | null = null;
  const code = plain.charCodeAt(at);
  if (code >= 0x2460 && code <= 0x2473) {
    number = code - 0x245f;
    at++;
  } else if (isDigit(code)) {
    const from = at;
    while (isDigit(plain.charCodeAt(at)) && at - from < 4) at++;
    number = Number(plain.slice(from, at));
  } else if (isNumeral(plain.charCodeAt(at))) {
    const end = skipChineseDigits(plain, at);
    number = parseCount(plain.slice(at, end));
    at = end;
    if (number === null) return null;
  }
  const sign = plain[at];
  if (
    sign !== "：" &&
    sign !== ":" &&
    !(number !== null && (sign === "、" || sign === "." || sign === "，" || sign === " "))
  )
    return null;
  return { style: "labelled", number, start, textStart: skipBlanks(plain, at + 1) };
}

function skipChineseDigits(plain: string, from: number): number {
  let end = from;
  while (end < plain.length && end - from < 5 && isNumeral(plain.charCodeAt(end))) end++;
  return end;
}

/** First index at or after `from` that is no space. */
export function skipBlanks(plain: string, from: number): number {
  let at = from;
  while (plain.charCodeAt(at) === 32) at++;
  return at;
}
