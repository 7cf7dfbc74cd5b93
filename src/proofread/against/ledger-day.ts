import { compareDates, isoDate } from "../../zh/civil-date";
import { placeOf, type Line, type Place } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { TEXTS_GROUND } from "./words";

type DayData = { readonly written: string; readonly ledger: string; readonly how: "feedback" | "signed" };

function* days(context: ProofContext): Generator<ProofHit<DayData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  const { reading } = ledger;
  const { feedback, signed } = document;
  if (feedback && reading.feedbackDate && compareDates(feedback.date, reading.feedbackDate) !== 0)
    yield dayHit(context.lines, feedback, isoDate(reading.feedbackDate), "feedback");
  if (signed && reading.asOf.source !== "today" && compareDates(signed.date, reading.asOf.date) < 0)
    yield dayHit(context.lines, signed, isoDate(reading.asOf.date), "signed");
}

function dayHit(lines: readonly Line[], place: Place, ledger: string, how: DayData["how"]): ProofHit<DayData> {
  const { line, start, end } = place;
  return {
    place: placeOf(line, start, end),
    data: { written: lines[line]?.text.slice(start, end) ?? "", ledger, how },
  };
}

export const ledgerDay = defineProofRule<DayData>({
  alias: "ledger-day",
  code: "P814",
  severity: "warning",
  name: { zh: "反馈、成文日期与台账不合", en: "feedback or signature date differs from the ledger" },
  messages: {
    zh: ({ written, ledger, how }) =>
      how === "feedback"
        ? `通报写${written}反馈，台账写明的反馈日期是${ledger}。`
        : `成文日期${written}早于台账的统计截止日${ledger}，成文时还没有这些数字。`,
    en: ({ written, ledger, how }) =>
      how === "feedback"
        ? `Feedback on ${written} here, on ${ledger} in the ledger.`
        : `Signed on ${written}, before the ledger's as-of date ${ledger}: these figures did not exist then.`,
  },
  find: days,
  page: {
    what: "通报所写反馈日期与台账写明的反馈日期；成文日期早于台账的统计截止日。台账没有写明的不比。",
    why: "反馈日期是整改期限的起点；成文之后的数字不可能写进通报。",
    bad: "通报：6月1日反馈；台账：反馈时间2025年6月10日。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The day of feedback against the ledger's, and a signature before the as-of day.",
  },
  ground: TEXTS_GROUND,
});
