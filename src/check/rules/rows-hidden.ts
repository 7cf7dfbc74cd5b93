import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { onceATable } from "../generic/once-a-table";

export const rowsHidden = defineRule<{ readonly count: number }>({
  alias: "rows-hidden",
  code: "L012",
  severity: "info",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "有隐藏行", en: "hidden rows" },
  messages: {
    zh: ({ count }) => `有 ${count} 行被隐藏或筛选掉，它们照样计入统计；从这一行开始。`,
    en: ({ count }) => `${count} row(s) are hidden or filtered out; they count all the same. This is the first.`,
  },
  check: onceATable((ledger) => {
    if (ledger.hiddenRowCount === 0) return null;
    let first = Infinity;
    for (const row of ledger.grid.hiddenRows) if (row < first && ledger.itemAt.has(row)) first = row;
    return first === Infinity ? null : { row: first, data: { count: ledger.hiddenRowCount } };
  }),
  page: {
    what: "台账里有数据行被隐藏，或被筛选掉。只在第一行报一次，并说明行数。",
    why: "看得见的行数与统计的数不一样时，让人知道原因。",
    bad: "筛选后看到 20 行，统计是 23 项",
    good: "取消筛选，23 行都看得见",
    todo: "如果这些行不应计入，请删去或把状态改为“移交、撤销”等。",
    en: "Some data rows are hidden; they are counted.",
  },
  ground: "设计约定：隐藏行计入并提示。",
});
