/** Periods that are kept for the open ledger and for ledgers like it, and what was said about items in them. */
import { fold, MONTH_KINDS, readPairs, type Period, type SettledPair } from "../month";
import { compareDates, isoDate } from "../zh/civil-date";
import { readLastPeriod, type PeriodFault } from "./last-period-file";
import type { KeptElsewhere } from "./session";

export interface KeptPeriod {
  /** ISO day. */
  readonly day: string;
  /** The workbook that it was kept for; null: the open one. */
  readonly workbook: string | null;
  /** As it is kept, to be saved as a file. */
  readonly text: string;
  readonly read: { readonly period: Period } | { readonly fault: PeriodFault };
}

/**
 * Kept periods, latest first, one a day: those of the open workbook, and those of others that are the same ledger in another
 * month. An office that opens a new file each month finds the last one so.
 */
export function keptPeriods(
  own: ReadonlyMap<string, string>,
  elsewhere: readonly KeptElsewhere[],
  now: Period,
): readonly KeptPeriod[] {
  const kept = new Map<string, KeptPeriod>();
  for (const [day, text] of own) kept.set(day, { day, workbook: null, text, read: readLastPeriod(text, null) });
  const others = elsewhere
    .flatMap(({ workbook, periods }) => periods.map((period) => ({ workbook, ...period })))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  for (const { workbook, key, text } of others) {
    if (kept.has(key)) continue;
    const read = readLastPeriod(text, null);
    if ("period" in read && isAlike(read.period, now)) kept.set(key, { day: key, workbook, text, read });
  }
  return [...kept.values()].sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** The same ledger in another month: at least half of the items of the smaller one are in the other. */
function isAlike(one: Period, other: Period): boolean {
  const [small, large] = [one, other].map(({ items }) => new Set(items.map(keyOf))).sort((a, b) => a.size - b.size);
  if (small === undefined || large === undefined || small.size === 0) return false;
  return [...small].filter((key) => large.has(key)).length * 2 >= small.size;
}

const keyOf = ({ kind, problem }: Period["items"][number]): string => `${kind}\n${fold(problem.text)}`;

/** The latest kept period before a day; null where there is none. */
export function latestBefore(kept: readonly KeptPeriod[], now: Period): KeptPeriod | null {
  return kept.find(({ read }) => "period" in read && compareDates(read.period.asOf, now.asOf) < 0) ?? null;
}

/** What a person said: of the open workbook, and of others where their items are these. */
export function settledPairs(
  own: ReadonlyMap<string, string>,
  elsewhere: readonly KeptElsewhere[],
): readonly SettledPair[] {
  const texts = new Map(elsewhere.flatMap(({ pairs }) => pairs.map(({ key, text }) => [key, text] as const)));
  return [...new Map([...texts, ...own]).values()].flatMap(pairOf);
}

function pairOf(text: string): readonly SettledPair[] {
  try {
    const outcome = readPairs({ schema: 1, pairs: [JSON.parse(text)] });
    return outcome.ok ? outcome.pairs : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** An answer as it is kept, under a name that answering anew takes again. */
export function pairEntry(pair: SettledPair): readonly [key: string, text: string] {
  const { kind, asOf, old, new: now } = pair;
  const day = isoDate(asOf);
  const text = JSON.stringify({ kind, asOf: day, old, new: now });
  return [JSON.stringify([MONTH_KINDS.indexOf(kind), day, old === null ? "new" : "old", old ?? now]), text];
}
