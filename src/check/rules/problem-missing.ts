import { isErrorText } from "../../grid";
import { rawOf } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";

export const problemMissing = defineRule<{ readonly number: string }>({
  alias: "problem-missing",
  code: "L002",
  severity: "error",
  scope: "item",
  kinds: RECTIFIED,
  needs: ["problem"],
  name: { zh: "问题未填", en: "problem missing" },
  messages: {
    zh: ({ number }) =>
      `${number === "" ? "" : `序号 ${number} 的`}问题内容未填，请补写问题；如果是上一个问题的措施，请去掉序号或合并单元格。`,
    en: ({ number }) =>
      `The problem${number === "" ? "" : ` of number ${number}`} is missing; enter it, or clear the number if this row continues the item above.`,
  },
  check: (context) => (item) => {
    if (item.problem !== "" || isErrorText(rawOf(context.ledger, item, "problem"))) return;
    context.report(item, "problem", { number: item.number });
  },
  page: {
    what: "这一行有自己的序号，问题一格却是空的。",
    why: "它会被算作一个问题，但谁也不知道是什么问题。",
    bad: "序号 18，反馈问题：（空），整改措施：完善制度",
    good: "序号 18，反馈问题：固定资产未及时入账，整改措施：完善制度",
    todo: "补写问题。如果这一行只是上一个问题的又一条措施，去掉序号，或与上一行合并。",
    en: "A row with its own number has no problem text.",
  },
  ground: "规则提案 L002。",
});
