/**
 * Which item of this period is which of the last one: by its text, else by number and a text that is much alike, else by a
 * text that nothing else comes near to. What stays doubtful is said, and paired with nothing.
 */
import { KINDS, type Item, type Kind, type Reading } from "../ledger";
import { apart, nearPairs, type Apart, type NearPair } from "./near-texts";

interface ItemPair {
  readonly old: Item;
  readonly now: Item;
}

export interface PairedItems {
  readonly kind: Kind;
  readonly pairs: readonly ItemPair[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  /** Groups of items that are too much alike to be told apart. */
  readonly ambiguous: readonly { readonly old: readonly Item[]; readonly now: readonly Item[] }[];
  /**
   * One that came and one that went, much alike, with a third too near to one of them to be sure: listed as added and removed,
   * and no figure may rest on it.
   */
  readonly near: readonly ItemPair[];
}

const CIRCLED = /^\s*[①-⑳]+/u;
const LEADING_ORDINAL = /^(?:[(]?[\d一二三四五六七八九十]{1,3}(?:[)、]|\.(?!\d))\s*)+/u;
const NO_WORD = /[\s\p{P}\p{S}]/gu;

/**
 * A text as items are compared: NFKC, without leading ordinals, blanks, punctuation and symbols.
 * @example foldText("1. 会议记录，不完整。") // "会议记录不完整"
 */
export function foldText(text: string): string {
  const bare = text.replace(CIRCLED, "").normalize("NFKC").trim();
  return bare.replace(LEADING_ORDINAL, "").replace(NO_WORD, "");
}

/** 1 for equal texts, 0 for texts that have nothing in common; over code points. */
export function similarity(a: string, b: string): number {
  const { edits, longer } = apart(a, b);
  return longer === 0 ? 1 : 1 - edits / longer;
}

/** Whether a similarity is at least so many tenths. Whole numbers: 0.9 and 0.8 are a tenth apart, not a little less. */
function isAlike({ edits, longer }: Apart, tenths: number): boolean {
  return 10 * edits <= (10 - tenths) * longer;
}

/** Whether one similarity is so far above another that the other is no rival. */
function isClearly(one: Apart, other: Apart | null): boolean {
  if (other === null) return true;
  return 10 * (other.edits * one.longer - one.edits * other.longer) >= CLEARLY * one.longer * other.longer;
}

function isNearer(one: Apart, other: Apart): boolean {
  return one.edits * other.longer < other.edits * one.longer;
}

/** Tenths of similarity: with the same number; without; and how far the next best must lie behind. */
const SAME_NUMBER = 6;
const ALIKE = 8;
const CLEARLY = 1;

interface Candidate {
  readonly item: Item;
  readonly text: string;
}

interface Group {
  readonly old: readonly Item[];
  readonly now: readonly Item[];
}

class Pairing {
  readonly pairs: ItemPair[] = [];
  readonly ambiguous: Group[] = [];
  readonly near: ItemPair[] = [];
  readonly old: Set<Candidate>;
  readonly now: Set<Candidate>;

  constructor(old: readonly Item[], now: readonly Item[]) {
    const fold = (item: Item): Candidate => ({ item, text: foldText(item.problem) });
    this.old = new Set(old.map(fold));
    this.now = new Set(now.map(fold));
  }

  run(): this {
    this.byText();
    this.byNumber();
    this.byLikeness();
    return this;
  }

  private take(old: Candidate, now: Candidate): void {
    this.pairs.push({ old: old.item, now: now.item });
    this.old.delete(old);
    this.now.delete(now);
  }

  private setAside(old: readonly Candidate[], now: readonly Candidate[]): void {
    this.ambiguous.push({ old: old.map(({ item }) => item), now: now.map(({ item }) => item) });
    for (const one of old) this.old.delete(one);
    for (const one of now) this.now.delete(one);
  }

  /**
   * Equal texts: one on each side; of several those whose unit is unique on both sides, the others by number if each of their
   * numbers is on both sides.
   */
  private byText(): void {
    const groups = groupBy(this.old, ({ text }) => text);
    const news = groupBy(this.now, ({ text }) => text);
    for (const [text, olds] of groups) {
      const nows = news.get(text) ?? [];
      const [old, now] = [olds[0], nows[0]];
      if (text === "" || !old || !now) continue;
      if (olds.length === 1 && nows.length === 1) this.take(old, now);
      else this.apartByKeys(olds, nows);
    }
  }

  private apartByKeys(olds: readonly Candidate[], nows: readonly Candidate[]): void {
    this.byUnit(olds, nows);
    const [before, after] = [olds.filter((one) => this.old.has(one)), nows.filter((one) => this.now.has(one))];
    // What is left on one side only came or went.
    if (before.length === 0 || after.length === 0) return;
    if (!this.byNumbers(before, after)) this.setAside(before, after);
  }

  private byUnit(olds: readonly Candidate[], nows: readonly Candidate[]): void {
    const after = groupBy(nows, ({ item }) => unitKey(item));
    for (const [key, [old, second]] of groupBy(olds, ({ item }) => unitKey(item))) {
      const [now, other] = after.get(key) ?? [];
      if (key !== "" && old && now && !second && !other) this.take(old, now);
    }
  }

  /** Pairs all of a group by their numbers; false where one is missing, told twice or on one side only. */
  private byNumbers(olds: readonly Candidate[], nows: readonly Candidate[]): boolean {
    const before = new Map(olds.map((one) => [numberKey(one.item), one]));
    const after = new Map(nows.map((one) => [numberKey(one.item), one]));
    if (before.has("") || before.size < olds.length || after.size < nows.length) return false;
    if (before.size !== after.size || ![...before.keys()].every((key) => after.has(key))) return false;
    for (const [key, old] of before) {
      const now = after.get(key);
      if (now) this.take(old, now);
    }
    return true;
  }

  private byNumber(): void {
    const news = groupBy(this.now, ({ item }) => numberKey(item));
    for (const [key, olds] of groupBy(this.old, ({ item }) => numberKey(item))) {
      const nows = news.get(key) ?? [];
      const [old, now] = [olds[0], nows[0]];
      if (key === "" || olds.length > 1 || nows.length > 1 || !old || !now) continue;
      if (old.text !== "" && isAlike(apart(old.text, now.text), SAME_NUMBER)) this.take(old, now);
      else if (old.text === "" && now.text === "") this.take(old, now);
    }
  }

  /** Each the other's best, and nothing else near on either side. What has several alike and none so clear stays doubtful. */
  private byLikeness(): void {
    const [olds, nows] = [[...this.old], [...this.now]];
    const near = nearPairs(
      olds.map(({ text }) => text),
      nows.map(({ text }) => text),
    );
    const [ofOld, ofNow] = [bestOf(near, "one"), bestOf(near, "other")];
    for (const pair of near) {
      if (!isAlike(pair, ALIKE)) continue;
      const [mine, theirs] = [ofOld.get(pair.one), ofNow.get(pair.other)];
      const isBest = mine?.best === pair && theirs?.best === pair;
      const [old, now] = [olds[pair.one], nows[pair.other]];
      if (isBest && isClearly(pair, mine.second) && isClearly(pair, theirs.second) && old && now) this.take(old, now);
    }
    const alike = near.filter((pair) => isAlike(pair, ALIKE));
    for (const group of groupsAmong(alike, olds, nows, (one) => this.old.has(one) || this.now.has(one)))
      if (group.old.length > 1 || group.now.length > 1) this.setAside(group.old, group.now);
      else for (const old of group.old) for (const now of group.now) this.near.push({ old: old.item, now: now.item });
  }
}

interface Best {
  readonly best: NearPair;
  readonly second: NearPair | null;
}

function bestOf(near: readonly NearPair[], side: "one" | "other"): ReadonlyMap<number, Best> {
  const found = new Map<number, Best>();
  for (const pair of near) {
    const known = found.get(pair[side]);
    if (known === undefined) found.set(pair[side], { best: pair, second: null });
    else if (isNearer(pair, known.best)) found.set(pair[side], { best: pair, second: known.best });
    else if (known.second === null || isNearer(pair, known.second))
      found.set(pair[side], { best: known.best, second: pair });
  }
  return found;
}

/** What is joined by pairs, over those that are still unpaired; in the order of the old ones. */
function groupsAmong(
  pairs: readonly NearPair[],
  olds: readonly Candidate[],
  nows: readonly Candidate[],
  isLeft: (one: Candidate) => boolean,
): readonly { readonly old: readonly Candidate[]; readonly now: readonly Candidate[] }[] {
  const joined = new Map<Candidate, Candidate[]>();
  for (const { one, other } of pairs) {
    const [old, now] = [olds[one], nows[other]];
    if (!old || !now || !isLeft(old) || !isLeft(now)) continue;
    joined.set(old, [...(joined.get(old) ?? []), now]);
    joined.set(now, [...(joined.get(now) ?? []), old]);
  }
  const seen = new Set<Candidate>();
  return olds.flatMap((first) => {
    if (!joined.has(first) || seen.has(first)) return [];
    const open = [first];
    seen.add(first);
    const group = new Set<Candidate>();
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      group.add(one);
      for (const next of joined.get(one) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    return [{ old: olds.filter((one) => group.has(one)), now: nows.filter((one) => group.has(one)) }];
  });
}

function unitKey(item: Item): string {
  return (item.rows[0]?.units.units ?? []).map(({ name }) => name).join("、");
}

/** A number within the group in which numbers are counted anew: 1. and （1） are one. */
function numberKey({ number, group }: Item): string {
  const bare = number.normalize("NFKC").replace(/^[\s(]+|[\s)、.]+$/gu, "");
  return bare === "" ? "" : `${group}\n${bare}`;
}

function groupBy<T>(list: Iterable<T>, keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/**
 * Pairs the items of two periods, kind by kind.
 * @example pairItems(last, now).find(({ kind }) => kind === "problem")?.pairs.length // 22
 */
export function pairItems(old: Reading, now: Reading): readonly PairedItems[] {
  const itemsOf = (reading: Reading, kind: Kind): readonly Item[] =>
    reading.ledgers.filter((ledger) => ledger.kind === kind).flatMap(({ items }) => items);
  return KINDS.filter((kind) => kind !== "accountability").flatMap((kind): readonly PairedItems[] => {
    const [before, after] = [itemsOf(old, kind), itemsOf(now, kind)];
    if (before.length === 0 && after.length === 0) return [];
    const { pairs, ambiguous, near, old: removed, now: added } = new Pairing(before, after).run();
    return [
      {
        kind,
        pairs,
        ambiguous,
        near,
        added: Array.from(added, ({ item }) => item),
        removed: Array.from(removed, ({ item }) => item),
      },
    ];
  });
}
