import { RECTIFIED } from "../kinds";
import { createTextReader, isBlankOrPlaceholder } from "../cell-text";
import { defineRule } from "../rule";
import { clip } from "../words";

export const measureMissing = defineRule<{ readonly problem: string }>({
  alias: "measure-missing",
  code: "L011",
  severity: "info",
  scope: "row",
  kinds: RECTIFIED,
  needs: [],
  field: ["measure", "task"],
  name: { zh: "整改措施未填", en: "measure missing" },
  messages: {
    zh: () => "整改措施未填，请写明具体做法。",
    en: () => "The measure is missing; enter what is to be done about the problem.",
  },
  check: (context) => {
    const read = createTextReader(context.ledger, context.field);
    return {
      by: "row",
      look: (measure) => {
        const text = read(measure);
        if (text.length > 8 || !isBlankOrPlaceholder(text) || context.statusOf(measure) === "excluded") return;
        context.report(measure, context.field, { problem: clip(measure.item.problem) });
      },
    };
  },
  page: {
    what: "整改措施（或整改任务）一格是空的。",
    why: "没有措施的问题，完成与否无从核对；措施数也会少算。",
    bad: "反馈问题：档案管理不规范，整改措施：（空）",
    good: "反馈问题：档案管理不规范，整改措施：重新整理 2022 年以来的档案，10 月底前完成",
    todo: "补写措施；确实不需要措施的可以忽略此提示并注明原因。",
    forUnit: "补写措施；确实不需要措施的，在备注里写明原因。",
    en: "The measure of an item is empty.",
  },
  ground: "规则提案 L002（提示级：不影响问题的计数）。",
});
