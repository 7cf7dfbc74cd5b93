import { textOf } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const deadlineRelative = defineRule<{ readonly text: string }>({
  alias: "deadline-relative",
  code: "D215",
  severity: "warning",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "时限没有起算日", en: "deadline without a beginning" },
  messages: {
    zh: ({ text }) => `整改时限“${text}”算不出是哪一天，超期没有判断；请写明日期。`,
    en: ({ text }) =>
      `Deadline “${text}” is a length of time whose end date cannot be worked out, so it is not checked for being overdue. Please write a date.`,
  },
  check: (context) => ({
    by: "deadline",
    concerns: ({ deadline }, status) => deadline.type === "relative" && status !== "excluded",
    look: (measure) => {
      const text = clip(textOf(context.ledger, measure, "deadline"));
      context.report(measure, "deadline", { text }, { quote: text });
    },
  }),
  page: {
    what: "整改时限写的是一段时间（一个月内、10个工作日内、收到通知后15日内），台账里找不到起算的那一天；工作日还要扣除节假日。",
    why: "算不出到期日，就判断不了超期；程序不猜，也不报超期。",
    bad: "整改时限：10个工作日内",
    good: "整改时限：2025年6月30日前",
    todo: "改成具体日期；以反馈日起算的，提供反馈日期；以检查、交办之日起算的，表中留有检查日期、交办时间列即可。",
    forUnit: "改成具体日期；以反馈、检查、交办之日起算的，写明那一天。",
    en: "The deadline is a length of time whose beginning is not known.",
  },
  ground: "设计约定：算不出的时限不判断超期。",
});
