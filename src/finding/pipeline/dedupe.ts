/** Step "dedupe": one rule reports a cell once for a field, however many rows share the (merged) cell. */
import type { Place } from "../order";

/** Drops repeats from a sorted list, keeping the first. */
export function dedupePlaces<T extends Place & { readonly field: string | null }>(sorted: readonly T[]): T[] {
  const kept: T[] = [];
  let last: T | undefined;
  for (const place of sorted) {
    if (last !== undefined && isRepeat(last, place)) continue;
    kept.push(place);
    last = place;
  }
  return kept;
}

function isRepeat<T extends Place & { readonly field: string | null }>(a: T, b: T): boolean {
  return (
    a.row === b.row &&
    a.col === b.col &&
    a.code === b.code &&
    a.field === b.field &&
    a.sheetOrder === b.sheetOrder &&
    a.severity === b.severity
  );
}
