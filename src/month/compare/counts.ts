/** Totals and rates of a period, as `tally` counts them: whole, and of each lead unit. */
import { isCountedDone, isItemOverdue } from "../../ledger";
import { type Definition, isDue } from "../../tally";
import { foldKey } from "../../zh/text";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import type { Period, PeriodItem } from "../period/types";
import type { PeriodCounts } from "./types";

const NOTHING: PeriodCounts = { total: 0, done: 0, overdue: 0, numerator: 0, denominator: 0 };

/**
 * Counts of some items of a period.
 * @example countItems(period.items, period.asOf, { done: "done", denominator: "all" }).done // 7
 */
export function countItems(items: readonly PeriodItem[], asOf: Period["asOf"], definition: Definition): PeriodCounts {
  const counts = { ...NOTHING };
  for (const item of items) {
    const isDone = isCountedDone(item.status, definition.done);
    const divides =
      item.status !== "excluded" && (definition.denominator === "all" || isDue(item.deadline, item.status, asOf));
    counts.total += 1;
    counts.done += isDone ? 1 : 0;
    counts.overdue += isItemOverdue(item, asOf) ? 1 : 0;
    counts.numerator += isDone && divides ? 1 : 0;
    counts.denominator += divides ? 1 : 0;
  }
  return counts;
}

/** Lead units of an item by a directory that both periods share, in the order in which they are named. */
export function unitsOf(item: PeriodItem, canonical: (name: string) => string): readonly string[] {
  // Most items have one row and one unit.
  const leads = item.rows.length === 1 ? item.rows[0]?.leads : undefined;
  if (leads === undefined || leads.length > 1) return unitsOfRows(item, canonical);
  return leads[0] === undefined ? NO_UNITS : [canonical(leads[0])];
}

const NO_UNITS: readonly string[] = [];

function unitsOfRows(item: PeriodItem, canonical: (name: string) => string): readonly string[] {
  const names = new Map<string, string>();
  for (const { leads } of item.rows)
    for (const lead of leads) {
      const name = canonical(lead);
      if (!names.has(foldKey(name))) names.set(foldKey(name), name);
    }
  return [...names.values()];
}

/** The first-named of them; null where none is named. */
export function firstUnit({ rows }: PeriodItem, canonical: (name: string) => string): string | null {
  for (const { leads } of rows) if (leads[0] !== undefined) return canonical(leads[0]);
  return null;
}

interface CountedUnit {
  readonly name: string;
  readonly kind: MonthKind;
  readonly old: PeriodCounts;
  readonly new: PeriodCounts;
}

/** Units of both periods, kind by kind, those of the new one first; an item of two lead units counts for both. */
export function countUnits(
  old: Period,
  now: Period,
  definition: Definition,
  canonical: (name: string) => string,
): readonly CountedUnit[] {
  return MONTH_KINDS.flatMap((kind) => {
    const [before, after] = [groupsOf(old, kind, canonical), groupsOf(now, kind, canonical)];
    return [...new Set([...after.keys(), ...before.keys()])].map((key) => ({
      name: after.get(key)?.name ?? before.get(key)?.name ?? "",
      kind,
      old: countItems(before.get(key)?.items ?? [], old.asOf, definition),
      new: countItems(after.get(key)?.items ?? [], now.asOf, definition),
    }));
  });
}

interface UnitItems {
  readonly name: string;
  readonly items: PeriodItem[];
}

function groupsOf(
  { items }: Period,
  kind: MonthKind,
  canonical: (name: string) => string,
): ReadonlyMap<string, UnitItems> {
  const groups = new Map<string, UnitItems>();
  for (const item of items) {
    if (item.kind !== kind) continue;
    for (const name of unitsOf(item, canonical)) {
      const key = foldKey(name);
      const group = groups.get(key) ?? { name, items: [] };
      group.items.push(item);
      groups.set(key, group);
    }
  }
  return groups;
}
