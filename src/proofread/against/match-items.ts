/** Which item of the notice is which item of the ledger: by their texts, and by number where the texts are alike. */
import { foldKey } from "../../zh/text";
import type { Item, Kind, Reading } from "../../ledger";
import { openPlacesIn, type ReadNotice, type ReadItem } from "../../reading";
import type { MatchResult } from "../types";
import { AlikeTexts } from "./alike-texts";
import { itemsOfKind } from "./listed-kinds";

interface Keyed {
  readonly item: Item;
  readonly key: string;
  readonly number: string;
}

/**
 * Matches the items of one kind, in steps of a few texts: thousands of items whose texts were changed are compared with
 * thousands.
 */
export function* matchItems(document: ReadNotice, reading: Reading, kind: Kind): Generator<void, MatchResult> {
  const mine = itemsOfKind(document, reading, kind).filter((item) => item.problem !== "");
  const open: Keyed[] = [];
  for (const ledger of reading.ledgers) {
    if (ledger.kind !== kind) continue;
    for (const item of ledger.items) {
      open.push({ item, key: keyOf(item.problem), number: item.number });
      if (open.length % TEXTS_A_STEP === 0) yield;
    }
  }
  const byKey = groupBy(open, ({ key }) => key);
  const blanks = groupBy(byKey.get("") ?? [], ({ number }) => number);
  const taken = new Set<Keyed>();
  const found = new Map<ReadItem, { readonly entry: Keyed; readonly differs: boolean }>();
  const take = (item: ReadItem, entry: Keyed, differs: boolean): void => {
    taken.add(entry);
    found.set(item, { entry, differs });
  };
  const left: { item: ReadItem; key: string }[] = [];
  for (const item of mine) {
    if (isOpen(item)) {
      // The ledger has no text for it either.
      const entry = firstFree(blanks.get(item.number), taken) ?? firstFree(byKey.get(""), taken);
      if (entry) take(item, entry, false);
      continue;
    }
    const key = keyOf(item.problem);
    const same = firstFree(byKey.get(key), taken);
    if (same) take(item, same, false);
    else left.push({ item, key });
    if (found.size % TEXTS_A_STEP === 0) yield;
  }
  if (left.length > 0) {
    const free = open.filter((entry) => !taken.has(entry));
    const texts = new AlikeTexts(free);
    for (const { item, key } of left) {
      yield;
      const best = texts.nearest(key, item.number);
      if (!best) continue;
      texts.take(best.at);
      take(item, free[best.at]!, !best.contained);
    }
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

/** Texts made alike between two steps. */
const TEXTS_A_STEP = 256;

function groupBy(entries: readonly Keyed[], by: (entry: Keyed) => string): ReadonlyMap<string, Keyed[]> {
  const groups = new Map<string, Keyed[]>();
  for (const entry of entries) {
    const list = groups.get(by(entry));
    if (list) list.push(entry);
    else groups.set(by(entry), [entry]);
  }
  return groups;
}

/** The first that is not taken yet; those before it are looked at no more, or equal texts would cost a square. */
function firstFree(entries: Keyed[] | undefined, taken: ReadonlySet<Keyed>): Keyed | undefined {
  if (entries === undefined) return undefined;
  const at = entries.findIndex((entry) => !taken.has(entry));
  entries.splice(0, at < 0 ? entries.length : at);
  return entries[0];
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
