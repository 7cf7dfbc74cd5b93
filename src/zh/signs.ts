/**
 * First looks for many lists of words at once: one pass over a text tells of each list whether any of its words may stand
 * there, so that whoever needs one of them passes over all other texts without an expression.
 */
import { signOf } from "./pair-scan";

interface Signs<N extends string> {
  /** One bit for each list, by its name. */
  readonly bits: Readonly<Record<N, number>>;
  /**
   * The bits of the lists of which a word may stand in the text. A word that stands there is never missed; a stranger that
   * shares a number with its first two characters costs a closer look.
   */
  readonly read: (text: string) => number;
}

/** Bits of a number that stay whole. */
const MOST_LISTS = 30;
const SINGLE = 1;
const PAIR = 2;

/**
 * @param lists plain words by the name of their list, no forms with what may vary in them
 * @throws Error where there are more than 30 lists, or a form among the words
 * @example createSigns({ each: ["每", "人均"] }).read("每户800元") // the bit of each
 */
export function createSigns<N extends string>(lists: Readonly<Record<N, readonly string[]>>): Signs<N> {
  const kinds = new Uint8Array(0x10000);
  const singles = new Uint32Array(0x10000);
  const pairs = new Uint32Array(0x10000);
  const names = Object.keys(lists) as N[];
  if (names.length > MOST_LISTS) throw new Error(`${names.length} lists of signs`);
  const bits = Object.fromEntries(names.map((name, at) => [name, 1 << at])) as Record<N, number>;
  for (const name of names)
    for (const word of lists[name]) {
      if (word === "" || /[\\()[\]?*+{}|^$]/u.test(word)) throw new Error(`no plain word: ${word}`);
      const first = word.charCodeAt(0);
      const single = word.length === 1;
      const at = single ? first : signOf(first, word.charCodeAt(1));
      kinds[first] = (kinds[first] ?? 0) | (single ? SINGLE : PAIR);
      const table = single ? singles : pairs;
      table[at] = (table[at] ?? 0) | bits[name];
    }
  return { bits, read: (text) => readSigns(text, kinds, singles, pairs) };
}

function readSigns(text: string, kinds: Uint8Array, singles: Uint32Array, pairs: Uint32Array): number {
  const { length } = text;
  let signs = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = kinds[code] as number;
    if (kind === 0) continue;
    if ((kind & SINGLE) !== 0) signs |= singles[code] as number;
    if ((kind & PAIR) !== 0 && i + 1 < length) signs |= pairs[signOf(code, text.charCodeAt(i + 1))] as number;
  }
  return signs;
}
