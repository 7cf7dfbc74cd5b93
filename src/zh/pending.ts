/**
 * Finds words that say work is not finished, in a text about progress. A judgement, so it quotes its words and a person
 * decides. It errs on the side of silence: what a finished matter may well say of its future (下一步将持续, 定期, 预防),
 * of old troubles (尚未归档的材料已补齐), of procedures (验收合格后方可付款) and of plans already carried out is harmless.
 *
 * One pass finds trigger words; each is then judged by its bounded surroundings, so the cost is linear.
 */
import { compareDates, type CivilDate } from "./civil-date";
import { surround, type Surroundings } from "./clause";
import { maskQuoted } from "./mask";
import { mayHoldTrigger } from "./trigger-scan";
import { phraseDate } from "./written-date";
import { anyOf, re } from "./pattern";
import * as pending from "./words/pending";
import { pendingGuards as words } from "./words/pending-guards";

/** Judges one occurrence: whether it means unfinished. */
type Judge = (s: Surroundings, asOf: CivilDate) => boolean;

/** Families of trigger words in the order in which they are tried, each with its judge. */
const FAMILIES: readonly (readonly [string, Judge])[] = [
  [anyOf(pending.UNFINISHED), isUnfinishedState],
  [anyOf(pending.UNDONE), isUndone],
  [anyOf(pending.IN_PROGRESS), isInProgress],
  [`${anyOf(pending.MIDST_OF)}${anyOf(pending.MIDST_WORDS)}?中`, isMidst],
  [`${anyOf(pending.APPROVALS)}${anyOf(pending.APPROVED)}?后`, isAfterApproval],
  [`${anyOf(pending.ARRIVALS)}后`, isAfterArrival],
  [`${anyOf(pending.PUT_DOWN)}${anyOf(pending.PUT_DOWN_FOR)}`, isPutDown],
  [anyOf(pending.INSTALMENTS), isOwed],
  [anyOf(pending.NEEDED), isNeeded],
  [`${anyOf(pending.SHARED)}的?[0-9]{1,2}(?:\\.[0-9]{1,2})?[%％]`, isShare],
  [`前${anyOf(pending.COMMITTED_HOW)}?${anyOf(pending.COMMITTED)}`, isCommitment],
  [anyOf(pending.NEXT), isNext],
  [anyOf(pending.STRIVING), isStriving],
  [anyOf(pending.AIMING), isAiming],
  [anyOf(pending.EXPECTED), isExpected],
  [anyOf(pending.PLANNED), isPlan],
  [anyOf(pending.SOON), isSoon],
  [anyOf(pending.AWAITING), isAwaiting],
  [anyOf(pending.ABOUT_TO), isAbout],
  [anyOf(pending.INTENDED), isIntended],
  [anyOf(pending.WAITING), isWaiting],
  [anyOf(pending.FUTURE), isFuture],
];

const TRIGGERS = new RegExp(FAMILIES.map(([trigger]) => trigger).join("|"), "g");
const JUDGES = FAMILIES.map(([trigger, judge]) => [new RegExp(`^${trigger}$`), judge] as const);

/** Further words of one's own. */
export interface PendingWords {
  readonly harmless: readonly string[];
  readonly pending: readonly string[];
}

const NO_WORDS: PendingWords = { harmless: [], pending: [] };

/** Whether a text may hold a trigger word at all; one scan, no allocation. */
export function mayBePending(text: string): boolean {
  return mayHoldTrigger(text);
}

/**
 * The first words that say the work is unfinished; null where there are none.
 * @param asOf plans for days before it are memories
 * @example findPending("已开会部署，计划于2026年3月验收。", asOf) // "计划于2026年3月验收"
 */
export function findPending(text: string, asOf: CivilDate, words: PendingWords = NO_WORDS): string | null {
  const first = scanPending(text, asOf, words).next().value ?? null;
  return first === null ? null : quoteOf(text, first.start, first.end);
}

/** Words that say the work is unfinished, and the clause they stand in. */
export interface PendingPlace {
  readonly word: string;
  /** Where the word begins. */
  readonly at: number;
  /** Its clause. */
  readonly start: number;
  readonly end: number;
}

/**
 * All such words of a text, one a clause, in order.
 * @param asOf null where the day is not known: then every plan lies ahead
 * @param words further ones of one's own
 * @example [...scanPending("手续正在办理，尚待批复。", null)].map((place) => place.word) // ["正在", "尚待"]
 */
export function* scanPending(
  text: string,
  asOf: CivilDate | null,
  words: PendingWords = NO_WORDS,
): Generator<PendingPlace, undefined> {
  const ours = mayBePending(text);
  if (!ours && words.pending.length === 0) return;
  const masked = maskWords(maskQuoted(text), words.harmless);
  const own = words.pending.length === 0 ? [] : ownPlaces(masked, words.pending);
  let last = -1;
  for (const { word, before, start, end } of ours ? scanMasked(masked, asOf ?? LONG_AGO) : []) {
    const at = start + before.length;
    for (let first = own[0]; first !== undefined && first.at < at; first = own[0]) {
      own.shift();
      if (first.start !== last) yield first;
      last = first.start;
    }
    if (start === last) continue;
    last = start;
    yield { word, at, start, end };
  }
  for (const place of own) {
    if (place.start !== last) yield place;
    last = place.start;
  }
}

/** Where the words of one's own stand, in order. */
function ownPlaces(masked: string, words: readonly string[]): PendingPlace[] {
  const places: PendingPlace[] = [];
  for (const word of words) {
    for (let at = masked.indexOf(word); at >= 0; at = masked.indexOf(word, at + word.length)) {
      const { start, end } = surround(masked, at, word);
      places.push({ word, at, start, end });
    }
  }
  return places.sort((a, b) => a.at - b.at);
}

/** Before every day that is written anywhere. */
const LONG_AGO: CivilDate = { year: 1, month: 1, day: 1 };

function* scanMasked(masked: string, asOf: CivilDate): Generator<Surroundings, null> {
  const judgeOf = createJudgeLookup();
  for (const hit of masked.matchAll(TRIGGERS)) {
    const surroundings = surround(masked, hit.index, hit[0]);
    if (judgeOf(hit[0])(surroundings, asOf)) yield surroundings;
  }
  return null;
}

const LONGEST_QUOTE = 60;

function quoteOf(text: string, start: number, end: number): string {
  const quote = text.slice(start, end).trim();
  return quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}…` : quote;
}

function createJudgeLookup(): (word: string) => Judge {
  const known = new Map<string, Judge>();
  return (word) => {
    let judge = known.get(word);
    if (judge === undefined) {
      judge = JUDGES.find(([pattern]) => pattern.test(word))?.[1] ?? (() => false);
      known.set(word, judge);
    }
    return judge;
  };
}

function maskWords(text: string, words: readonly string[]): string {
  let masked = text;
  for (const word of words) {
    if (masked.includes(word)) masked = masked.split(word).join("□".repeat(word.length));
  }
  return masked;
}

// ------------------------------------------------------------------------------------------------- shared judgements

/** The word speaks of something that is denied or prevented: 不存在未完成…, 防止…尚未… */
const DENIED = re`${words.denied}`;
/** The word speaks of how things were found: 检查时尚未…, 针对…未落实 */
const PAST = re`${words.past}`;
/** The word belongs to a rule or a condition: 逾期未完成的, 凡未落实 */
const CONDITION = re`${words.condition}`;
/** A preposition that takes the phrase as its object: 对尚未归档的材料 */
const OBJECT_OF = re`${words.objectOf}[^，,]{0,14}$`;
const RULE_WORDS = re`${words.ruleWords}`;
const STRONG_DONE = re`${words.strongDone}`;
const LASTING = re`^[，,、]?${words.lasting[0]}?[，,]?(?:还)?${words.lasting[1]}?${words.lasting[2]}`;

function isDenied(s: Surroundings): boolean {
  return DENIED.test(s.before);
}

const ATTRIBUTE_BEHIND = re`^${words.attributeBehind}`;
const ATTRIBUTE_BEHIND_2 = re`^${words.attributeBehind2}`;
const ATTRIBUTE_REST = re`${words.attributeRest}`;

/** 尚未归档的23卷材料…: the phrase only describes a thing; what became of the thing is said elsewhere. */
function isAttribute(s: Surroundings): boolean {
  const of = s.after.slice(0, 18).indexOf("的");
  if (of < 0) return false;
  const behind = s.after.slice(of + 1);
  if (ATTRIBUTE_BEHIND.test(behind)) return false;
  if (OBJECT_OF.test(s.before) || CONDITION.test(s.before) || PAST.test(s.before)) return true;
  if (behind === "" || ATTRIBUTE_BEHIND_2.test(behind)) {
    return true;
  }
  return ATTRIBUTE_REST.test(s.rest.slice(of + 1));
}

const TROUBLE_TALK_AFTER = re`${words.troubleTalkAfter}`;
const TROUBLE_TALK_BEFORE = re`${words.troubleTalkBefore}`;

/** The phrase names a trouble that the sentence then deals with: …问题，…等情况 */
function isTroubleTalk(s: Surroundings): boolean {
  if (!TROUBLE_TALK_AFTER.test(s.after)) return false;
  return PAST.test(s.before) || OBJECT_OF.test(s.before) || TROUBLE_TALK_BEFORE.test(s.before);
}

function isOldNews(s: Surroundings): boolean {
  return isDenied(s) || isAttribute(s) || isTroubleTalk(s) || PAST.test(s.before) || CONDITION.test(s.before);
}

/** Whether a date follows that has passed; null without a date. */
function isPast(text: string, asOf: CivilDate): boolean | null {
  const date = phraseDate(text, asOf);
  return date === null ? null : compareDates(date, asOf) < 0;
}

function isCarriedOut(s: Surroundings): boolean {
  return STRONG_DONE.test(s.rest);
}

function lastOf(text: string): string {
  return text.slice(-1);
}

const UNFINISHED_STATE_AFTER = re`^(?:要)?${words.unfinishedStateAfter}`;
const UNFINISHED_STATE_AFTER_2 = re`^${words.unfinishedStateAfter2}`;
const UNFINISHED_STATE_AFTER_3 = re`${words.unfinishedStateAfter3}`;
const UNFINISHED_STATE_AFTER_4 = re`${words.unfinishedStateAfter4}`;
const UNFINISHED_STATE_AFTER_5 = re`解决的${words.unfinishedStateAfter5}`;
const UNFINISHED_STATE_AFTER_6 = re`^${words.unfinishedStateAfter6}`;

// ---------------------------------------------------------------------------------------------------------- families

function isUnfinishedState(s: Surroundings): boolean {
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

const UNDONE_AFTER = re`^${words.undoneAfter}`;
const UNDONE_WORD = re`${words.undoneWord}`;

function isUndone(s: Surroundings): boolean {
  if (isOldNews(s)) return false;
  if (UNDONE_AFTER.test(s.after)) return false;
  if (UNDONE_WORD.test(s.word)) return !/^[^，,]{0,20}已/.test(s.rest) && isPast(s.after, LONG_AGO) !== true;
  return true;
}

const IN_PROGRESS_AFTER = re`^${words.inProgressAfter}`;
const IN_PROGRESS_AFTER_2 = re`^(?:照)?${words.inProgressAfter2[0]}(?:[^，,]{0,6})${words.inProgressAfter2[1]}`;
const IN_PROGRESS_BEFORE = re`${words.inProgressBefore}`;

function isInProgress(s: Surroundings, asOf: CivilDate): boolean {
  if (s.word !== "正在" && /[纠改校公端真修廉严矫订更扶反方]/.test(lastOf(s.before))) return false;
  if (IN_PROGRESS_AFTER.test(s.after)) return false;
  if (s.word === "正按" && IN_PROGRESS_AFTER_2.test(s.after)) return false;
  if (isDenied(s) || isAttributeOfDoing(s)) return false;
  if (IN_PROGRESS_BEFORE.test(s.before)) return false;
  return isPast(s.before, asOf) !== true || !/时$/.test(s.before);
}

const ATTRIBUTE_OF_DOING_REST = re`${words.attributeOfDoingRest}`;

/** 对正在施工的项目: a thing under way that something else is done about. */
function isAttributeOfDoing(s: Surroundings): boolean {
  const of = s.after.slice(0, 18).indexOf("的");
  if (of < 0) return false;
  if (OBJECT_OF.test(s.before) || PAST.test(s.before)) return true;
  return ATTRIBUTE_OF_DOING_REST.test(s.rest.slice(of + 1));
}

const MIDST_BEFORE = re`${words.midstBefore}`;
const MIDST_BEFORE_2 = re`${words.midstBefore2}[^在]{0,12}$`;
const MIDST_BEFORE_3 = re`${words.midstBefore3}`;

function isMidst(s: Surroundings): boolean {
  if (MIDST_BEFORE.test(s.before)) return false;
  // 推进中 closes its clause; 在推进中发现, 工作推进中坚持 and 审批中心 do not.
  if (!/^(?:$|[、）)])/.test(s.after)) return false;
  if (s.after === "" && /[，,]/.test(s.rest.slice(0, 1)) && !MIDST_BEFORE_2.test(s.before)) return false;
  return !MIDST_BEFORE_3.test(s.before);
}

const AFTER_APPROVAL_BEFORE = re`${words.afterApprovalBefore}`;
const AFTER_APPROVAL_AFTER = re`^${words.afterApprovalAfter}`;
const AFTER_APPROVAL_AFTER_2 = re`^(?:正式)?${words.afterApprovalAfter2[0]}(?!${words.afterApprovalAfter2[1]})`;
const AFTER_APPROVAL_PREVIOUS = re`${words.afterApprovalPrevious}`;

function isAfterApproval(s: Surroundings): boolean {
  if (AFTER_APPROVAL_BEFORE.test(s.before) || RULE_WORDS.test(s.rest)) return false;
  if (/已/.test(s.rest)) return false;
  if (AFTER_APPROVAL_AFTER.test(s.after)) return true;
  // A clause of its own about a text that is still to come out; 验收合格后支付 may be how things are done.
  if (s.before === "" && AFTER_APPROVAL_AFTER_2.test(s.after)) return true;
  return s.before.length <= 6 && AFTER_APPROVAL_PREVIOUS.test(s.previous);
}

const AFTER_ARRIVAL_AFTER = re`^${words.afterArrivalAfter[0]}?${words.afterArrivalAfter[1]}`;
const CARRIED_ON = re`${words.carriedOn}`;

function isAfterArrival(s: Surroundings): boolean {
  if (AFTER_APPROVAL_BEFORE.test(s.before) || RULE_WORDS.test(s.rest)) return false;
  return AFTER_ARRIVAL_AFTER.test(s.after) && !CARRIED_ON.test(s.rest);
}

const PUT_DOWN_NOUN = re`^[^，,]{0,12}${words.putDownNoun}`;
const PUT_DOWN_LASTING = re`${words.putDownLasting}[^，,]{0,4}$`;

/** 列入2027年维修计划; a plan of learning or of checks is how things go on, and this year's plan may be carried out. */
function isPutDown(s: Surroundings, asOf: CivilDate): boolean {
  const noun = PUT_DOWN_NOUN.exec(s.after);
  if (noun === null || PUT_DOWN_LASTING.test(noun[0].slice(0, -2)) || isOldNews(s)) return false;
  const year = /[0-9]{4}/.exec(s.word);
  if (year !== null && Number(year[0]) <= asOf.year) return false;
  return !CARRIED_ON.test(s.rest);
}

const OWED_AFTER = re`^[^，,]{0,8}${words.owedAfter}`;
const OWED_BEFORE = re`${words.owedBefore}`;

function isOwed(s: Surroundings): boolean {
  if (isOldNews(s) || CARRIED_ON.test(s.rest)) return false;
  // What goes on being collected is not in; an arrangement tells only with what is owed.
  if (s.word.startsWith("继续")) return true;
  return OWED_AFTER.test(s.after) && OWED_BEFORE.test(s.previous + s.before);
}

const NEEDED_AFTER = re`${words.neededAfter}$`;

function isNeeded(s: Surroundings): boolean {
  if (isOldNews(s) || RULE_WORDS.test(s.rest)) return false;
  return NEEDED_AFTER.test(s.after) && !CARRIED_ON.test(s.rest);
}

const SHARE_BEFORE = re`${words.shareBefore}`;

function isShare(s: Surroundings): boolean {
  return s.after === "" && !SHARE_BEFORE.test(s.before);
}

const COMMITMENT_BEFORE = re`${words.commitmentBefore}`;
const COMMITMENT_DEMANDED = re`^${words.commitmentDemanded}[^，,]{0,12}20[0-9]{2}年`;
const COMMITMENT_BEFORE_2 = re`${words.commitmentBefore2}之?$`;

function isCommitment(s: Surroundings, asOf: CivilDate): boolean {
  // What is demanded for a day is a rule, unless the day is one of a certain year.
  const demanded = COMMITMENT_DEMANDED.test(s.before);
  if (!demanded && COMMITMENT_BEFORE.test(s.before)) return false;
  if (!COMMITMENT_BEFORE_2.test(s.before)) return false;
  return isPast(s.before.slice(-16), asOf) === false && !isCarriedOut(s);
}

const FINISHING = re`^${words.finishing}`;
const NOT_A_VERB = re`^.{2,6}${words.notAVerb}`;

const NEXT_LEAD = re`^(?:工作${words.nextLead[0]}?[，,：:]?)?${words.nextLead[1]}?(?:还)?(${words.nextLead[2]})?${words.nextLead[3]}?`;

function isNext(s: Surroundings): boolean {
  const needsWill =
    s.word === "后续" || s.word === "近期" || s.word === "近日" || s.word === "接下来" || s.word === "不日";
  const next = s.rest.replace(/^[，,：:]/, "");
  if (LASTING.test(next)) return false;
  const lead = NEXT_LEAD.exec(next);
  if (lead === null || (needsWill && lead[1] === undefined)) return false;
  const verb = next.slice(lead[0].length);
  if (!FINISHING.test(verb) || NOT_A_VERB.test(verb.slice(0, 10))) return false;
  return !/^.{2,4}了/.test(verb) && !/已/.test(s.after);
}

const AIMED = re`${words.aimed}`;

const STRIVING_AFTER = re`^${words.strivingAfter}`;
const STRIVING_AFTER_2 = re`^到(?!${words.strivingAfter2})`;
const STRIVING_BEFORE = re`${words.strivingBefore}`;

function isStriving(s: Surroundings, asOf: CivilDate): boolean {
  if (STRIVING_AFTER.test(s.after) || STRIVING_AFTER_2.test(s.after)) return false;
  if (STRIVING_BEFORE.test(s.before.slice(-6)) || isDenied(s)) return false;
  if (!AIMED.test(s.after) || /[了]$/.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const AIMING_AFTER = re`^${words.aimingAfter}`;

function isAiming(s: Surroundings, asOf: CivilDate): boolean {
  if (AIMING_AFTER.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const EXPECTED_BEFORE = re`${words.expectedBefore}$`;
const EXPECTED_AFTER = re`^${words.expectedAfter}`;
const EXPECTED_AFTER_2 = re`${words.expectedAfter2}`;

function isExpected(s: Surroundings, asOf: CivilDate): boolean {
  if (EXPECTED_BEFORE.test(s.before) || EXPECTED_AFTER.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  if (past !== null) return !past;
  return EXPECTED_AFTER_2.test(s.after) && !isCarriedOut(s);
}

const PLAN_VERB = re`^${words.planVerb}`;
const PLAN_NOUN = re`^(?:于)?${words.planNoun[0]}?${words.planNoun[1]}`;

const PLAN_DATED = re`^${words.planDated}(?:20)?[0-9明今年下近]`;
const PLAN_BEFORE = re`${words.planBefore}$`;
const PLAN_AFTER = re`^${words.planAfter[0]}${words.planAfter[1]}`;

function isPlan(s: Surroundings, asOf: CivilDate): boolean {
  const prev = lastOf(s.before);
  const dated = PLAN_DATED.test(s.after);
  if (/[按照依]$/.test(s.before) || PLAN_BEFORE.test(s.before)) return false;
  if (!dated) {
    if (!PLAN_VERB.test(s.after) || PLAN_NOUN.test(s.after)) return false;
    if (/[度作习训施动案购收产改育研察督审划生期善展班查程的季周置]/.test(prev)) return false;
    // 三年计划, 每月计划 are nouns; 2025年计划, 3月计划, 今年计划 are said of somebody.
    if (/[年月]/.test(prev) && !/[0-9今明本]{1,4}[年月]$/.test(s.before)) return false;
  }
  // 下一步计划持续加强: intentions without an end are harmless.
  if (PLAN_AFTER.test(s.after)) return false;
  if (isDenied(s) || isTroubleTalk(s)) return false;
  const past = isPast(s.after, asOf) ?? isPast(s.before.slice(-8), asOf);
  if (past === true) return false;
  return !isCarriedOut(s) || past === false;
}

const SOON_AFTER = re`^${words.soonAfter[0]}?[^，,]{0,14}${words.soonAfter[1]}`;
const SOON_AFTER_2 = re`^${words.soonAfter2}`;
const SOON_BEFORE = re`${words.soonBefore}`;

function isSoon(s: Surroundings): boolean {
  if (!SOON_AFTER.test(s.after)) return false;
  if (s.word === "抓紧" && SOON_AFTER_2.test(s.after)) return false;
  if (SOON_BEFORE.test(s.before)) return false;
  return !isOldNews(s) && !isCarriedOut(s) && !/已/.test(s.rest);
}

const AWAITING_AFTER = re`${words.awaitingAfter}`;
const AWAITING_AFTER_2 = re`${words.awaitingAfter2}`;

function isAwaiting(s: Surroundings): boolean {
  if (/[不]$/.test(s.before) || isOldNews(s)) return false;
  return AWAITING_AFTER.test(s.after) && !AWAITING_AFTER_2.test(s.after);
}

const ABOUT_AFTER = re`^${words.aboutAfter}`;

function isAbout(s: Surroundings): boolean {
  return ABOUT_AFTER.test(s.after) && !/的/.test(s.after.slice(0, 8)) && !isCarriedOut(s);
}

const INTENDED_AFTER = re`^${words.intendedAfter}`;
const INTENDED_AFTER_2 = re`^定(?!${words.intendedAfter2})`;
const INTENDED_AFTER_3 = re`^(?:定)?${words.intendedAfter3}`;

function isIntended(s: Surroundings, asOf: CivilDate): boolean {
  if (/[草模虚比初起]/.test(lastOf(s.before))) return false;
  if (INTENDED_AFTER.test(s.after)) return false;
  if (INTENDED_AFTER_2.test(s.after)) return false;
  if (!INTENDED_AFTER_3.test(s.after)) return false;
  if (isDenied(s) || isAttribute(s)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const WAITING_AFTER = re`^${words.waitingAfter}`;
const WAITING_BEFORE = re`${words.waitingBefore}`;
const WAITING_BEFORE_2 = re`${words.waitingBefore2}`;
const WAITING_LEADS = re`^[^，,]{0,24}${words.waitingLeads}`;
const WAITING_DONE = re`${words.waitingDone}`;
const WAITING_NAMES = re`^${words.waitingNames}`;

function isWaiting(s: Surroundings): boolean {
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

const FUTURE_AFTER = re`^${words.futureAfter[0]}${words.futureAfter[1]}`;
const FUTURE_TIME = re`${words.futureTime}$`;
const FUTURE_ADVERB = re`^${words.futureAdverb}`;
const FUTURE_HAS_FRAME = re`${words.futureHasFrame}`;
const FUTURE_HAS_FRAME_2 = re`${words.futureHasFrame2}`;
const FUTURE_TEXT = re`${words.futureText}`;
const FUTURE_BEFORE = re`${words.futureBefore}`;

function isFuture(s: Surroundings, asOf: CivilDate): boolean {
  if (/[即行]/.test(lastOf(s.before)) || LASTING.test(`将${s.after}`)) return false;
  if (FUTURE_AFTER.test(s.after)) {
    const past = isPast(s.after, asOf);
    return past !== true && !isAttribute(s);
  }
  // 年内将对…检查: a time of its own, whatever is to be done then.
  if (FUTURE_TIME.test(s.before) && !FUTURE_BEFORE.test(s.before)) return !isCarriedOut(s);
  const adverb = FUTURE_ADVERB.exec(s.after);
  const hasFrame = FUTURE_HAS_FRAME.test(s.before) || FUTURE_HAS_FRAME_2.test(s.previous);
  const verb = adverb === null ? s.after : s.after.slice(adverb[0].length);
  if (!FINISHING.test(verb) || (adverb === null && NOT_A_VERB.test(verb.slice(0, 10)))) return false;
  if (adverb === null && (!hasFrame || FUTURE_TEXT.test(verb))) return false;
  if (RULE_WORDS.test(s.rest) || FUTURE_BEFORE.test(s.before)) return false;
  return !isCarriedOut(s);
}
