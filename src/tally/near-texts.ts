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
  /** Its pairs of neighbours, as often as it has them, by their rank: the rarest first. */
  readonly marks: Int32Array;
}

/** What stands before the first character and behind the last one. */
const EDGE = 1;
/** Pairs of neighbours fall into so many classes; two in one class only let a few more texts be compared. */
const CLASSES = 1 << 17;
const SPREAD = [0x9e3779b1, 0x85ebca6b] as const;

function classOf(before: number, char: number): number {
  const mixed = Math.imul(before, SPREAD[0]) ^ Math.imul(char, SPREAD[1]);
  return (mixed ^ (mixed >>> 15)) & (CLASSES - 1);
}

/** Ranks classes of neighbours by how often texts have them, and sorts those of each text. */
function prepare(texts: readonly string[]): readonly Prepared[] {
  const counts = new Int32Array(CLASSES);
  const used: number[] = [];
  const all = texts.map((text) => {
    const found = new Int32Array(text.length + 1);
    let before = EDGE;
    for (let at = 0; at <= text.length; at++) {
      const char = at < text.length ? text.charCodeAt(at) : EDGE;
      const mark = classOf(before, char);
      if (counts[mark] === 0) used.push(mark);
      counts[mark] = (counts[mark] ?? 0) + 1;
      found[at] = mark;
      before = char;
    }
    return found;
  });
  // Their counts are needed no more: what follows writes ranks in their place.
  const rank = counts;
  Float64Array.from(used, (mark) => (counts[mark] ?? 0) * CLASSES + mark)
    .sort()
    .forEach((key, place) => (rank[key % CLASSES] = place));
  return texts.map((text, index) => {
    const marks = all[index] ?? new Int32Array(0);
    for (let at = 0; at < marks.length; at++) marks[at] = rank[marks[at] ?? 0] ?? 0;
    return { text, marks: marks.sort() };
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

/**
 * Marks one of which a near text must have among its own, whatever its length: of so many in common the rarest stands among
 * the first of both.
 */
function telling({ text, marks }: Prepared): Int32Array {
  let least = leastShared(text.length);
  for (let longer = text.length; longer - mostEdits(longer) <= text.length; longer += 1)
    least = Math.min(least, leastShared(longer));
  return marks.subarray(0, Math.max(0, marks.length - least + 1));
}

/** Which texts have a mark among their telling ones: those of mark m stand from `from[m]` to `from[m + 1]`. */
function listsOf(texts: readonly Prepared[]): { readonly from: Int32Array; readonly places: Int32Array } {
  const tellings = texts.map(telling);
  const last = tellings.reduce((most, marks) => marks.reduce((a, b) => Math.max(a, b), most), 0);
  const from = new Int32Array(last + 2);
  for (const marks of tellings) for (const mark of marks) from[mark + 1] = (from[mark + 1] ?? 0) + 1;
  for (let mark = 0; mark <= last; mark++) from[mark + 1] = (from[mark + 1] ?? 0) + (from[mark] ?? 0);
  const next = from.slice();
  const places = new Int32Array(from[last + 1] ?? 0);
  tellings.forEach((marks, index) => {
    for (const mark of marks) {
      const place = next[mark] ?? 0;
      places[place] = index;
      next[mark] = place + 1;
    }
  });
  return { from, places };
}

/** Characters of a text that fit the bits of a number. */
const BITS = 32;
/** Of the text that is being compared with many: the bits of the places where it has a character. */
const placesOfChar = new Int32Array(0x10000);

/**
 * Calls back with a text and every other one it is given, in the language of Myers' bits: the columns of the table of edits as
 * two numbers, one of steps up and one of steps down.
 */
function withBits(text: string, compare: (edits: (other: string) => number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    placesOfChar[char] = (placesOfChar[char] ?? 0) | (1 << at);
  }
  const last = 1 << (text.length - 1);
  compare((other) => {
    let [up, down, edits] = [-1, 0, text.length];
    for (let at = 0; at < other.length; at++) {
      const same = placesOfChar[other.charCodeAt(at)] ?? 0;
      const diagonal = (((same & up) + up) ^ up) | same | down;
      const right = down | ~(diagonal | up);
      const left = up & diagonal;
      if ((right & last) !== 0) edits += 1;
      else if ((left & last) !== 0) edits -= 1;
      const shifted = (right << 1) | 1;
      up = (left << 1) | ~(diagonal | shifted);
      down = shifted & diagonal;
    }
    return edits;
  });
  for (let at = 0; at < text.length; at++) placesOfChar[text.charCodeAt(at)] = 0;
}

/** Takes a pair: its places in the two lists, its edits and the length of the longer text. */
type TakePair = (one: number, other: number, edits: number, longer: number) => void;

/**
 * All pairs of a text of one list and a text of the other of which at most three tenths differ. Empty texts are near nothing.
 * @example nearPairs(["会议记录不完整"], ["会议纪录不完整"], console.log) // 0, 0, 1, 7
 */
export function nearPairs(ones: readonly string[], others: readonly string[], take: TakePair): void {
  const prepared = prepare(asUnits([...ones, ...others]));
  const [left, right] = [prepared.slice(0, ones.length), prepared.slice(ones.length)];
  const { from, places } = listsOf(right);
  const seenBy = new Int32Array(right.length).fill(-1);
  left.forEach((one, index) => {
    const length = one.text.length;
    if (length === 0) return;
    const isShort = length <= BITS;
    const look = (edits: (other: string) => number): void => {
      for (const mark of telling(one)) {
        const end = from[mark + 1] ?? 0;
        for (let at = from[mark] ?? end; at < end; at++) {
          const place = places[at] ?? 0;
          if (seenBy[place] === index) continue;
          seenBy[place] = index;
          const other = right[place];
          if (other === undefined) continue;
          const longer = Math.max(length, other.text.length);
          if (Math.min(length, other.text.length) < longer - mostEdits(longer)) continue;
          // Dearer than to compare, where a text fits the bits.
          if (!isShort && !sharesEnough(one.marks, other.marks, leastShared(longer))) continue;
          const found = edits(other.text);
          if (10 * found <= MAY_DIFFER * longer) take(index, place, found, longer);
        }
      }
    };
    if (isShort) withBits(one.text, look);
    else look((other) => distance(one.text, other));
  });
}
