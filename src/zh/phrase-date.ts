/** The day a phrase speaks of, as far as it must be known to tell a plan from a memory. */
import { civilDate, lastDayOfMonth, type CivilDate } from "./civil-date";

const FULL =
  /(?:^|[^0-9])((?:20)?[0-9]{2})年(?:度)?(?:([0-9]{1,2})月(?:份)?(?:([0-9]{1,2})[日号])?)?(年?底|上半年|下半年)?/;
const MONTH = /(?:^|[^0-9年])([0-9]{1,2})月(?:份)?(?:([0-9]{1,2})[日号])?/;

/**
 * Last day of the first date in a short text, null without one. A missing year is that of the as-of date.
 * @example phraseDate("于2026年3月召开会议", { year: 2025, month: 11, day: 30 }) // 2026-03-31
 */
export function phraseDate(text: string, asOf: CivilDate): CivilDate | null {
  const near = text.length > 40 ? text.slice(0, 40) : text;
  if (near.includes("明年")) return civilDate(asOf.year + 1, 12, 31);
  if (near.includes("后年")) return civilDate(asOf.year + 2, 12, 31);
  const full = FULL.exec(near);
  if (full !== null) return dateOf(yearOf(full[1] ?? ""), full[2], full[3], full[4]);
  const month = MONTH.exec(near);
  if (month !== null) return dateOf(asOf.year, month[1], month[2], undefined);
  if (near.includes("上半年")) return civilDate(asOf.year, 6, 30);
  if (near.includes("年底") || near.includes("年内") || near.includes("年末") || near.includes("下半年")) {
    return civilDate(asOf.year, 12, 31);
  }
  return null;
}

function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function dateOf(
  year: number,
  month: string | undefined,
  day: string | undefined,
  part: string | undefined,
): CivilDate | null {
  if (month === undefined) return part === "上半年" ? civilDate(year, 6, 30) : civilDate(year, 12, 31);
  const m = Number(month);
  if (m < 1 || m > 12) return null;
  return day === undefined ? civilDate(year, m, lastDayOfMonth(year, m)) : civilDate(year, m, Number(day));
}
