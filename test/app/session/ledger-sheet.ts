/** A small ledger for tests of the session: one row each of done, ongoing and faulty. */
import type { CellValue } from "../../../src/grid/grid";
import type { MemorySheet } from "../../hosts/memory-host";

export const HEADER = [
  "序号",
  "反馈问题",
  "整改措施",
  "责任单位",
  "整改时限",
  "整改状态",
  "整改进展",
  "完成时间",
  "佐证材料",
];

/** Row 3 (zero-based 2) is the first item. */
export const ROWS: readonly (readonly CellValue[])[] = [
  [1, "某制度未落实", "修订制度", "办公室", "2025年6月底前", "已完成", "已印发制度。", "2025-05-20", "制度文本"],
  [2, "某台账不全", "补建台账", "财务股 ", "2025年9月底前", "正在整改", "正在补建。", null, null],
  [3, "某培训不到位", "开展培训", null, "2025年12月底前", "正在整改", "已制定计划。", null, null],
  [4, "某项目滞后", "加快建设", "基建股", "2026年6月底前", "已完成", "已投入使用。", "2025-09-01", "验收单"],
];

/** Column of each field. */
export const COL = { number: 0, problem: 1, measure: 2, unit: 3, deadline: 4, status: 5, progress: 6 } as const;
export const FIRST = 2;

export function ledgerSheet(rows: readonly (readonly CellValue[])[] = ROWS, name = "整改台账"): MemorySheet {
  return { name, values: [["某局巡察整改台账"], HEADER, ...rows] };
}
