import type { SheetUnit } from "../../ledger";
import { RECTIFIED } from "../kinds";
import { defineRule } from "../rule";
import { clip } from "../words";

type Data = { readonly unit: string; readonly from: SheetUnit["from"] };

const ZH: Readonly<Record<SheetUnit["from"], string>> = {
  sheet: "工作表名",
  line: "表头上方的填报单位",
  title: "标题",
};
const EN: Readonly<Record<SheetUnit["from"], string>> = {
  sheet: "the sheet’s name",
  line: "the line above the header",
  title: "the title",
};

export const unitOfSheet = defineRule<Data>({
  alias: "unit-of-sheet",
  code: "U106",
  severity: "info",
  scope: "table",
  kinds: RECTIFIED,
  needs: [],
  name: { zh: "责任单位取自表名", en: "unit taken from the sheet" },
  messages: {
    zh: ({ unit, from }) => `表里没有责任单位列，各项都算作“${unit}”的（取自${ZH[from]}）。`,
    en: ({ unit, from }) => `There is no column for units; all items are assigned to “${unit}” (from ${EN[from]}).`,
  },
  check: (context) => {
    const { sheetUnit, layout } = context.ledger;
    if (!sheetUnit) return;
    const data: Data = { unit: clip(sheetUnit.text), from: sheetUnit.from };
    context.reportCell({ row: layout.header.top, col: layout.header.left, item: null, idText: "unit" }, null, data);
  },
  page: {
    what: "表里没有责任单位列，而工作表名、表头上方的填报单位或标题说明了是哪个单位的台账（一个单位一张表）。",
    why: "按单位统计时，整张表都算在这个单位名下。",
    bad: "工作表“财务科”，表头：序号、问题、措施、整改时限、整改状态",
    good: "表头里有责任单位列",
    todo: "不是这个单位的，请补上责任单位列。",
    en: "The table has no column of units; the sheet, a line above the header or the title names the unit.",
  },
  ground: "设计约定：一个单位一张表时，单位取自表名或填报单位。",
});
