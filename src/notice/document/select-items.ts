/** Which items a notice lists: 是否公开 is obeyed by the public version, and told either way. */
import type { Item, Kind, Reading } from "../../ledger";
import { refAt, refColumns, rowOf, type RowRef } from "../../tally";
import type { Edition } from "./edition";
import { createPublicity, type Publicity } from "./publishing";
import type { NoticeWarning } from "./types";

export interface Selection {
  readonly items: ReadonlyMap<Kind, readonly Item[]>;
  readonly warnings: readonly NoticeWarning[];
  /** Items that only the version for inside lists. */
  readonly notPublic: readonly RowRef[];
}

/**
 * Items by kind.
 * @example selectItems(reading, "public").items.get("problem")?.length // 23
 */
export function selectItems(reading: Reading, edition: Edition): Selection {
  const items = new Map<Kind, Item[]>();
  const rows: Record<Publicity, RowRef[]> = { yes: [], no: [], blankIn: [], blankOut: [], unclear: [] };
  for (const ledger of reading.ledgers) {
    if (ledger.kind === "accountability") continue;
    const publicity = createPublicity(ledger);
    const columns = refColumns(ledger);
    const list = items.get(ledger.kind) ?? [];
    items.set(ledger.kind, list);
    for (const item of ledger.items) {
      const answer = publicity(item);
      if (edition === "inside" || answer === "yes" || answer === "blankIn") list.push(item);
      if (answer !== "yes") rows[answer].push(refAt(ledger, rowOf(item), columns.ofItem(item)));
    }
  }
  const out = [...rows.blankOut, ...rows.unclear];
  const notPublic = [...rows.no, ...out];
  if (edition === "inside") return { items, warnings: [], notPublic };
  const warnings: NoticeWarning[] = [];
  if (rows.no.length > 0) warnings.push({ type: "notPublic", rows: rows.no });
  if (out.length > 0) warnings.push({ type: "publicUnclear", rows: out, included: false });
  if (rows.blankIn.length > 0) warnings.push({ type: "publicUnclear", rows: rows.blankIn, included: true });
  return { items, warnings, notPublic };
}
