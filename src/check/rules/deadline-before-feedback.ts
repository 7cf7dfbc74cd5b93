import { compareDates } from "../../zh/civil-date";
import { defineRule } from "../rule";
import { dateWords } from "../words";

type Data = { readonly date: string; readonly iso: string; readonly feedback: string; readonly feedbackIso: string };

export const deadlineBeforeFeedback = defineRule<Data>({
  alias: "deadline-before-feedback",
  code: "D208",
  severity: "info",
  scope: "row",
  kinds: ["problem"],
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "整改时限早于反馈日", en: "deadline before the feedback" },
  messages: {
    zh: ({ date, feedback }) => `整改时限 ${date} 早于反馈日期 ${feedback}，多半是年份写错，请核对。`,
    en: ({ iso, feedbackIso }) =>
      `The deadline ${iso} is earlier than the feedback of ${feedbackIso}; please check the year.`,
  },
  check: (context) => {
    const feedback = context.reading.feedbackDate;
    if (feedback === null) return null;
    const words = dateWords(feedback);
    return {
      by: "deadline",
      concerns: ({ deadline }) => deadline.type === "date" && compareDates(deadline.date, feedback) < 0,
      look: (measure) => {
        const { deadline } = measure;
        if (deadline.type !== "date") return;
        const { zh, en } = dateWords(deadline.date);
        context.report(measure, "deadline", { date: zh, iso: en, feedback: words.zh, feedbackIso: words.en });
      },
    };
  },
  page: {
    what: "知道反馈日期（设置里填写，或台账标题里写明）时，整改时限早于反馈日期。",
    why: "问题还没有反馈，时限已经过了，多半是年份写错。",
    bad: "反馈日期 2025年1月24日；整改时限 2024年6月底前",
    good: "反馈日期 2025年1月24日；整改时限 2025年6月底前",
    todo: "核对年份；巡察期间边巡边改、确已提前定下时限的可忽略。",
    forUnit: "核对年份；巡察期间边巡边改、确已提前定下时限的，在备注里写明。",
    en: "The deadline is earlier than the feedback itself.",
  },
  ground: "规则提案 D208。",
});
