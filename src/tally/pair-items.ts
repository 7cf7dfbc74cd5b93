/**
 * Which item of this period is which of the last one: by its text, else by number and a text that is much alike, else by a
 * text that nothing else comes near to. What stays doubtful is said, and paired with nothing.
 */
import { distance } from "fastest-levenshtein";
import { KINDS, type Item, type Kind, type Reading } from "../ledger";

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
}

const LEADING_ORDINAL = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]|[①-⑳])+/u;
const NO_WORD = /[\s\p{P}\p{S}]/gu;

/**
 * A text as items are compared: NFKC, without leading ordinals, blanks, punctuation and symbols.
 * @example foldText("1. 会议记录，不完整。") // "会议记录不完整"
 */
function foldText(text: string): string {
  return text.normalize("NFKC").trim().replace(LEADING_ORDINAL, "").replace(NO_WORD, "");
}

/** 1 for equal texts, 0 for texts that have nothing in common. */
function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}

const SAME_NUMBER = 0.6;
const ALIKE = 0.8;
const CLEARLY = 0.1;

interface Candidate {
  readonly item: Item;
  readonly text: string;
}

class Pairing {
  readonly pairs: ItemPair[] = [];
  readonly ambiguous: { old: readonly Item[]; now: readonly Item[] }[] = [];
  old: Candidate[];
  now: Candidate[];

  constructor(old: readonly Item[], now: readonly Item[]) {
    const fold = (item: Item): Candidate => ({ item, text: foldText(item.problem) });
    this.old = old.map(fold);
    this.now = now.map(fold);
  }

  run(): this {
    this.byText();
    this.byNumber();
    this.byLikeness();
    return this;
  }

  private take(old: Candidate, now: Candidate): void {
    this.pairs.push({ old: old.item, now: now.item });
    this.old = this.old.filter((one) => one !== old);
    this.now = this.now.filter((one) => one !== now);
  }

  private setAside(old: readonly Candidate[], now: readonly Candidate[]): void {
    this.ambiguous.push({ old: old.map(({ item }) => item), now: now.map(({ item }) => item) });
    this.old = this.old.filter((one) => !old.includes(one));
    this.now = this.now.filter((one) => !now.includes(one));
  }

  /** Equal texts: one on each side, else told apart by unit, else by number. */
  private byText(): void {
    const groups = groupBy(this.old, ({ text }) => text);
    const news = groupBy(this.now, ({ text }) => text);
    for (const [text, olds] of groups) {
      const nows = news.get(text) ?? [];
      if (text === "" || nows.length === 0) continue;
      const [old, now] = [olds[0], nows[0]];
      if (olds.length === 1 && nows.length === 1 && old && now) this.take(old, now);
      else if (!this.byKey(olds, nows, unitKey) && !this.byKey(olds, nows, numberKey)) this.setAside(olds, nows);
    }
  }

  /** Pairs a group of equal texts by a key that is unique on both sides and the same there. */
  private byKey(olds: readonly Candidate[], nows: readonly Candidate[], keyOf: (item: Item) => string): boolean {
    const before = new Map(olds.map((one) => [keyOf(one.item), one]));
    const after = new Map(nows.map((one) => [keyOf(one.item), one]));
    if (before.has("") || after.has("") || before.size < olds.length || after.size < nows.length) return false;
    if (![...before.keys()].every((key) => after.has(key)) || before.size !== after.size) return false;
    for (const [key, old] of before) {
      const now = after.get(key);
      if (now) this.take(old, now);
    }
    return true;
  }

  private byNumber(): void {
    const news = groupBy(this.now, ({ item }) => numberKey(item));
    for (const [key, olds] of groupBy(this.old, ({ item }) => numberKey(item))) {
      const [old, now] = [olds[0], news.get(key)?.[0]];
      if (key === "" || olds.length > 1 || news.get(key)?.length !== 1 || !old || !now) continue;
      if (similarity(old.text, now.text) >= SAME_NUMBER) this.take(old, now);
    }
  }

  private byLikeness(): void {
    const near = this.old.map((old) => ranked(old, this.now));
    for (const [index, old] of [...this.old].entries()) {
      const [best, second] = near[index] ?? [];
      if (!best || best.score < ALIKE) continue;
      const [back, backSecond] = ranked(best.of, this.old);
      const clear = (first: number, runner: number | undefined): boolean => first - (runner ?? 0) >= CLEARLY;
      if (back?.of === old && clear(best.score, second?.score) && clear(back.score, backSecond?.score)) {
        if (this.now.includes(best.of)) this.take(old, best.of);
      } else if (this.now.includes(best.of)) this.setAside([old], alike(old, this.now));
    }
  }
}

interface Ranked {
  readonly of: Candidate;
  readonly score: number;
}

function ranked(one: Candidate, others: readonly Candidate[]): readonly Ranked[] {
  return others
    .map((of) => ({ of, score: similarity(one.text, of.text) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 2);
}

function alike(one: Candidate, others: readonly Candidate[]): readonly Candidate[] {
  return others.filter(({ text }) => similarity(one.text, text) >= ALIKE);
}

function unitKey(item: Item): string {
  return (item.rows[0]?.units.units ?? []).map(({ name }) => name).join("、");
}

function numberKey(item: Item): string {
  return item.number === "" ? "" : `${item.section ?? ""}|${item.parent ?? ""}|${foldText(item.number) || item.number}`;
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
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
    const { pairs, ambiguous, old: removed, now: added } = new Pairing(before, after).run();
    return [
      {
        kind,
        pairs,
        ambiguous,
        added: added.map(({ item }) => item),
        removed: removed.map(({ item }) => item),
      },
    ];
  });
}
