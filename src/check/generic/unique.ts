/**
 * Generic check "unique": a key may occur once in a table. The later occurrences are reported, each naming the first.
 *
 * Items are told apart by a cheap number first; the key is spelled only where two share it.
 */
import { foldKey } from "../../zh/text";
import type { Item } from "../../ledger";
import type { Steps } from "../rule";

interface UniqueOptions {
  /** In sheet order. */
  readonly items: readonly Item[];
  /** A number that equal keys share. */
  hashOf(item: Item): number;
  /** What must be unique; null where the item takes no part. */
  keyOf(item: Item): string | null;
  /** Reports a later occurrence. */
  report(later: Item, first: Item): void;
}

/** Items looked at between two pauses. */
const ITEMS_A_STEP = 8192;

/** Looks at all items. */
export function* unique({ items, hashOf, keyOf, report }: UniqueOptions): Steps {
  const byHash = new Map<number, Item>();
  const byKey = new Map<string, Item>();

  /** The first item with the key of this one, which is itself where none came before. */
  function firstLike(item: Item): Item {
    const key = keyOf(item);
    if (key === null) return item;
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, item);
    return first ?? item;
  }

  for (let i = 0; i < items.length; i++) {
    if (i % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const item = items[i] as Item;
    const hash = hashOf(item);
    const other = byHash.get(hash);
    if (other === undefined) {
      byHash.set(hash, item);
      continue;
    }
    firstLike(other);
    const first = firstLike(item);
    if (first !== item) report(item, first);
  }
}

/** Beyond ASCII, blanks, punctuation, common ideographs and full-width forms: what folding may turn into anything. */
const RARE = /[^\0-\x7f\xa0\xb7\u2000-\u206f\u3000-\u3037\u4e00-\u9fff\uff01-\uffef]/;

/**
 * A number that texts share whose folded forms (foldKey) are equal: made of their ideographs, letters and digits.
 * @example looseHash("预算 执行，偏低") === looseHash("预算执行,偏低") // true
 */
export function looseHash(text: string): number {
  const safe = RARE.test(text) ? foldKey(text) : text;
  let hash = 0;
  for (let i = 0; i < safe.length; i++) {
    const code = safe.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) hash = (Math.imul(hash, 31) + code) & 0x3fffffff;
    else if (isLetterOrDigit(code)) hash = (Math.imul(hash, 31) + code) & 0x3fffffff;
    else if (isLetterOrDigit(code - 0xfee0)) hash = (Math.imul(hash, 31) + code - 0xfee0) & 0x3fffffff;
  }
  return hash;
}

function isLetterOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
