/** Columns of a ledger of ours, as `taizhang new` makes it, and those that tell where a row comes from. */
import type { ColumnKey } from "../../ledger";
import type { MonthKind } from "../common/kinds";

interface OwnColumn {
  readonly key: ColumnKey;
  readonly header: string;
  readonly width: number;
}

export const OWN_COLUMNS: readonly OwnColumn[] = [
  { key: "number", header: "序号", width: 7 },
  { key: "section", header: "类别", width: 16 },
  { key: "problem", header: "反馈问题", width: 36 },
  { key: "measure", header: "整改措施", width: 36 },
  { key: "leader", header: "责任领导", width: 12 },
  { key: "unit", header: "责任单位", width: 20 },
  { key: "deadline", header: "整改时限", width: 18 },
  { key: "status", header: "整改状态", width: 14 },
  { key: "progress", header: "整改进展情况", width: 40 },
  { key: "doneDate", header: "完成时间", width: 16 },
  { key: "evidence", header: "佐证材料", width: 22 },
  { key: "remarks", header: "备注", width: 16 },
];

export const SOURCE_COLUMNS = [
  { header: "原序号", width: 8 },
  { header: "来源文件", width: 26 },
  { header: "来源位置", width: 18 },
] as const;

/** A sheet a kind; its name and title tell the kind when it is read again. */
export const KIND_SHEETS: Readonly<Record<MonthKind, string>> = {
  problem: "反馈问题台账",
  immediate: "立行立改台账",
  letter: "信访件台账",
  clue: "移交问题线索台账",
  matter: "交办事项台账",
};
