import { compareDates, isoDate } from "../../zh/civil-date";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type RangeData = { readonly from: string; readonly to: string; readonly how: "range" | "feedback" };

/** 开始，至 stands between two days that make up a range. */
const FARTHEST = 4;

function* ranges(context: ProofContext): Generator<ProofHit<RangeData>> {
  const { feedback, inspectionFrom } = context.document;
  // What was inspected is fed back afterwards.
  if (feedback && inspectionFrom && compareDates(feedback.date, inspectionFrom) < 0)
    yield {
      place: placeOf(feedback.line, feedback.start, feedback.end),
      data: { from: isoDate(inspectionFrom), to: isoDate(feedback.date), how: "feedback" },
      severity: "warning",
    };
  const { dates } = context;
  for (let i = 1; i < dates.length; i++) {
    const from = dates[i - 1];
    const to = dates[i];
    if (!from?.joinsNext || !to || from.line !== to.line) continue;
    if (from.month === null || from.year === null || to.month === null) continue;
    if (to.start - from.end > FARTHEST || (to.year !== null && to.yearDigits !== from.yearDigits)) continue;
    const year = to.year ?? from.year;
    const a = (from.year * 12 + from.month) * 32 + (from.day ?? 0);
    const b = (year * 12 + to.month) * 32 + (to.day ?? (from.day === null ? 0 : 31));
    if (b >= a) continue;
    yield { place: placeOf(from.line, from.start, to.end), data: { from: from.text, to: to.text, how: "range" } };
  }
}

export const dateRange = defineProofRule<RangeData>({
  alias: "date-range",
  code: "P405",
  severity: "error",
  name: { zh: "起止日期颠倒", en: "date range that ends before it begins" },
  messages: {
    zh: ({ from, to, how }) =>
      how === "feedback"
        ? `反馈日期${to}早于巡察开始的${from}，请核对年份。`
        : `起止日期颠倒：“${from}”在“${to}”之后，请核对是否缺年份。`,
    en: ({ from, to, how }) =>
      how === "feedback"
        ? `Feedback on ${to} precedes the inspection that began on ${from}; check the years.`
        : `The range ends (${to}) before it begins (${from}); perhaps a year is missing.`,
  },
  find: ranges,
  page: {
    what: "“某年某月某日至某月某日”，后者早于前者；反馈日期早于巡察开始的日期（提醒）。",
    why: "跨年而不写第二个年份，或日期写反。",
    bad: "2024年11月9日至2月29日",
    good: "2024年11月9日至2025年2月28日",
    todo: "补年份或改正。",
    en: "A date range that runs backwards.",
  },
  ground: "历法；GB/T 15835—2011。",
});
