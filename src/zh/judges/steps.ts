/** What a matter waits for or is promised for: 批复后…, 资金到位后…, 分三年归还, 待审批, 6月底前完成. */
import type { CivilDate } from "../civil-date";
import type { Surroundings } from "../clause";
import { re } from "../pattern";
import {
  PAST,
  CONDITION,
  OBJECT_OF,
  RULE_WORDS,
  isDenied,
  isAttribute,
  isOldNews,
  isPast,
  isCarriedOut,
  lastOf,
} from "./old-news";
import { shared } from "../words/pending-shared";
import { steps } from "../words/pending-steps";

const AFTER_APPROVAL_BEFORE = re`${shared.afterApprovalBefore}`;
const AFTER_APPROVAL_AFTER = re`^${steps.afterApprovalAfter}`;
const AFTER_APPROVAL_AFTER_2 = re`^(?:正式)?${steps.afterApprovalAfter2[0]}(?!${steps.afterApprovalAfter2[1]})`;
const AFTER_APPROVAL_PREVIOUS = re`${steps.afterApprovalPrevious}`;

export function isAfterApproval(s: Surroundings): boolean {
  if (AFTER_APPROVAL_BEFORE.test(s.before) || RULE_WORDS.test(s.rest)) return false;
  if (/已/.test(s.rest)) return false;
  if (AFTER_APPROVAL_AFTER.test(s.after)) return true;
  // A clause of its own about a text that is still to come out; 验收合格后支付 may be how things are done.
  if (s.before === "" && AFTER_APPROVAL_AFTER_2.test(s.after)) return true;
  // 规定用车需提交申请，审批后派车: how things are done.
  if (WAITING_BEFORE_2.test(s.previous)) return false;
  return s.before.length <= 6 && AFTER_APPROVAL_PREVIOUS.test(s.previous);
}

const AFTER_ARRIVAL_AFTER = re`^${steps.afterArrivalAfter[0]}?${steps.afterArrivalAfter[1]}`;
const CARRIED_ON = re`${shared.carriedOn}`;

export function isAfterArrival(s: Surroundings): boolean {
  if (AFTER_APPROVAL_BEFORE.test(s.before) || RULE_WORDS.test(s.rest)) return false;
  return AFTER_ARRIVAL_AFTER.test(s.after) && !CARRIED_ON.test(s.rest);
}

const PUT_DOWN_NOUN = re`^[^，,]{0,12}${steps.putDownNoun}`;
const PUT_DOWN_LASTING = re`${steps.putDownLasting}[^，,]{0,4}$`;

/** 列入2027年维修计划; a plan of learning or of checks is how things go on, and this year's plan may be carried out. */
export function isPutDown(s: Surroundings, asOf: CivilDate): boolean {
  const noun = PUT_DOWN_NOUN.exec(s.after);
  if (noun === null || PUT_DOWN_LASTING.test(noun[0].slice(0, -2)) || isOldNews(s)) return false;
  const year = /[0-9]{4}/.exec(s.word);
  if (year !== null && Number(year[0]) <= asOf.year) return false;
  return !CARRIED_ON.test(s.rest);
}

const OWED_AFTER = re`^[^，,]{0,8}${steps.owedAfter}`;
const OWED_BEFORE = re`${steps.owedBefore}`;

/** 分三期偿还，首期已到账: the first of them is no end. */
const FIRST_OF_THEM = re`[首第前][一二两三]?[期批笔年次][^，,。]*`;

export function isOwed(s: Surroundings): boolean {
  if (isOldNews(s) || CARRIED_ON.test(s.rest.replace(FIRST_OF_THEM, ""))) return false;
  // What goes on being collected is not in; an arrangement tells only with what is owed.
  if (s.word.startsWith("继续")) return true;
  return OWED_AFTER.test(s.after) && OWED_BEFORE.test(s.previous + s.before);
}

const NEEDED_AFTER = re`${steps.neededAfter}$`;

export function isNeeded(s: Surroundings): boolean {
  if (isOldNews(s) || RULE_WORDS.test(s.rest)) return false;
  return NEEDED_AFTER.test(s.after) && !CARRIED_ON.test(s.rest);
}

const COMMITMENT_BEFORE = re`${steps.commitmentBefore}`;
const COMMITMENT_DEMANDED = re`^${steps.commitmentDemanded}[^，,]{0,12}20[0-9]{2}年`;
const COMMITMENT_BEFORE_2 = re`${steps.commitmentBefore2}之?$`;

export function isCommitment(s: Surroundings, asOf: CivilDate): boolean {
  // What is demanded for a day is a rule, unless the day is one of a certain year.
  const demanded = COMMITMENT_DEMANDED.test(s.before);
  if (!demanded && COMMITMENT_BEFORE.test(s.before)) return false;
  if (!COMMITMENT_BEFORE_2.test(s.before)) return false;
  return isPast(s.before.slice(-16), asOf) === false && !isCarriedOut(s);
}

/** 欠款人承诺两年内还清; 公开承诺3日内办结 is how things are done. */
export function isPromised(s: Surroundings): boolean {
  if (PROMISED_BEFORE.test(s.before) || !OWED_BEFORE.test(s.previous + s.before + s.word)) return false;
  return !isOldNews(s) && !RULE_WORDS.test(s.rest) && !CARRIED_ON.test(s.rest);
}

const PROMISED_BEFORE = re`${steps.promisedInGeneral}`;

const AWAITING_AFTER = re`${steps.awaitingAfter}`;
const AWAITING_AFTER_2 = re`${steps.awaitingAfter2}`;

export function isAwaiting(s: Surroundings): boolean {
  if (/[不]$/.test(s.before) || isOldNews(s)) return false;
  return AWAITING_AFTER.test(s.after) && !AWAITING_AFTER_2.test(s.after);
}

const WAITING_AFTER = re`^${steps.waitingAfter}`;
const WAITING_BEFORE = re`${steps.waitingBefore}`;
const WAITING_BEFORE_2 = re`${steps.waitingBefore2}`;
const WAITING_LEADS = re`^[^，,]{0,24}${steps.waitingLeads}`;
const WAITING_DONE = re`${steps.waitingDone}`;
const WAITING_NAMES = re`^${steps.waitingNames}`;

/** 材料待会议审定前送达: when it is to be there, and nothing it waits for. */
const WAITING_UNTIL = re`^[^，,]{2,12}[^以之目当]前(?!期)[^，,]{2,}$`;

export function isWaiting(s: Surroundings): boolean {
  const last = lastOf(s.before);
  if (/[对接招期看优虐善交厚宽薄慢担等亏急守久立静]/.test(last)) return false;
  // 款待 treats guests; 尾款待付 waits.
  if (last === "款" && !/[余尾欠借货]款$/.test(s.before) && !/^[付拨结收缴还退]/.test(s.after)) return false;
  if (WAITING_AFTER.test(s.after)) return false;
  if (WAITING_BEFORE.test(lastOf(s.before)) || isDenied(s) || CONDITION.test(s.before) || PAST.test(s.before))
    return false;
  if (RULE_WORDS.test(s.rest) || WAITING_UNTIL.test(s.after)) return false;
  const leads = WAITING_LEADS.test(s.after);
  // 制度明确待…后…: how things are done. 制度待…研究 says what became of it.
  if (leads && WAITING_BEFORE_2.test(s.before)) return false;
  const names = WAITING_NAMES.test(s.after);
  if (!leads && !names) return false;
  if (!leads && /的/.test(s.after)) return !isAttribute(s) && !OBJECT_OF.test(s.before);
  return !WAITING_DONE.test(s.rest);
}

const SOME = re`[0-9一二三四五六七八九十两]|${steps.some}`;
const REMAINS_UNDONE = re`^[^，,的]{0,20}?${steps.remainsUndone}`;

/** 还有3名超编人员未清退; 还有2件群众来信表示感谢 leaves nothing. */
export function isRemaining(s: Surroundings): boolean {
  if (isOldNews(s) || CARRIED_ON.test(s.rest)) return false;
  return SOME.test(s.after) && REMAINS_UNDONE.test(s.after);
}

const LEFT_UNDONE = re`^[^，,的]{0,16}?[0-9一二三四五六七八九十两][^，,的]{0,8}?${steps.leftUndone}${steps.leftDoing}[^，,的]{0,4}$`;
const LEFT_TO_COURT = re`^[^，,的]{0,16}?[0-9一二三四五六七八九十两][^，,的]{0,16}${steps.leftToCourt}${steps.leftToCourtStands}?$`;

/** 剩余2户未拆除, 剩余2万元已申请法院强制执行, where the sentence ends with it. */
export function isLeftOver(s: Surroundings): boolean {
  if (s.rest !== s.after || TROUBLE.test(s.previous + s.before)) return false;
  return LEFT_UNDONE.test(s.after) || LEFT_TO_COURT.test(s.after);
}

const TROUBLE = re`${steps.trouble}`;

/** The sentence ends with what was not done; what was done about it is told nowhere in it. */
export function isNotYet(s: Surroundings): boolean {
  if (s.rest !== "" || isOldNews(s)) return false;
  return !TROUBLE.test(s.previous + s.before);
}

const REPORTED_AFTER = re`^[^，,。；;]{0,10}${steps.reportedFor}$`;
const REPORTED_BEFORE = re`${steps.reportedBefore}`;

/** 规划调整方案已报省厅审批。 at the end of its sentence: nothing says that it was approved. */
export function isReported(s: Surroundings): boolean {
  if (!REPORTED_AFTER.test(s.after) || s.rest !== s.after) return false;
  return !REPORTED_BEFORE.test(s.before) && !isOldNews({ ...s, before: s.before.replace(/(?<![已经])[已经]+$/, "") });
}

const HALTED_BEFORE = re`${steps.haltedBefore}`;

/** 安装工作推迟。 */
export function isHalted(s: Surroundings): boolean {
  return s.rest === "" && !HALTED_BEFORE.test(s.before) && !isOldNews(s);
}

const GRADUALLY = re`^${steps.gradually}(?:中)?$`;
/** 超编5人已分流3人，剩余人员逐步消化: what is done is told of the others. */
const LEFT_GRADUALLY = re`^${steps.leftGradually}`;
const GRADUALLY_OF = re`${steps.graduallyOf}`;

/** 其余公房陆续收回。 at the end of a sentence; 逐步收回12户 and 已逐步收回 tell what came of it. */
export function isGradual(s: Surroundings): boolean {
  if (!GRADUALLY.test(s.after) || s.rest !== s.after) return false;
  if (/[已均现经]/.test(LEFT_GRADUALLY.test(s.before) ? s.before : s.previous + s.before)) return false;
  return GRADUALLY_OF.test(s.before) && !isDenied(s);
}

const NEEDED_FIRST = re`${steps.neededFirst}`;
const NEEDED_FIRST_BEFORE = re`${steps.neededFirstBefore}`;

/** 需财政资金到位后更新; 费用需审批后报销 is how things are done. */
export function isNeededFirst(s: Surroundings): boolean {
  if (!NEEDED_FIRST.test(s.word) || NEEDED_FIRST_BEFORE.test(s.before)) return false;
  return s.after !== "" && !isOldNews(s) && !RULE_WORDS.test(s.rest) && !CARRIED_ON.test(s.rest);
}
