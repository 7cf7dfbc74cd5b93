/** Places as reports name them: `Sheet!E7`, of merged cells the top left one; in several files `file#Sheet!E7`. */
import { qualified } from "../../grid";
import { cellOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { refAt, refColumns, rowOf, type RowRef } from "../../tally";

/**
 * The cell of a field; null where the ledger has no such column.
 * @example fieldPlace(item.rows[0], "deadline") // "整改台账!K9"
 */
export function fieldPlace(of: LedgerRow | Item, key: ColumnKey): string | null {
  const { ledger } = "rows" in of ? of : of.item;
  const at = cellOf(ledger, of, key);
  return at === null ? null : qualified(ledger.sheet, at.row, at.col);
}

/**
 * The item's identifying cell (number, else problem).
 * @example itemPlace(item) // "整改台账!A9"
 */
export function itemPlace(item: Item): string {
  const { sheet, row, col } = itemRef(item);
  return qualified(sheet, row, col);
}

/** The same cell, to go to. */
export function itemRef(item: Item): RowRef {
  const { ledger } = item;
  return refAt(ledger, rowOf(item), refColumns(ledger).ofItem(item));
}

/**
 * A place among several files.
 * @example inFile("报送/01.xlsx", "台账!A5") // "报送/01.xlsx#台账!A5"
 */
export function inFile(file: string, place: string): string {
  return `${file}#${place}`;
}
