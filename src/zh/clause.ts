/** Cuts texts into sentences and clauses: the surroundings of a word, within a bounded distance, and all clauses of a text. */
import { reWith } from "./pattern";
import { clause as words } from "./words/clause";

export interface Surroundings {
  /** The word itself. */
  readonly word: string;
  /** From the beginning of the clause to the word. */
  readonly before: string;
  /** From behind the word to the end of the clause. */
  readonly after: string;
  /** From behind the word to the end of the sentence. */
  readonly rest: string;
  /** The clause before this one, where it belongs to the same sentence. */
  readonly previous: string;
  /** Positions of the clause in the text. */
  readonly start: number;
  readonly end: number;
}

const CLAUSE_REACH = 80;
const SENTENCE_REACH = 160;

/**
 * What marks cut off, from the largest piece to the smallest. Either width of a mark cuts alike. A reader cuts at the marks
 * up to a rank.
 */
export const STOPS = { sentence: 1, member: 2, comma: 3, clause: 4, piece: 5 } as const;
/** Where none of them stands. */
export const NO_STOP = 9;
const MARKS = ["", "。！!？?\n\r", "；;", "，,", "：:", "、（）()“”《》"];

const RANKS = new Uint8Array(0x10000).fill(0xff);
MARKS.forEach((marks, rank) => {
  for (const mark of marks) RANKS[mark.charCodeAt(0)] = rank;
});

/** Whether a character ends a piece of a rank; NaN, behind the end of a text, ends none. */
export function endsAt(code: number, rank: number): boolean {
  return (RANKS[code] ?? 0xff) <= rank;
}

/** Rank of the stop that a character is; above all ranks where it is none. */
export function stopRank(code: number): number {
  return RANKS[code] ?? 0xff;
}

/** End of the smallest piece: a clause, a member of a list, or what stands in brackets or quotes. */
export function endsPiece(code: number): boolean {
  return endsAt(code, STOPS.piece);
}

/** Marks that end a clause. */
function endsClause(code: number): boolean {
  return endsAt(code, STOPS.clause);
}

/** Marks that end a sentence or a member of an enumeration. */
function endsSentence(code: number): boolean {
  return endsAt(code, STOPS.member);
}

/** The clause that holds `start` to `end`: to the next stops, or as far as `reach` goes. */
export function clauseAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  reach: number,
): { readonly start: number; readonly end: number; readonly text: string } {
  const from = beginOfClause(text, start, reach);
  const to = endOfClause(text, end, reach);
  return { start: from, end: to, text: text.slice(from, to) };
}

function endOfClause(text: string, from: number, reach: number): number {
  const limit = Math.min(text.length, from + reach);
  let end = from;
  while (end < limit && !endsClause(text.charCodeAt(end))) end++;
  return end;
}

/** Cuts out the surroundings of the word at `at`. Costs a bounded number of characters. */
export function surround(text: string, at: number, word: string): Surroundings {
  const wordEnd = at + word.length;
  const start = beginOfClause(text, at, CLAUSE_REACH);
  const end = endOfClause(text, wordEnd, CLAUSE_REACH);
  let stop = end;
  const sentenceLimit = Math.min(text.length, wordEnd + SENTENCE_REACH);
  while (stop < sentenceLimit && !endsSentence(text.charCodeAt(stop))) stop++;
  const comma = start - 1;
  const joined = comma > 0 && endsClause(text.charCodeAt(comma)) && !endsSentence(text.charCodeAt(comma));
  return {
    word,
    before: text.slice(start, at),
    after: text.slice(wordEnd, end),
    rest: text.slice(wordEnd, stop),
    previous: joined ? text.slice(beginOfClause(text, comma, CLAUSE_REACH), comma) : "",
    start,
    end,
  };
}

function beginOfClause(text: string, at: number, reach: number): number {
  let start = at;
  const limit = Math.max(0, at - reach);
  while (start > limit && !endsClause(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A clause with its place, without 一是 or a number before it. */
export interface Clause {
  readonly start: number;
  readonly text: string;
}

/** 一是, （1）, 2., ①, 第一， at the beginning. */
const BEGINNING = reWith("u")`^\s*${words.beginning}?\s*`;

/** Clauses of `text` from `from` to `to`. Nothing is said of what comes behind the first `most`. */
export function clausesOf(text: string, from: number, to: number, most: number): readonly Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  const push = (end: number): void => {
    const whole = text.slice(start, end).trimEnd();
    const skipped = BEGINNING.exec(whole)?.[0].length ?? 0;
    if (whole.length > skipped) clauses.push({ start: start + skipped, text: whole.slice(skipped) });
  };
  for (let at = from; at < to; at++) {
    if (!endsAt(text.charCodeAt(at), STOPS.comma)) continue;
    push(at);
    start = at + 1;
    if (clauses.length >= most) return clauses;
  }
  push(to);
  return clauses;
}
