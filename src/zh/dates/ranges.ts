/** Two dates with a mark between them are one period. */
import { isCloser, rangeMarkAt, skipDayUnit } from "./marks";
import { numberAt } from "./numbers";
import { monthTail, tenDaysAt } from "./parts";
import {
  dayOf,
  joinRange,
  makeBad,
  makeDate,
  MAX_PLAIN_YEAR,
  MIN_PLAIN_YEAR,
  type ScanMode,
  type Scanned,
  type WrittenDate,
  type YearPart,
} from "./period";
import { numericAt, plainYearAt, singleAt } from "./single";

/** The range that begins with `first`, null where no second date follows. */
export function rangeFrom(s: string, first: WrittenDate, mode: ScanMode): Scanned | null {
  if (first.before) return null;
  const mark = rangeMarkAt(s, first.end);
  if (mark === 0) return null;
  const i = first.end + mark;
  const second = rangeEndAt(s, i, first, mode);
  if (second === null) return null;
  if (second.type === "bad") return makeBad(first.start, second.end, second.why);
  return joinRange(first, second);
}

function rangeEndAt(s: string, i: number, first: WrittenDate, mode: ScanMode): Scanned | null {
  if (first.precision === "tenDays" && (tenDaysAt(s, i) !== null || /^月?[底末]/.test(s.slice(i, i + 2)))) {
    // 6月上旬至中旬
    return monthTail(s, i, first.last.month, { start: i, year: first.year, yearOffset: first.yearOffset });
  }
  const number = numberAt(s, i);
  if (number !== null && number.digits <= 2 && first.precision === "day") {
    // 6月1日至30日, 6月1日-30
    const end = skipDayUnit(s, number.end);
    if (end > number.end || (isCloser(s, end) && s.charAt(end) !== "-")) {
      return dayOf({ start: i, year: first.year, yearOffset: first.yearOffset }, end, first.last.month, number.value);
    }
  }
  if (number !== null && number.digits === 4 && first.precision === "year" && number.arabic) {
    const year = plainYearAt(s, i, number);
    if (year !== null) return year;
    if (isCloser(s, number.end) && number.value >= MIN_PLAIN_YEAR && number.value <= MAX_PLAIN_YEAR) {
      const at: YearPart = { start: i, year: number.value, yearOffset: null };
      return makeDate(at, number.end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true);
    }
  }
  // The guard against numbers that continue others looks back over the range mark; here the mark is known.
  if (number !== null && (s.charAt(i - 1) === "-" || s.charAt(i - 1) === "—")) {
    const inner = numericAt(s.slice(i), 0, mode);
    return inner === null ? null : { ...inner, start: inner.start + i, end: inner.end + i };
  }
  return singleAt(s, i, mode);
}
