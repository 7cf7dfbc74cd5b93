import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";
import { onceATable } from "../generic/once-a-table";

export const rowsStruck = defineRule<{ readonly count: number }>({
  alias: "rows-struck",
  code: "L013",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "有划线的行", en: "struck-through rows" },
  messages: {
    zh: ({ count }) => `有 ${count} 行加了删除线，仍计入统计；从这一行开始。不应计入的请删去，应计入的请去掉删除线。`,
    en: ({ count }) =>
      `${count} row(s) are struck through but still counted; this is the first. Delete the ones that should not count; remove the strikethrough from the others.`,
  },
  check: onceATable((ledger) => {
    const [first] = ledger.struckRows;
    if (first === undefined) return null;
    return { row: Math.min(...ledger.struckRows.slice(0, 10_000)), data: { count: ledger.struckRows.length } };
  }),
  page: {
    what: "台账里有整行加了删除线的数据行。只在第一行报一次，并说明行数。",
    why: "删除线多半表示作废，但程序不能替人决定；不去掉就会多算。",
    bad: "第 9 行整行删除线，仍有序号和状态",
    good: "作废的行已删除，或状态写“撤销”",
    todo: "不应计入的删去或把状态改为“撤销”；应计入的去掉删除线。",
    en: "Some data rows are struck through; they are counted.",
  },
  ground: "设计约定：删除线行计入并提醒。",
});
