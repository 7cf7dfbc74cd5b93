/** What conflicts and fields of 回填 are called, for people. */
import type { Words } from "../../ledger";
import type { ConflictField, ConflictType } from "./types";

export const CONFLICT_WORDS: Readonly<Record<ConflictType, Words>> = {
  notFound: { zh: "总台账中找不到", en: "not in the master" },
  textChanged: { zh: "文字改动", en: "text changed" },
  statusBack: { zh: "完成后退回", en: "done before, not any more" },
  statusHeld: { zh: "同一行的整改状态待确认", en: "waits for the status of its row" },
  twoFiles: { zh: "两份文件不一致", en: "files differ" },
  fieldChanged: { zh: "单位、时限或领导不一致", en: "unit, deadline or leader differs" },
  formulaCell: { zh: "总台账此格是公式", en: "a formula in the master" },
  lockedCell: { zh: "总台账此格被锁定", en: "locked in the master" },
  ambiguous: { zh: "分不清是哪一处", en: "not clear which is meant" },
  struckRow: { zh: "来文划了删除线", en: "struck through in the file" },
  unreadable: { zh: "来文此格是图片、错误值或没有结果的公式", en: "a picture, an error or no result in the file" },
};

export const FIELD_NAMES: Readonly<Record<ConflictField, Words>> = {
  status: { zh: "整改状态", en: "status" },
  progress: { zh: "整改进展", en: "progress" },
  doneDate: { zh: "完成时间", en: "done date" },
  evidence: { zh: "佐证材料", en: "evidence" },
  problem: { zh: "问题", en: "problem" },
  measure: { zh: "措施", en: "measure" },
  unit: { zh: "责任单位", en: "unit" },
  deadline: { zh: "整改时限", en: "deadline" },
  leader: { zh: "责任领导", en: "leader" },
};
