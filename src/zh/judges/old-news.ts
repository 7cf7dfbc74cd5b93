/** Judgements that the families of pending words share: what is denied, what is told of the past, what is done since. */
import { compareDates, type CivilDate } from "../civil-date";
import type { Surroundings } from "../clause";
import { re } from "../pattern";
import { phraseDate } from "../written-date";
import { shared } from "../words/pending-shared";

/** Before every day that is written anywhere. */
export const LONG_AGO: CivilDate = { year: 1, month: 1, day: 1 };

/** The word speaks of something that is denied or prevented: 不存在未完成…, 防止…尚未… */
const DENIED = re`${shared.denied}`;
/** The word speaks of how things were found: 检查时尚未…, 针对…未落实 */
export const PAST = re`${shared.past}`;
/** The word belongs to a rule or a condition: 逾期未完成的, 凡未落实 */
export const CONDITION = re`${shared.condition}`;
/** A preposition that takes the phrase as its object: 对尚未归档的材料 */
export const OBJECT_OF = re`${shared.objectOf}[^，,]{0,14}$`;
export const RULE_WORDS = re`${shared.ruleWords}`;
const STRONG_DONE = re`${shared.strongDone}`;
export const LASTING = re`^[，,、]?${shared.lasting[0]}?[，,]?(?:还)?${shared.lasting[1]}?${shared.lasting[2]}`;

export function isDenied(s: Surroundings): boolean {
  return DENIED.test(s.before);
}

const ATTRIBUTE_BEHIND = re`^${shared.attributeBehind}`;
const ATTRIBUTE_BEHIND_2 = re`^${shared.attributeBehind2}`;
const ATTRIBUTE_REST = re`${shared.attributeRest}`;

/** 尚未归档的23卷材料…: the phrase only describes a thing; what became of the thing is said elsewhere. */
export function isAttribute(s: Surroundings): boolean {
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

const TROUBLE_TALK_AFTER = re`${shared.troubleTalkAfter}`;
const TROUBLE_TALK_BEFORE = re`${shared.troubleTalkBefore}`;

/** The phrase names a trouble that the sentence then deals with: …问题，…等情况 */
export function isTroubleTalk(s: Surroundings): boolean {
  if (!TROUBLE_TALK_AFTER.test(s.after)) return false;
  return PAST.test(s.before) || OBJECT_OF.test(s.before) || TROUBLE_TALK_BEFORE.test(s.before);
}

export function isOldNews(s: Surroundings): boolean {
  return isDenied(s) || isAttribute(s) || isTroubleTalk(s) || PAST.test(s.before) || CONDITION.test(s.before);
}

/** Whether a date follows that has passed; null without a date. */
export function isPast(text: string, asOf: CivilDate): boolean | null {
  const date = phraseDate(text, asOf);
  return date === null ? null : compareDates(date, asOf) < 0;
}

export function isCarriedOut(s: Surroundings): boolean {
  return STRONG_DONE.test(s.rest);
}

export function lastOf(text: string): string {
  return text.slice(-1);
}
