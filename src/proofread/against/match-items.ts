/** Which item of the notice is which item of the ledger: by their texts, and by number where the texts are alike. */
import { foldKey } from "../../zh/text";
import type { Item, Kind, Reading } from "../../ledger";
import { itemsOfKind } from "./listed-kinds";
import { openPlacesIn, type ReadNotice, type ReadItem } from "../../reading";
import type { MatchResult } from "../types";

/** Texts below this length are too short to be told apart by likeness. */
const SHORTEST = 4;
/** Share of common character pairs from which two texts are versions of one. */
const ALIKE = 0.5;

interface Keyed {
  readonly item: Item;
  readonly key: string;
  readonly pairs: ReadonlySet<string>;
}

/** Matches the items of one kind. */
export function matchItems(document: ReadNotice, reading: Reading, kind: Kind): MatchResult {
  const mine = itemsOfKind(document, reading, kind).filter((item) => item.problem !== "");
  const open: Keyed[] = reading.ledgers
    .filter((ledger) => ledger.kind === kind)
    .flatMap((ledger) => ledger.items)
    .map((item) => keyed(item));
  const byKey = new Map<string, Keyed[]>();
  for (const entry of open) byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
  const taken = new Set<Keyed>();
  const found = new Map<ReadItem, { entry: Keyed; differs: boolean }>();
  const left: { item: ReadItem; key: string }[] = [];
  for (const item of mine) {
    if (isOpen(item)) {
      // The ledger has no text for it either.
      const blank = open.filter((entry) => entry.key === "" && !taken.has(entry));
      const entry = blank.find((one) => one.item.number === item.number) ?? blank[0];
      if (entry === undefined) continue;
      taken.add(entry);
      found.set(item, { entry, differs: false });
      continue;
    }
    const key = keyOf(item.problem);
    const same = byKey.get(key)?.find((entry) => !taken.has(entry));
    if (same) {
      taken.add(same);
      found.set(item, { entry: same, differs: false });
    } else left.push({ item, key });
  }
  const index = pairIndex(open.filter((entry) => !taken.has(entry)));
  for (const { item, key } of left) {
    const best = nearest(key, item.number, index, taken);
    if (!best) continue;
    taken.add(best.entry);
    found.set(item, best);
  }
  return {
    matches: mine.flatMap((item) => {
      const match = found.get(item);
      return match ? [{ notice: item, ledger: match.entry.item, differs: match.differs }] : [];
    }),
    extra: mine.filter((item) => !found.has(item) && !isOpen(item)),
    missing: open.filter((entry) => !taken.has(entry)).map((entry) => entry.item),
  };
}

/** 18.【待补充：问题】 is known to be open. */
function isOpen(item: ReadItem): boolean {
  return openPlacesIn(item.problem).length > 0;
}

/** A problem's text without width, blanks, marks and the frame 关于“…”的问题. */
function keyOf(text: string): string {
  return foldKey(text)
    .replace(/[\p{P}\p{S}]/gu, "")
    .replace(/^关于/u, "")
    .replace(/的?问题(?:的?整改(?:情况)?)?$/u, "");
}

function keyed(item: Item): Keyed {
  const key = keyOf(item.problem);
  return { item, key, pairs: pairsOf(key) };
}

const MOST_PAIRS = 400;

function pairsOf(key: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= key.length && pairs.size < MOST_PAIRS; i++) pairs.add(key.slice(i, i + 2));
  return pairs;
}

function pairIndex(entries: readonly Keyed[]): ReadonlyMap<string, readonly Keyed[]> {
  const index = new Map<string, Keyed[]>();
  for (const entry of entries) {
    for (const pair of entry.pairs) {
      const list = index.get(pair);
      if (list) list.push(entry);
      else index.set(pair, [entry]);
    }
  }
  return index;
}

function nearest(
  key: string,
  number: string,
  index: ReadonlyMap<string, readonly Keyed[]>,
  taken: ReadonlySet<Keyed>,
): { entry: Keyed; differs: boolean } | null {
  const pairs = pairsOf(key);
  const common = new Map<Keyed, number>();
  for (const pair of pairs) for (const entry of index.get(pair) ?? []) common.set(entry, (common.get(entry) ?? 0) + 1);
  let best: { entry: Keyed; score: number; differs: boolean } | null = null;
  for (const [entry, count] of common) {
    if (taken.has(entry)) continue;
    const contained = isContained(key, entry.key);
    const share = (2 * count) / Math.max(1, pairs.size + entry.pairs.size);
    const score = (contained ? 2 : share) + (number !== "" && entry.item.number === number ? 0.1 : 0);
    if ((contained || share >= ALIKE) && (!best || score > best.score)) best = { entry, score, differs: !contained };
  }
  return best;
}

/** One text is the beginning or a part of the other: a headline beside the whole description. */
function isContained(a: string, b: string): boolean {
  return (a.length >= SHORTEST && b.includes(a)) || (b.length >= SHORTEST && a.includes(b));
}
