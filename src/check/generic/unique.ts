/** Generic check "unique": a key may occur once in a table. The later occurrences are reported, each naming the first. */
import type { Item } from "../../ledger/types";
import type { Steps } from "../rule";

export interface UniqueOptions {
  /** In sheet order. */
  readonly items: readonly Item[];
  /** What must be unique; null where the item takes no part. */
  keyOf(item: Item): string | null;
  /** Reports a later occurrence. */
  report(later: Item, first: Item): void;
}

/** Items looked at between two pauses. */
const ITEMS_A_STEP = 8192;

/** Looks at all items. */
export function* unique({ items, keyOf, report }: UniqueOptions): Steps {
  const firsts = new Map<string, Item>();
  for (let i = 0; i < items.length; i++) {
    if (i % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const item = items[i] as Item;
    const key = keyOf(item);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, item);
    else report(item, first);
  }
}
