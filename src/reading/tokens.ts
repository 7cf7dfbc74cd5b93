/**
 * Numbers, percentages, dates, document numbers and codes of a line, and all lexicon words, in one pass over its
 * characters.
 */
import { isNumeral, parseCount, parseSpokenDecimal } from "../zh/numerals";
import { Found } from "./found";
import { LEXICON } from "./lexicon";
import { pairIndex, type Lexicon } from "../zh/lexicon";
import { charTable, digitsEnd, isDigit, isIn, isLatin, isRangeSign, skipRange, skipSpaces, wordsAt } from "../zh/plain";
import { readDateAsWritten } from "../zh/written-date";
import { unitAt } from "../zh/measure-words";
import { approx } from "../zh/words/claim-rates";
import type { NumberToken, Token, Topic, WordHit } from "./types";

/** What the scanner finds; ends of sentences are offsets behind 。！？. */
interface Scan {
  readonly tokens: readonly Token[];
  readonly hits: readonly WordHit[];
  readonly sentenceEnds: readonly number[];
  /** Offsets of quotes, brackets and title marks outside of document numbers. */
  readonly marks: readonly number[];
  /** Offsets of half-width punctuation outside of numbers and document numbers. */
  readonly half: readonly number[];
}

const TOKENS = new Found<Token>();
const HITS = new Found<WordHit>();
const ENDS = new Found<number>();
const MARKS = new Found<number>();
const HALF_WIDTH = new Found<number>();

const OPENING = new Map([
  [0x3014, "〕"],
  [0x3010, "】"],
  [0x5b, "]"],
  [0xff3b, "］"],
  [0x28, ")"],
  [0xff08, "）"],
]);
const APPROX_BEFORE = charTable("约近超逾余足");
/** Before 约 they make it an agreement, a bond, a saving: no word for roughly. */
const AGREED = charTable("履签违预节制合集条解续邀缔失毁践守");
/** Ends of the words above: everything else costs a single look-up. */
const APPROX_BEFORE_ENDS = charTable(approx.beforeCount.map((word) => word.slice(-1)).join(""));
const approxAfterAt = wordsAt(approx.afterCount);
const LEFT_OVER = charTable("其剩尚结盈，；、。（,");
const MORE = charTable("余多来几");
const NOT_BEFORE_COUNT = charTable("第这那每某同任何另之唯统哪首");
/** What a character may begin, as bits of one table: everything else costs a single look-up. */
const DIGIT = 1;
const NUMERAL = 2;
const STOP = 4;
const BRACKET = 8;
const MARK = 16;
const HALF = 32;
const WORD = 64;
const ONE_WORD = 128;
/** 百 of 百分之八十七. */
const PER_CENT = 256;

const CLASSES = makeClasses(LEXICON);

function makeClasses(lexicon: Lexicon<Topic>): Uint16Array {
  const classes = new Uint16Array(0x10000);
  const set = (chars: string, bit: number): void => {
    for (const char of chars) classes[char.charCodeAt(0)] = (classes[char.charCodeAt(0)] ?? 0) | bit;
  };
  set("0123456789", DIGIT);
  set("一二三四五六七八九十两", NUMERAL);
  set("百", PER_CENT);
  set("。！？", STOP);
  set("“”‘’《》〈〉（）()【】〔〕「」『』", MARK);
  set(",;:()?!.", HALF);
  for (const code of OPENING.keys()) set(String.fromCharCode(code), BRACKET);
  lexicon.begins.forEach((kind, code) => {
    if (kind > 0) classes[code] = (classes[code] ?? 0) | (kind === 2 ? WORD | ONE_WORD : WORD);
  });
  return classes;
}

/** Scans one folded line from `from` to its end. */
export function scanLine(plain: string, line: number, from: number): Scan {
  const [tokens, hits, sentenceEnds, marks, half] = [
    TOKENS.begin(),
    HITS.begin(),
    ENDS.begin(),
    MARKS.begin(),
    HALF_WIDTH.begin(),
  ];
  const { buckets } = LEXICON;
  const length = plain.length;
  let i = from;
  while (i < length) {
    const code = plain.charCodeAt(i);
    const kind = CLASSES[code] ?? 0;
    if (kind === 0) {
      i++;
      continue;
    }
    if ((kind & WORD) !== 0) {
      const bucket = i + 1 < length ? (buckets[pairIndex(code, plain.charCodeAt(i + 1))] ?? 0) : 0;
      if (bucket > 0) pushHits(plain, line, i, bucket, hits);
      if ((kind & ONE_WORD) !== 0) pushSingle(plain, line, i, hits);
    }
    if ((kind & DIGIT) !== 0) {
      i = readDigits(plain, line, i, tokens);
      continue;
    }
    if ((kind & NUMERAL) !== 0) {
      const end = readChineseCount(plain, line, i, tokens);
      // A word may begin inside a run of numerals (二十是).
      for (let at = i + 1; at < end; at++) {
        const bucket = buckets[pairIndex(plain.charCodeAt(at), plain.charCodeAt(at + 1))] ?? 0;
        if (bucket > 0) pushHits(plain, line, at, bucket, hits);
      }
      i = end;
      continue;
    }
    if ((kind & PER_CENT) !== 0 && plain.startsWith("百分之", i)) {
      i = readWrittenPercent(plain, line, i, tokens);
      continue;
    }
    if ((kind & STOP) !== 0) sentenceEnds.push(i + 1);
    if ((kind & HALF) !== 0) half.push(i);
    if ((kind & MARK) !== 0) marks.push(i);
    if ((kind & BRACKET) !== 0) {
      const end = readDocNumber(plain, line, i, tokens);
      // A document number closes the bracket it opens.
      if (end > i && (kind & MARK) !== 0) marks.pop();
      i = end;
    }
    i++;
  }
  return {
    tokens: tokens.take(),
    hits: hits.take(),
    sentenceEnds: sentenceEnds.take(),
    marks: marks.take(),
    half: half.take(),
  };
}

function pushHits(plain: string, line: number, start: number, bucket: number, hits: Found<WordHit>): void {
  const entries = LEXICON.matchesAt(plain, start, bucket);
  if (entries === null) return;
  for (const { topic, word, value } of entries)
    hits.push({ topic, word, value, line, start, end: start + word.length });
}

function pushSingle(plain: string, line: number, start: number, hits: Found<WordHit>): void {
  const entry = LEXICON.single(plain.charCodeAt(start));
  if (entry !== null)
    hits.push({ topic: entry.topic, word: entry.word, value: entry.value, line, start, end: start + 1 });
}

/** 百分之八十七, 百分之八十七点五, 百分之87: a percentage in words. Returns where to go on. */
function readWrittenPercent(plain: string, line: number, start: number, tokens: Found<Token>): number {
  const from = start + 3;
  const digits = digitsEnd(plain, from);
  let end = digits;
  if (digits > from) {
    if (plain.charCodeAt(digits) === 0x2e) end = Math.max(digits, digitsEnd(plain, digits + 1));
  } else {
    while (end < plain.length && end - from < 5 && isNumeral(plain.charCodeAt(end))) end++;
    if (plain[end] === "点") {
      const point = end;
      end++;
      while (end < plain.length && end - point < 4 && isNumeral(plain.charCodeAt(end))) end++;
      if (end === point + 1) end = point;
    }
  }
  const written = plain.slice(from, end);
  const value = digits > from ? written : parseSpokenDecimal(written);
  if (value === null || value === "") return from;
  const [whole = "", fraction = ""] = value.split(".");
  tokens.push({
    type: "percent",
    line,
    start,
    end,
    text: plain.slice(start, end),
    mantissa: Number(whole + fraction),
    decimals: fraction.length,
    approx: hasApproxBefore(plain, start) || approxAfterAt(plain, end) !== "",
  });
  return end;
}

/** 三个方面, 十二项: a Chinese numeral with a measure word. Returns where to go on. */
function readChineseCount(plain: string, line: number, start: number, tokens: Found<Token>): number {
  let end = start;
  while (end < plain.length && end - start < 5 && isNumeral(plain.charCodeAt(end))) end++;
  // 四万四千六百六十三件: no number of its own ends a longer one.
  if (isIn(NOT_BEFORE_COUNT, plain, start - 1) || isNumeral(plain.charCodeAt(start - 1))) return end;
  let approx = false;
  let at = end;
  const more = plain.charCodeAt(at);
  if (more === 0x4f59 || more === 0x591a || more === 0x51e0) {
    approx = true;
    at++;
  }
  const unit = unitAt(plain, at);
  if (unit === "" || !"个项条件名类家".includes(unit)) return end;
  const value = parseCount(plain.slice(start, end));
  if (value === null || value < 2) return end;
  tokens.push({
    type: "number",
    line,
    start,
    end,
    text: plain.slice(start, end),
    mantissa: value,
    decimals: 0,
    approx,
    unit,
    scale: 1,
    unitEnd: at + unit.length,
    rangeTo: null,
  });
  return end;
}

/** 〔2024〕16号 from its bracket; returns the offset of its last character, or `start` where none begins here. */
function readDocNumber(plain: string, line: number, start: number, tokens: Found<Token>): number {
  const close = OPENING.get(plain.charCodeAt(start)) ?? "";
  let at = skipSpaces(plain, start + 1);
  const yearStart = at;
  while (isDigit(plain.charCodeAt(at)) && at - yearStart < 5) at++;
  const year = plain.slice(yearStart, at);
  if (year.length < 2 || year.length > 4) return start;
  at = skipSpaces(plain, at);
  if (plain[at] === "年") at = skipSpaces(plain, at + 1);
  const sign = plain[at];
  if (sign !== close && sign !== "〕" && sign !== "］" && sign !== "]" && sign !== "】") return start;
  at = skipSpaces(plain, at + 1);
  if (plain[at] === "第") at = skipSpaces(plain, at + 1);
  const numberStart = at;
  while (isDigit(plain.charCodeAt(at)) && at - numberStart < 6) at++;
  const number = plain.slice(numberStart, at);
  if (number === "") return start;
  at = skipSpaces(plain, at);
  if (plain[at] !== "号") return start;
  tokens.push({
    type: "docNumber",
    line,
    start,
    end: at + 1,
    text: plain.slice(start, at + 1),
    year,
    number,
    open: plain[start] ?? "",
    close: sign ?? "",
  });
  return at;
}

/** Everything that begins with an ASCII digit. Returns where to go on. */
function readDigits(plain: string, line: number, start: number, tokens: Found<Token>): number {
  const end = digitsEnd(plain, start);
  const before = plain.charCodeAt(start - 1);
  // 百家号3个、APP2个: a measure word behind makes it a count, where the letters are a word.
  if (isLatin(before) && isLatin(plain.charCodeAt(start - 2)) && end - start < 5 && unitAt(plain, end) !== "")
    return readNumber(plain, line, start, end, tokens);
  if (isLatin(before) || before === 0x5f || before === 0x2b || before === 0x40) return skipCode(plain, end);
  const phone = readCode(plain, line, start, end, tokens);
  if (phone > 0) return phone;
  if (before === 0x7b2c) return end;
  const date = readDate(plain, line, start, end, tokens);
  if (date > 0) return date;
  return readNumber(plain, line, start, end, tokens);
}

/** Rest of a code such as 16236 in P2A16236 or N+1. */
function skipCode(plain: string, from: number): number {
  let at = from;
  while (isDigit(plain.charCodeAt(at)) || isLatin(plain.charCodeAt(at))) at++;
  return at;
}

/** Telephone, identity and card numbers, fractions, times and other digits that are no amount; 0 where it is none. */
function readCode(plain: string, line: number, start: number, end: number, tokens: Found<Token>): number {
  const length = end - start;
  const next = plain[end];
  const nextCode = plain.charCodeAt(end);
  if (length === 17 && (next === "X" || next === "x")) return pushCode(plain, line, start, end + 1, tokens);
  // 138 1234 5678, 138-1234-5678, 6222 0200 …
  if (length >= 3 && length <= 4 && (next === "-" || next === " ")) {
    let to = end;
    let groups = 1;
    while ((plain[to] === "-" || plain[to] === " ") && isDigit(plain.charCodeAt(to + 1))) {
      const groupEnd = digitsEnd(plain, to + 1);
      if (groupEnd - to - 1 < 3) break;
      to = groupEnd;
      groups++;
    }
    const digits = plain.slice(start, to).replace(/[^0-9]/g, "").length;
    const isYearRange = next === "-" && length === 4 && groups === 2 && digits === 8;
    if (groups > 1 && digits >= 8 && !isYearRange) return pushCode(plain, line, start, to, tokens);
  }
  if (length >= 7) {
    const unit = unitAt(plain, end);
    if (length > 15 || (unit === "" && !"万亿.%".includes(next ?? " ")))
      return pushCode(plain, line, start, end, tokens);
    return 0;
  }
  if (next === ":" && isDigit(plain.charCodeAt(end + 1))) return digitsEnd(plain, end + 1);
  if (next === "+" || (next === "/" && length < 4 && isDigit(plain.charCodeAt(end + 1))))
    return skipCode(plain, end + 1);
  if (next === "#" || (isLatin(nextCode) && next !== "m" && next !== "k")) return skipCode(plain, end);
  if (plain.charCodeAt(start) === 48 && length > 1 && next !== ".") return pushCode(plain, line, start, end, tokens);
  return 0;
}

function pushCode(plain: string, line: number, start: number, end: number, tokens: Found<Token>): number {
  const text = plain.slice(start, end);
  tokens.push({ type: "code", line, start, end, text, digits: text.replace(/[^0-9Xx]/g, "") });
  return end;
}

/** A date from its first digit, as it is written; 0 where none begins here. */
function readDate(plain: string, line: number, start: number, end: number, tokens: Found<Token>): number {
  const date = readDateAsWritten(plain, start, end);
  if (date === null) return 0;
  const { year, yearDigits, month, day, part, dayMarkMissing, joinsNext } = date;
  tokens.push({
    type: "date",
    line,
    start,
    end: date.end,
    text: plain.slice(start, date.end),
    year,
    yearDigits,
    month,
    day,
    part,
    dayMarkMissing,
    joinsNext,
  });
  return date.end;
}

/** A plain number with its measure word, or a percentage. Returns where to go on. */
function readNumber(plain: string, line: number, start: number, firstEnd: number, tokens: Found<Token>): number {
  let end = firstEnd;
  let length = end - start;
  let mantissa = digitsValue(plain, start, end, 0);
  // 1,234,567 with groups of three.
  while (
    length <= 12 &&
    plain.charCodeAt(end) === 0x2c &&
    firstEnd - start <= 3 &&
    digitsEnd(plain, end + 1) - end === 4
  ) {
    mantissa = digitsValue(plain, end + 1, end + 4, mantissa);
    length += 3;
    end += 4;
  }
  let decimals = 0;
  if (plain.charCodeAt(end) === 0x2e && isDigit(plain.charCodeAt(end + 1))) {
    const to = digitsEnd(plain, end + 1);
    if (plain.charCodeAt(to) === 0x2e && isDigit(plain.charCodeAt(to + 1))) return skipCode(plain, to + 1);
    decimals = to - end - 1;
    length += decimals;
    mantissa = digitsValue(plain, end + 1, to, mantissa);
    end = to;
  }
  if (length > LONGEST_NUMBER) return end;
  let at = skipSpaces(plain, end);
  // 1，753亿元 may be a thousand and more.
  const isCutOff = end - start === 3 && plain[start - 1] === "，" && isDigit(plain.charCodeAt(start - 2));
  let approx = isCutOff || hasApproxBefore(plain, start);
  if (plain.charCodeAt(at) === 0x25) {
    tokens.push({
      type: "percent",
      line,
      start,
      end: at + 1,
      text: plain.slice(start, at + 1),
      mantissa,
      decimals,
      approx: approx || approxAfterAt(plain, at + 1) !== "",
    });
    return at + 1;
  }
  let rangeTo: number | null = null;
  if (isRangeSign(plain, end)) {
    const from = skipRange(plain, end);
    const to = digitsEnd(plain, from);
    if (to > from && to - from <= 9) {
      if (plain.charCodeAt(to) === 0x25) return readNumber(plain, line, from, to, tokens);
      rangeTo = digitsValue(plain, from, to, 0);
      end = to;
      at = skipSpaces(plain, to);
    }
  }
  if (isIn(MORE, plain, at)) {
    approx = true;
    at++;
  }
  const scale = scaleOf(plain.charCodeAt(at));
  if (scale > 1) {
    at++;
    if (isIn(MORE, plain, at)) {
      approx = true;
      at++;
    }
  }
  const bare = unitAt(plain, at);
  if (bare === "号") return at + 1;
  let unitEnd = at + bare.length;
  // 5人（次） counts occurrences.
  const bracketed = bare === "人" && (plain.startsWith("（次）", unitEnd) || plain.startsWith("(次)", unitEnd));
  const unit = bracketed ? "人次" : bare;
  if (bracketed) unitEnd += 3;
  if (approxAfterAt(plain, unitEnd) !== "") approx = true;
  tokens.push({
    type: "number",
    line,
    start,
    end,
    text: plain.slice(start, end),
    mantissa,
    decimals,
    approx,
    unit,
    scale,
    unitEnd: unit === "" && scale === 1 ? end : unitEnd,
    rangeTo,
  });
  return end;
}

/** Numbers of more digits are no amounts, and would not be exact. */
const LONGEST_NUMBER = 15;

/** Value of a run of digits behind those read before; exact up to `LONGEST_NUMBER` digits. */
function digitsValue(plain: string, start: number, end: number, before: number): number {
  let value = before;
  for (let at = start; at < end; at++) value = value * 10 + (plain.charCodeAt(at) - 48);
  return value;
}

function scaleOf(code: number): NumberToken["scale"] {
  switch (code) {
    case 0x4e07: // 万
      return 10000;
    case 0x4ebf: // 亿
      return 100000000;
    case 0x5343: // 千
      return 1000;
    default:
      return 1;
  }
}

const SHOPS = "商超";

function hasApproxBefore(plain: string, start: number): boolean {
  let at = start - 1;
  while (plain.charCodeAt(at) === 32) at--;
  // 其余3个, 剩余8件 and ，余8件 are exact.
  if (plain.charCodeAt(at) === 0x4f59 && (at === 0 || isIn(LEFT_OVER, plain, at - 1))) return false;
  // 履约468份, 签约20户
  if (plain.charCodeAt(at) === 0x7ea6 && isIn(AGREED, plain, at - 1)) return false;
  // 商超63栋
  if (plain.startsWith(SHOPS, at - 1)) return false;
  if (isIn(APPROX_BEFORE, plain, at)) return true;
  if (!isIn(APPROX_BEFORE_ENDS, plain, at)) return false;
  for (const word of approx.beforeCount) if (plain.startsWith(word, at - word.length + 1)) return true;
  return false;
}
