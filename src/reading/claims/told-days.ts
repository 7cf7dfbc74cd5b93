/** Days a notice tells, with the years that stand before them, and the stretches from one day to another. */
import { civilDate, lastDayOfMonth, type CivilDate } from "../../zh/civil-date";
import { reWith } from "../../zh/pattern";
import { noticeDays as words } from "../../zh/words/notice-days";
import type { DateToken, Line, NoticeReading } from "../types";
import { LINE_SIGN, signed } from "../signs";
import { earliestDay } from "./answers";

/** A written day or month with the first and the last day it may mean. */
export interface ToldDay {
  readonly token: DateToken;
  readonly first: CivilDate;
  readonly last: CivilDate;
  /** The year is written with it, or carried over from a date before it in the line. */
  readonly yearKnown: boolean;
}

/** From one day to another: 2025年3月1日至5月20日. */
export interface ToldRange {
  readonly from: ToldDay;
  readonly to: ToldDay;
}

/** All days and months told, in text order; those of no certain year are left out. */
export function toldDays(context: NoticeReading): readonly ToldDay[] {
  const days: ToldDay[] = [];
  let line = -1;
  let year: number | null = null;
  for (const token of context.dates) {
    if (token.line !== line) year = null;
    line = token.line;
    if (token.year !== null) year = token.yearDigits === 4 ? token.year : null;
    if (year === null || token.month === null) continue;
    const day = dayOf(token, year);
    if (day) days.push(day);
  }
  return days;
}

function dayOf(token: DateToken, year: number): ToldDay | null {
  const first = earliestDay({ ...token, year, yearDigits: 4 }, year);
  if (first === null) return null;
  const last = token.day === null ? civilDate(first.year, first.month, lastDayOfMonth(first.year, first.month)) : first;
  return last === null ? null : { token, first, last, yearKnown: true };
}

/** No month is longer in it, and no year is claimed by it. */
const SOME_YEAR = 2025;

/** 开始，至 stands between two days that make up a range. */
const FARTHEST = 4;

/**
 * Ranges of a line. A range without any year gets one, and ends in the next where it would end before it begins: its
 * length is known though its year is not.
 */
export function rangesOf(line: Line): readonly ToldRange[] {
  const ranges: ToldRange[] = [];
  let year: number | null = null;
  let before: DateToken | null = null;
  for (const token of line.tokens) {
    if (token.type !== "date") continue;
    if (before?.joinsNext && token.start - before.end <= FARTHEST && before.month !== null && token.month !== null) {
      const from = dayOf(before, year ?? SOME_YEAR);
      const to = dayOf(token, token.year ?? year ?? SOME_YEAR);
      if (from && to) ranges.push({ from, to });
    }
    if (token.year !== null) year = token.yearDigits === 4 ? token.year : null;
    before = token;
  }
  return ranges;
}

const AS_OF = reWith("u")`${words.asOf}\s*$`;
const PUBLICITY = reWith("gu")`${words.publicity}`;
const COUNTED = reWith("u")`${words.counted}`;
/** A sentence tells its publicity in so many characters. */
const NEAR = 60;

/** 截至2025年10月31日 where the rectification is counted, not how things stood in some other year. */
export function isAsOf(line: Line, { token }: ToldDay): boolean {
  return (
    AS_OF.test(line.plain.slice(Math.max(0, token.start - 4), token.start)) &&
    COUNTED.test(line.plain.slice(token.end, token.end + NEAR))
  );
}

/** 于9月1日至9月10日在政府网站公示 */
const MADE_PUBLIC = reWith("u")`^[^。；\d]{0,20}${words.madePublic}(?!${words.publicityNouns})`;

/** First and last day on which the notice is public; null where it is not told. */
export function publicityOf(context: NoticeReading): ToldRange | null {
  for (const line of signed(context.lines, LINE_SIGN.publicity)) {
    if (line.tokens.length < 2) continue;
    const ranges = rangesOf(line).filter(({ from, to }) => from.token.year !== null || to.token.year !== null);
    for (const word of line.plain.matchAll(PUBLICITY)) {
      const range = ranges.find(({ from }) => from.token.start >= word.index && from.token.start - word.index <= NEAR);
      if (range) return range;
    }
    const made = ranges.find(({ to }) => MADE_PUBLIC.test(line.plain.slice(to.token.end, to.token.end + NEAR)));
    if (made) return made;
  }
  return null;
}
