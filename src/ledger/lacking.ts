/** Columns that a ledger cannot be judged without. */
import type { ColumnKey, Ledger } from "./types";

const NEEDED: readonly ColumnKey[] = ["problem", "unit", "deadline", "status"];

/**
 * Which of them a ledger lacks. The unit may be told by the sheet's name or title, too.
 * @example lackingColumns(ledger) // ["deadline"]
 */
export function lackingColumns(ledger: Ledger): readonly ColumnKey[] {
  return NEEDED.filter(
    (key) => ledger.columns[key] === undefined && !(key === "unit" && ledger.sheetUnit !== undefined),
  );
}
