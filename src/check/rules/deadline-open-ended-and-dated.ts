import { datedDeadline, type DatedDeadlineData } from "../generic/dated-deadline";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";

export const deadlineOpenEndedAndDated = defineRule<DatedDeadlineData>({
  alias: "deadline-open-ended-and-dated",
  code: "D209",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "时限既有日期又写长期坚持", en: "deadline both dated and open-ended" },
  messages: {
    zh: ({ text, date }) => `时限“${text}”既有日期又写长期坚持，超期按 ${date} 判断。`,
    en: ({ text, iso }) =>
      `Deadline “${text}” has a date and is open-ended as well; whether it is overdue is judged by ${iso}.`,
  },
  check: datedDeadline(({ openEnded }) => openEnded),
  page: {
    what: "整改时限里既有日期，又有“长期坚持”“持续推进”。",
    why: "让人知道超期是按日期判断的，而不是按长期坚持放过。",
    bad: "整改时限：2025年底前，并长期坚持（提示）",
    good: "整改时限：2025年底前",
    todo: "通常不必改；如果只想长期坚持，去掉日期。",
    en: "The deadline has a date and is open-ended too; the date counts.",
  },
  ground: "规则提案 D209。",
});
