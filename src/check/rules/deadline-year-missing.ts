import { textOf, type YearSource } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip, dateWords } from "../words";

type Data = { readonly text: string; readonly date: string; readonly iso: string; readonly from: YearSource };

const ZH: Readonly<Record<YearSource, string>> = {
  feedback: "反馈日期",
  report: "填报（统计截止）时间",
  asOf: "统计截止日",
};
const EN: Readonly<Record<YearSource, string>> = {
  feedback: "feedback date",
  report: "report date",
  asOf: "as-of date",
};

export const deadlineYearMissing = defineRule<Data>({
  alias: "deadline-year-missing",
  code: "D203",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "整改时限缺年份", en: "deadline without a year" },
  messages: {
    zh: ({ text, date, from }) => `时限“${text}”没有写年份，已按${ZH[from]}理解为 ${date}，请核对并补上年份。`,
    en: ({ text, iso, from }) =>
      `Deadline “${text}” has no year; it was read as ${iso}, based on the ${EN[from]}. Please check it and add the year.`,
  },
  check: (context) => ({
    by: "deadline",
    concerns: ({ deadline }) => deadline.type === "date" && deadline.yearFrom !== null,
    look: (measure) => {
      const { deadline } = measure;
      if (deadline.type !== "date" || deadline.yearFrom === null) return;
      const from = deadline.yearFrom;
      const text = clip(textOf(context.ledger, measure, "deadline"));
      const { zh, en } = dateWords(deadline.date);
      context.report(measure, "deadline", { text, date: zh, iso: en, from }, { quote: text });
    },
  }),
  page: {
    what: "整改时限只写了月日（6月底前、4月28日），没有年份。年份按反馈日期之后最近的该月、填报时间或统计截止日推定。",
    why: "跨年的台账里，缺年份的时限可能差一年。",
    bad: "整改时限：6月底前",
    good: "整改时限：2025年6月底前",
    todo: "核对推定的日期，补上年份。",
    en: "The deadline has no year; the year was inferred.",
  },
  ground: "规则提案 D203。",
});
