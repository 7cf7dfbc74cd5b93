/**
 * Which thing of this period is which of the last one: by its text, else by number and a text that is much alike, else by a
 * text that nothing else comes near to. What stays doubtful is said, and paired with nothing.
 */
import { KINDS, leadUnits, type Item, type Kind, type Reading } from "../ledger";
import { foldKey } from "../zh/text";
import { apart, nearPairs, type Apart } from "./near-texts";

/** What things of two periods are told apart by. */
interface PairKeys {
  /** The folded text (`foldText`). */
  readonly text: string;
  /** The number without its signs (`bareNumber`), "" where there is none. */
  readonly number: string;
  /** Lead units, canonical, as one key; "" where none is named. */
  readonly unit: string;
  /** What numbers may begin anew under. */
  readonly section: string;
  readonly parent: string;
}

/** A thing with its keys. */
export interface Keyed<T> extends PairKeys {
  readonly of: T;
}

interface Group<T> {
  readonly old: readonly T[];
  readonly now: readonly T[];
}

/** Two lists of things, each paired, new, gone or doubtful. */
export interface Paired<T> {
  readonly pairs: readonly { readonly old: T; readonly now: T }[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
  /** Groups of things that are too much alike to be told apart. */
  readonly ambiguous: readonly Group<T>[];
  /**
   * One that came and one that went, much alike, with a third too near to one of them to be sure: listed as added and removed,
   * and no figure may rest on it.
   */
  readonly near: readonly { readonly old: T; readonly now: T }[];
}

export interface PairedItems extends Paired<Item> {
  readonly kind: Kind;
}

const CIRCLED = /^\s*[①-⑳]+/u;
const LEADING_ORDINAL = /^(?:[(]?[\d一二三四五六七八九十]{1,3}(?:[)、]|\.(?!\d))\s*)+/u;
const NO_WORD = /[\s\p{P}\p{S}]/gu;

/** Han characters between plain marks, without an ordinal: most texts. Nothing of them is folded but the marks. */
const PLAIN = /^(?![一二三四五六七八九十])[\u4e00-\u9fff][\u4e00-\u9fff，。、；：“”]*$/u;
const PLAIN_MARKS = /[，。、；：“”]+/gu;

/**
 * A text as items are compared: NFKC, without leading ordinals, blanks, punctuation and symbols.
 * @example foldText("1. 会议记录，不完整。") // "会议记录不完整"
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.replace(PLAIN_MARKS, "");
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

/** Tenths of similarity: with the same number; without; and how far the next best must lie behind. */
const SAME_NUMBER = 6;
const ALIKE = 8;
const CLEARLY = 1;

/** Characters that a shortened text has at least, and its share of the longer one in tenths. */
const SHORTEST = 6;
const SHORTENED = 6;
/** Of a unit with more left on both sides nobody settles pairs one by one. */
const MOST_TO_ASK = 10_000;

/** Whether one text is the other with characters left out. */
function isShortened(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SHORTEST || 10 * short.length < SHORTENED * long.length) return false;
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at += 1;
  return at === short.length;
}

/** Pairs two lists, whose things are meant by their places in them. */
class Pairing<T> {
  readonly pairs: { readonly old: T; readonly now: T }[] = [];
  readonly ambiguous: Group<T>[] = [];
  readonly near: { readonly old: T; readonly now: T }[] = [];
  private readonly isOldLeft: Uint8Array;
  private readonly isNowLeft: Uint8Array;
  private readonly numberKey: (of: PairKeys) => string;

  constructor(
    private readonly olds: readonly Keyed<T>[],
    private readonly nows: readonly Keyed<T>[],
  ) {
    this.isOldLeft = new Uint8Array(olds.length).fill(1);
    this.isNowLeft = new Uint8Array(nows.length).fill(1);
    this.numberKey = numberKeys(olds, nows);
  }

  run(): this {
    this.byText();
    this.byNumber();
    this.byLikeness();
    this.shortened();
    return this;
  }

  /** The old ones that are paired with nothing and not doubtful. */
  get removed(): readonly T[] {
    return this.oldLeft().map((at) => this.old(at).of);
  }

  /** The new ones that are paired with nothing and not doubtful. */
  get added(): readonly T[] {
    return this.nowLeft().map((at) => this.now(at).of);
  }

  private old(at: number): Keyed<T> {
    return this.olds[at] as Keyed<T>;
  }

  private now(at: number): Keyed<T> {
    return this.nows[at] as Keyed<T>;
  }

  private oldLeft(): readonly number[] {
    return placesOf(this.isOldLeft);
  }

  private nowLeft(): readonly number[] {
    return placesOf(this.isNowLeft);
  }

  private take(old: number, now: number): void {
    this.pairs.push({ old: this.old(old).of, now: this.now(now).of });
    this.isOldLeft[old] = 0;
    this.isNowLeft[now] = 0;
  }

  private setAside(olds: readonly number[], nows: readonly number[]): void {
    this.ambiguous.push({ old: olds.map((at) => this.old(at).of), now: nows.map((at) => this.now(at).of) });
    for (const at of olds) this.isOldLeft[at] = 0;
    for (const at of nows) this.isNowLeft[at] = 0;
  }

  /**
   * Equal texts: one on each side; of several those whose unit is unique on both sides, the others by number if each of their
   * numbers is on both sides.
   */
  private byText(): void {
    const { olds, nows } = this;
    const firstNow = new Map<string, number>();
    // Texts come once as a rule: of those that come again a chain leads from each to the one behind it.
    const moreNows = new Chains(nows.length);
    nows.forEach(({ text }, at) => {
      const first = firstNow.get(text);
      if (first === undefined) firstNow.set(text, at);
      else moreNows.add(first, at);
    });
    const firstOld = new Int32Array(nows.length).fill(-1);
    const moreOlds = new Chains(olds.length);
    const texts: number[] = [];
    olds.forEach(({ text }, at) => {
      const now = text === "" ? undefined : firstNow.get(text);
      if (now === undefined) return;
      const first = firstOld[now] ?? -1;
      if (first >= 0) moreOlds.add(first, at);
      else {
        firstOld[now] = at;
        texts.push(now);
      }
    });
    for (const now of texts) {
      const old = firstOld[now] ?? 0;
      if (moreOlds.isAlone(old) && moreNows.isAlone(now)) this.take(old, now);
      else this.apartByKeys(moreOlds.from(old), moreNows.from(now));
    }
  }

  private apartByKeys(olds: readonly number[], nows: readonly number[]): void {
    this.byUnit(olds, nows);
    const before = olds.filter((at) => this.isOldLeft[at] === 1);
    const after = nows.filter((at) => this.isNowLeft[at] === 1);
    // What is left on one side only came or went.
    if (before.length === 0 || after.length === 0) return;
    if (!this.byNumbers(before, after)) this.setAside(before, after);
  }

  private byUnit(olds: readonly number[], nows: readonly number[]): void {
    const after = groupBy(nows, (at) => this.now(at).unit);
    for (const [key, [old, second]] of groupBy(olds, (at) => this.old(at).unit)) {
      const [now, other] = after.get(key) ?? [];
      if (key !== "" && old !== undefined && now !== undefined && second === undefined && other === undefined)
        this.take(old, now);
    }
  }

  /** Pairs all of a group by their numbers; false where one is missing, told twice or on one side only. */
  private byNumbers(olds: readonly number[], nows: readonly number[]): boolean {
    const before = new Map(olds.map((at) => [this.numberKey(this.old(at)), at]));
    const after = new Map(nows.map((at) => [this.numberKey(this.now(at)), at]));
    if (before.has("") || before.size < olds.length || after.size < nows.length) return false;
    if (before.size !== after.size || ![...before.keys()].every((key) => after.has(key))) return false;
    for (const [key, old] of before) {
      const now = after.get(key);
      if (now !== undefined) this.take(old, now);
    }
    return true;
  }

  private byNumber(): void {
    const news = groupBy(this.nowLeft(), (at) => this.numberKey(this.now(at)));
    for (const [key, [was, second]] of groupBy(this.oldLeft(), (at) => this.numberKey(this.old(at)))) {
      const [is, other] = news.get(key) ?? [];
      if (key === "" || was === undefined || is === undefined || second !== undefined || other !== undefined) continue;
      const [old, now] = [this.old(was).text, this.now(is).text];
      if (old === "" ? now === "" : isAlike(apart(old, now), SAME_NUMBER)) this.take(was, is);
    }
  }

  /** Each the other's best, and nothing else near on either side. What has several alike and none so clear stays doubtful. */
  private byLikeness(): void {
    const [olds, nows] = [this.oldLeft(), this.nowLeft()];
    const [ofOld, ofNow] = [new Nearest(olds.length), new Nearest(nows.length)];
    const [ones, others]: [number[], number[]] = [[], []];
    nearPairs(
      olds.map((at) => this.old(at).text),
      nows.map((at) => this.now(at).text),
      (one, other, edits, longer) => {
        ofOld.add(one, other, edits, longer);
        ofNow.add(other, one, edits, longer);
        if (!isAlike({ edits, longer }, ALIKE)) return;
        ones.push(one);
        others.push(other);
      },
    );
    ones.forEach((one, at) => {
      const other = others[at] ?? 0;
      if (ofOld.isClearly(one, other) && ofNow.isClearly(other, one)) this.take(olds[one] ?? 0, nows[other] ?? 0);
    });
    for (const { old, now } of this.leftGroups(olds, nows, ones, others))
      if (old.length > 1 || now.length > 1) this.setAside(old, now);
      else for (const was of old) for (const is of now) this.near.push({ old: this.old(was).of, now: this.now(is).of });
  }

  /**
   * A text that only gained or lost words (公务接待超标准, 公务接待费超标准列支), of the same units, and no other on either side that
   * it could be: too little alike to be paired, too much to be one that came and one that went. A person says.
   */
  private shortened(): void {
    const isNear = new Set(this.near.flatMap(({ old, now }) => [old, now]));
    const after = groupBy(this.nowLeft(), (at) => this.now(at).unit);
    const found: { readonly was: number; readonly is: number }[] = [];
    for (const [unit, olds] of groupBy(this.oldLeft(), (at) => this.old(at).unit)) {
      const nows = after.get(unit) ?? [];
      if (unit === "" || olds.length * nows.length > MOST_TO_ASK) continue;
      for (const was of olds)
        for (const is of nows) {
          const [old, now] = [this.old(was), this.now(is)];
          if (!isNear.has(old.of) && !isNear.has(now.of) && isShortened(old.text, now.text)) found.push({ was, is });
        }
    }
    const [olds, nows] = [groupBy(found, ({ was }) => String(was)), groupBy(found, ({ is }) => String(is))];
    for (const { was, is } of found)
      if (olds.get(String(was))?.length === 1 && nows.get(String(is))?.length === 1) this.setAside([was], [is]);
  }

  /** What alike pairs join, over those that are still unpaired; in the order of the old ones. */
  private leftGroups(
    olds: readonly number[],
    nows: readonly number[],
    ones: readonly number[],
    others: readonly number[],
  ): readonly Group<number>[] {
    const root = Int32Array.from({ length: olds.length + nows.length }, (_one, at) => at);
    const find = (at: number): number => {
      let top = at;
      for (let up = root[top] ?? top; up !== top; up = root[top] ?? top) top = up;
      for (let on = at; on !== top;) [on, root[on]] = [root[on] ?? top, top];
      return top;
    };
    const joined = new Set<number>();
    ones.forEach((one, at) => {
      const other = others[at] ?? 0;
      if (this.isOldLeft[olds[one] ?? 0] !== 1 || this.isNowLeft[nows[other] ?? 0] !== 1) return;
      joined.add(one);
      root[find(olds.length + other)] = find(one);
    });
    const groups = new Map<number, { old: number[]; now: number[] }>();
    for (const one of [...joined].sort((a, b) => a - b)) {
      const group = groups.get(find(one));
      if (group) group.old.push(olds[one] ?? 0);
      else groups.set(find(one), { old: [olds[one] ?? 0], now: [] });
    }
    nows.forEach((now, at) => groups.get(find(olds.length + at))?.now.push(now));
    return [...groups.values()];
  }
}

/** Places at which a list of flags is set. */
function placesOf(flags: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < flags.length; at++) if (flags[at] === 1) places.push(at);
  return places;
}

/** Places of a list that have something in common, strung together behind the first of them. */
class Chains {
  private readonly next: Int32Array;
  /** Of the first of a chain its last, -1 where nothing is behind it. */
  private readonly last: Int32Array;

  constructor(size: number) {
    this.next = new Int32Array(size).fill(-1);
    this.last = new Int32Array(size).fill(-1);
  }

  add(first: number, at: number): void {
    const known = this.last[first] ?? -1;
    this.next[known < 0 ? first : known] = at;
    this.last[first] = at;
  }

  isAlone(first: number): boolean {
    return this.next[first] === -1;
  }

  /** The places of a chain, the first one too. */
  from(first: number): readonly number[] {
    const places: number[] = [];
    for (let at = first; at >= 0; at = this.next[at] ?? -1) places.push(at);
    return places;
  }
}

/** Of each text of a list its nearest of another list and the one behind that, by edits of so many characters. */
class Nearest {
  private readonly best: Int32Array;
  private readonly edits: Int32Array;
  private readonly longer: Int32Array;
  private readonly nextEdits: Int32Array;
  /** 0: nothing is near beside the best. */
  private readonly nextLonger: Int32Array;

  constructor(size: number) {
    this.best = new Int32Array(size).fill(-1);
    this.edits = new Int32Array(size);
    this.longer = new Int32Array(size);
    this.nextEdits = new Int32Array(size);
    this.nextLonger = new Int32Array(size);
  }

  add(of: number, to: number, edits: number, longer: number): void {
    const [known = 0, knownLonger = 0, next = 0, nextLonger = 0] = [
      this.edits[of],
      this.longer[of],
      this.nextEdits[of],
      this.nextLonger[of],
    ];
    const isFirst = this.best[of] === -1;
    if (isFirst || edits * knownLonger < known * longer) {
      this.nextEdits[of] = isFirst ? 0 : known;
      this.nextLonger[of] = knownLonger;
      this.best[of] = to;
      this.edits[of] = edits;
      this.longer[of] = longer;
    } else if (nextLonger === 0 || edits * nextLonger < next * longer) {
      this.nextEdits[of] = edits;
      this.nextLonger[of] = longer;
    }
  }

  /** Whether one is the nearest, and the next so far behind that it is no rival. */
  isClearly(of: number, to: number): boolean {
    if (this.best[of] !== to) return false;
    const [edits = 0, longer = 0, next = 0, nextLonger = 0] = [
      this.edits[of],
      this.longer[of],
      this.nextEdits[of],
      this.nextLonger[of],
    ];
    return nextLonger === 0 || 10 * (next * longer - edits * nextLonger) >= CLEARLY * longer * nextLonger;
  }
}

/** Numbers, and with what they may begin anew under: the first of which none comes twice in either list. */
const NUMBERED: readonly ((of: PairKeys) => string)[] = [
  ({ number }) => number,
  ({ number, section }) => `${section}\n${number}`,
  ({ number, section, parent }) => `${section}\n${parent}\n${number}`,
  ({ number, unit }) => `${unit}\n${number}`,
];

function numberKeys(old: readonly PairKeys[], now: readonly PairKeys[]): (of: PairKeys) => string {
  let best: ((of: PairKeys) => string) | null = null;
  let fewest = Infinity;
  for (const numbered of NUMBERED) {
    const keyOf = (of: PairKeys): string => (of.number === "" ? "" : numbered(of));
    const repeated = repeats(old, keyOf) + repeats(now, keyOf);
    if (repeated >= fewest) continue;
    [best, fewest] = [keyOf, repeated];
    if (repeated === 0) break;
  }
  return best ?? (({ number }) => number);
}

/** How many keys a list has had before. */
function repeats(list: readonly PairKeys[], keyOf: (of: PairKeys) => string): number {
  const known = new Set<string>();
  let filled = 0;
  for (const one of list) {
    const key = keyOf(one);
    if (key === "") continue;
    filled += 1;
    known.add(key);
  }
  return filled - known.size;
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
 * A number as numbers are compared: 1. and （01） are one.
 * @example bareNumber("（1）") // "1"
 */
export function bareNumber(number: string): string {
  if (/^[1-9]\d*$/u.test(number)) return number;
  return number
    .normalize("NFKC")
    .replace(/^[\s(]+|[\s)、.]+$/gu, "")
    .replace(/^0+(?=\d)/u, "");
}

/** Lead units of an item, in whatever order they are named, as one key. */
function unitKey({ rows }: Item): string {
  const names = rows.flatMap(({ units }) => leadUnits(units).map(({ name }) => foldKey(name)));
  return [...new Set(names)].sort().join("、");
}

/**
 * Pairs two lists: each step on what the one before it left.
 * @example pairKeyed(last.map(keysOf), now.map(keysOf)).added.length // 2
 */
export function pairKeyed<T>(old: readonly Keyed<T>[], now: readonly Keyed<T>[]): Paired<T> {
  const { pairs, ambiguous, near, added, removed } = new Pairing(old, now).run();
  return { pairs, ambiguous, near, added, removed };
}

/**
 * Pairs the items of two periods, kind by kind.
 * @example pairItems(last, now).find(({ kind }) => kind === "problem")?.pairs.length // 22
 */
export function pairItems(old: Reading, now: Reading): readonly PairedItems[] {
  const itemsOf = (reading: Reading, kind: Kind): readonly Keyed<Item>[] =>
    reading.ledgers.filter((ledger) => ledger.kind === kind).flatMap(({ items }) => items.map(keysOf));
  return KINDS.filter((kind) => kind !== "accountability").flatMap((kind): readonly PairedItems[] => {
    const [before, after] = [itemsOf(old, kind), itemsOf(now, kind)];
    return before.length === 0 && after.length === 0 ? [] : [{ kind, ...pairKeyed(before, after) }];
  });
}

function keysOf(item: Item): Keyed<Item> {
  return {
    of: item,
    text: foldText(item.problem),
    number: bareNumber(item.number),
    unit: unitKey(item),
    section: foldText(item.section ?? ""),
    parent: foldText(item.parent ?? ""),
  };
}
