/**
 * A date as it stands in a running text, for those who judge how it is written: its parts one by one, right or wrong
 * (13月, 6月5 without 日, 26年), each end of a range by itself, and nothing of what closes it (前, 止). Arabic digits only; the
 * text keeps its blanks (plain.ts), so that places hold.
 */
import { digitsEnd, isDigit, isHan, isRangeSign, skipRange, skipSpaces, wordsAt } from "../plain";
import { unitAt } from "../measure-words";
import { re } from "../pattern";
import { writtenDate as words } from "../words/written-date";
import { MAX_YEAR, MIN_YEAR } from "./period";

/** Parts that are missing are null. Offsets are UTF-16 units, `end` exclusive. */
export interface DateAsWritten {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  /** Digits the year was written with (26年 is 2), 0 without a year. */
  readonly yearDigits: number;
  readonly month: number | null;
  readonly day: number | null;
  /** 底, 初, 上旬, 中旬, 下旬, 上半年, 下半年, 第一季度 … behind the date, "" where none. */
  readonly part: string;
  /** A day number stands there, but 日 or 号 is missing (6月5下文). */
  readonly dayMarkMissing: boolean;
  /** Second end of a range without its own year (3月15日至4月10日): points to the next date. */
  readonly joinsNext: boolean;
}

/** Years of which a text may tell when it writes 年. */
const EARLIEST_YEAR = 1800;

const yearPartAt = wordsAt(words.yearParts);
const monthPartAt = wordsAt(words.monthParts);

/** 12月龄, 3月均: months that are no month of a year. */
const NO_MONTH: ReadonlySet<string> = new Set(words.noMonth);

/**
 * The date whose first digit stands at `start`; null where none begins there.
 * @param end behind the run of digits that begins at `start`
 * @example readDateAsWritten("2025年13月", 0, 4) // { year: 2025, yearDigits: 4, month: 13, day: null, end: 8, … }
 */
export function readDateAsWritten(s: string, start: number, end: number): DateAsWritten | null {
  const length = end - start;
  const mark = s.charAt(end);
  if (length === 4 && (mark === "-" || mark === "/" || mark === ".")) {
    const separated = readSeparated(s, start, end, mark);
    if (separated !== null) return separated;
  }
  if (length !== 4 && length > 2) return null;
  const after = skipSpaces(s, end);
  const unit = s.charAt(after);
  if (unit === "年" && length !== 1) {
    const year = Number(s.slice(start, end));
    return length === 4 && (year < EARLIEST_YEAR || year > MAX_YEAR)
      ? null
      : readYear(s, start, year, length, after + 1);
  }
  if (length === 4) return beginsYears(s, start, end) ? dateOf(s, start, end, yearOf(s, start, end), true) : null;
  if (unit !== "月" || NO_MONTH.has(s.charAt(after + 1))) return null;
  return readDay(s, start, { year: null, yearDigits: 0, month: Number(s.slice(start, end)) }, after + 1);
}

type Fields = Pick<DateAsWritten, "year" | "yearDigits"> &
  Partial<Pick<DateAsWritten, "month" | "day" | "part" | "dayMarkMissing">>;

/** `joins` is told where it is known; else a mark of a range and a digit behind the date tell it. */
function dateOf(s: string, start: number, end: number, fields: Fields, joins?: boolean): DateAsWritten {
  return {
    start,
    end,
    year: fields.year,
    yearDigits: fields.yearDigits,
    month: fields.month ?? null,
    day: fields.day ?? null,
    part: fields.part ?? "",
    dayMarkMissing: fields.dayMarkMissing ?? false,
    joinsNext: joins ?? joinsNext(s, end),
  };
}

/** 6月1日至…, 6月起至…, 6月1日开始，至… */
function joinsNext(s: string, end: number): boolean {
  const from = skipSpaces(s, end);
  const begun = BEGUN.exec(s.slice(from, from + LONGEST_BEGUN))?.[0].length ?? 0;
  const join = skipSpaces(s, from + begun);
  const range = skipRange(s, join);
  return range > join && isDigit(s.charCodeAt(range));
}

const BEGUN = re`^${words.begun}[，,]?`;
const LONGEST_BEGUN = 3;

function yearOf(s: string, start: number, end: number): Fields {
  return { year: Number(s.slice(start, end)), yearDigits: end - start };
}

/** 2018-2020年, 2018至2020年: the first year of a range. */
function beginsYears(s: string, start: number, end: number): boolean {
  const year = Number(s.slice(start, end));
  if (year < MIN_YEAR || year > MAX_YEAR || !isRangeSign(s, end)) return false;
  const from = skipRange(s, end);
  const to = digitsEnd(s, from);
  return to - from === 4 && s[to] === "年";
}

/** 2025-6-30 and the like, with one separator. */
function readSeparated(s: string, start: number, end: number, separator: string): DateAsWritten | null {
  const { year, yearDigits } = yearOf(s, start, end);
  if (year === null || year < MIN_YEAR || year > MAX_YEAR) return null;
  const monthEnd = digitsEnd(s, end + 1);
  if (monthEnd === end + 1 || monthEnd > end + 3 || s[monthEnd] !== separator) return null;
  const dayEnd = digitsEnd(s, monthEnd + 1);
  if (dayEnd === monthEnd + 1 || dayEnd > monthEnd + 3) return null;
  const month = Number(s.slice(end + 1, monthEnd));
  const day = Number(s.slice(monthEnd + 1, dayEnd));
  return dateOf(s, start, dayEnd, { year, yearDigits, month, day }, false);
}

/** The rest behind 年. */
function readYear(s: string, start: number, year: number, yearDigits: number, at: number): DateAsWritten | null {
  const monthStart = skipSpaces(s, at);
  const monthEnd = digitsEnd(s, monthStart);
  if (monthEnd > monthStart && monthEnd - monthStart <= 2) {
    const month = Number(s.slice(monthStart, monthEnd));
    const mark = skipSpaces(s, monthEnd);
    if (s[mark] === "月") return readDay(s, start, { year, yearDigits, month }, mark + 1);
    const end = endOfMonths(s, monthEnd);
    if (end > 0) return dateOf(s, start, end, { year, yearDigits, month });
  }
  const part = yearPartAt(s, at);
  // 20年 is a duration unless a part of the year follows: 26年年底.
  return yearDigits === 2 && part === "" ? null : dateOf(s, start, at + part.length, { year, yearDigits, part });
}

/** 2025年3-6月: end of the second month behind the first one's digits, 0 where there is none. */
function endOfMonths(s: string, monthEnd: number): number {
  if (!isRangeSign(s, monthEnd)) return 0;
  const from = skipRange(s, monthEnd);
  const to = digitsEnd(s, from);
  return to > from && to - from <= 2 && s[to] === "月" ? to + 1 : 0;
}

/** The rest behind 月. */
function readDay(s: string, start: number, month: Fields, at: number): DateAsWritten {
  const dayStart = skipSpaces(s, at);
  const dayEnd = digitsEnd(s, dayStart);
  if (dayEnd > dayStart && dayEnd - dayStart <= 2) {
    const day = Number(s.slice(dayStart, dayEnd));
    const mark = skipSpaces(s, dayEnd);
    if (isDayUnit(s, mark))
      return dateOf(s, start, mark + 1, {
        year: month.year,
        yearDigits: month.yearDigits,
        month: month.month ?? null,
        day,
      });
    if (sharesUnit(s, mark))
      return dateOf(s, start, dayEnd, {
        year: month.year,
        yearDigits: month.yearDigits,
        month: month.month ?? null,
        day,
      });
    if (lacksUnit(s, month, day, dayEnd, mark))
      return dateOf(s, start, dayEnd, {
        year: month.year,
        yearDigits: month.yearDigits,
        month: month.month ?? null,
        day,
        dayMarkMissing: true,
      });
  }
  const from = s[at] === "份" ? at + 1 : at;
  const part = monthPartAt(s, from);
  return dateOf(s, start, from + part.length, {
    year: month.year,
    yearDigits: month.yearDigits,
    month: month.month ?? null,
    part,
  });
}

function isDayUnit(s: string, at: number): boolean {
  return s[at] === "日" || s[at] === "号";
}

/** 6月5至9日, 6月5、9日: the day's unit stands behind the next number. */
function sharesUnit(s: string, mark: number): boolean {
  const isRange = isRangeSign(s, mark);
  if (!isRange && s[mark] !== "、" && s[mark] !== "和" && s[mark] !== "与") return false;
  const from = isRange ? skipRange(s, mark) : mark + 1;
  const to = digitsEnd(s, from);
  return to > from && (isDayUnit(s, to) || s[to] === "月");
}

/** 6月5下文: a day number stands there and a word follows that is no measure word (6月3个 would be a count). */
function lacksUnit(s: string, { year }: Fields, day: number, dayEnd: number, mark: number): boolean {
  return (
    year !== null &&
    day >= 1 &&
    day <= 31 &&
    isHan(s.charCodeAt(dayEnd)) &&
    unitAt(s, dayEnd) === "" &&
    !words.afterCount.includes(s.charAt(mark))
  );
}
