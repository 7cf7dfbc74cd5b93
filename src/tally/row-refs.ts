/**
 * The cell that stands for a counted thing. Two items never share one, so that a figure has as many distinct rows as it
 * says: every reference lies on the first row of its own item, or on the measure's own row.
 */
import { valueAt } from "../ledger/grid";
import type { ColumnKey, Item, Ledger, LedgerRow } from "../ledger/types";
import type { RowRef } from "./types";

/** The sheet row that names an item: a row of its own above its measures, else the first of them. */
export function rowOf(item: Item): number {
  return item.headRow ?? item.rows[0]?.row ?? item.ledger.layout.firstRow;
}

/** Makes the references of one ledger; resolves its columns once. */
export interface RowRefs {
  /** The item's cell in its first identifying column: number, else problem, else name, else the table's first column. */
  ofItem(item: Item): RowRef;
  /** The measure cell of a row; the task cell where the measure cell is empty. */
  ofMeasure(row: LedgerRow): RowRef;
}

function columnsOf(ledger: Ledger, keys: readonly ColumnKey[]): readonly number[] {
  const cols: number[] = [];
  for (const key of keys) {
    const choice = ledger.columns[key];
    if (choice !== undefined) cols.push(choice.col);
  }
  return cols.length > 0 ? cols : [ledger.layout.header.left];
}

/**
 * References for one ledger.
 * @example rowRefs(ledger).ofItem(item) // { sheet: "问题整改台账", row: 4, col: 0 }
 */
export function rowRefs(ledger: Ledger): RowRefs {
  const itemCols = columnsOf(ledger, ["number", "problem", "name"]);
  const measureCols = columnsOf(ledger, ["measure", "task"]);
  const { grid, sheet } = ledger;

  /** The first of `cols` that is filled in this row (a number merged over several items is empty in all but the first). */
  const refAt = (row: number, cols: readonly number[]): RowRef => {
    for (const col of cols) {
      const value = valueAt(grid, row, col);
      if (value !== null && value !== "") return { sheet, row, col };
    }
    return { sheet, row, col: cols[0] ?? 0 };
  };
  return {
    ofItem: (item) => refAt(rowOf(item), itemCols),
    ofMeasure: (row) => refAt(row.row, measureCols),
  };
}
