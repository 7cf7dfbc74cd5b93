import { EVERY_KIND } from "../kinds";
import { defineRule } from "../rule";

type Data = { readonly from: number; readonly to: number; readonly rows: number; readonly named: string };

export const tableUnread = defineRule<Data>({
  alias: "table-unread",
  code: "L018",
  severity: "warning",
  scope: "table",
  kinds: EVERY_KIND,
  needs: [],
  name: { zh: "没有列名的行没有计入", en: "rows without column names" },
  messages: {
    zh: ({ from, to, rows, named }) =>
      named !== ""
        ? `第 ${from} 至 ${to} 行有 ${rows} 行像是事项，但表头里认不出哪一列写的是问题（“${named}”），没有计入。请把这一列的列名改为“问题”一类的词；确实不是事项的，忽略本条即可。`
        : `第 ${from} 至 ${to} 行有 ${rows} 行像是事项，但上面没有列名，没有计入。请写上列名（序号、问题、整改时限、整改状态……）；确实不是事项的，忽略本条即可。`,
    en: ({ from, to, rows, named }) =>
      named !== ""
        ? `${rows} rows between ${from} and ${to} look like items, but no column is recognised as the problem (“${named}”), so they are not counted. Rename that column to 问题; if these rows are not items, ignore this finding.`
        : `${rows} rows between ${from} and ${to} look like items, but their columns have no names, so they are not counted. Name the columns (序号, 问题, 整改时限, 整改状态…); if these rows are not items, ignore this finding.`,
  },
  check: (context) => {
    const { ledger, reading } = context;
    if (reading.ledgers[0] !== ledger) return;
    for (const { sheet, row, col, lastRow, rows, named } of reading.unread) {
      const idText = `${sheet}\n${row}`;
      context.reportCell({ row, col, item: null, sheet, idText }, null, {
        from: row + 1,
        to: lastRow + 1,
        rows,
        named: (named ?? []).slice(0, 3).join("”、“"),
      });
    }
  },
  page: {
    what: "工作簿里读出了台账，旁边、上下或另一张工作表上还有几行，内容像是事项（有状态，或有时限、单位），列却没有名称（没有表头，或表头只写“列1、列2”）。这些行没有读，也没有计入。",
    why: "漏掉一张表，问题总数就比反馈的少，完成率也跟着错。",
    bad: "列1 | 列2 | 列3，下面是 1 | 档案未归档 | 已完成",
    good: "序号 | 反馈问题 | 整改状态，下面是 1 | 档案未归档 | 已完成",
    todo: "给这些行写上列名；不是事项的，忽略本条。",
    forUnit: "给这些行写上列名；不是事项的，移到别的工作表。",
    en: "Rows that look like items have no column names above them, and are not counted.",
  },
  ground: "设计约定：不静默地漏掉事项。",
});
