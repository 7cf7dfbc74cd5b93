import { cellOf } from "../../ledger/cells";
import { valueAt } from "../../ledger/grid";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

export const statusUnknown = defineRule<{ readonly text: string }>({
  alias: "status-unknown",
  code: "S301",
  severity: "error",
  scope: "row",
  kinds: RECTIFIED,
  needs: ["status"],
  field: "status",
  name: { zh: "整改状态不明", en: "status not understood" },
  messages: {
    zh: ({ text }) => `看不出“${text}”是完成还是未完成，请改为已完成、正在整改等明确的状态。`,
    en: ({ text }) => `“${text}” is no known status; write done, under way or another clear status.`,
  },
  check: (context) => (measure) => {
    if (measure.status.state !== "unknown") return;
    const cell = cellOf(context.ledger, measure, "status");
    const text = cell === null ? "" : clip(String(valueAt(context.ledger.grid, cell.row, cell.col) ?? "").trim());
    context.report(measure, "status", { text }, { quote: text === "" ? null : text });
  },
  page: {
    what: "整改状态填了，但不在状态词表里，例如“差不多”“较好”，或者只写“立行立改”（这是方式，不是状态）。",
    why: "程序不猜状态。看不懂的状态既不能算完成，也不能算未完成。",
    bad: "整改状态：差不多",
    good: "整改状态：基本完成",
    todo: "改成明确的状态词。原文不会被自动改动。",
    en: "The status is filled with words that name no status.",
  },
  ground: "规则提案 S301：状态归一到枚举，原文保留，不自动改。",
});
