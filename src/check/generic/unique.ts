/**
 * Generic check "unique": a key may occur once in a table. The later occurrences are reported, each naming the first.
 *
 * Items are told apart by a cheap number first; the exact key is spelled only where two share it.
 */
import type { Item, Ledger } from "../../ledger/types";
import { insertByRow, removeByRow } from "../by-row";
import type { Draft } from "../draft";
import { createIntTable } from "../int-table";
import { createRowInts } from "../row-ints";
import { beginOf } from "../engine";
import type { TableCheck } from "../rule";

export interface UniqueOptions {
  readonly ledger: Ledger;
  /** A whole number below 2^30 that equal keys share; -1 where the item takes no part. */
  hashOf(item: Item): number;
  /** Whether the numbers mostly follow one another from 0 or 1. */
  readonly consecutive?: boolean;
  /** What must be unique. */
  exactOf(item: Item): string;
  /** Reports a later occurrence. */
  report(later: Item, first: Item): Draft;
  withdraw(draft: Draft): void;
}

/** Items with one exact key, in sheet order. */
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

/** Items of one hash, once there are two: groups by exact key, and the key of each by the row where it begins. */
interface Bucket {
  readonly groups: Map<string, Group>;
  readonly exactAt: Map<number, string>;
}

/** Makes the index. Lone keys cost one map entry; an edit costs its own item, unless it moves the first occurrence. */
export function unique(o: UniqueOptions): TableCheck {
  /** Row where the lone item of a hash begins. */
  const lone = createIntTable(
    o.consecutive === true ? { dense: o.ledger.items.length * 2 } : { expected: o.ledger.items.length },
  );
  const buckets = new Map<number, Bucket>();
  const hashAt = createRowInts(o.ledger, -1);
  const touched = new Set<Group>();

  function join(bucket: Bucket, item: Item): void {
    const exact = o.exactOf(item);
    bucket.exactAt.set(beginOf(item), exact);
    let group = bucket.groups.get(exact);
    if (group === undefined) {
      group = { items: [], first: null, firstNumber: "", fresh: new Set(), drafts: new Map() };
      bucket.groups.set(exact, group);
    }
    insertByRow(group.items, item);
    group.fresh.add(item);
    touched.add(group);
  }

  function leave(bucket: Bucket, item: Item): void {
    const row = beginOf(item);
    const exact = bucket.exactAt.get(row);
    const group = exact === undefined ? undefined : bucket.groups.get(exact);
    if (exact === undefined || group === undefined) return;
    bucket.exactAt.delete(row);
    removeByRow(group.items, item);
    group.fresh.delete(item);
    unsay(group, row);
    if (group.items.length === 0) bucket.groups.delete(exact);
    else touched.add(group);
  }

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
      const hash = o.hashOf(item);
      const row = beginOf(item);
      hashAt.set(row, hash);
      if (hash < 0) return;
      let bucket = buckets.size === 0 ? undefined : buckets.get(hash);
      if (bucket === undefined) {
        const other = lone.put(hash, row);
        if (other < 0) return;
        bucket = { groups: new Map(), exactAt: new Map() };
        buckets.set(hash, bucket);
        lone.remove(hash);
        join(bucket, o.ledger.itemAt.get(other) as Item);
      }
      join(bucket, item);
    },
    remove(item) {
      const row = beginOf(item);
      const hash = hashAt.get(row);
      hashAt.set(row, -1);
      if (hash < 0) return;
      const bucket = buckets.get(hash);
      if (bucket === undefined) lone.remove(hash);
      else leave(bucket, item);
    },
    settle() {
      for (const group of touched) settleGroup(group);
      touched.clear();
    },
  };
}

/**
 * A number below 2^30 that texts share which differ only in blanks and width. Full-width forms are folded as NFKC does;
 * where NFKC does more (rare characters) equal texts may get different numbers only if one of them is written with
 * characters outside the common planes of Chinese text, so those are folded by the caller first.
 * @example looseHash("预算 执行，偏低") === looseHash("预算执行,偏低") // true
 */
export function looseHash(text: string): number {
  let hash = 17;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    // Most characters are ideographs.
    if (code >= 0x4e00 && code <= 0x9fff) {
      hash = (Math.imul(hash, 31) + code) & 0x3fffffff;
      continue;
    }
    if (code < 0x21 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x206f && isGap(code))) continue;
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
    else if (code > 0x7e && !isPlain(code)) return -1;
    hash = (Math.imul(hash, 31) + code) & 0x3fffffff;
  }
  return hash;
}

/** Blanks and invisible characters of the general punctuation block. */
function isGap(code: number): boolean {
  return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
}

/** Marks that NFKC leaves alone: 、。 《》 「」 “” ‘’ — · */
function isPlain(code: number): boolean {
  return (
    (code >= 0x3001 && code <= 0x3002) ||
    (code >= 0x3008 && code <= 0x3011) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2014 ||
    code === 0xb7
  );
}
