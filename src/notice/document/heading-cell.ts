/** Where the words of a heading stand: in the item's own cell, in one above it that goes on, or in a row of its own. */
import { valueAt, trueCell } from "../../grid";
import { firstRowOf, type Item } from "../../ledger";
import { foldKey } from "../../zh/text";
import type { RowRef } from "../../tally";

/**
 * The nearest cell at or above the item's row that says `text`; null where none does (a hand-made ledger).
 * @param text the section or parent as the reader gave it to the item
 */
export function headingCell(item: Item, field: "section" | "parentProblem", text: string): RowRef | null {
  const { grid, layout, columns, sheet } = item.ledger;
  const own = columns[field]?.col;
  const { left, right } = layout.header;
  const [from, to] = own === undefined ? [left, right] : [own, own];
  const wanted = foldKey(text);
  for (let row = firstRowOf(item); row >= layout.firstRow; row--) {
    for (let col = from; col <= to; col++) {
      const value = valueAt(grid, row, col);
      if (typeof value === "string" && foldKey(value) === wanted) return { sheet, ...trueCell(grid, row, col) };
    }
  }
  return null;
}
