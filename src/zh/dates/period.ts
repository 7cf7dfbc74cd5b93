/** What a written date is: a period of days, or something that only looks like one. */
import { civilDate, lastDayOfMonth, type CivilDate } from "../civil-date";

/** How finely a date was written. */
export type DatePrecision = "day" | "tenDays" | "month" | "quarter" | "halfYear" | "year";

/** A day of a year that may be unknown; day 0 is the last of the month. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** A period as written. Offsets are UTF-16 units of the scanned text, `end` exclusive. */
export interface WrittenDate {
  readonly type: "date";
  readonly start: number;
  readonly end: number;
  /** Year of `last` where it was written, also in two digits (26年). */
  readonly year: number | null;
  /** 今年 0, 明年 1, 去年 -1: years counted from the year in which the ledger is read. */
  readonly yearOffset: number | null;
  /** First and last day of the period (底 and 末 begin the period late: 6月底 is 21 to 30 June). */
  readonly first: MonthDay;
  readonly last: MonthDay;
  /** Years by which `first` lies before `last` (2024年11月至2025年2月). */
  readonly firstYearShift: number;
  /** -1 where `last` lies in the year before the one that was named (2025年1月前). */
  readonly lastYearShift: number;
  readonly precision: DatePrecision;
  /** A whole month, quarter or year followed by a bare 前: the period ends before it. */
  readonly before: boolean;
  /** Two dates with a range mark between them (3月至6月). */
  readonly range: boolean;
  /** 前, 底, 内, 日 and the like were written: more than the bare name of a year. */
  readonly closed: boolean;
}

/** Something that looks like a date and is none: 2025年2月30日, 13月; or is too vague: 6月初, 年中. */
export interface BadDate {
  readonly type: "bad";
  readonly why: "noSuchDate" | "vague";
  readonly start: number;
  readonly end: number;
}

/** Whether 6.30 and 6-30 are dates too. Only in cells that hold dates; in prose they are numbers. */
export type ScanMode = "cell" | "prose";

export type Scanned = WrittenDate | BadDate;

/** What is known when the year has been read. */
export interface YearPart {
  readonly start: number;
  readonly year: number | null;
  readonly yearOffset: number | null;
}

export const MIN_YEAR = 1900;
export const MAX_YEAR = 2199;
/** A year without 年 or separators (2025, 202506) must be one that a ledger can be about. */
export const MIN_PLAIN_YEAR = 1990;
export const MAX_PLAIN_YEAR = 2099;

/** Last day of a written period, given the year that `year` and `yearOffset` leave open. Null where it does not exist. */
export function lastDayOf(written: WrittenDate, year: number): CivilDate | null {
  return dayIn(written.last, year + written.lastYearShift);
}

/** First day of a written period, given its year. */
export function firstDayOf(written: WrittenDate, year: number): CivilDate | null {
  return dayIn(written.first, year + written.lastYearShift - written.firstYearShift);
}

function dayIn(at: MonthDay, year: number): CivilDate | null {
  return civilDate(year, at.month, at.day === 0 ? lastDayOfMonth(year, at.month) : at.day);
}

export function isRealDay(year: number | null, month: number, day: number): boolean {
  return day >= 1 && day <= lastDayOfMonth(year ?? 2024, month);
}

export function makeDate(
  at: YearPart,
  end: number,
  first: MonthDay,
  last: MonthDay,
  precision: DatePrecision,
  closed: boolean,
): WrittenDate {
  return {
    type: "date",
    start: at.start,
    end,
    year: at.year,
    yearOffset: at.yearOffset,
    first,
    last,
    firstYearShift: 0,
    lastYearShift: 0,
    precision,
    before: false,
    range: false,
    closed,
  };
}

export function makeBad(start: number, end: number, why: BadDate["why"]): BadDate {
  return { type: "bad", why, start, end };
}

/** The period that ends where `date` begins: 10月前 ends on 30 September. */
export function beforeDate(date: WrittenDate, end: number): WrittenDate {
  const january = date.first.month === 1;
  const month = january ? 12 : date.first.month - 1;
  return {
    ...date,
    end,
    first: { month, day: 1 },
    last: { month, day: 0 },
    lastYearShift: january ? -1 : 0,
    before: true,
    closed: true,
  };
}

export function dayOf(at: YearPart, end: number, month: number, day: number): Scanned {
  if (month < 1 || month > 12 || !isRealDay(at.year, month, day)) return makeBad(at.start, end, "noSuchDate");
  return makeDate(at, end, { month, day }, { month, day }, "day", true);
}

export function joinRange(first: WrittenDate, second: WrittenDate): WrittenDate {
  let { year, yearOffset } = second;
  let shift = 0;
  if (year === null && first.year !== null) {
    year = first.year + (yearOffset ?? 0);
    shift = yearOffset ?? 0;
    yearOffset = null;
  } else if (year === null && yearOffset === null) {
    yearOffset = first.yearOffset;
  } else if (year !== null && first.year !== null) {
    shift = year - first.year;
  }
  // 11月至2月 runs into the next year.
  if (shift === 0 && second.year === null && second.last.month < first.first.month) {
    shift = 1;
    if (year !== null) year += 1;
    else if (yearOffset !== null) yearOffset += 1;
  }
  return { ...second, start: first.start, year, yearOffset, first: first.first, firstYearShift: shift, range: true };
}
