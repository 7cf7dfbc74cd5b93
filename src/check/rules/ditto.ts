import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";

export const ditto = defineRule<{ readonly count: number }>({
  alias: "ditto",
  code: "L020",
  severity: "info",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "有“同上”", en: "ditto marks" },
  messages: {
    zh: ({ count }) => `有 ${count} 格写“同上”（〃），按上一格的内容读；这是第一处。`,
    en: ({ count }) => `${count} cell(s) say “same as above” and are read that way; this is the first.`,
  },
  check: (context) => {
    const { ditto: found, itemAt } = context.ledger;
    if (!found) return;
    const { row, col, count } = found;
    context.reportCell({ row, col, item: itemAt.get(row) ?? null, idText: "ditto" }, null, { count });
  },
  page: {
    what: "台账里有写“同上”“〃”的格子。每张表只在第一处报一次，并说明格数。",
    why: "这些格子按上一格的内容读；上一格改了或行调了顺序，意思就跟着变。",
    bad: "责任单位：同上",
    good: "责任单位：财务科",
    todo: "通常不必改；要排序、筛选或拆分的台账，请逐格写全。",
    en: "Cells that only repeat the one above; they are read as what stands there.",
  },
  ground: "设计约定：同上、〃 取上一格的值并提示。",
});
