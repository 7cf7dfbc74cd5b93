/**
 * Finds all words of a word list in one pass. A character that begins no word costs one table look-up; one that does costs
 * a second for the pair it forms with its neighbour, and only pairs that begin a word are compared further.
 */

export interface LexiconEntry<T extends string = string> {
  /** What the word is looked for. */
  readonly topic: T;
  /** At least two characters, or one that stands for itself. */
  readonly word: string;
  readonly value: string;
  /** Characters that must not stand right before the word. */
  readonly notBefore?: string;
  /** Texts that must not follow the word. */
  readonly notAfter?: readonly string[];
}

export interface Lexicon<T extends string = string> {
  /** 1 for characters that begin a word of two or more characters, 2 for those that are one. */
  readonly begins: Uint8Array;
  /** By `pairIndex` of two neighbours: number of the bucket of words that may begin there, 0 where none does. */
  readonly buckets: Uint16Array;
  /** Words of a bucket that really begin at `at`, longest first; null where none does. */
  readonly matchesAt: (text: string, at: number, bucket: number) => readonly LexiconEntry<T>[] | null;
  /** The word that a character is by itself, null where it is none. */
  readonly single: (code: number) => LexiconEntry<T> | null;
}

const PAIRS = 0x10000;

/** Place of a pair in the table; several pairs may share one. */
export function pairIndex(first: number, second: number): number {
  return (first ^ Math.imul(second, 0x9e37)) & (PAIRS - 1);
}

/** Builds a lexicon. */
export function createLexicon<T extends string>(entries: readonly LexiconEntry<T>[]): Lexicon<T> {
  const begins = new Uint8Array(0x10000);
  const buckets = new Uint16Array(PAIRS);
  const lists: LexiconEntry<T>[][] = [[]];
  const singles = new Map<number, LexiconEntry<T>>();
  for (const entry of entries) {
    const first = entry.word.charCodeAt(0);
    if (entry.word.length === 1) {
      begins[first] = 2;
      singles.set(first, entry);
      continue;
    }
    if (begins[first] === 0) begins[first] = 1;
    const index = pairIndex(first, entry.word.charCodeAt(1));
    const bucket = buckets[index] ?? 0;
    if (bucket > 0) lists[bucket]?.push(entry);
    else {
      buckets[index] = lists.length;
      lists.push([entry]);
    }
  }
  for (const list of lists) list.sort((a, b) => b.word.length - a.word.length);
  // 整改 alone begins sixty words: the third character decides before any word is compared.
  const thirds = lists.map((list) => Uint16Array.from(list, (entry) => entry.word.charCodeAt(2) || 0));
  return {
    begins,
    buckets,
    single: (code) => singles.get(code) ?? null,
    matchesAt: (text, at, bucket) => {
      const list = lists[bucket];
      const third = thirds[bucket];
      if (list === undefined || third === undefined) return null;
      const code = at + 2 < text.length ? text.charCodeAt(at + 2) : 0;
      let found: LexiconEntry<T>[] | null = null;
      for (let i = 0; i < third.length; i++) {
        const own = third[i];
        if (own !== code && own !== 0) continue;
        const entry = list[i];
        if (entry === undefined || !isAt(entry, text, at)) continue;
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
