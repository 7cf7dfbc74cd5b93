/** Words of the field for messages, in two languages. */
import type { CivilDate } from "../ledger/civil-date";
import { chineseDate, isoDate } from "../ledger/civil-date";
import type { ColumnKey, Kind, Status } from "../ledger/types";

interface Word {
  readonly zh: string;
  readonly en: string;
}

export const FIELD_WORDS: Readonly<Record<ColumnKey, Word>> = {
  number: { zh: "序号", en: "number" },
  source: { zh: "问题来源", en: "source" },
  section: { zh: "问题类别", en: "section" },
  parentProblem: { zh: "主要问题", en: "main problem" },
  problem: { zh: "问题", en: "problem" },
  task: { zh: "整改任务", en: "task" },
  measure: { zh: "整改措施", en: "measure" },
  leader: { zh: "责任领导", en: "leader" },
  unit: { zh: "责任单位", en: "responsible unit" },
  coUnits: { zh: "配合单位", en: "cooperating units" },
  person: { zh: "责任人", en: "person" },
  deadline: { zh: "整改时限", en: "deadline" },
  status: { zh: "整改状态", en: "status" },
  measureStatus: { zh: "措施状态", en: "measure status" },
  signOff: { zh: "销号", en: "sign-off" },
  progress: { zh: "整改进展", en: "progress" },
  doneDate: { zh: "完成时间", en: "completion date" },
  evidence: { zh: "佐证材料", en: "evidence" },
  remarks: { zh: "备注", en: "remarks" },
  form: { zh: "问责方式", en: "form" },
  persons: { zh: "人数", en: "persons" },
  name: { zh: "姓名", en: "name" },
  public: { zh: "是否公开", en: "public" },
  kind: { zh: "事项类型", en: "kind" },
};

export const KIND_WORDS: Readonly<Record<Kind, Word>> = {
  problem: { zh: "反馈问题", en: "problems" },
  immediate: { zh: "立行立改", en: "immediate matters" },
  letter: { zh: "信访件", en: "letters" },
  clue: { zh: "移交问题线索", en: "clues" },
  matter: { zh: "交办事项", en: "assigned matters" },
  accountability: { zh: "问责", en: "accountability" },
};

export const STATUS_WORDS: Readonly<Record<Status, Word>> = {
  done: { zh: "已完成", en: "done" },
  basic: { zh: "基本完成", en: "basically done" },
  phased: { zh: "阶段性完成", en: "done for this phase" },
  partial: { zh: "部分完成", en: "partly done" },
  ongoing: { zh: "正在整改", en: "under way" },
  longTerm: { zh: "长期坚持", en: "long-term" },
  notDone: { zh: "未完成", en: "not done" },
  overdueDeclared: { zh: "已超期", en: "declared overdue" },
  extended: { zh: "已延期", en: "extended" },
  excluded: { zh: "不计入", en: "excluded" },
  unknown: { zh: "不明", en: "unknown" },
};

/** A date in the manner of a language. */
export function dateWords(date: CivilDate): { readonly zh: string; readonly en: string } {
  return { zh: chineseDate(date), en: isoDate(date) };
}

/**
 * A text short enough for a sentence.
 * @example clip("一二三四五六", 4) // "一二三四…"
 */
export function clip(text: string, length = 24): string {
  const plain = text.length > length * 4 ? text.slice(0, length * 4) : text;
  const oneLine = plain.split(/\r\n?|\n/).join(" ");
  return oneLine.length > length ? `${oneLine.slice(0, length)}…` : oneLine;
}
