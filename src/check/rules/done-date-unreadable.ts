import { textOf } from "../../ledger";
import { isErrorText } from "../../grid";
import { createTextReader, isBlankOrPlaceholder } from "../cell-text";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const doneDateUnreadable = defineRule<{ readonly text: string }>({
  alias: "done-date-unreadable",
  code: "D213",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status", "doneDate"],
  field: "doneDate",
  name: { zh: "完成时间无法识别", en: "completion date not understood" },
  messages: {
    zh: ({ text }) => `完成时间“${text}”看不出是哪一天，无法判断是否按期，请改为 2025年9月30日 这样的写法。`,
    en: ({ text }) =>
      `Completion date “${text}” is not a date, so it cannot be compared with the deadline; write it as 2025年9月30日.`,
  },
  check: (context) => {
    const read = createTextReader(context.ledger, "doneDate");
    return {
      by: "row",
      look: (measure) => {
        if (measure.doneDate !== null || context.statusOf(measure) !== "done") return;
        const raw = read(measure);
        if (isBlankOrPlaceholder(raw) || isErrorText(raw)) return;
        const text = clip(textOf(context.ledger, measure, "doneDate"));
        context.report(measure, "doneDate", { text }, { quote: text });
      },
    };
  },
  page: {
    what: "已完成的事项填了完成时间，但读不出日期，例如“已完成”“见附件”。",
    why: "读不出日期就判断不了是否按期完成。",
    bad: "完成时间：见佐证材料",
    good: "完成时间：2025年6月1日",
    todo: "改成日期。",
    en: "The completion date of a done item cannot be read.",
  },
  ground: "规则提案 D202、D206。",
});
