/** What changes and risks are called. */
import type { WordTable } from "../../ledger";
import type { ItemChange, ChangeType, Direction } from "./types";

const CHANGE_WORDS: WordTable<ChangeType> = {
  completed: { zh: "新增完成", en: "completed" },
  reopened: { zh: "完成后退回", en: "reopened" },
  statusChanged: { zh: "状态变化", en: "status changed" },
  deadlineMoved: { zh: "时限变动", en: "deadline moved" },
  newlyOverdue: { zh: "新超期", en: "newly overdue" },
  stillOverdue: { zh: "仍超期", en: "still overdue" },
  unitChanged: { zh: "责任单位变动", en: "unit changed" },
  leaderChanged: { zh: "责任领导变动", en: "leader changed" },
  problemChanged: { zh: "问题表述变动", en: "problem reworded" },
  measureAdded: { zh: "新增措施", en: "measure added" },
  measureRemoved: { zh: "删除措施", en: "measure removed" },
  measureChanged: { zh: "措施表述变动", en: "measure reworded" },
  progressUnchanged: { zh: "进展无更新", en: "progress unchanged" },
  renumbered: { zh: "序号变动", en: "renumbered" },
  added: { zh: "新增事项", en: "added" },
  removed: { zh: "事项消失", en: "removed" },
};

export const RISK_WORDS: WordTable<ItemChange["risk"]> = {
  high: { zh: "高", en: "high" },
  normal: { zh: "一般", en: "normal" },
};

const DIRECTION_WORDS: WordTable<Direction> = {
  later: { zh: "时限推后", en: "deadline later" },
  earlier: { zh: "时限提前", en: "deadline earlier" },
  other: { zh: "时限变动", en: "deadline moved" },
};

/**
 * What a change is called, of a deadline with its direction.
 * @example changeText({ type: "deadlineMoved", direction: "later" }, "zh") // "时限推后"
 */
export function changeText({ type, direction }: Pick<ItemChange, "type" | "direction">, lang: "zh" | "en"): string {
  return direction === undefined ? CHANGE_WORDS[type][lang] : DIRECTION_WORDS[direction][lang];
}
