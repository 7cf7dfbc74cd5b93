import { civilDate, compareDates, lastDayOfMonth, type CivilDate } from "../../zh/civil-date";
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { noticeDays as words } from "../../zh/words/notice-days";
import { isAsOf, toldDays, placeOf, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly title: string; readonly written: string; readonly how: "asOf" | "month" };

/** What the title says the notice is about. */
interface Period {
  readonly text: string;
  readonly year: number | null;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const MONTH = reWith(
  "u",
)`(?:(20[0-9]{2})年)?([0-9]{1,2}|${words.numerals}{1,2})月份?[^，。]{0,24}?${words.titleSubject}`;
const QUARTER = reWith("u")`(?:(20[0-9]{2})年)?第?(${words.quarters})季度`;
const HALF = reWith("u")`(?:(20[0-9]{2})年)?(${words.halves})半年`;

/** The one month or quarter of a title; a range of months, or a day, is not judged. */
function periodOf(title: string): Period | null {
  const text = title.replace(/\s+/gu, "").replace(/[（(][^）)]{0,60}[）)]/gu, "");
  const several = quarterOf(text);
  if (several) return several;
  const found = MONTH.exec(text);
  if (
    !found ||
    /[-—–―~～至到、和－]$/u.test(text.slice(0, found.index)) ||
    /月份?(?:[-—–―~～至到、和－]|[0-9])/u.test(found[0])
  )
    return null;
  const month = /^[0-9]/u.test(found[2] ?? "") ? Number(found[2]) : parseCount(found[2] ?? "");
  if (month === null || month < 1 || month > 12) return null;
  const written = found[0].slice(0, found[0].indexOf("月") + 1);
  return { text: written, year: yearOf(found[1]), firstMonth: month, lastMonth: month };
}

/** A quarter or half of a year that a text tells first. */
function quarterOf(text: string): Period | null {
  const quarter = QUARTER.exec(text);
  const half = quarter ? null : HALF.exec(text);
  const found = quarter ?? half;
  if (!found || /[-—–―~～至到、和－前]$/u.test(text.slice(0, found.index))) return null;
  const months = quarter ? 3 : 6;
  const number = half ? "上下".indexOf(half[2] ?? "") + 1 : "一二三四".indexOf(found[2] ?? "") + 1 || Number(found[2]);
  if (/^[-—–―~～至到、和－]/u.test(text.slice(found.index + found[0].length))) return null;
  return { text: found[0], year: yearOf(found[1]), firstMonth: (number - 1) * months + 1, lastMonth: number * months };
}

function yearOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** The body begins on one of so many lines. */
const OPENING_LINES = 4;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { title } = context.document;
  const period = title ? periodOf(title.text) : null;
  if (!title || !period) return;
  const days = toldDays(context);
  for (const day of days) {
    const line = context.lines[day.token.line];
    if (!line || line.index <= title.lastLine || !isAsOf(line, day)) continue;
    const year = period.year ?? day.first.year;
    if (isWithin(day.last, year, period)) continue;
    yield {
      place: placeOf(line.index, day.token.start, day.token.end),
      data: { title: period.text, written: day.token.text, how: "asOf" },
    };
  }
  yield* months(context, period, title.lastLine);
}

/** Counted in the period, or in the months in which it is reported. */
function isWithin(day: CivilDate, year: number, { firstMonth, lastMonth }: Period): boolean {
  // A quarter is counted at its end, a half of a year in its last two months.
  const months = lastMonth - firstMonth + 1;
  const from = civilDate(year, months > 1 ? lastMonth - Math.floor(months / 6) : firstMonth, 1);
  const month = lastMonth === 12 ? 1 : lastMonth + 1;
  const to = civilDate(lastMonth === 12 ? year + 1 : year, month, lastDayOfMonth(year, month));
  return !from || !to || (compareDates(from, day) <= 0 && compareDates(day, to) <= 0);
}

const SINCE = /^以来/u;

/** 2025年3月，共受理…: the month the body begins with. */
function* months(context: ProofContext, period: Period, titleEnd: number): Generator<ProofHit<Data>> {
  let seen = 0;
  for (const line of context.lines.slice(titleEnd + 1, titleEnd + 12)) {
    if (line.indent >= line.plain.length) continue;
    if (++seen > OPENING_LINES) return;
    yield* spans(line, period);
    yield* announced(line, period);
    const token = line.tokens[0];
    if (token?.type !== "date" || token.month === null || token.day !== null || token.joinsNext) continue;
    const asOf = /截[至止]$/u.test(line.plain.slice(Math.max(0, token.start - 2), token.start));
    if (
      !asOf &&
      !(token.start === line.indent && /^份?(?:以来)?[，,]/u.test(line.plain.slice(token.end, token.end + 4)))
    )
      continue;
    // 截至11月底 may report on October; a month with its year is judged with the other as-of days.
    if (asOf && (token.year !== null || token.month > period.lastMonth)) continue;
    const sameYear = period.year === null || token.year === null || token.year === period.year;
    // 6月底以来 is told of what came after June.
    if (
      SINCE.test(line.plain.slice(token.end, token.end + 2)) &&
      token.part !== "" &&
      token.month + 1 === period.firstMonth
    )
      continue;
    if (token.month >= period.firstMonth && token.month <= period.lastMonth && sameYear) continue;
    yield {
      place: placeOf(line.index, token.start, token.end),
      data: { title: period.text, written: token.text, how: "month" },
    };
  }
}

const ANNOUNCED = reWith(
  "u",
)`^\s*现将(?:20[0-9]{2}年)?([0-9]{1,2}|${words.numerals}{1,2})月份?(?![0-9])[^，。；]{2,30}${words.asFollows}`;

/** 现将8月份…情况通报如下: the month of what is told below. */
function* announced({ plain, text, index }: Line, period: Period): Generator<ProofHit<Data>> {
  const found = ANNOUNCED.exec(plain);
  const month = found ? (parseCount(found[1] ?? "") ?? Number(found[1])) : null;
  if (!found || month === null || (month >= period.firstMonth && month <= period.lastMonth)) return;
  const start = plain.indexOf(NOW_TOLD) + NOW_TOLD.length;
  const end = plain.indexOf("月", start) + 1;
  yield {
    place: placeOf(index, start, end),
    data: { title: period.text, written: text.slice(start, end), how: "month" },
  };
}

const NOW_TOLD = "现将";

/** 2025年二季度，全区共…; 2025年4月至6月，共…: the stretch of time that a line of the body begins with. */
function* spans(line: Line, period: Period): Generator<ProofHit<Data>> {
  const head = line.plain.slice(line.indent, line.indent + LONGEST_SPAN);
  const told = quarterOf(head);
  const [from, to] = line.tokens;
  let end = -1;
  if (told && head.startsWith(told.text)) end = line.indent + told.text.length;
  let span = end < 0 ? null : told;
  if (!span && from?.type === "date" && to?.type === "date" && from.joinsNext && from.start === line.indent) {
    if (from.month === null || to.month === null || from.day !== null || to.day !== null) return;
    if (to.year !== null && to.year !== from.year) return;
    end = to.end;
    span = { text: "", year: from.year, firstMonth: from.month, lastMonth: to.month };
  }
  // 7至12月
  if (!span && from?.type === "number" && from.unit === "月" && from.rangeTo !== null && from.start === line.indent) {
    end = from.unitEnd;
    span = { text: "", year: null, firstMonth: from.mantissa, lastMonth: from.rangeTo };
  }
  if (!span || !/^份?[，,]/u.test(line.plain.slice(end, end + 2))) return;
  const otherYear = period.year !== null && span.year !== null && span.year !== period.year;
  // 上半年 goes with a title of 二季度, and 1至9月 with one of the third.
  const overlaps = span.firstMonth <= period.lastMonth && span.lastMonth >= period.firstMonth;
  if (overlaps && !otherYear) return;
  const written = line.text.slice(line.indent, end);
  yield { place: placeOf(line.index, line.indent, end), data: { title: period.text, written, how: "month" } };
}

/** 2025年第三季度 */
const LONGEST_SPAN = 10;

export const titleMonth = defineProofRule<Data>({
  alias: "title-month",
  code: "P409",
  severity: "warning",
  name: { zh: "标题月份与正文不一", en: "month in the title differs from the body" },
  messages: {
    zh: ({ title, written, how }) =>
      how === "asOf"
        ? `标题写“${title}”，正文统计截至${written}，请核对月份。`
        : `标题写“${title}”，正文却从“${written}”写起，请核对月份。`,
    en: ({ title, written }) => `The title says “${title}”, the body “${written}”.`,
  },
  find,
  page: {
    what: "标题写明某月、某季度或上（下）半年，正文“截至”的日期早于它、或晚于它的下一个月；正文开头的月份、季度、半年或起止月份与标题没有重合。标题写“1—9月”等一段时间的不判断。",
    why: "每月的通报常从上月的改来，标题或正文的月份忘了改。",
    bad: "标题：2025年9月整改进展情况通报；正文：截至2025年8月31日……",
    good: "截至2025年9月30日……",
    todo: "统一标题和正文的月份。",
    en: "The month or quarter of the title against the as-of day and the first month of the body.",
  },
  ground: "标题与正文一致。",
});
