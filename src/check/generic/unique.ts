/**
 * Generic check "unique": a key may occur once in a table. The later occurrences are reported, each naming the first.
 */
import type { Item } from "../../ledger/types";
import { beginOf } from "../engine";
import type { Draft } from "../draft";
import { insertByRow, removeByRow } from "../by-row";
import type { TableCheck } from "../rule";

export interface UniqueOptions {
  /** What must be unique; null where the item takes no part. */
  keyOf(item: Item): string | number | null;
  /** Reports a later occurrence. */
  report(later: Item, first: Item): Draft;
  withdraw(draft: Draft): void;
}

/** Several items with one key, in sheet order. */
interface Group {
  readonly items: Item[];
  /** The item the others are held against when last settled, and its number then. */
  first: Item | null;
  firstNumber: string;
  /** Items that came since. */
  readonly fresh: Set<Item>;
  /** Findings by the row where their item begins. */
  readonly drafts: Map<number, Draft>;
}

/** Makes the index. Lone keys cost one map entry; an edit costs its own item, unless it moves the first occurrence. */
export function unique(o: UniqueOptions): TableCheck {
  const byKey = new Map<string | number, Item | Group>();
  const keyAt: (string | number | undefined)[] = [];
  const touched = new Set<Group>();

  function unsay(group: Group, row: number): void {
    const draft = group.drafts.get(row);
    if (draft === undefined) return;
    o.withdraw(draft);
    group.drafts.delete(row);
  }

  function settleGroup(group: Group): void {
    const first = group.items[0];
    if (first === undefined) return;
    const same = group.first === first && group.firstNumber === first.number && !group.fresh.has(first);
    for (const item of same ? group.fresh : group.items) {
      const row = beginOf(item);
      unsay(group, row);
      if (item !== first) group.drafts.set(row, o.report(item, first));
    }
    group.first = first;
    group.firstNumber = first.number;
    group.fresh.clear();
  }

  return {
    add(item) {
      const key = o.keyOf(item);
      if (key === null) return;
      keyAt[beginOf(item)] = key;
      const entry = byKey.get(key);
      if (entry === undefined) {
        byKey.set(key, item);
        return;
      }
      let group: Group;
      if (isGroup(entry)) {
        group = entry;
      } else {
        group = { items: [entry], first: null, firstNumber: "", fresh: new Set(), drafts: new Map() };
        byKey.set(key, group);
      }
      insertByRow(group.items, item);
      group.fresh.add(item);
      touched.add(group);
    },
    remove(item) {
      const row = beginOf(item);
      const key = keyAt[row];
      if (key === undefined) return;
      keyAt[row] = undefined;
      const entry = byKey.get(key);
      if (entry === undefined || !isGroup(entry)) {
        byKey.delete(key);
        return;
      }
      removeByRow(entry.items, item);
      entry.fresh.delete(item);
      unsay(entry, row);
      if (entry.items.length === 0) byKey.delete(key);
      else touched.add(entry);
    },
    settle() {
      for (const group of touched) settleGroup(group);
      touched.clear();
    },
  };
}

function isGroup(entry: Item | Group): entry is Group {
  return "drafts" in entry;
}
