/** Under which names an item is counted: its lead units, its section, its leaders. */
import { foldKey, trimText } from "../zh/text";
import { leadUnits, type Item, type UnitReading } from "../ledger";
import type { GroupName } from "./groups";

const NONE: readonly GroupName[] = [];

const leadsOf = (reading: UnitReading): readonly GroupName[] =>
  leadUnits(reading).map((unit) => ({ key: foldKey(unit.name), name: unit.name }));

function distinct(names: readonly GroupName[]): readonly GroupName[] {
  const seen = new Set<string>();
  return names.filter(({ key }) => key !== "" && !seen.has(key) && seen.add(key));
}

export interface GroupNamer {
  /** Lead units of all rows of an item. Two unmarked units are both named; a marked lead is named alone. */
  units(item: Item): readonly GroupName[];
  section(item: Item): readonly GroupName[];
  /** 甲某、乙某 lead together and are both named. */
  leaders(item: Item): readonly GroupName[];
}

/** Separators of several leaders in one cell. A blank is none: 甲 某 is one person. */
const LEADER_SEPARATORS = /[、，,；;/\n\r]/u;

/** Bounds for the caches below: real ledgers have tens of sections and leaders. */
const CACHE_LIMIT = 10_000;

/** Namer with caches of its own: readings and texts are shared by many rows. */
export function createGroupNamer(): GroupNamer {
  const byReading = new WeakMap<UnitReading, readonly GroupName[]>();
  const leaderCache = new Map<string, readonly GroupName[]>();
  const sectionCache = new Map<string, readonly GroupName[]>();

  const unitsOf = (reading: UnitReading): readonly GroupName[] => {
    let names = byReading.get(reading);
    if (names === undefined) {
      names = distinct(leadsOf(reading));
      byReading.set(reading, names);
    }
    return names;
  };
  const cached = (
    cache: Map<string, readonly GroupName[]>,
    text: string | null,
    split: (text: string) => readonly string[],
  ): readonly GroupName[] => {
    if (text === null || text === "") return NONE;
    let names = cache.get(text);
    if (names === undefined) {
      names = distinct(split(text).map((part) => ({ key: foldKey(part), name: trimText(part) })));
      if (cache.size < CACHE_LIMIT) cache.set(text, names);
    }
    return names;
  };

  return {
    units(item) {
      const first = item.rows[0];
      if (first === undefined) return NONE;
      const names = unitsOf(first.units);
      const merged: GroupName[] = [];
      for (const row of item.rows) {
        if (row.units !== first.units) merged.push(...unitsOf(row.units));
      }
      return merged.length === 0 ? names : distinct([...names, ...merged]);
    },
    section: (item) => cached(sectionCache, item.section, (text) => [text]),
    leaders: (item) => cached(leaderCache, item.leader, (text) => text.split(LEADER_SEPARATORS)),
  };
}

/**
 * Leaders of an item in the order in which it names them.
 * @example leadersOf(item) // ["甲某", "乙某"]
 */
export function leadersOf(item: Item): readonly string[] {
  return createGroupNamer()
    .leaders(item)
    .map(({ name }) => name);
}
