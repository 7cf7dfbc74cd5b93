/**
 * Pairs of texts that are nearly alike, of two long lists, without comparing each with each. Exactly those are found that
 * comparing each with each would find: texts of which three tenths or less differ share some of their pairs of neighbouring
 * characters, among them one of the rarer ones, and only texts that do are compared.
 */
import { distance } from "fastest-levenshtein";

/** How far two texts are apart: edits, of so many characters of the longer one. */
export interface Apart {
  readonly edits: number;
  readonly longer: number;
}

export interface NearPair extends Apart {
  /** Places in the two lists. */
  readonly one: number;
  readonly other: number;
}

const HALF_OF_A_PAIR = /[\ud800-\udfff]/;

/** Texts in which every character is one UTF-16 unit: those beyond the first plane are given units that none of them uses. */
function asUnits(texts: readonly string[]): readonly string[] {
  if (!texts.some((text) => HALF_OF_A_PAIR.test(text))) return texts;
  const used = new Set(texts.flatMap((text) => Array.from(text)));
  const given = new Map<string, string>();
  let next = 0;
  const unitFor = (char: string): string => {
    const known = given.get(char);
    if (known !== undefined) return known;
    while (used.has(String.fromCharCode(next))) next += 1;
    const unit = String.fromCharCode(next);
    next += 1;
    given.set(char, unit);
    return unit;
  };
  return texts.map((text) => Array.from(text, (char) => (char.length > 1 ? unitFor(char) : char)).join(""));
}

/**
 * Levenshtein distance over code points.
 * @example apart("会议记录", "会议纪录") // { edits: 1, longer: 4 }
 */
export function apart(a: string, b: string): Apart {
  const [one = a, other = b] = asUnits([a, b]);
  return { edits: distance(one, other), longer: Math.max(one.length, other.length) };
}

/** Of ten characters of the longer text this many may differ. */
const MAY_DIFFER = 3;

/** Edits that two near texts are apart at the most, of which the longer has so many characters. */
function mostEdits(longer: number): number {
  return Math.floor((MAY_DIFFER * longer) / 10);
}

/** Pairs of neighbours that two near texts have in common at the least: an edit takes two of them away. */
function leastShared(longer: number): number {
  return longer + 1 - 2 * mostEdits(longer);
}

interface Prepared {
  readonly text: string;
  /** Its pairs of neighbours as numbers, the rarest first; of equal ones the second is another than the first. */
  readonly marks: Int32Array;
}

/** What stands before the first character and behind the last one. */
const EDGE = 1;
const UNITS = 0x10000;

/** Numbers pairs of neighbours by how many texts have them, and sorts those of each text. */
function prepare(texts: readonly string[]): readonly Prepared[] {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const seen = new Map<number, number>();
  const all = texts.map((text) => {
    const found = new Int32Array(text.length + 1);
    seen.clear();
    let before = EDGE;
    for (let at = 0; at <= text.length; at++) {
      const char = at < text.length ? text.charCodeAt(at) : EDGE;
      const pair = before * UNITS + char;
      const times = seen.get(pair) ?? 0;
      seen.set(pair, times + 1);
      // A pair, and before it how often the text had it already: a number that stays whole.
      const key = times * UNITS * UNITS + pair;
      let number = numbers.get(key);
      if (number === undefined) {
        number = counts.length;
        numbers.set(key, number);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      found[at] = number;
      before = char;
    }
    return found;
  });
  const order = counts.map((_count, number) => number).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  const rank = new Int32Array(counts.length);
  order.forEach((number, place) => (rank[number] = place));
  return texts.map((text, index) => {
    const marks = (all[index] ?? new Int32Array(0)).map((number) => rank[number] ?? 0).sort();
    return { text, marks };
  });
}

/** Whether two sorted lists have so many marks in common. */
function sharesEnough(a: Int32Array, b: Int32Array, least: number): boolean {
  let [at, to, shared] = [0, 0, 0];
  while (at < a.length && to < b.length) {
    const [one = 0, other = 0] = [a[at], b[to]];
    if (one === other) {
      shared += 1;
      at += 1;
      to += 1;
    } else if (one < other) at += 1;
    else to += 1;
    if (shared >= least) return true;
    if (shared + Math.min(a.length - at, b.length - to) < least) return false;
  }
  return shared >= least;
}

/** Marks one of which a near text must have among its own, whatever its length. */
function telling({ text, marks }: Prepared): Int32Array {
  let least = leastShared(text.length);
  for (let longer = text.length; longer - mostEdits(longer) <= text.length; longer += 1)
    least = Math.min(least, leastShared(longer));
  return marks.subarray(0, Math.max(0, marks.length - least + 1));
}

/**
 * All pairs of a text of one list and a text of the other of which at most three tenths differ. Empty texts are near nothing.
 * @example nearPairs(["会议记录不完整"], ["会议纪录不完整"]) // [{ one: 0, other: 0, edits: 1, longer: 7 }]
 */
export function nearPairs(ones: readonly string[], others: readonly string[]): readonly NearPair[] {
  const prepared = prepare(asUnits([...ones, ...others]));
  const [left, right] = [prepared.slice(0, ones.length), prepared.slice(ones.length)];
  const byMark = new Map<number, number[]>();
  right.forEach((text, index) => {
    for (const mark of telling(text)) {
      const list = byMark.get(mark);
      if (list) list.push(index);
      else byMark.set(mark, [index]);
    }
  });
  const pairs: NearPair[] = [];
  const seenBy = new Int32Array(right.length).fill(-1);
  left.forEach((one, index) => {
    if (one.text === "") return;
    for (const mark of telling(one))
      for (const place of byMark.get(mark) ?? []) {
        if (seenBy[place] === index) continue;
        seenBy[place] = index;
        const other = right[place];
        if (other === undefined) continue;
        const longer = Math.max(one.text.length, other.text.length);
        if (Math.min(one.text.length, other.text.length) < longer - mostEdits(longer)) continue;
        if (!sharesEnough(one.marks, other.marks, leastShared(longer))) continue;
        const edits = distance(one.text, other.text);
        if (10 * edits <= MAY_DIFFER * longer) pairs.push({ one: index, other: place, edits, longer });
      }
  });
  return pairs;
}
