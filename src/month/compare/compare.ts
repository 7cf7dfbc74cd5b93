/** Two periods of the same ledgers: what changed, what came and went, and how the rates moved. */
import { bareNumber, type Definition, type Keyed, type Paired, pairKeyed } from "../../tally";
import { foldKey } from "../../zh/text";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { nameBy } from "../period/of-reading";
import type { Period, PeriodItem } from "../period/types";
import { countItems, countUnits, unitsOf } from "./counts";
import { changesOf, namesOf, type ItemContext } from "./item-changes";
import { folded } from "./rows";
import { settle, type SettledItems, type SettledPair } from "./settled";
import type { AmbiguousGroup, ItemChange, Comparison, KindComparison } from "./types";

interface CompareOptions {
  readonly definition: Definition;
  /** What a person said about items that nothing tells apart. */
  readonly settled?: readonly SettledPair[];
}

export type Compared = Comparison & Pick<SettledItems, "unclear">;

/**
 * Compares two periods. The old one comes with its telephones starred out, as a snapshot does.
 * @example comparePeriods(last, now, { definition }).changes.filter(({ risk }) => risk === "high")
 */
export function comparePeriods(old: Period, now: Period, { definition, settled = [] }: CompareOptions): Compared {
  const canonical = nameBy(now.units, old.units);
  const context: ItemContext = { old, now, definition, canonical };
  const answers = settle(settled, old, now);
  const kinds = MONTH_KINDS.filter((kind) => old.kinds.includes(kind) || now.kinds.includes(kind));
  const found = kinds.map((kind) => ({ kind, ...pairKind(kind, context, answers) }));
  const changes = inOrder(found, context);
  const count = (kind: MonthKind, type: ItemChange["type"]): number => {
    let found = 0;
    for (const one of changes) if (one.kind === kind && one.type === type) found++;
    return found;
  };
  return {
    oldAsOf: old.asOf,
    asOf: now.asOf,
    definition,
    kinds: kinds.map((kind): KindComparison => {
      const [before, after] = [old, now].map(({ items, asOf }) =>
        countItems(
          items.filter((item) => item.kind === kind),
          asOf,
          definition,
        ),
      ) as [KindComparison["old"], KindComparison["new"]];
      const counted = (["completed", "reopened", "added", "removed"] as const).map((type) => [type, count(kind, type)]);
      return { kind, old: before, new: after, ...Object.fromEntries(counted) } as KindComparison;
    }),
    units: countUnits(old, now, definition, canonical),
    changes,
    ambiguous: found.flatMap(({ kind, ambiguous }) =>
      ambiguous.map((group): AmbiguousGroup => ({
        kind,
        problem: (group.now[0] ?? group.old[0])?.problem.text ?? "",
        old: group.old,
        new: group.now,
      })),
    ),
    matched: found.reduce((sum, { pairs }) => sum + pairs.length, 0),
    unclear: answers.unclear,
  };
}

/** Items of one kind: what a person settled, then what tells them apart. */
function pairKind(kind: MonthKind, { old, now, canonical }: ItemContext, answers: SettledItems): Paired<PeriodItem> {
  const pairs = answers.pairs.filter(({ now: item }) => item.kind === kind);
  const [added, removed] = [answers.added, answers.removed].map((list) => list.filter((item) => item.kind === kind));
  const taken = new Set([...pairs.flatMap((pair) => [pair.old, pair.now]), ...(added ?? []), ...(removed ?? [])]);
  const keyed = ({ items }: Period): readonly Keyed<PeriodItem>[] => {
    const list: Keyed<PeriodItem>[] = [];
    for (const item of items) if (item.kind === kind && !taken.has(item)) list.push(keysOf(item, canonical));
    return list;
  };
  const found = pairKeyed(keyed(old), keyed(now));
  return {
    pairs: [...pairs, ...found.pairs],
    added: [...(added ?? []), ...found.added],
    removed: [...(removed ?? []), ...found.removed],
    ambiguous: found.ambiguous,
    near: found.near,
  };
}

function keysOf(item: PeriodItem, canonical: (name: string) => string): Keyed<PeriodItem> {
  return {
    of: item,
    text: folded(item.problem.text),
    number: bareNumber(item.number?.text ?? ""),
    unit: unitKey(unitsOf(item, canonical)),
    section: folded(item.section),
    parent: folded(item.parent),
  };
}

function unitKey(units: readonly string[]): string {
  const [only = "", second] = units;
  return second === undefined ? foldKey(only) : units.map(foldKey).sort().join("、");
}

/** High ones first, each in the order of the new ledger; removed ones, of which it knows nothing, behind. */
function inOrder(found: readonly Paired<PeriodItem>[], context: ItemContext): readonly ItemChange[] {
  const { old, now, canonical } = context;
  const partner = new Map<PeriodItem, PeriodItem>();
  for (const { pairs } of found) for (const pair of pairs) partner.set(pair.now, pair.old);
  const added = new Set(found.flatMap((one) => one.added));
  const removed = new Set(found.flatMap((one) => one.removed));
  const nothing = { from: null, to: null, fromValue: null, toValue: null };
  const high: ItemChange[] = [];
  const others: ItemChange[] = [];
  for (const item of now.items) {
    const was = partner.get(item);
    if (was !== undefined)
      for (const change of changesOf(was, item, context)) (change.risk === "high" ? high : others).push(change);
    else if (added.has(item))
      others.push({
        type: "added",
        risk: "normal",
        ...namesOf(item, canonical),
        cell: item.at,
        oldCell: null,
        ...nothing,
      });
  }
  for (const item of old.items)
    if (removed.has(item))
      high.push({
        type: "removed",
        risk: "high",
        ...namesOf(item, canonical),
        cell: null,
        oldCell: item.at,
        ...nothing,
      });
  return high.concat(others);
}
