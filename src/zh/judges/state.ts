/** How a matter stands: 尚未…, 未完成, 正在…, 推进中, 工程进度60%. */
import type { CivilDate } from "../civil-date";
import type { Surroundings } from "../clause";
import { re } from "../pattern";
import { PAST, OBJECT_OF, isDenied, isOldNews, isPast, isCarriedOut, lastOf, LONG_AGO } from "./old-news";
import { state } from "../words/pending-state";

const UNFINISHED_STATE_AFTER = re`^(?:要)?${state.unfinishedStateAfter}`;
const UNFINISHED_STATE_AFTER_2 = re`^${state.unfinishedStateAfter2}`;
const UNFINISHED_STATE_AFTER_3 = re`${state.unfinishedStateAfter3}`;
const UNFINISHED_STATE_AFTER_4 = re`${state.unfinishedStateAfter4}`;
const UNFINISHED_STATE_AFTER_5 = re`解决的${state.unfinishedStateAfter5}`;
const UNFINISHED_STATE_AFTER_6 = re`^${state.unfinishedStateAfter6}`;

export function isUnfinishedState(s: Surroundings): boolean {
  if (isOldNews(s)) return false;
  switch (s.word) {
    case "仍需":
    case "还需":
    case "尚需":
      return !UNFINISHED_STATE_AFTER.test(s.after) || /完成/.test(s.after);
    case "仍在":
    case "还在":
    case "尚在":
      return !UNFINISHED_STATE_AFTER_2.test(s.after);
    case "暂无":
    case "尚无":
    case "仍无":
      // 暂无此类情况 is good news; 暂无进展, 暂无资金 is not.
      return UNFINISHED_STATE_AFTER_3.test(s.after);
    case "未能":
      return !UNFINISHED_STATE_AFTER_4.test(s.after);
    case "尚欠":
    case "仍欠":
    case "还欠":
    case "尚缺":
    case "仍缺":
    case "还缺":
      return !isCarriedOut(s);
    case "有待":
    case "亟待":
    case "尚待":
      return !UNFINISHED_STATE_AFTER_5.test(s.after);
    default:
      return !UNFINISHED_STATE_AFTER_6.test(s.after);
  }
}

const NONE_BEFORE = re`${state.noneBefore}$`;
const UNDONE_AFTER = re`^${state.undoneAfter}`;
const UNDONE_WORD = re`${state.undoneWord}`;

export function isUndone(s: Surroundings): boolean {
  // 无未完成事项
  if (isOldNews(s) || NONE_BEFORE.test(s.before)) return false;
  if (UNDONE_AFTER.test(s.after)) return false;
  if (UNDONE_WORD.test(s.word)) return !/^[^，,]{0,20}已/.test(s.rest) && isPast(s.after, LONG_AGO) !== true;
  return true;
}

const IN_PROGRESS_AFTER = re`^${state.inProgressAfter}`;
const IN_PROGRESS_AFTER_2 = re`^(?:照)?${state.inProgressAfter2[0]}(?:[^，,]{0,6})${state.inProgressAfter2[1]}`;
const IN_PROGRESS_BEFORE = re`${state.inProgressBefore}`;

/** 正在整改期间已全部清退: when something was done, not what is going on. */
const DURING = re`^[^，。；、]{0,6}${state.during}[^，。；、]*${state.attributeOfDoingRest}`;

export function isInProgress(s: Surroundings, asOf: CivilDate): boolean {
  if (s.word !== "正在" && /[纠改校公端真修廉严矫订更扶反方]/.test(lastOf(s.before))) return false;
  if (IN_PROGRESS_AFTER.test(s.after)) return false;
  if (DURING.test(s.after)) return false;
  if (s.word === "正按" && IN_PROGRESS_AFTER_2.test(s.after)) return false;
  if (isDenied(s) || isAttributeOfDoing(s)) return false;
  if (IN_PROGRESS_BEFORE.test(s.before)) return false;
  return isPast(s.before, asOf) !== true || !/时$/.test(s.before);
}

const ATTRIBUTE_OF_DOING_REST = re`${state.attributeOfDoingRest}`;

/** 对正在施工的项目: a thing under way that something else is done about. */
function isAttributeOfDoing(s: Surroundings): boolean {
  const of = s.after.slice(0, 18).indexOf("的");
  if (of < 0) return false;
  if (OBJECT_OF.test(s.before) || PAST.test(s.before)) return true;
  return ATTRIBUTE_OF_DOING_REST.test(s.rest.slice(of + 1));
}

const MIDST_BEFORE = re`${state.midstBefore}`;
const MIDST_BEFORE_2 = re`${state.midstBefore2}[^在]{0,12}$`;
const MIDST_BEFORE_3 = re`${state.midstBefore3}`;

export function isMidst(s: Surroundings): boolean {
  if (MIDST_BEFORE.test(s.before)) return false;
  // 推进中 closes its clause; 在推进中发现, 工作推进中坚持 and 审批中心 do not.
  if (!/^(?:$|[、）)])/.test(s.after)) return false;
  if (s.after === "" && /[，,]/.test(s.rest.slice(0, 1)) && !MIDST_BEFORE_2.test(s.before)) return false;
  return !MIDST_BEFORE_3.test(s.before);
}

const SHARE_BEFORE = re`${state.shareBefore}`;

export function isShare(s: Surroundings): boolean {
  return s.after === "" && !SHARE_BEFORE.test(s.before);
}

const DONE_SHARE_BEFORE = re`^(?:${state.doneShareBefore})?[:：]?$`;

/** 完成率80% as a clause of its own: of the matter, which is said to be done. */
export function isDoneShare(s: Surroundings): boolean {
  return s.after === "" && s.rest === "" && DONE_SHARE_BEFORE.test(s.before);
}
