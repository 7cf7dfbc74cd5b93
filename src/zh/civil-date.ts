/**
 * Civil dates of our own: year, month, day in the proleptic Gregorian calendar, no time, no zone, no JS Date. Excel
 * serials of both systems lead here and back.
 */

/** A day of the civil calendar. Immutable; months and days from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const { floor } = Math;

const MIN_YEAR = 1;
const MAX_YEAR = 9999;

/** Days from 1970-01-01 to 1899-12-31, day 0 of the 1900 system as it counts up to 28 February 1900. */
const DAY_ZERO_1900 = -25568;
/** Days from 1970-01-01 to 1904-01-01, day 0 of the 1904 system. */
const DAY_ZERO_1904 = -24107;
/** The 29 February 1900 that Excel inherited from Lotus 1-2-3 (ECMA-376 part 1, 18.17.4.1). */
const PHANTOM_SERIAL = 60;
/** 9999-12-31, the last day Excel knows. */
const LAST_DAY_NUMBER = 2932896;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Last day of a month, 28…31.
 * @param month 1…12; anything else gives 0.
 * @example lastDayOfMonth(2024, 2) // 29
 */
export function lastDayOfMonth(year: number, month: number): number {
  switch (month) {
    case 2:
      return isLeapYear(year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    case 1:
    case 3:
    case 5:
    case 7:
    case 8:
    case 10:
    case 12:
      return 31;
    default:
      return 0;
  }
}

/**
 * A day that exists, or null: whole numbers, years 1…9999, real months and days.
 * @example civilDate(2025, 2, 30) // null
 */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < MIN_YEAR || year > MAX_YEAR || day < 1 || day > lastDayOfMonth(year, month)) return null;
  return { year, month, day };
}

/** Negative where `a` is earlier, 0 where equal, positive where later. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/**
 * Days since 1970-01-01 (negative before). Months are counted from March, so that the leap day ends the year and every
 * month start is one linear expression.
 * @example dayNumber({ year: 1970, month: 1, day: 2 }) // 1
 */
export function dayNumber(date: CivilDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const monthFromMarch = (date.month + 9) % 12;
  const dayOfYear = floor((153 * monthFromMarch + 2) / 5) + date.day - 1;
  return year * 365 + floor(year / 4) - floor(year / 100) + floor(year / 400) + dayOfYear - 719468;
}

/**
 * The inverse of `dayNumber`, for every whole number whose day lies in the years 1…9999.
 * @example isoDate(fromDayNumber(0)) // "1970-01-01"
 */
export function fromDayNumber(n: number): CivilDate {
  const shifted = floor(n) + 719468;
  const era = floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1460) + floor(dayOfEra / 36524) - floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const monthFromMarch = floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
}

/** The day `n` days later (earlier where negative). */
export function addDays(date: CivilDate, n: number): CivilDate {
  return fromDayNumber(dayNumber(date) + n);
}

/**
 * The same day `n` months later, or the last of that month where it has no such day.
 * @example isoDate(addMonths({ year: 2025, month: 1, day: 31 }, 1)) // "2025-02-28"
 */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const months = date.year * 12 + (date.month - 1) + n;
  const year = floor(months / 12);
  const month = months - year * 12 + 1;
  return { year, month, day: Math.min(date.day, lastDayOfMonth(year, month)) };
}

/**
 * Excel's serial number of a day: 1900-01-01 is 1 in the 1900 system, 1904-01-01 is 0 in the 1904 system.
 * Null for a day before the system begins.
 * @example toSerial({ year: 2025, month: 6, day: 30 }, false) // 45838
 */
export function toSerial(date: CivilDate, date1904: boolean): number | null {
  const days = dayNumber(date);
  if (date1904) return days < DAY_ZERO_1904 ? null : days - DAY_ZERO_1904;
  const serial = days - DAY_ZERO_1900;
  if (serial < 1) return null;
  return serial >= PHANTOM_SERIAL ? serial + 1 : serial;
}

/**
 * The day of an Excel serial; the time of day (the fraction) is dropped. Null for numbers that name no day: negative
 * ones, 0 and 60 of the 1900 system, and days after 9999-12-31.
 * @example isoDate(fromSerial(45838, false)!) // "2025-06-30"
 */
export function fromSerial(serial: number, date1904: boolean): CivilDate | null {
  if (!Number.isFinite(serial)) return null;
  const whole = floor(serial);
  let days: number;
  if (date1904) {
    if (whole < 0) return null;
    days = whole + DAY_ZERO_1904;
  } else {
    if (whole < 1 || whole === PHANTOM_SERIAL) return null;
    days = (whole > PHANTOM_SERIAL ? whole - 1 : whole) + DAY_ZERO_1900;
  }
  return days > LAST_DAY_NUMBER ? null : fromDayNumber(days);
}

/**
 * Reads exactly `yyyy-MM-dd`, as options and JSON write it; null for anything else and for days that do not exist.
 * @example parseIsoDate("2025-10-10") // { year: 2025, month: 10, day: 10 }
 */
export function parseIsoDate(text: string): CivilDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? null : civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/**
 * `yyyy-MM-dd`.
 * @example isoDate({ year: 2025, month: 10, day: 1 }) // "2025-10-01"
 */
export function isoDate(date: CivilDate): string {
  return `${String(date.year).padStart(4, "0")}-${padTwo(date.month)}-${padTwo(date.day)}`;
}

/**
 * The date as official documents print it, in Arabic digits without padding (GB/T 9704-2012, 7.3.5).
 * @example chineseDate({ year: 2025, month: 10, day: 1 }) // "2025年10月1日"
 */
export function chineseDate(date: CivilDate): string {
  return `${date.year}年${date.month}月${date.day}日`;
}

function padTwo(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
