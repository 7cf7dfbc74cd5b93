import { tellsReview } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { createOwnStatus } from "../own-status";
import { defineRule } from "../rule";
import { clip } from "../words";

export const statusMissing = defineRule<{ readonly problem: string; readonly review: string }>({
  alias: "status-missing",
  code: "S302",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "整改状态未填", en: "status missing" },
  messages: {
    zh: ({ review }) =>
      review === ""
        ? "整改状态未填，请填写已完成、正在整改等状态。"
        : `整改状态取自“${review}”，这一格是空的：可能还没有复查，请核实后填写。`,
    en: ({ review }) =>
      review === ""
        ? "The status is missing; enter done, under way or another status."
        : `Statuses are taken from “${review}”, and this cell is empty: perhaps nobody has looked again yet; please check and enter it.`,
  },
  check: (context) => {
    // An empty review may be one that was not made: nobody can be told that something is wrong.
    const { columns, kind } = context.ledger;
    // 核查 of a clue is the work itself.
    const review = kind !== "clue" && tellsReview(columns) ? (columns.status?.header ?? "") : "";
    const extras = review === "" ? undefined : ({ severity: "warning" } as const);
    const { ownStatus, by } = createOwnStatus(context.ledger, context.once);
    return {
      by,
      concerns: (measure) => ownStatus(measure).state === "missing",
      look: (measure) => {
        context.report(measure, "status", { problem: clip(measure.item.problem), review }, extras);
      },
    };
  },
  page: {
    what: "整改状态一格是空的。合并单元格只报一次。状态取自复查、验收、销号列的，空格可能只是还没有复查，按警告报。",
    why: "状态空着的事项无法计入已完成或未完成，完成率就不准。",
    bad: "序号 7，整改状态：（空）",
    good: "序号 7，整改状态：正在整改",
    todo: "按实际情况填写：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。填好之前不宜出综述。",
    forUnit: "按实际情况填写：已完成、基本完成、阶段性完成、正在整改、未完成、长期坚持等。",
    en: "The status of an item or measure is empty.",
  },
  ground: "规则提案 S301；每一项都须有状态才能计算完成率。",
});
