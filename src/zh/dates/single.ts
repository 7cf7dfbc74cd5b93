/** One date, whatever it begins with. */
import { writtenDate as words } from "../words/written-date";
import { isNumeral } from "../numerals";
import { beforeWordAt, isCloser, rangeMarkAt, skipDayUnit } from "./marks";
import { isDigitChar, numberAt, type NumberRun } from "./numbers";
import { afterYear, firstMonthAt, halfYearAt, monthRangeAt, monthTail, quarterAt } from "./parts";
import {
  dayOf,
  isRealDay,
  makeDate,
  MAX_PLAIN_YEAR,
  MAX_YEAR,
  MIN_PLAIN_YEAR,
  MIN_YEAR,
  type ScanMode,
  type Scanned,
  type YearPart,
} from "./period";

export function singleAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const char = s.charAt(i);
  if (isDigitChar(char) || isNumeral(char.charCodeAt(0))) return numericAt(s, i, mode);
  return relativeYearAt(s, i) ?? quarterAt(s, i, { start: i, year: null, yearOffset: null }) ?? wordAt(s, i);
}

export function numericAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const number = numberAt(s, i);
  if (number === null || Number.isNaN(number.value)) return null;
  const next = s.charAt(number.end);
  const fourDigits = number.digits === 4 && number.value >= MIN_YEAR && number.value <= MAX_YEAR;
  if (next === "年" && fourDigits) {
    return afterYear(s, number.end + 1, { start: i, year: number.value, yearOffset: null }, false);
  }
  // 1.6月底前 is the first of a list.
  if (followsNumber(s, i) && !(next === "月" && s.charAt(i - 1) === ".")) return null;
  if (next === "年" && number.digits === 2 && number.value >= 10 && number.value <= 69) {
    return afterYear(s, number.end + 1, { start: i, year: 2000 + number.value, yearOffset: null }, true);
  }
  if (fourDigits) {
    const separated = separatedAt(s, i, number, mode);
    if (separated !== null) return separated;
    return plainYearAt(s, i, number);
  }
  if (number.arabic && (number.digits === 8 || number.digits === 6)) return compactAt(s, i, number);
  if (number.arabic && number.digits === 2 && number.value >= 20 && number.value <= 39) {
    const short = shortYearAt(s, i, number);
    if (short !== null) return short;
  }
  const none: YearPart = { start: i, year: null, yearOffset: null };
  if (next === "月") return monthTail(s, number.end + 1, number.value, none);
  return (
    monthRangeAt(s, number, none) ?? quarterAt(s, i, none) ?? (mode === "cell" ? monthDotDayAt(s, i, number) : null)
  );
}

/** 1.2025, A12, 3-4: the number at `i` is a later part of something else. */
function followsNumber(s: string, i: number): boolean {
  const previous = s.charAt(i - 1);
  if (/[A-Za-z]/.test(previous)) return true;
  return ".-/:".includes(previous) && previous !== "" && isDigitChar(s.charAt(i - 2));
}

const SEPARATORS = ".-/–—·。_ ";

/** 2025-06-30, 2025.6, 2025/6月底, and the range of years 2013-2015. */
function separatedAt(s: string, i: number, year: NumberRun, mode: ScanMode): Scanned | null {
  const separator = s.charAt(year.end);
  if (separator === "" || !SEPARATORS.includes(separator)) return null;
  const at: YearPart = { start: i, year: year.value, yearOffset: null };
  const second = numberAt(s, year.end + 1);
  if (second === null || Number.isNaN(second.value)) return null;
  if (second.digits === 4 && "-–—/".includes(separator) && second.value >= year.value && second.value <= MAX_YEAR) {
    const end = s.charAt(second.end) === "年" ? second.end + 1 : second.end;
    if (s.charAt(second.end) === "年" && !isCloser(s, end)) return null;
    if (!isCloser(s, end)) return null;
    const years: YearPart = { ...at, year: second.value };
    const range = makeDate(years, end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true);
    return { ...range, firstYearShift: second.value - year.value, range: true };
  }
  if (second.digits > 2 || (mode === "prose" && separator === " ")) return null;
  const next = s.charAt(second.end);
  if (next === separator || (separator === "-" && next === "/")) {
    const day = numberAt(s, second.end + 1);
    if (day !== null && day.digits <= 2 && !Number.isNaN(day.value) && !/^[月年]/.test(s.slice(day.end, day.end + 1))) {
      return dayOf(at, skipDayUnit(s, day.end), second.value, day.value);
    }
  }
  if (mode === "prose" && /[万亿元%个项人次倍吨米平]/.test(next)) return null;
  return monthTail(s, next === "月" ? second.end + 1 : second.end, second.value, at);
}

/** 25.6.30: day, month and year, all in two digits, the year first. */
function shortYearAt(s: string, i: number, year: NumberRun): Scanned | null {
  const separator = s.charAt(year.end);
  if (separator === "" || !".-/".includes(separator)) return null;
  const month = numberAt(s, year.end + 1);
  if (month === null || month.digits > 2 || s.charAt(month.end) !== separator) return null;
  const day = numberAt(s, month.end + 1);
  if (day === null || day.digits > 2 || !isCloser(s, skipDayUnit(s, day.end))) return null;
  const at: YearPart = { start: i, year: 2000 + year.value, yearOffset: null };
  return dayOf(at, skipDayUnit(s, day.end), month.value, day.value);
}

/** 2025 alone, before 底 or in a range; anything else of four digits is just a number. */
export function plainYearAt(s: string, i: number, year: NumberRun): Scanned | null {
  if (year.value < MIN_PLAIN_YEAR || year.value > MAX_PLAIN_YEAR || !year.arabic) return null;
  const at: YearPart = { start: i, year: year.value, yearOffset: null };
  const next = s.charAt(year.end);
  if (next === "底" || next === "末" || s.startsWith("全年", year.end)) {
    const end = next === "全" ? year.end + 2 : year.end + 1;
    return makeDate(at, end, { month: 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  const range = rangeMarkAt(s, year.end);
  const alone = /^\(?$/.test(s.slice(0, i)) && /^\)?$/.test(s.slice(year.end, year.end + 2));
  return alone || (range > 0 && /^\d{4}/.test(s.slice(year.end + range, year.end + range + 4)))
    ? makeDate(at, year.end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true)
    : null;
}

/** 20250630 and 202506. */
function compactAt(s: string, i: number, number: NumberRun): Scanned | null {
  const long = number.digits === 8;
  const year = Math.floor(number.value / (long ? 10000 : 100));
  const month = long ? Math.floor(number.value / 100) % 100 : number.value % 100;
  if (year < MIN_PLAIN_YEAR || year > MAX_PLAIN_YEAR) return null;
  const end = number.end;
  if (!isCloser(s, end) && !(!long && /^[月底份]/.test(s.slice(end, end + 1)))) return null;
  const at: YearPart = { start: i, year, yearOffset: null };
  if (long) return dayOf(at, end, month, number.value % 100);
  return monthTail(s, s.charAt(end) === "月" ? end + 1 : end, month, at);
}

/** 6.30, 9/30前, 6-30: a month and a day without the year; 3-6 is left alone, it might be anything. */
function monthDotDayAt(s: string, i: number, month: NumberRun): Scanned | null {
  const separator = s.charAt(month.end);
  if (!month.arabic || month.digits > 2 || separator === "" || !".-/".includes(separator)) return null;
  const day = numberAt(s, month.end + 1);
  if (day === null || !day.arabic || day.digits > 2) return null;
  const end = skipDayUnit(s, day.end);
  if (!isCloser(s, end) || (s.charAt(end) === "-" && separator === "-")) return null;
  if (month.value < 1 || month.value > 12 || !isRealDay(null, month.value, day.value)) return null;
  if (separator === "-" && day.value <= 12 && end === day.end && beforeWordAt(s, end) === 0) return null;
  return dayOf({ start: i, year: null, yearOffset: null }, end, month.value, day.value);
}

const THIS_YEAR: readonly (readonly [string, number])[] = [
  ["今年", 0],
  ["本年", 0],
  ["当年", 0],
  ["明年", 1],
  ["次年", 1],
  ["后年", 2],
  ["去年", -1],
  ["上年", -1],
];

/** 原则上年底, 说明年底, 多次年底: the first half belongs to the word before. */
function isWholeYearWord(s: string, i: number, word: string): boolean {
  const previous = s.charAt(i - 1);
  if (previous === "") return true;
  if (word === "明年") return !/[说证表声申阐照文]/.test(previous);
  if (word === "今年") return previous !== "如";
  return (
    (word !== "上年" && word !== "次年") || !/[\u4e00-\u9fff]/.test(previous) || /[于至到在从自较比]/.test(previous)
  );
}

function relativeYearAt(s: string, i: number): Scanned | null {
  for (const [word, offset] of THIS_YEAR) {
    if (s.startsWith(word, i) && isWholeYearWord(s, i, word))
      return afterYear(s, i + 2, { start: i, year: null, yearOffset: offset }, false);
  }
  return null;
}

const WHOLE_YEAR: ReadonlySet<string> = new Set(words.wholeYear);

/** 上半年, 年底: without any year. */
function wordAt(s: string, i: number): Scanned | null {
  const at: YearPart = { start: i, year: null, yearOffset: null };
  const half = halfYearAt(s, i, at);
  if (half !== null) return half;
  if (!/[\d万亿千百十角]/.test(s.charAt(i - 1))) {
    const january = firstMonthAt(s, i, at);
    if (january !== null) return january;
  }
  if (/[半多几数每整历往近]/.test(s.charAt(i - 1))) return null;
  for (const word of words.yearEnds) {
    if (!s.startsWith(word, i)) continue;
    const wholeYear = WHOLE_YEAR.has(word);
    return makeDate(at, i + word.length, { month: wholeYear ? 1 : 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  return null;
}
