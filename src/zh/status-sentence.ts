/** Statuses as notices tell them: a label's value, or a short sentence such as 「此项问题部分已整改，需要长期推进」. */
import { readStatusText } from "./status";
import type { Status } from "./terms";
import { PHRASES, SENTENCE_WORDS } from "./words/status";
import { reWith } from "./pattern";
import { statusSentence as words } from "./words/status-sentence";

/** Phrases by their first character: `BEGINS` holds the number of a list, 0 for characters that begin none. */
const BEGINS = new Uint8Array(0x10000);
const BY_BEGIN: { readonly rank: number; readonly word: string }[][] = [[]];
PHRASES.forEach(([, words], rank) => {
  for (const word of words) {
    const first = word.charCodeAt(0);
    const known = BEGINS[first] ?? 0;
    if (known > 0) BY_BEGIN[known]?.push({ rank, word });
    else {
      BEGINS[first] = BY_BEGIN.length;
      BY_BEGIN.push([{ rank, word }]);
    }
  }
});

/**
 * Status told by words that are known to speak of a status; null where none is told.
 * @example statusOfWords("正在整改") // "ongoing"
 */
export function statusOfWords(text: string): Status | null {
  let least = PHRASES.length;
  for (let at = 0; at < text.length; at++) {
    const begin = BEGINS[text.charCodeAt(at)] ?? 0;
    if (begin === 0) continue;
    for (const { rank, word } of BY_BEGIN[begin] ?? [])
      if (rank < least && text.startsWith(word, at))
        least = rank === DONE && NEGATED.test(text.slice(Math.max(0, at - LONGEST_NEGATION), at)) ? NOT_DONE : rank;
  }
  return PHRASES[least]?.[0] ?? null;
}

const DONE = PHRASES.findIndex(([status]) => status === "done");
const NOT_DONE = PHRASES.findIndex(([status]) => status === "notDone");
const LONGEST_NEGATION = 12;
/** 没有整改到位, 未能按期完成整改 */
const NEGATED = reWith("u")`${words.negated}$`;

const LONGEST = 40;
const CLOSING = /[。；;.\s]/u;

/** Where a text ends without its closing marks and blanks. */
function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && CLOSING.test(text[end - 1] ?? "")) end--;
  return end;
}

/**
 * Status of a short sentence that is nothing but a status; null for any other sentence.
 * @example statusOfSentence("此项问题已完成整改。") // "done"
 */
export function statusOfSentence(text: string): Status | null {
  const bare = text.slice(0, endOfWords(text)).trim();
  if (bare === "完成") return "done";
  if (bare.length < 3 || bare.length > LONGEST) return null;
  const first = bare.split(/[，,]/u, 1)[0] ?? bare;
  if (first.length > LONGEST_CLAUSE || !isOfStatusWords(first)) return null;
  // 立行立改，已完成: a way first, then the state.
  return readStatusText(statusWording(bare), "problem") ?? statusOfWords(first);
}

const LONGEST_CLAUSE = 16;

const LONGEST_FIRST = [...SENTENCE_WORDS].sort((a, b) => b.length - a.length);

/** Whether a clause is made of the words of statuses and nothing else. */
function isOfStatusWords(clause: string): boolean {
  for (let rest = clause; rest !== "";) {
    const word = LONGEST_FIRST.find((candidate) => rest.startsWith(candidate));
    if (word === undefined) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

const FRAME = reWith("u")`^${words.frame[0]}${words.frame[1]}?${words.frame[2]}?`;

/**
 * What a sentence says of the matter it names at its beginning.
 * @example behindFrame("此项问题目前已整改") // 6
 */
export function behindFrame(text: string): number {
  return FRAME.exec(text)?.[0].length ?? 0;
}

/**
 * Where a status in the notice's own words stands in its sentence: without its frame and without what follows it, as a
 * ledger's status cell would say it.
 * @example wordingPlace("此项问题部分已整改，需要长期推进，2025年10月底前完成。") // { start: 4, end: 16 }
 */
export function wordingPlace(text: string): { readonly start: number; readonly end: number } {
  const last = endOfWords(text);
  const start = FRAME.exec(text.slice(0, last))?.[0].length ?? 0;
  let end = clauseEnd(text, start, last);
  for (let clauses = 1; clauses < MOST_CLAUSES && end < last; clauses++) {
    const next = clauseEnd(text, end + 1, last);
    const clause = text.slice(end + 1, next);
    if (clause.length > LONGEST_CLAUSE || clause === "" || !isOfStatusWords(clause)) break;
    end = next;
  }
  return { start, end };
}

const MOST_CLAUSES = 4;

function clauseEnd(text: string, from: number, last: number): number {
  let end = from;
  while (end < last && !/[，,。；;]/u.test(text[end] ?? "")) end++;
  return end;
}

/**
 * A status in the notice's own words.
 * @example statusWording("此项问题部分已整改，需要长期推进，2025年10月底前完成。") // "部分已整改，需要长期推进"
 */
export function statusWording(text: string): string {
  const { start, end } = wordingPlace(text);
  return text.slice(start, end);
}
