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

export function isOwed(s: Surroundings): boolean {
  if (isOldNews(s) || CARRIED_ON.test(s.rest)) return false;
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

export function isWaiting(s: Surroundings): boolean {
  const last = lastOf(s.before);
  if (/[对接招期看优虐善交厚宽薄慢担等亏急守久立静]/.test(last)) return false;
  // 款待 treats guests; 尾款待付 waits.
  if (last === "款" && !/^[付拨结收缴还退]/.test(s.after)) return false;
  if (WAITING_AFTER.test(s.after)) return false;
  if (WAITING_BEFORE.test(lastOf(s.before)) || isDenied(s) || CONDITION.test(s.before) || PAST.test(s.before))
    return false;
  if (RULE_WORDS.test(s.rest)) return false;
  const leads = WAITING_LEADS.test(s.after);
  // 制度明确待…后…: how things are done. 制度待…研究 says what became of it.
  if (leads && WAITING_BEFORE_2.test(s.before)) return false;
  const names = WAITING_NAMES.test(s.after);
  if (!leads && !names) return false;
  if (!leads && /的/.test(s.after)) return !isAttribute(s) && !OBJECT_OF.test(s.before);
  return !WAITING_DONE.test(s.rest);
}
