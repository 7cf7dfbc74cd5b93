/**
 * Dates that a ledger states about itself, in the lines above its header and below its rows: 统计截止 (the day on which
 * it is judged), 填报时间 (which only settles missing years) and the day of the feedback.
 */
import { civilDate, fromSerial, type CivilDate } from "../../zh/civil-date";
import { SERIAL_MARK } from "../layout/lines-above";
import { foldForDates, lastDayOf, scanDates } from "../../zh/written-date";
import { re, reWith } from "../../zh/pattern";
import { asOf as words } from "../../zh/words/as-of";

export interface StatedDates {
  /** 统计截止, 截至. */
  readonly cutOff: CivilDate | null;
  /** 填报时间, 填报日期, 报送时间, 制表时间. */
  readonly report: CivilDate | null;
  /** 反馈时间, 2025年6月10日反馈. */
  readonly feedback: CivilDate | null;
}

const CUT_OFF = reWith("g")`${words.cutOff}`;
const REPORT = reWith("g")`${words.report[0]}${words.report[1]}`;
const FEEDBACK_LABEL = reWith("g")`反馈${words.feedbackLabel}`;
const NARROW: ReadonlySet<string> = new Set(["day", "tenDays", "month"]);
const PERIOD_ENDS = re`${words.periodEnds}`;
/** How far behind its label a date may stand. */
const REACH = 24;
const LONGEST_LINE = 300;

/**
 * Dates stated in the lines around a table. A date without a year takes that of the report date, else `fallbackYear`.
 * @example statedDates(["填报单位：某局 统计截止：2025年10月10日"], 2025, false).cutOff // 2025-10-10
 */
export function statedDates(lines: readonly string[], fallbackYear: number, date1904: boolean): StatedDates {
  let cutOff: CivilDate | null = null;
  let report: CivilDate | null = null;
  let feedback: CivilDate | null = null;
  const folded = lines.map(
    (line) => foldForDates(line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE) : line).text,
  );
  for (const line of folded) report ??= dateAfter(line, REPORT, fallbackYear, date1904);
  const year = report?.year ?? fallbackYear;
  for (const line of folded) {
    cutOff ??= dateAfter(line, CUT_OFF, year, date1904);
    feedback ??= dateAfter(line, FEEDBACK_LABEL, year, date1904) ?? dateOfFeedback(line, year);
  }
  return { cutOff, report, feedback };
}

/** The first date that stands shortly behind one of the labels. */
function dateAfter(line: string, label: RegExp, year: number, date1904: boolean): CivilDate | null {
  for (const found of line.matchAll(label)) {
    const rest = line.slice(found.index + found[0].length, found.index + found[0].length + REACH + 40);
    const serial = rest.indexOf(SERIAL_MARK);
    for (const date of scanDates(rest, "cell")) {
      if (date.start > REACH) break;
      if (serial >= 0 && serial < date.start) break;
      if (date.type === "bad") continue;
      // 截至2025年 is anywhere in it; 三季度末, 2025年底 are days.
      if (!NARROW.has(date.precision) && !PERIOD_ENDS.test(rest.slice(date.start, date.end))) continue;
      const day = lastDayOf(date, date.year ?? year);
      if (day) return day;
    }
    if (serial >= 0 && serial <= REACH) {
      const number = /^\d{5}/.exec(rest.slice(serial + SERIAL_MARK.length));
      const day = number ? fromSerial(Number(number[0]), date1904) : null;
      if (day) return civilDate(day.year, day.month, day.day);
    }
  }
  return null;
}

/** 县委巡察组2025年6月10日反馈…: the day before the word. */
function dateOfFeedback(line: string, year: number): CivilDate | null {
  const word = line.indexOf("反馈");
  if (word < 0) return null;
  for (const date of scanDates(line, "prose")) {
    if (date.type === "bad" || date.precision !== "day" || date.end > word) continue;
    const between = line.slice(date.end, word);
    if (between.length <= 8 && !/[截止填报]/.test(between)) return lastDayOf(date, date.year ?? year);
  }
  return null;
}
