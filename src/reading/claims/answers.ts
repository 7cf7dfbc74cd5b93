/** Where an item's answer stands, and the sentences around a place. */
import type { DateToken, Line, ReadNotice, ReadItem, Place, Sentence } from "../types";
import { firstFrom } from "./within";
import { clauseAround } from "../../zh/clause";
import { civilDate, compareDates, lastDayOfMonth, type CivilDate } from "../../zh/civil-date";

/** Lines of an item's answer, first to last. */
export function answerLines(document: ReadNotice, item: ReadItem): readonly Line[] {
  if (item.progressLine === null) return [];
  return document.lines.slice(item.progressLine, item.lastLine + 1);
}

/** The sentence that holds a place. */
export function sentenceAt(line: Line, at: number): Sentence | null {
  const sentence = line.sentences[firstFrom(line.sentences, at + 1) - 1];
  return sentence && at >= sentence.start && at < sentence.end ? sentence : null;
}

/** Text without any stop is cut here. */
const LONGEST_CLAUSE = 120;

/** The clause that holds a place: between commas, semicolons and full stops. */
export function clauseAt(
  line: Line,
  place: Place,
): { readonly start: number; readonly end: number; readonly text: string } {
  return clauseAround(line.plain, place, LONGEST_CLAUSE);
}

/** Earliest day a date token may mean; its year is `year` where it has none. Null where nothing can be said. */
export function earliestDay(token: DateToken, year: number | null): CivilDate | null {
  const y =
    token.year !== null && token.yearDigits === 4
      ? token.year
      : token.yearDigits === 2 && token.year !== null
        ? 2000 + token.year
        : year;
  if (y === null) return null;
  if (token.month === null)
    return token.part === "" || token.part === "年初" || token.part === "初" ? civilDate(y, 1, 1) : null;
  if (token.day !== null) return civilDate(y, token.month, token.day);
  if (token.month < 1 || token.month > 12) return null;
  switch (token.part) {
    case "底":
    case "末":
    case "月底":
    case "月末":
      return civilDate(y, token.month, lastDayOfMonth(y, token.month));
    case "中旬":
      return civilDate(y, token.month, 11);
    case "下旬":
      return civilDate(y, token.month, 21);
    default:
      return civilDate(y, token.month, 1);
  }
}

/** Whether a written date lies after the day the notice is judged on. */
export function isAfterAsOf(context: { readonly asOf: CivilDate | null }, token: DateToken): boolean {
  if (context.asOf === null || token.year === null) return false;
  // Another four-digit year settles it without a day.
  if (token.yearDigits === 4 && token.year < context.asOf.year) return false;
  const day = earliestDay(token, null);
  return day !== null && compareDates(day, context.asOf) > 0;
}
