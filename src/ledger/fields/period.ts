/**
 * Deadlines that are lengths of time: 一个月内, 10个工作日内, 自反馈之日起3个月内. They become a day only where their beginning is
 * known: the day of the feedback, or the row's own (检查日期, 交办时间). Working days need a calendar that no ledger holds.
 */
import { addDays, addMonths, type CivilDate } from "../../zh/civil-date";
import { parseNumeral } from "../../zh/numerals";
import { re } from "../../zh/pattern";
import { period as words } from "../../zh/words/period";
import type { Deadline, PeriodStart } from "../types";

type RelativeDeadline = Extract<Deadline, { type: "relative" }>;

const LENGTH = String.raw`(半|\d{1,3}|[一二两三四五六七八九十百]{1,4})个?(半)?`;
/** The smaller end of a range (1至3个月内, 3-5个工作日): the larger one is the last day. */
const FROM = String.raw`(?:(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})(?:个?(?:${words.unit.join("|")}))?[-—~至到])?`;
const PERIOD = re`${[FROM]}${[LENGTH]}(${words.unit})(?:${words.within})`;
/** 反馈后3个月, 自交办之日起30日: the beginning is said, 内 isn't. */
const BEGUN = re`(?:${words.begun})(?:的)?${[FROM]}${[LENGTH]}(${words.unit})(?!${words.notALength})`;
/** A first look: most deadlines are days. */
const MAY_BEGIN = re`${words.begun}`;
/** A length and nothing else (15个工作日, 限期一个月). */
const ALONE = re`^(${words.limit})?[:：]?${[FROM]}${[LENGTH]}(${words.unit})(?:${words.untilDone})?[。.]?$`;
/** 3月, 一季度, 30日, 25年: days and months of the calendar. */
const CALENDAR = re`${words.calendar}`;
const FEEDBACK = re`${words.feedback}`;
const OWN = re`${words.own}`;
/** 收到通知后: a day that stands in no column. */
const UNTOLD = re`${words.untold}`;
const STARTED = re`${words.started}`;
const LONGEST_MONTHS = 60;
const LONGEST_DAYS = 400;

/** The words of a length of time in a folded text, null where it names none. */
export function findPeriod(text: string): { readonly text: string; readonly deadline: RelativeDeadline | null } | null {
  const found = PERIOD.exec(text) ?? (MAY_BEGIN.test(text) ? BEGUN.exec(text) : null) ?? aloneOf(text);
  if (found === null) return null;
  const [whole = "", count = "", half, unit = ""] = found;
  return { text: whole, deadline: lengthOf(count, half !== undefined, unit, startOf(text)) };
}

function aloneOf(text: string): readonly (string | undefined)[] | null {
  const found = ALONE.exec(text);
  if (found === null) return null;
  const [whole, limit, ...length] = found;
  return limit === undefined && CALENDAR.test(text) ? null : [whole, ...length];
}

function lengthOf(count: string, half: boolean, unit: string, from: PeriodStart): RelativeDeadline | null {
  // 三五天: some days, and nobody knows how many.
  if (/^[一二两三四五六七八九]{2,}$/.test(count)) return { type: "relative", months: null, days: null, from };
  const n = count === "半" ? 0.5 : (parseNumeral(count) ?? 0) + (half ? 0.5 : 0);
  const made = (months: number | null, days: number | null): RelativeDeadline | null =>
    (months !== null && (months <= 0 || months > LONGEST_MONTHS)) ||
    (days !== null && (days <= 0 || days > LONGEST_DAYS))
      ? null
      : { type: "relative", months, days, from };
  const months = n * (words.monthsOf[unit] ?? 0);
  if (months > 0) return Number.isInteger(months) ? made(months, null) : months === 0.5 ? made(null, 15) : null;
  const days = n * (words.daysOf[unit] ?? 0);
  if (days > 0) return Number.isInteger(days) ? made(null, days) : null;
  // Working days and hours.
  return n > 0 ? { type: "relative", months: null, days: null, from } : null;
}

function startOf(text: string): PeriodStart {
  if (UNTOLD.test(text)) return "untold";
  if (FEEDBACK.test(text)) return "feedback";
  if (OWN.test(text)) return "row";
  // 会后一周内, 待资金到位后30日内: it begins with something that stands nowhere.
  return STARTED.test(text) ? "untold" : "any";
}

/**
 * The day a length of time ends on, where its beginning is known; else the deadline as it is.
 * @param own the row's own beginning (检查日期), null where there is none
 * @example resolvePeriod(oneMonth, { year: 2025, month: 4, day: 28 }, null) // { type: "date", date: 2025-05-28, … }
 */
export function resolvePeriod(deadline: RelativeDeadline, own: CivilDate | null, feedback: CivilDate | null): Deadline {
  const { months, days, from } = deadline;
  const start = from === "feedback" ? feedback : from === "row" ? own : from === "any" ? (own ?? feedback) : null;
  if (start === null || (months === null && days === null)) return deadline;
  return {
    type: "date",
    date: months !== null ? addMonths(start, months) : addDays(start, days ?? 0),
    precision: "day",
    openEnded: false,
    yearFrom: null,
    bareMonthBefore: false,
  };
}
