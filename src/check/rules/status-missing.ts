import { RECTIFIED } from "../kinds";
import { createOwnStatus } from "../own-status";
import { defineRule } from "../rule";
import { clip } from "../words";

export const statusMissing = defineRule<{ readonly problem: string }>({
  alias: "status-missing",
  code: "S302",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "整改状态未填", en: "status missing" },
  messages: {
    zh: () => "整改状态未填，请填写已完成、正在整改等状态。",
    en: () => "The status is missing; enter done, under way or another status.",
  },
  check: (context) => {
    const { ownStatus, by } = createOwnStatus(context.ledger, context.once);
    return {
      by,
      concerns: (measure) => ownStatus(measure).state === "missing",
      look: (measure) => {
        context.report(measure, "status", { problem: clip(measure.item.problem) });
      },
    };
  },
  page: {
    what: "整改状态一格是空的。合并单元格只报一次。",
    why: "状态空着的事项无法计入已完成或未完成，完成率就不准。",
    bad: "序号 7，整改状态：（空）",
    good: "序号 7，整改状态：正在整改",
    todo: "按实际情况填写：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。填好之前不宜出综述。",
    en: "The status of an item or measure is empty.",
  },
  ground: "规则提案 S301；每一项都须有状态才能计算完成率。",
});
