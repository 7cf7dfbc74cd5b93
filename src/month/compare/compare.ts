/** Two periods of the same ledgers: what changed, what came and went, and how the rates moved. */
import { bareNumber, type Definition, type Keyed, type Paired, pairKeyed } from "../../tally";
import { foldKey } from "../../zh/text";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { nameBy } from "../period/of-reading";
import type { Period, PeriodItem } from "../period/types";
import { countItems, countUnits, unitsOf } from "./counts";
import { namesOf, tellChanges, type ItemContext } from "./item-changes";
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
  const counted = countByType(changes);
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
      const numbers = COUNTED.map((type) => [type, counted.get(kind)?.get(type) ?? 0] as const);
      return { kind, old: before, new: after, ...Object.fromEntries(numbers) } as KindComparison;
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

const COUNTED = ["completed", "reopened", "added", "removed"] as const;

/** How often each kind has each type of change. */
function countByType(changes: readonly ItemChange[]): ReadonlyMap<MonthKind, ReadonlyMap<ItemChange["type"], number>> {
  const counts = new Map<MonthKind, Map<ItemChange["type"], number>>();
  for (const { kind, type } of changes) {
    const ofKind = counts.get(kind) ?? new Map<ItemChange["type"], number>();
    if (ofKind.size === 0) counts.set(kind, ofKind);
    ofKind.set(type, (ofKind.get(type) ?? 0) + 1);
  }
  return counts;
}

/** Items of one kind: what a person settled, then what tells them apart. */
function pairKind(kind: MonthKind, { old, now, canonical }: ItemContext, answers: SettledItems): Paired<PeriodItem> {
  const pairs = answers.pairs.filter(({ now: item }) => item.kind === kind);
  const [added, removed] = [answers.added, answers.removed].map((list) => list.filter((item) => item.kind === kind));
  const taken = new Set([...pairs.flatMap((pair) => [pair.old, pair.now]), ...(added ?? []), ...(removed ?? [])]);
  const keyed = ({ items }: Period): readonly Keyed<PeriodItem>[] => {
    const list: Keyed<PeriodItem>[] = [];
    for (const item of items) if (item.kind === kind && !taken.has(item)) list.push(new ItemKeys(item, canonical));
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

/** Its text and number tell most items apart; what else may is read where they do not. */
class ItemKeys implements Keyed<PeriodItem> {
  readonly text: string;
  readonly number: string;

  constructor(
    readonly of: PeriodItem,
    private readonly canonical: (name: string) => string,
  ) {
    this.text = folded(of.problem.text);
    this.number = bareNumber(of.number?.text ?? "");
  }

  get unit(): string {
    return unitKey(unitsOf(this.of, this.canonical));
  }

  get section(): string {
    return folded(this.of.section);
  }

  get parent(): string {
    return folded(this.of.parent);
  }
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
      tellChanges(was, item, context, (change) => (change.risk === "high" ? high : others).push(change));
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
