/**
 * What the words around a count tell: how far its things have come, the sides they are on, what opens a whole. One pass over
 * the words finds every listed word; expressions run only where one may match.
 */
import { reWith } from "../../zh/pattern";
import { pairIndex } from "../../zh/lexicon";
import { charTable } from "../../zh/plain";
import { OPENERS, leads } from "../../zh/words/claim-leads";
import { BATCHES, KIND_ENDS, SIDES } from "../../zh/words/claim-sides";
import {
  DUE,
  NOT_DUE,
  OPENED_BY,
  OPEN_STATES,
  OTHER_STATES,
  PARTLY_STATES,
  RETURNED,
  TERM_VERBS,
  terms,
  doneState,
  leftOver,
} from "../../zh/words/claim-states";

/** How far something has come; "other" takes it out of the running (不予受理, 移交). */
export type ToldState = "done" | "basic" | "open" | "other";

/** Kinds of words beside the sides, as bits. */
const PARTLY = 1;
const OPEN = 2;
const OTHER = 4;
const OPENS = 8;
const LEADS = 16;
const PLANS = 32;

/** A text with the listed words in it: the first of each side, and the kinds of the others. */
export interface Told {
  readonly text: string;
  readonly kinds: number;
  /** By the index of the side; null where no side is told. */
  readonly sides: readonly (string | undefined)[] | null;
}

interface Entry {
  readonly word: string;
  /** Index of the side, or -1. */
  readonly side: number;
  readonly kind: number;
}

const SIDE_NAMES = Object.keys(SIDES);
const LEAD_WORDS = [
  ...leads.each,
  ...leads.base,
  ...leads.compared,
  ...leads.changed,
  ...leads.strictRest,
  ...leads.weak,
  // Any total holds one of these.
  "计",
];
/** 未 before what would be done: 未办结, 未归还. */
const NOT_DONE = [...doneState.verbs, ...doneState.weak].map((verb) => `未${verb}`);
const ENTRIES: readonly Entry[] = [
  ...Object.values(SIDES).flatMap((words, side) => words.map((word) => ({ word, side, kind: 0 }))),
  ...entries(PARTLY_STATES, PARTLY),
  ...entries(OPEN_STATES, OPEN),
  ...entries(NOT_DONE, OPEN),
  ...entries(OTHER_STATES, OTHER),
  ...entries(OPENERS, OPENS),
  ...entries(LEAD_WORDS, LEADS),
  ...entries(DUE, PLANS),
];

function entries(words: readonly string[], kind: number): readonly Entry[] {
  return words.map((word) => ({ word, side: -1, kind }));
}

/** Words by their first character, the longest first; the table says which list, 0 for none. */
const LISTS: Entry[][] = [[]];
const LIST_OF = new Uint16Array(0x10000);
for (const entry of [...ENTRIES].sort((a, b) => b.word.length - a.word.length)) {
  const code = entry.word.charCodeAt(0);
  if (LIST_OF[code] === 0) LIST_OF[code] = LISTS.push([]) - 1;
  LISTS[LIST_OF[code] ?? 0]?.push(entry);
}

/** By the first two characters of a word: whether one may begin there. */
const BEGINS = new Uint8Array(0x10000);
/** By a character: whether it is a word alone. */
const ALONE = new Uint8Array(0x10000);
for (const { word } of ENTRIES)
  if (word.length === 1) ALONE[word.charCodeAt(0)] = 1;
  else BEGINS[pairIndex(word.charCodeAt(0), word.charCodeAt(1))] = 1;

/** 归还欠款 owes nothing any more. */
const STILL_OWED = "还欠";
const OWED = "归偿退返交";

const NOTHING: Told = { text: "", kinds: 0, sides: null };

/** Finds the listed words of a text. */
export function toldIn(text: string): Told {
  if (text === "") return NOTHING;
  let kinds = 0;
  let sides: (string | undefined)[] | null = null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const list = LIST_OF[code] ?? 0;
    if (list === 0 || (ALONE[code] !== 1 && BEGINS[pairIndex(code, text.charCodeAt(at + 1))] !== 1)) continue;
    for (const { word, side, kind } of LISTS[list] ?? []) {
      if (side < 0 ? (kinds & kind) !== 0 : sides?.[side] !== undefined) continue;
      if (!text.startsWith(word, at) || (word === STILL_OWED && OWED.includes(text[at - 1] ?? "#"))) continue;
      kinds |= kind;
      if (side >= 0) (sides ??= [])[side] = word;
    }
  }
  return { text, kinds, sides };
}

/** Whether its words open a whole: 反馈, 受理, 问题. */
export function opensWhole({ kinds }: Told): boolean {
  return (kinds & OPENS) !== 0;
}

/** The same of a stretch of text, of which nothing else is asked. */
export function holdsOpener(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (OPENER_BEGINS[code] !== 1 || BEGINS[pairIndex(code, text.charCodeAt(at + 1))] !== 1) continue;
    for (const word of OPENERS) if (at + word.length <= to && text.startsWith(word, at)) return true;
  }
  return false;
}

const OPENER_BEGINS = charTable(OPENERS.map((word) => word.slice(0, 1)).join(""));

/** Whether words name some of all things: 立行立改问题, 到期任务. */
export function namesSubset(text: string): boolean {
  return toldIn(text).sides !== null || EXPIRED.test(text);
}

const EXPIRED = reWith("u")`${leads.expired}`;

/** Whether a word that leads a count in may stand in it: 每, 共, 比, 其余. */
export function mayLead({ kinds }: Told): boolean {
  return (kinds & LEADS) !== 0;
}

const DUE_WORDS = reWith("u")`${DUE}`;
const NO_DUE = reWith("gu")`${NOT_DUE}`;

/** Whether it tells a duty or a plan: 应于9月底前完成. */
export function tellsDue({ text, kinds }: Told): boolean {
  if ((kinds & PLANS) === 0) return false;
  // 248户应搬迁户中已搬迁221户, 到期项已完成114项: what ought to be done is the number before.
  const own = text.replace(/[（(].*$|^[^，。]{1,8}[中里的项件个条户](?=已)/gu, "");
  return DUE_WORDS.test(own) && DUE_WORDS.test(own.replace(NO_DUE, ""));
}

/** 已有29个村建成文化广场 */
const HAVE = "已有";
/** A state told behind the number stands in no longer words. */
const LONGEST_STATE = 20;

/** The state that the words before a number tell, else those behind it. */
export function stateOf(before: Told, behind: Told): ToldState | null {
  const own = stateOfWords(before, true) ?? (behind.text.length <= LONGEST_STATE ? stateOfWords(behind, false) : null);
  if (own !== null) return own;
  if (before.text.endsWith(HAVE)) return "done";
  return LEFT_ENDS[before.text.charCodeAt(before.text.length - 1)] === 1 &&
    LEFT_LEAD.test(before.text) &&
    LEFT_UNDONE.test(behind.text)
    ? "open"
    : null;
}

/** Whether words alone tell a state: 已完成, 正在整改; 持续整改类 names a kind. */
export function tellsState(text: string): boolean {
  return stateOf(toldIn(text), NOTHING) !== null;
}

const LEFT_LEAD = reWith("u")`${leftOver.leads}$`;
const LEFT_ENDS = charTable(leftOver.leads.map((word) => word.slice(-1)).join(""));
const LEFT_UNDONE = reWith("u")`^[^，。；、]{0,6}?${leftOver.undone}`;

/** 移交线索22条 opens a whole; 移交某局5项 is a part. */
const OPENED = reWith("u")`${OPENED_BY}`;
/** 待修5台 */
const WAITING = /^[待拟](?!遇)[^，。]{1,5}$/u;
/** 实训252人, 实补80人: what was got of what was due. */
const GOT = /(?<![落核属查证真其切])实[^施行名有现际践地体物事，。；、][^，。；、]?$/u;
const AFFIRMED = reWith("u")`${doneState.affirmed}`;
/** One of these characters stands in whatever is affirmed. */
const MAY_AFFIRM = /[已数实]/u;
const BARE_DONE = reWith(
  "u",
)`^[^，。]{0,8}?${doneState.adverbs}*(?:${doneState.verbs}${doneState.objects}*|${doneState.weak})$`;
const BARE_ENDS = charTable(
  [...doneState.verbs, ...doneState.objects, ...doneState.weak].map((w) => w.slice(-1)).join(""),
);
const DONE_BEHIND = reWith(
  "u",
)`^${doneState.noun}{0,3}(?:${doneState.already}+${[...doneState.verbs, ...doneState.weak]}|${doneState.verbs})`;
const BEHIND_BEGINS = charTable(
  [...doneState.noun, ...doneState.already, ...doneState.verbs].map((w) => w.slice(0, 1)).join(""),
);

function stateOfWords(told: Told, isBefore: boolean): ToldState | null {
  const { text, kinds } = told;
  if (text === "" || (isBefore && termOf(text) !== undefined)) return null;
  if ((kinds & PARTLY) !== 0) return "basic";
  if ((kinds & OPEN) !== 0) return "open";
  if ((kinds & OTHER) !== 0 && !OPENED.test(text)) return "other";
  if (WAITING.test(text)) return "other";
  if (isBefore && tellsDue(told)) return null;
  if (MAY_AFFIRM.test(text) && (AFFIRMED.test(text) || (isBefore && GOT.test(text)))) return "done";
  const isDone = isBefore
    ? BARE_ENDS[text.charCodeAt(text.length - 1)] === 1 && BARE_DONE.test(text)
    : BEHIND_BEGINS[text.charCodeAt(0)] === 1 && DONE_BEHIND.test(text);
  return isDone ? "done" : null;
}

const KIND_TAILS = [...leads.kindTails, ""];
const BATCH = reWith("u")`${BATCHES}`;
/** One of these characters stands in whatever names a batch. */
const MAY_BATCH = /[第组年]/u;
/** 6月底前完成40项、12月底前完成35项 */
const MAY_END = /前/u;
const DEADLINE = reWith("u")`[\d一二三四年]{1,5}${terms.ends}之?前`;
/** 三个月内整改15个、长期整改10个: by when, not how far. */
const WITHIN = reWith("u")`^${terms.lead}?${terms.count}${terms.units}(?:以)?内${TERM_VERBS}的?${terms.of}?$`;

function termOf(text: string): string | undefined {
  return text.includes("内") && WITHIN.test(text) ? text : undefined;
}

/** The state of money: 退回医保基金26.2万元 says to whom it went, which is a side; 退回资金2.5万元 what came of it. */
export function stateOfMoney(before: Told, behind: Told): ToldState | null {
  const state = stateOf(before, behind);
  const toWhom = state === "other" && RETURNED_WORDS.test(before.text) && !BARE_DONE.test(before.text);
  return toWhom ? null : state;
}

const RETURNED_WORDS = reWith("u")`${RETURNED}`;

const KIND = reWith("u")`(?:^|[^，。]{1,10})${KIND_ENDS}(?:的)?${KIND_TAILS}$`;
const KIND_LAST = charTable(["的", ...KIND_ENDS, ...KIND_TAILS].map((w) => w.slice(-1)).join(""));
/** A name that says which of several like things is meant is no longer. */
const LONGEST_LABEL = 12;
/** A side told behind the number stands in no longer words. */
const LONGEST_SIDE = 10;
const NO_SIDES: ReadonlyMap<string, string> = new Map();

/** Sides told, by name of the breakdown: { truth: "属实" }. */
export function sidesOf(before: Told, behind: Told): ReadonlyMap<string, string> {
  const { text } = before;
  const after = behind.text.length <= LONGEST_SIDE ? behind.sides : null;
  let sides: Map<string, string> | null = null;
  if (before.sides || after)
    for (const [index, name] of SIDE_NAMES.entries()) {
      const word = before.sides?.[index] ?? after?.[index];
      if (word !== undefined) (sides ??= new Map()).set(name, word);
    }
  if (text === "") return sides ?? NO_SIDES;
  const batch = MAY_BATCH.test(text) ? BATCH.exec(text)?.[0] : undefined;
  if (batch !== undefined && sides?.has("batch") !== true) (sides ??= new Map()).set("batch", batch);
  const deadline = MAY_END.test(text) ? DEADLINE.exec(text)?.[0] : undefined;
  if (deadline !== undefined) (sides ??= new Map()).set("deadline", deadline);
  const term = sides?.has("term") === true ? undefined : termOf(text);
  if (term !== undefined) (sides ??= new Map()).set("term", term);
  if (text.length <= LONGEST_LABEL && KIND_LAST[text.charCodeAt(text.length - 1)] === 1 && KIND.test(text))
    (sides ??= new Map()).set("kind", text);
  return sides ?? NO_SIDES;
}
