/** Kinds that can be compared item by item. */
import type { Kind, Reading } from "../../ledger";
import type { ReadNotice, ReadItem } from "../../reading";

const KINDS: readonly Kind[] = ["problem", "letter", "clue", "immediate", "matter"];
/** What a notice lists as its problems where the ledger holds none. */
const INSTEAD: readonly Kind[] = ["immediate", "matter"];

/** Whether the ledger holds items of a kind. */
function holds(reading: Reading, kind: Kind): boolean {
  return reading.ledgers.some((ledger) => ledger.kind === kind && ledger.items.length > 0);
}

/** Items of the notice that the ledger would hold under a kind: its problems may be immediate or assigned matters there. */
export function itemsOfKind(document: ReadNotice, reading: Reading, kind: Kind): readonly ReadItem[] {
  const instead = holds(reading, "problem") ? undefined : INSTEAD.find((one) => holds(reading, one));
  return document.items.filter(
    (item) => item.kind === kind || (item.kind === "problem" && instead !== undefined && kind === instead),
  );
}

/** Kinds the notice lists item by item, and the ledger holds. */
export function listedKinds(document: ReadNotice, reading: Reading): readonly Kind[] {
  return KINDS.filter((kind) => holds(reading, kind) && itemsOfKind(document, reading, kind).length > 0);
}
