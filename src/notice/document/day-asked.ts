/** The day a ledger is counted by, where the ledger speaks of another or says it in part: asked, and never taken unasked. */
import { headLinesOf, statedDates, type Ledger, type Reading } from "../../ledger";
import { compareDates, type CivilDate } from "../../zh/civil-date";
import { reWith } from "../../zh/pattern";
import { lastDayOf, scanDates } from "../../zh/written-date";
import { TITLE_MONTH_TAILS } from "../../zh/words/as-of";

export interface DayAsked {
  readonly date: CivilDate;
  /**
   * `report`: 填报时间, `title`: the month of its title, while it is counted by today; `year`: 统计截止 without a year, which
   * was taken for this year's.
   */
  readonly why: "report" | "title" | "year";
}

function linesOf(ledger: Ledger): readonly string[] {
  return headLinesOf(ledger).map((line) => line.text);
}

const TAIL = reWith("u")`^\s*(?:${TITLE_MONTH_TAILS}|$)`;

/** 2025年10月整改台账: the last day of the month that a title says with its year. */
function monthOfTitle(title: string): CivilDate | null {
  for (const date of scanDates(title, "prose")) {
    if (date.type === "bad" || date.precision !== "month" || date.year === null) continue;
    if (TAIL.test(title.slice(date.end))) return lastDayOf(date, date.year);
  }
  return null;
}

function asked(date: CivilDate | null, why: DayAsked["why"], reading: Reading): DayAsked | null {
  return date === null || compareDates(date, reading.asOf.date) === 0 ? null : { date, why };
}

/** 统计截止：10月 with no year anywhere: the same words give another day in another year. */
function yearAssumed(ledger: Ledger, reading: Reading): boolean {
  const { date } = reading.asOf;
  const inYear = (year: number) => statedDates(linesOf(ledger), year, ledger.grid.date1904 === true).cutOff;
  const stated = inYear(date.year);
  const before = inYear(date.year - 1);
  return stated !== null && before !== null && compareDates(stated, date) === 0 && compareDates(stated, before) !== 0;
}

/**
 * What a person has to say about the day it is counted by. Null where that day was settled, or is the ledger's own.
 * @example dayAsked(reading) // { date: 2025-11-20, why: "report" }
 */
export function dayAsked(reading: Reading): DayAsked | null {
  const { source, date } = reading.asOf;
  if (source === "stated")
    return reading.ledgers.some((ledger) => yearAssumed(ledger, reading)) ? { date, why: "year" } : null;
  if (source === "option") return null;
  for (const ledger of reading.ledgers) {
    const { report } = statedDates(linesOf(ledger), date.year, ledger.grid.date1904 === true);
    const found = asked(report, "report", reading);
    if (found !== null || report !== null) return found;
  }
  for (const { layout } of reading.ledgers) {
    const found = asked(monthOfTitle(layout.title), "title", reading);
    if (found !== null) return found;
  }
  return null;
}
