/**
 * The one reader of dates as people write them: 2025年6月底前, 2025.6.30, 二〇二五年六月, 第三季度, 3月至6月, 年底.
 *
 * - `scanDates` finds the periods that are meant, in a cell (6.30 is a day) or in prose (6.30 is a number); which year a
 *   missing year means is decided by who asks (deadline.ts). `findDates` does so with places in the text as it is.
 * - `readFormDate` reads a field of a form, `readWholeDay` a text that is one day, `phraseDate` the first day of a phrase.
 * - `readDateAsWritten` gives the parts as they are written, right or wrong, to those who judge the writing.
 *
 * The grammar follows the expressions seen in ledgers and notices; it stands in dates/. Nothing backtracks over more than
 * one date, so the cost is linear in the length of the text.
 */
import type { CivilDate } from "./civil-date";
import { foldForDates } from "./dates/fold";
import { closeDate } from "./dates/marks";
import { isDigitChar, numberAt } from "./dates/numbers";
import { lastDayOf, type ScanMode, type Scanned, type WrittenDate } from "./dates/period";
import { rangeFrom } from "./dates/ranges";
import { singleAt } from "./dates/single";
import { isNumeral } from "./numerals";

export { readDateAsWritten, type DateAsWritten } from "./dates/as-written";
export { foldForDates } from "./dates/fold";
export { firstDayOf, lastDayOf, type DatePrecision, type Scanned, type WrittenDate } from "./dates/period";

/**
 * Dates written in a running text, in order, with their places in it. Expressions that are no dates are left out, and so
 * are forms that are numbers in prose (6.30).
 * @example findDates("计划于2026年3月召开会议").map((d) => [d.start, d.end]) // [[3, 10]]
 */
export function findDates(text: string): readonly WrittenDate[] {
  const folded = foldForDates(text);
  const found: WrittenDate[] = [];
  for (const scanned of scanDates(folded.text, "prose")) {
    if (scanned.type === "bad") continue;
    const { offsets } = folded;
    if (offsets === null) found.push(scanned);
    else {
      const lastUnit = offsets[scanned.end - 1] ?? 0;
      const length = (text.codePointAt(lastUnit) ?? 0) > 0xffff ? 2 : 1;
      found.push({ ...scanned, start: offsets[scanned.start] ?? 0, end: lastUnit + length });
    }
  }
  return found;
}

const FORM_DATE = /^\d{4}[^:]*$/;
/** Neither 前 nor 止 behind it. */
const DAY_END = /[\d日号]$/;

/**
 * The day that a field of a form holds (settings, facts of a notice, date fields): a whole text that is one day with its
 * year, 2025-10-10, 2025/10/10, 2025.10.10, 20251010 or 2025年10月10日. Null for anything else, so that nothing is guessed.
 * @example readFormDate("2025年10月") // null
 */
export function readFormDate(text: string): CivilDate | null {
  return text.length <= LONGEST_FORM_DATE && FORM_DATE.test(foldForDates(text).text) ? readWholeDay(text) : null;
}

/**
 * The day that a whole text is, with its year and in whatever numerals; null for anything else.
 * @example readWholeDay("二〇二五年六月五日") // { year: 2025, month: 6, day: 5 }
 */
export function readWholeDay(text: string): CivilDate | null {
  if (text.length > LONGEST_FORM_DATE) return null;
  const folded = foldForDates(text).text;
  const [only, other] = scanDates(folded, "cell");
  if (only === undefined || other !== undefined || only.type === "bad" || !DAY_END.test(folded)) return null;
  const whole = only.start === 0 && only.end === folded.length && only.precision === "day" && !only.range;
  return whole && only.year !== null ? lastDayOf(only, only.year) : null;
}

const LONGEST_FORM_DATE = 40;

/**
 * Last day of the first date in a short phrase, null without one. A missing year is that of the as-of date; a vague date
 * (6月初) is taken for its month, a date that does not exist for none.
 * @example phraseDate("于2026年3月召开会议", { year: 2025, month: 11, day: 30 }) // 2026-03-31
 */
export function phraseDate(text: string, asOf: CivilDate): CivilDate | null {
  const near = foldForDates(text.length > LONGEST_FORM_DATE ? text.slice(0, LONGEST_FORM_DATE) : text).text;
  let [first] = scanDates(near, "prose");
  if (first?.type === "bad" && first.why === "vague") {
    [first] = scanDates(near.slice(first.start, first.end - 1), "prose");
  }
  if (first === undefined || first.type === "bad") return null;
  return lastDayOf(first, first.year ?? asOf.year + (first.yearOffset ?? 0));
}

// ----------------------------------------------------------------------------------------------------------- scanning

/** All dates and near-dates of a folded text, in order and without overlap. */
export function scanDates(s: string, mode: ScanMode): readonly Scanned[] {
  const found: Scanned[] = [];
  for (let i = 0; i < s.length;) {
    const char = s.charAt(i);
    if (!canStart(char)) {
      i++;
      continue;
    }
    const scanned = dateAt(s, i, mode);
    if (scanned !== null) {
      found.push(scanned);
      i = scanned.end;
      continue;
    }
    const number = numberAt(s, i);
    if (number === null) {
      i++;
    } else {
      // 3年内 and 3个月 are durations; their 年 must not be taken for the 年 of 年内.
      i = number.end;
      while (i < s.length && "个年季".includes(s.charAt(i))) i++;
    }
  }
  return found;
}

function canStart(char: string): boolean {
  return isDigitChar(char) || isNumeral(char.charCodeAt(0)) || "今本当明次后去上前下第年全岁元Qq".includes(char);
}

function dateAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const single = singleAt(s, i, mode);
  if (single === null || single.type === "bad") return single;
  const range = rangeFrom(s, single, mode);
  if (range !== null && range.type === "bad") return range;
  return closeDate(s, range ?? single);
}
