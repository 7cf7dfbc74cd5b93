/**
 * 回头看抽查: a sample by kind and unit that anyone can draw again. It depends on the seed and on what the items say (kind,
 * unit, number, problem), never on the order of rows, the machine or the language.
 */
import { isCountedDone, type Item, type Reading } from "../../ledger";
import type { Definition } from "../../tally";
import { foldKey, hashText } from "../../zh/text";
import { fold, homeUnit, MONTH_KINDS, type MonthKind } from "../common";

export interface SampleOptions {
  /** How many items are wanted: a whole number from 1 on. */
  readonly count: number;
  readonly seed: string;
  readonly of: "done" | "all";
  readonly definition: Definition["done"];
}

export interface Stratum {
  readonly kind: MonthKind;
  /** First lead unit; null where none is named. */
  readonly unit: string | null;
  readonly population: number;
  readonly drawn: number;
}

export interface DrawnSample {
  readonly options: SampleOptions;
  readonly population: number;
  /** By kind, then as units first stand in the ledger. */
  readonly strata: readonly Stratum[];
  /** In the order of the ledger. */
  readonly items: readonly Item[];
}

interface Group {
  readonly kind: MonthKind;
  readonly unit: string | null;
  readonly key: string;
  readonly items: Item[];
  drawn: number;
}

/**
 * Draws a sample: of each stratum its share of the count rounded down, the rest by largest remainder; where there are
 * enough for all, a stratum left empty gets one from the fullest. A count above the population draws everything.
 * @example drawSample(reading, { count: 10, seed: "2025", of: "done", definition: "done" }).items.length // 10
 */
export function drawSample(reading: Reading, options: SampleOptions): DrawnSample {
  const groups = groupsOf(reading, options);
  const population = groups.reduce((sum, { items }) => sum + items.length, 0);
  allot(groups, Math.min(options.count, population), population);
  const drawn = new Set(groups.flatMap((group) => drawFrom(group, options.seed)));
  return {
    options,
    population,
    strata: groups.map((group) => ({
      kind: group.kind,
      unit: group.unit,
      population: group.items.length,
      drawn: group.drawn,
    })),
    items: groups.length === 0 ? [] : itemsOf(reading).filter((item) => drawn.has(item)),
  };
}

function itemsOf({ ledgers }: Reading): readonly Item[] {
  return MONTH_KINDS.flatMap((kind) => ledgers.filter((ledger) => ledger.kind === kind).flatMap(({ items }) => items));
}

function groupsOf(reading: Reading, { of, definition }: SampleOptions): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const item of itemsOf(reading)) {
    if (of === "done" && !isCountedDone(item.status, definition)) continue;
    // itemsOf leaves accountability out.
    const kind = item.ledger.kind as MonthKind;
    const unit = homeUnit(item);
    const key = `${kind}\n${foldKey(unit ?? "")}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { kind, unit, key, items: [item], drawn: 0 });
    else group.items.push(item);
  }
  return [...groups.values()];
}

/** Shares out `count` over the strata, with whole numbers only. */
function allot(groups: readonly Group[], count: number, population: number): void {
  if (population === 0) return;
  for (const group of groups) group.drawn = Math.floor((count * group.items.length) / population);
  const left = count - groups.reduce((sum, { drawn }) => sum + drawn, 0);
  const remainder = ({ items }: Group): number => (count * items.length) % population;
  const byRemainder = [...groups].sort((a, b) => remainder(b) - remainder(a) || compareKeys(a, b));
  for (const group of byRemainder.slice(0, left)) group.drawn += 1;
  if (count < groups.length) return;
  for (const empty of [...groups].sort(compareKeys)) {
    if (empty.drawn > 0) continue;
    const fullest = [...groups].sort((a, b) => b.drawn - a.drawn || compareKeys(a, b))[0];
    if (fullest === undefined || fullest.drawn < 2) return;
    fullest.drawn -= 1;
    empty.drawn = 1;
  }
}

/** By kind and unit, code unit by code unit: the same everywhere. */
function compareKeys(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key === b.key ? 0 : a.key < b.key ? -1 : 1;
}

/** The items of a stratum whose hashes come first. */
function drawFrom({ key, items, drawn }: Group, seed: string): readonly Item[] {
  const hashed = items.map((item) => {
    const said = `${key}\n${fold(item.number)}\n${fold(item.problem)}`;
    return { item, said, key: hashText(`${seed}\n${said}`) };
  });
  return hashed
    .sort((a, b) => compareKeys(a, b) || compareKeys({ key: a.said }, { key: b.said }))
    .slice(0, drawn)
    .map(({ item }) => item);
}
