/** What conflicts and fields of 回填 are called, for people. */
import type { Words } from "../../ledger";
import type { ConflictField, ConflictType } from "./types";

export const CONFLICT_WORDS: Readonly<Record<ConflictType, Words>> = {
  notFound: { zh: "总台账中找不到", en: "not in the master" },
  textChanged: { zh: "文字改动", en: "text changed" },
  statusBack: { zh: "完成后退回", en: "done before, no longer done" },
  statusHeld: { zh: "同一行的整改状态待确认", en: "the status of this row is to be confirmed" },
  twoFiles: { zh: "两份文件不一致", en: "files differ" },
  fieldChanged: { zh: "单位、时限或领导不一致", en: "unit, deadline or leader differs" },
  formulaCell: { zh: "总台账此格是公式", en: "the master's cell contains a formula" },
  lockedCell: { zh: "总台账此格被锁定", en: "the master's cell is locked" },
  ambiguous: { zh: "分不清是哪一处", en: "unclear which one is meant" },
  struckRow: { zh: "来文划了删除线", en: "struck through in the file" },
  unreadable: {
    zh: "来文此格是图片、错误值或没有结果的公式",
    en: "the file has a picture, an error or a formula without a result here",
  },
};

export const FIELD_NAMES: Readonly<Record<ConflictField, Words>> = {
  status: { zh: "整改状态", en: "status" },
  progress: { zh: "整改进展", en: "progress" },
  doneDate: { zh: "完成时间", en: "completion date" },
  evidence: { zh: "佐证材料", en: "evidence" },
  problem: { zh: "问题", en: "problem" },
  measure: { zh: "措施", en: "measure" },
  unit: { zh: "责任单位", en: "unit" },
  deadline: { zh: "整改时限", en: "deadline" },
  leader: { zh: "责任领导", en: "leader" },
};
