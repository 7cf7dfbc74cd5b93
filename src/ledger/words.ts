/** Names of kinds, statuses and columns in both languages, for messages and panes alike. */
import { LETTER_STATUS_WORDS, STATUS_WORDS } from "../zh/words/status-names";
import type { Status } from "../zh/terms";
import type { ColumnKey, Kind } from "./types";

export { STATUS_WORDS };

/** The same text in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type WordTable<K extends string> = Readonly<Record<K, Words>>;

export const KIND_WORDS: WordTable<Kind> = {
  problem: { zh: "反馈问题", en: "problems" },
  immediate: { zh: "立行立改", en: "immediate rectification" },
  letter: { zh: "信访件", en: "letters" },
  clue: { zh: "移交问题线索", en: "transferred clues" },
  matter: { zh: "交办事项", en: "assigned matters" },
  accountability: { zh: "问责", en: "accountability" },
};

/**
 * What a status is called of items of a kind.
 * @example statusWords("letter", "ongoing").zh // "正在办理"
 */
export function statusWords(kind: Kind, status: Status): Words {
  return (kind === "letter" ? LETTER_STATUS_WORDS[status] : undefined) ?? STATUS_WORDS[status];
}

export const COLUMN_WORDS: WordTable<ColumnKey> = {
  number: { zh: "序号", en: "number" },
  source: { zh: "问题来源", en: "source" },
  section: { zh: "类别（方面）", en: "section" },
  parentProblem: { zh: "主要问题", en: "parent problem" },
  problem: { zh: "问题", en: "problem" },
  task: { zh: "整改任务", en: "task" },
  measure: { zh: "整改措施", en: "measure" },
  leader: { zh: "责任领导", en: "leader" },
  unit: { zh: "责任单位", en: "responsible unit" },
  coUnits: { zh: "配合单位", en: "cooperating units" },
  person: { zh: "责任人", en: "person" },
  deadline: { zh: "整改时限", en: "deadline" },
  status: { zh: "整改状态", en: "status" },
  measureStatus: { zh: "措施状态", en: "status of the measure" },
  signOff: { zh: "销号", en: "sign-off" },
  progress: { zh: "整改进展", en: "progress" },
  doneDate: { zh: "完成时间", en: "completion date" },
  evidence: { zh: "佐证材料", en: "evidence" },
  remarks: { zh: "备注", en: "remarks" },
  form: { zh: "问责形式", en: "form of accountability" },
  persons: { zh: "人数", en: "persons" },
  name: { zh: "姓名", en: "name" },
  public: { zh: "是否公开", en: "public" },
  kind: { zh: "事项类型", en: "kind" },
};
