/**
 * Finds all words of a word list in one pass. A character that begins no word costs one table look-up; one that does costs
 * a second for the pair it forms with its neighbour, and only pairs that begin a word are compared further.
 */
import type { Topic } from "../types";

export interface LexiconEntry {
  readonly topic: Topic;
  /** At least two characters, or one that stands for itself. */
  readonly word: string;
  readonly value: string;
  /** Characters that must not stand right before the word. */
  readonly notBefore?: string;
  /** Texts that must not follow the word. */
  readonly notAfter?: readonly string[];
}

export interface Lexicon {
  /** 1 for characters that begin a word, 2 for those that are one. */
  readonly begins: Uint8Array;
  /** Filter by the first two characters, see `pairIndex`: 0 where no word begins with them. */
  readonly pairs: Uint8Array;
  /** Entries that begin at `at`, longest first; null where there are none (the common case). */
  readonly matchesAt: (text: string, at: number) => readonly LexiconEntry[] | null;
}

const PAIRS = 0x10000;

/** Place of a pair in the filter; several pairs may share one. */
export function pairIndex(first: number, second: number): number {
  return (first ^ Math.imul(second, 0x9e37)) & (PAIRS - 1);
}

/** Builds a lexicon. */
export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const begins = new Uint8Array(0x10000);
  const pairs = new Uint8Array(PAIRS);
  const byFirst = new Map<number, LexiconEntry[]>();
  for (const entry of entries) {
    const first = entry.word.charCodeAt(0);
    if (begins[first] === 0) begins[first] = 1;
    // 2: a word of one character, whatever follows.
    if (entry.word.length === 1) begins[first] = 2;
    else pairs[pairIndex(first, entry.word.charCodeAt(1))] = 1;
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return {
    begins,
    pairs,
    matchesAt: (text, at) => {
      const first = text.charCodeAt(at);
      let found: LexiconEntry[] | null = null;
      for (const entry of byFirst.get(first) ?? []) {
        if (!isAt(entry, text, at)) continue;
        if (found === null) found = [entry];
        else found.push(entry);
      }
      return found;
    },
  };
}

function isAt(entry: LexiconEntry, text: string, at: number): boolean {
  if (!text.startsWith(entry.word, at)) return false;
  if (entry.notBefore && at > 0 && entry.notBefore.includes(text[at - 1] ?? "")) return false;
  const end = at + entry.word.length;
  return !(entry.notAfter && entry.notAfter.some((after) => text.startsWith(after, end)));
}
