/** What lies ahead: 下一步…, 争取…, 预计…, 计划…, 尽快…, 拟…, 将…. */
import type { CivilDate } from "../civil-date";
import type { Surroundings } from "../clause";
import { re } from "../pattern";
import {
  RULE_WORDS,
  LASTING,
  isDenied,
  isAttribute,
  isTroubleTalk,
  isOldNews,
  isPast,
  isCarriedOut,
  lastOf,
} from "./old-news";
import { shared } from "../words/pending-shared";
import { plans } from "../words/pending-plans";

const FINISHING = re`^${shared.finishing}`;
const NOT_A_VERB = re`^.{2,6}${shared.notAVerb}`;

const NEXT_LEAD = re`^(?:工作${plans.nextLead[0]}?[，,：:]?|打算)?${plans.nextLead[1]}?(?:还)?(${plans.nextLead[2]})?${plans.nextLead[3]}?`;

const NEEDS_WILL: ReadonlySet<string> = new Set(plans.needsWill);

export function isNext(s: Surroundings): boolean {
  const needsWill = NEEDS_WILL.has(s.word);
  const next = s.rest.replace(/^[，,：:]/, "");
  if (LASTING.test(next)) return false;
  const lead = NEXT_LEAD.exec(next);
  if (lead === null || (needsWill && lead[1] === undefined)) return false;
  const verb = next.slice(lead[0].length);
  if (!FINISHING.test(verb) || NOT_A_VERB.test(verb.slice(0, 10))) return false;
  return !/^.{2,4}了/.test(verb) && !/已/.test(s.after);
}

const AIMED = re`${plans.aimed}`;

const STRIVING_AFTER = re`^${plans.strivingAfter}`;
const STRIVING_AFTER_2 = re`^到(?!${plans.strivingAfter2})`;
const STRIVING_BEFORE = re`${plans.strivingBefore}`;

export function isStriving(s: Surroundings, asOf: CivilDate): boolean {
  if (STRIVING_AFTER.test(s.after) || STRIVING_AFTER_2.test(s.after)) return false;
  if (STRIVING_BEFORE.test(s.before.slice(-6)) || isDenied(s)) return false;
  if (!AIMED.test(s.after) || /[了]$/.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const AIMING_AFTER = re`^${plans.aimingAfter}`;

export function isAiming(s: Surroundings, asOf: CivilDate): boolean {
  if (AIMING_AFTER.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const EXPECTED_BEFORE = re`${plans.expectedBefore}$`;
const EXPECTED_AFTER = re`^${plans.expectedAfter}`;
const EXPECTED_AFTER_2 = re`${plans.expectedAfter2}`;

export function isExpected(s: Surroundings, asOf: CivilDate): boolean {
  if (EXPECTED_BEFORE.test(s.before) || EXPECTED_AFTER.test(s.after)) return false;
  const past = isPast(s.after, asOf);
  if (past !== null) return !past;
  return EXPECTED_AFTER_2.test(s.after) && !isCarriedOut(s);
}

const PLAN_VERB = re`^${plans.planVerb}`;
const PLAN_NOUN = re`^(?:于)?${plans.planNoun[0]}?${plans.planNoun[1]}`;

const PLAN_DATED = re`^${plans.planDated}(?:20)?[0-9明今年下近]`;
const PLAN_BEFORE = re`${plans.planBefore}$`;
const PLAN_AFTER = re`^${plans.planAfter[0]}${plans.planAfter[1]}`;

export function isPlan(s: Surroundings, asOf: CivilDate): boolean {
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

const SOON_AFTER = re`^${plans.soonAfter[0]}?[^，,]{0,14}${plans.soonAfter[1]}`;
const SOON_AFTER_2 = re`^${plans.soonAfter2}`;
const SOON_BEFORE = re`${plans.soonBefore}`;

export function isSoon(s: Surroundings): boolean {
  if (!SOON_AFTER.test(s.after)) return false;
  if (s.word === "抓紧" && SOON_AFTER_2.test(s.after)) return false;
  if (SOON_BEFORE.test(s.before)) return false;
  return !isOldNews(s) && !isCarriedOut(s) && !/已/.test(s.rest);
}

const ABOUT_AFTER = re`^${plans.aboutAfter}`;

export function isAbout(s: Surroundings): boolean {
  return ABOUT_AFTER.test(s.after) && !/的/.test(s.after.slice(0, 8)) && !isCarriedOut(s);
}

const INTENDED_AFTER = re`^${plans.intendedAfter}`;
const INTENDED_AFTER_2 = re`^定(?!${plans.intendedAfter2})`;
const INTENDED_AFTER_3 = re`^(?:定)?${plans.intendedAfter3}`;

export function isIntended(s: Surroundings, asOf: CivilDate): boolean {
  if (/[草模虚比初起]/.test(lastOf(s.before))) return false;
  if (INTENDED_AFTER.test(s.after)) return false;
  if (INTENDED_AFTER_2.test(s.after)) return false;
  if (!INTENDED_AFTER_3.test(s.after)) return false;
  if (isDenied(s) || isAttribute(s)) return false;
  const past = isPast(s.after, asOf);
  return past === null ? !isCarriedOut(s) : !past;
}

const FUTURE_AFTER = re`^${plans.futureAfter[0]}${plans.futureAfter[1]}`;
const FUTURE_TIME = re`${plans.futureTime}$`;
const FUTURE_ADVERB = re`^${plans.futureAdverb}`;
const FUTURE_HAS_FRAME = re`${plans.futureHasFrame}`;
const FUTURE_HAS_FRAME_2 = re`${plans.futureHasFrame2}`;
const FUTURE_TEXT = re`${plans.futureText}`;
const FUTURE_BEFORE = re`${plans.futureBefore}`;

export function isFuture(s: Surroundings, asOf: CivilDate): boolean {
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
