import { textOf, type DeadlineInvalidReason } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

type Data = { readonly text: string; readonly reason: DeadlineInvalidReason };

const ZH: Readonly<Record<DeadlineInvalidReason, string>> = {
  noSuchDate: "日历上没有这一天，请核对年月日",
  vague: "没有说明哪一天，请改为具体日期",
  needsSettings: "要有反馈日期和集中整改期的月数才能算出，请在“台账”页“日期”里（命令行用设置文件）填写，或改为具体日期",
  unreadable: "看不出是哪一天，请改为 2025年9月30日 这样的写法",
};
const EN: Readonly<Record<DeadlineInvalidReason, string>> = {
  noSuchDate: "names a day that does not exist; please check it",
  vague: "does not name a day; please write a date",
  needsSettings:
    "can only be worked out from the feedback date and the length of the period; enter them under Ledger, Dates (or in the settings file), or write a date",
  unreadable: "cannot be read as a date; write it as 2025年9月30日",
};

export const deadlineInvalid = defineRule<Data>({
  alias: "deadline-invalid",
  code: "D202",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["deadline"],
  field: "deadline",
  name: { zh: "整改时限无效", en: "deadline not understood" },
  messages: {
    zh: ({ text, reason }) => `整改时限“${text}”${ZH[reason]}。`,
    en: ({ text, reason }) => `Deadline “${text}” ${EN[reason]}.`,
  },
  check: (context) => ({
    by: "deadline",
    concerns: ({ deadline }, status) => deadline.type === "invalid" && status !== "excluded",
    look: (measure) => {
      if (measure.deadline.type !== "invalid") return;
      const { reason } = measure.deadline;
      const text = clip(textOf(context.ledger, measure, "deadline"));
      context.report(measure, "deadline", { text, reason }, { quote: text === "" ? null : text });
    },
  }),
  page: {
    what: "整改时限填了，但不是一个能落到日历上的日期：不存在的日子（2025年2月30日、13月）、没有日子的词（尽快、待定、春节前、按计划），或写法无法识别。",
    why: "程序不替人猜日期。判断不了时限，就判断不了超期。",
    bad: "整改时限：尽快",
    good: "整改时限：2025年9月底前；2025年底前，并长期坚持；长期坚持；立行立改",
    todo: "改成具体日期。写“集中整改期内”的，请提供反馈日期和集中整改期的月数。",
    forUnit: "改成具体日期，或写明从哪一天起算。",
    en: "The deadline does not name a calendar day.",
  },
  ground: "规则提案 D202、D207。",
});
