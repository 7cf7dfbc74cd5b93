/** Step "dedupe": one rule reports a cell once for a field, however many rows share the (merged) cell. */
import type { SortKey } from "../order";

/** Whether the later of two neighbours in a sorted list repeats the earlier. */
export function isRepeat<T extends SortKey & { readonly field: string | null }>(a: T, b: T): boolean {
  return (
    a.row === b.row &&
    a.col === b.col &&
    a.code === b.code &&
    a.field === b.field &&
    a.sheetOrder === b.sheetOrder &&
    a.severity === b.severity
  );
}
