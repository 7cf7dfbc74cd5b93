/** A large ledger with merged items, for costs and limits. Our own words; every cell is as long as such cells are. */
import type { Area, CellValue } from "../../../src/grid/grid";
import type { SheetSource } from "../../excel-host/sheet-model";

const HEADER = [
  "序号",
  "反馈问题",
  "整改措施",
  "责任单位",
  "配合单位",
  "责任领导",
  "责任人",
  "整改时限",
  "整改状态",
  "完成时间",
  "进展情况",
  "备注",
];

/** Rows in items of three measures, number and problem merged over them. */
export function bigLedger(rows: number, name = "问题整改台账"): SheetSource {
  const values: CellValue[][] = [["某县某局巡察反馈问题整改台账"], [...HEADER]];
  const merges: Area[] = [{ top: 0, left: 0, bottom: 0, right: HEADER.length - 1 }];
  for (let index = 0; index < rows; index++) {
    const first = index % 3 === 0;
    const top = values.length;
    if (first && index + 2 < rows) {
      merges.push({ top, left: 0, bottom: top + 2, right: 0 }, { top, left: 1, bottom: top + 2, right: 1 });
    }
    values.push([
      first ? index / 3 + 1 : null,
      first ? `某项制度落实不到位，台账登记不及时、要素不全，第${index}次抽查发现仍未更新` : null,
      `修订管理办法，明确登记时限与责任人，按月核对并留存记录（第${index}项）`,
      index % 5 === 0 ? "某局办公室" : "某局财务股",
      null,
      "某局长",
      "经办人甲某",
      45_900 + (index % 200),
      index % 4 === 0 ? "已完成" : "正在整改",
      index % 4 === 0 ? 45_800 + (index % 90) : null,
      "已召开专题会议研究，正在按计划推进，完成情况每月报送一次",
      null,
    ]);
  }
  return {
    name,
    values,
    merges,
    formatAt: (row, col) => (row > 1 && (col === 7 || col === 9) ? "yyyy/m/d" : undefined),
  };
}
