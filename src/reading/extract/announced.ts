/** Letters, clues and matters that a notice only counts: rows to fill, as many as it says, each as it says they stand. */
import { SAID, type Kind } from "../../ledger";
import type { CountGroup, ReadItem } from "../types";

interface AnnouncedRow {
  readonly kind: Kind;
  /** Words of its status, null where none is told. */
  readonly status: string | null;
  readonly group: CountGroup;
}

/** What is handed over; problems are listed one by one. */
const HANDED: readonly Kind[] = ["immediate", "letter", "clue", "matter"];
/** A notice counts some dozens. */
const MOST = 300;

/** Rows of the kinds that are announced and of which none is listed. */
export function announcedRows(groups: readonly CountGroup[], items: readonly ReadItem[]): readonly AnnouncedRow[] {
  return HANDED.flatMap((kind) => {
    if (items.some((item) => item.kind === kind)) return [];
    const told = groups.filter((group) => group.subject === kind && group.total.value <= MOST);
    const [group] = [...told].sort((a, b) => b.parts.length - a.parts.length || b.total.value - a.total.value);
    if (group === undefined) return [];
    const states = group.parts.flatMap(({ status, nested, value }) =>
      status === null || status === "unknown" || nested ? [] : new Array<string>(value).fill(SAID[status]),
    );
    // Parts that say more than the whole say nothing of a single row.
    const known = states.length <= group.total.value ? states : [];
    return Array.from({ length: group.total.value }, (_, at) => ({ kind, status: known[at] ?? null, group }));
  });
}
