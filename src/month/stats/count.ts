/** Items counted by kind and unit for the statistics sheet: statuses, what is due, classes of progress, lights and ranks. */
import { isCountedDone, STATUSES, type Deadline, type Item, type Reading, type Status } from "../../ledger";
import {
  DEFAULT_LIGHTS,
  DEFAULT_TOLERANCE,
  divides,
  isDue,
  isScheduled,
  lightOf,
  PROGRESS_CLASSES,
  progressClass,
  type Definition,
  type Light,
  type LightLimits,
  type ProgressClass,
  tellsNoDay,
} from "../../tally";
import type { CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import type { Period } from "../period/types";
import { leadNames, MONTH_KINDS, NO_UNIT, type MonthKind } from "../common";

export interface StatsOptions {
  readonly definition: Definition;
  readonly lights: LightLimits;
  /** Points by which actual and planned progress may differ and still agree. */
  readonly tolerance: number;
}

export const DEFAULT_STATS: StatsOptions = {
  definition: { done: "done", denominator: "all" },
  lights: DEFAULT_LIGHTS,
  tolerance: DEFAULT_TOLERANCE,
};

/** What is counted of some items; all whole numbers. */
export interface StatsCounts {
  readonly total: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly overdue: number;
  /** Done by the definition, whatever divides. */
  readonly completed: number;
  /** Numerator and denominator of the rate by the definition. */
  readonly done: number;
  readonly of: number;
  /** Items of the denominator that were due by the as-of day (序时). */
  readonly due: number;
  /** Items of the denominator that are not done and whose deadline nobody can read: whether they are late is not known. */
  readonly undated: number;
  readonly classes: Readonly<Record<ProgressClass, number>>;
  /** null where nothing divides, or nothing that divides can be judged by a day. */
  readonly light: Light | null;
}

export interface StatsItem {
  readonly item: Item;
  /** Lead units by the names they are counted under; NO_UNIT alone where none is named. */
  readonly units: readonly string[];
  readonly progress: ProgressClass;
  /** Counts as done in the rate. */
  readonly counted: boolean;
  /** Divides, is not done, and its deadline cannot be read. */
  readonly undated: boolean;
}

export interface StatsUnit extends StatsCounts {
  readonly name: string;
  /** 1, 1, 3; null without a rate. */
  readonly rank: number | null;
  /** Of the period before; null where there is none, or the unit had no rate in it. */
  readonly previousRank: number | null;
  /** Not in the period before, which is there. */
  readonly isNew: boolean;
}

interface StatsKind extends StatsCounts {
  readonly kind: MonthKind;
  readonly items: readonly StatsItem[];
  /** By rank; those without one last. */
  readonly units: readonly StatsUnit[];
}

export interface Stats {
  readonly kinds: readonly StatsKind[];
  readonly options: StatsOptions;
}

/** Ranks of a period: kind and folded name of the unit to its rank, null for one without a rate. */
type Ranks = ReadonlyMap<string, number | null>;

/** The key of a unit's rank. */
function rankKey(kind: MonthKind, unit: string): string {
  return `${kind}\n${foldKey(unit)}`;
}

/**
 * Counts a reading.
 * @param previous ranks of the period before (`ranksOf`), null without one
 * @example countStats(reading, DEFAULT_STATS, null).kinds[0]?.units[0]?.rank // 1
 */
export function countStats(reading: Reading, options: StatsOptions, previous: Ranks | null): Stats {
  const kinds = MONTH_KINDS.flatMap((kind): StatsKind[] => {
    const ledgers = reading.ledgers.filter((ledger) => ledger.kind === kind);
    if (ledgers.length === 0) return [];
    const names = new Map<string, string>();
    const items = ledgers.flatMap((ledger) => ledger.items).map((item) => statsItem(item, names, reading, options));
    return [{ kind, items, ...countForStats(items, options), units: unitsOf(kind, items, options, previous) }];
  });
  return { kinds, options };
}

function statsItem(item: Item, names: Map<string, string>, reading: Reading, options: StatsOptions): StatsItem {
  const { definition, tolerance } = options;
  const leads = leadNames(item).map((name) => {
    const key = foldKey(name);
    const shown = names.get(key) ?? shownName(name, names);
    names.set(key, shown);
    return shown;
  });
  const counted = isCountedDone(item.status, definition.done) && divides(item, definition);
  return {
    item,
    units: leads.length === 0 ? [NO_UNIT] : leads,
    progress: progressClass(item, { done: definition.done, feedbackDate: reading.feedbackDate, tolerance }),
    counted,
    undated: !counted && divides(item, definition) && tellsNoDay(item.deadline),
  };
}

/** Characters that a condition of COUNTIFS takes (Excel specifications and limits: 255). */
const LONGEST_NAME = 200;

/** A name that COUNTIFS tells from all others: it compares without case, and takes no long texts. */
function shownName(name: string, taken: ReadonlyMap<string, string>): string {
  const cut = Array.from(name).slice(0, LONGEST_NAME).join("");
  const others = new Set(Array.from(taken.values(), (other) => other.toLowerCase()));
  let shown = cut;
  for (let times = 2; others.has(shown.toLowerCase()); times += 1) shown = `${cut}（${times}）`;
  return shown;
}

function dividesBy(status: Status, deadline: Deadline, asOf: CivilDate, { denominator }: Definition): boolean {
  return status !== "excluded" && (denominator === "all" || isDue(deadline, status, asOf));
}

/** Counts of some items of one reading. */
export function countForStats(items: readonly StatsItem[], { definition, lights }: StatsOptions): StatsCounts {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  const classes = Object.fromEntries(PROGRESS_CLASSES.map((one) => [one, 0])) as Record<ProgressClass, number>;
  const counts = { overdue: 0, completed: 0, done: 0, of: 0, due: 0, undated: 0 };
  for (const { item, progress, counted, undated } of items) {
    byStatus[item.status] += 1;
    classes[progress] += 1;
    if (item.overdue) counts.overdue += 1;
    if (isCountedDone(item.status, definition.done)) counts.completed += 1;
    if (counted) counts.done += 1;
    if (undated) counts.undated += 1;
    if (divides(item, definition)) counts.of += 1;
    if (isScheduled(item, definition)) counts.due += 1;
  }
  // Nobody is in time by deadlines that cannot be read.
  const light = counts.undated === counts.of ? null : lightOf(counts, lights);
  return { total: items.length, byStatus, classes, ...counts, light };
}

function unitsOf(
  kind: MonthKind,
  items: readonly StatsItem[],
  options: StatsOptions,
  previous: Ranks | null,
): readonly StatsUnit[] {
  const members = new Map<string, StatsItem[]>();
  for (const item of items)
    for (const unit of item.units) {
      const list = members.get(unit);
      if (list === undefined) members.set(unit, [item]);
      else list.push(item);
    }
  const counted = Array.from(members, ([name, list]) => ({ name, ...countForStats(list, options) }));
  const units = counted.map((unit): StatsUnit => {
    const before = previous?.get(rankKey(kind, unit.name));
    const isNew = previous !== null && before === undefined && unit.name !== NO_UNIT;
    return { ...unit, rank: rankOf(unit, counted), previousRank: before ?? null, isNew };
  });
  // Array.prototype.sort keeps the order of equals: that of first appearance.
  return units.sort((a, b) => placeOf(a) - placeOf(b));
}

/** By rank; then what has no rate, then what names no unit. */
function placeOf({ rank, name }: StatsUnit): number {
  return rank ?? (name === NO_UNIT ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1);
}

type Rated = Pick<StatsCounts, "done" | "of"> & { readonly name: string };

/** One more than the units with a higher rate; whole numbers, cross-multiplied. What names no unit is not ranked. */
function rankOf(unit: Rated, all: readonly Rated[]): number | null {
  if (unit.of === 0 || unit.name === NO_UNIT) return null;
  return 1 + all.filter(({ name, done, of }) => name !== NO_UNIT && done * unit.of > unit.done * of).length;
}

/**
 * Ranks of a period, read from a ledger or kept.
 * @example ranksOf(period, { done: "done", denominator: "all" }).get(rankKey("problem", "县财政局")) // 1
 */
export function ranksOf({ items, asOf }: Period, definition: Definition): Ranks {
  const rates = new Map<string, { kind: MonthKind; name: string; done: number; of: number }>();
  for (const { kind, status, deadline, rows } of items) {
    const divided = dividesBy(status, deadline, asOf, definition);
    const done = divided && isCountedDone(status, definition.done);
    for (const name of new Set(rows.flatMap(({ leads }) => leads))) {
      const key = rankKey(kind, name);
      const rate = rates.get(key) ?? { kind, name, done: 0, of: 0 };
      rates.set(key, rate);
      if (divided) rate.of += 1;
      if (done) rate.done += 1;
    }
  }
  const all = [...rates.values()];
  return new Map(
    Array.from(rates, ([key, unit]) => [
      key,
      rankOf(
        unit,
        all.filter(({ kind }) => kind === unit.kind),
      ),
    ]),
  );
}
