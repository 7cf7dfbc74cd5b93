/** Finds all words of a word list in one pass: characters that begin no word cost one table look-up. */
import type { Topic } from "../types";

export interface LexiconEntry {
  readonly topic: Topic;
  readonly word: string;
  readonly value: string;
  /** Characters that must not stand right before the word. */
  readonly notBefore?: string;
  /** Texts that must not follow the word. */
  readonly notAfter?: readonly string[];
}

export interface Lexicon {
  /** Calls `visit` for every entry that begins at `at`; longer words first. */
  readonly matchAt: (text: string, at: number, visit: (entry: LexiconEntry) => void) => void;
  /** 1 for characters that begin a word. */
  readonly begins: Uint8Array;
}

/** Builds a lexicon; the entries' first characters decide what a pass has to look at. */
export function createLexicon(entries: readonly LexiconEntry[]): Lexicon {
  const begins = new Uint8Array(0x10000);
  const byFirst = new Map<number, LexiconEntry[]>();
  for (const entry of entries) {
    const first = entry.word.charCodeAt(0);
    begins[first] = 1;
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return {
    begins,
    matchAt: (text, at, visit) => {
      const list = byFirst.get(text.charCodeAt(at));
      if (!list) return;
      for (const entry of list) {
        if (!text.startsWith(entry.word, at)) continue;
        if (entry.notBefore && at > 0 && entry.notBefore.includes(text[at - 1] ?? "")) continue;
        const end = at + entry.word.length;
        if (entry.notAfter && entry.notAfter.some((after) => text.startsWith(after, end))) continue;
        visit(entry);
      }
    },
  };
}
