/**
 * Finds words that say work is not finished, in a text about progress. A judgement, so it quotes its words and a person
 * decides. It errs on the side of silence: what a finished matter may well say of its future (下一步将持续, 定期, 预防),
 * of old troubles (尚未归档的材料已补齐), of procedures (验收合格后方可付款) and of plans already carried out is harmless.
 *
 * One pass finds trigger words; each is then judged by its bounded surroundings, so the cost is linear.
 */
import type { CivilDate } from "./civil-date";
import { surround, type Surroundings } from "./clause";
import { isUnfinishedState, isUndone, isInProgress, isMidst, isShare, isDoneShare } from "./judges/state";
import {
  isAfterApproval,
  isAfterArrival,
  isPutDown,
  isOwed,
  isNeeded,
  isCommitment,
  isPromised,
  isAwaiting,
  isWaiting,
  isRemaining,
  isLeftOver,
  isNotYet,
  isHalted,
  isReported,
  isGradual,
  isNeededFirst,
} from "./judges/steps";
import {
  isNext,
  isStriving,
  isAiming,
  isExpected,
  isPlan,
  isSoon,
  isAbout,
  isIntended,
  isFuture,
} from "./judges/plans";
import { LONG_AGO } from "./judges/old-news";
import { maskQuoted } from "./mask";
import { mayBePending } from "./trigger-scan";
import { anyOf } from "./pattern";
import * as pending from "./words/pending";

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
  [anyOf(pending.REMAINING), isRemaining],
  [anyOf(pending.LEFT_OVER), isLeftOver],
  [anyOf(pending.NOT_YET), isNotYet],
  [anyOf(pending.HALTED), isHalted],
  [anyOf(pending.REPORTED), isReported],
  [anyOf(pending.GRADUAL), isGradual],
  [pending.NEEDED_FIRST, isNeededFirst],
  [`${anyOf(pending.SHARED)}的?[0-9]{1,2}(?:\\.[0-9]{1,2})?[%％]`, isShare],
  // With 目前 in it: else 前整改 would be looked at in its place.
  [
    `(?:目前)?${anyOf(pending.DONE_SHARES)}${anyOf(pending.DONE_SHARE_IS)}?[0-9]{1,2}(?:\\.[0-9]{1,2})?[%％]`,
    isDoneShare,
  ],
  [`前${anyOf(pending.COMMITTED_HOW)}?${anyOf(pending.COMMITTED)}`, isCommitment],
  [
    `${anyOf(pending.PROMISED)}${pending.PROMISED_WITHIN}${anyOf(pending.COMMITTED_HOW)}?${anyOf(pending.COMMITTED)}`,
    isPromised,
  ],
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
