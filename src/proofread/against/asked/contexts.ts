/** Of which items a clause may speak: of all, or of those that the words before it have named. */
import { addNew, both, either, firmly, setsOf, without, type Facet, type Facets, type Items } from "./facets";

/** Items that a sentence has named, or counted. */
export interface Told {
  readonly facets: Facets;
  /** Of the ways to read it those that fit its number, all where it has none. */
  readonly fits: readonly Items[];
  readonly counted: boolean;
}

/** One way to understand a figure. */
export interface Candidate {
  readonly facets: Facets;
  readonly sets: readonly Items[];
  /** Those of them that the words say as they stand. */
  readonly firm: readonly Items[];
}

/** Words that sort items by where they are, not by how far: only these keep others out. */
const OF_STATE: ReadonlySet<string> = new Set(["status", "late", "day", "progress", "rest"]);

/** Whether words name a unit, a kind, a person. */
export function namesGroup(facets: Facets): boolean {
  return Array.from(facets.keys()).some((by) => !OF_STATE.has(by));
}

export function facetsOf(list: readonly Facet[]): Facets {
  const facets = new Map<string, Facet>();
  for (const facet of list) {
    // 已整改 behind 未整改 in one clause: both are told of it.
    const by = facets.has(facet.by) && OF_STATE.has(facet.by) ? `${facet.by}+` : facet.by;
    facets.set(by, facet);
  }
  return facets;
}

interface Within {
  readonly told: readonly Told[];
  readonly around: readonly Told[];
  readonly all: Items;
  readonly ofAll: boolean;
  /** 其余7个里有2个, 其中: of what was told, and of nothing else. */
  readonly among: boolean;
}

/**
 * All ways to understand what a figure speaks of, the nearest words first; null where there are too many.
 * @param told what its sentence has named before
 * @param around what leads in the sentence: its heading, the sentence before
 * @param ofAll the clause itself says that all are meant
 */
export function candidatesOf(own: Facets, { told, around, all, ofAll, among }: Within): readonly Candidate[] | null {
  const candidates: Candidate[] = [];
  const add: Add = (facets, sets, firm = setsOf(firmly(facets), all) ?? []) => {
    if (sets === null) return false;
    candidates.push({ facets, sets, firm });
    return true;
  };
  const records = [...told].reverse().concat([...around].reverse());
  for (const record of records) if (!merged(record, own, all, add)) return null;
  // 三家单位合计5个: all that was told, together.
  const counted = told.filter((one) => one.counted);
  if (ofAll)
    for (let from = counted.length - 2; from >= 0; from--) {
      const sum = either(counted.slice(from).map(({ fits }) => fits[0] ?? new Set()));
      add(
        own,
        (setsOf(own, all) ?? []).map((set) => both(set, sum)),
      );
    }
  if (among && told.length > 0 && !ofAll) return candidates;
  const isOpen =
    ofAll ||
    namesGroup(own) ||
    !told.some(({ facets }) => namesGroup(facets)) ||
    told.some(({ facets }) => facets.size === 0);
  const led = around.some(({ facets, counted }) => !counted && namesGroup(facets));
  if (isOpen && (ofAll || !led || namesGroup(own)) && !add(own, setsOf(own, all))) return null;
  return candidates;
}

type Add = (facets: Facets, sets: readonly Items[] | null, firm?: readonly Items[]) => boolean;

function merged(record: Told, own: Facets, all: Items, add: Add): boolean {
  const facets = new Map([...record.facets, ...own]);
  const shared = [...own.keys()].filter((by) => record.facets.has(by));
  const within = (words: Facets): readonly Items[] => {
    const sets: Items[] = [];
    const mine = setsOf(words, all) ?? [];
    for (const one of record.fits) for (const other of mine) addNew(sets, both(one, other));
    return sets;
  };
  if (shared.length === 0) return add(facets, within(own), within(firmly(own)));
  if (!add(facets, setsOf(facets, all))) return false;
  // 未完成的18个问题中，立案查处的4个: a status within another.
  return shared.some((by) => OF_STATE.has(by)) ? add(facets, within(own), within(firmly(own))) : true;
}

/** 其余9项: what is left of something told when what was told behind it is taken away. */
export function restOf(told: readonly Told[]): Facet | null {
  const picks: Items[] = [];
  const counted = told.filter((one) => one.counted);
  const MOST = 3;
  for (let at = 0; at < counted.length; at++) {
    const parts = counted.slice(at + 1);
    const last = parts[parts.length - 1];
    if (!last) break;
    for (const whole of counted[at]?.fits.slice(0, MOST) ?? []) {
      for (const part of last.fits.slice(0, MOST)) addNew(picks, without(whole, part));
      addNew(picks, without(whole, either(parts.map(({ fits }) => fits[0] ?? new Set()))));
    }
  }
  return picks.length === 0 ? null : { by: "rest", text: "其余", picks };
}
