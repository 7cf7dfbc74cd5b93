/** What words of a notice say of items: each word narrows them down, and may do so in several ways. */
import type { Item } from "../../../ledger";

export type Items = ReadonlySet<Item>;

/** A word, or a list of them, with the items it may mean. */
export interface Facet {
  /** What it sorts items by: a column, how far they are, a day. Of two of one kind the later replaces the earlier. */
  readonly by: string;
  readonly text: string;
  readonly picks: readonly Items[];
  /** How many of them, from the first, the words say as they stand; one where nothing is told. */
  readonly firm?: number;
}

/** The same words as they stand: no other definition of what is done, nothing stretched. */
export function firmly(facets: Facets): Facets {
  return new Map(Array.from(facets, ([by, facet]) => [by, { ...facet, picks: facet.picks.slice(0, facet.firm ?? 1) }]));
}

/** Words that hold together, by what they sort by. */
export type Facets = ReadonlyMap<string, Facet>;

/** More ways than this to understand a clause tell nothing. */
const MOST_READINGS = 60;

/** Sets of items that words may mean together, each once; null where there are too many ways. */
export function setsOf(facets: Facets, all: Items): readonly Items[] | null {
  let sets: Items[] = [all];
  for (const { picks } of facets.values()) {
    const next: Items[] = [];
    for (const set of sets) for (const pick of picks) addNew(next, both(set, pick));
    if (next.length > MOST_READINGS) return null;
    sets = next;
  }
  return sets;
}

/** Adds a set that is none of those there are. */
export function addNew(sets: Items[], set: Items): void {
  if (!sets.some((one) => isSame(one, set))) sets.push(set);
}

function isSame(a: Items, b: Items): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
}

export function both(a: Items, b: Items): Items {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few === many ? few : new Set([...few].filter((item) => many.has(item)));
}

export function without(a: Items, b: Items): Items {
  return new Set([...a].filter((item) => !b.has(item)));
}

export function either(sets: readonly Items[]): Items {
  return new Set(sets.flatMap((set) => [...set]));
}

/** A facet of several of one kind that are told together: all of theirs, or what they share. */
export function joined(facets: readonly Facet[]): Facet | null {
  const [first, ...others] = facets;
  if (!first || others.length === 0) return first ?? null;
  const ways = Math.max(...facets.map(({ picks }) => picks.length));
  const picks: Items[] = [];
  for (let way = 0; way < ways; way++) {
    const sets = facets.map((facet) => facet.picks[Math.min(way, facet.picks.length - 1)] ?? new Set<Item>());
    addNew(picks, either(sets));
    addNew(picks, sets.reduce(both));
  }
  return { by: first.by, text: facets.map(({ text }) => text).join("、"), picks };
}
