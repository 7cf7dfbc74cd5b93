/**
 * The cell that stands for a counted thing. Two items never share one, so that a figure has as many distinct rows as it
 * says: every reference lies on the first row of its own item, or on the measure's own row.
 */
import { valueAt, trueCell } from "../grid";
import type { Item, Ledger, LedgerRow } from "../ledger";
import type { RowRef } from "./types";

/** The sheet row that names an item: a row of its own above its measures, else the first of them. */
export function rowOf(item: Item): number {
  return item.headRow ?? item.rows[0]?.row ?? item.ledger.layout.firstRow;
}

/**
 * A cell of a ledger's table as others find it: on its sheet, and where the ledger is a form, where the form has it.
 * @example refAt(ledger, rowOf(item), columns.ofItem(item)) // { sheet: "问题整改台账", row: 4, col: 0 }
 */
export function refAt(ledger: Ledger, row: number, col: number): RowRef {
  return { sheet: ledger.sheet, ...trueCell(ledger.grid, row, col) };
}

/** Columns of a ledger's references; resolved once for a ledger. */
export interface RefColumns {
  /**
   * The item's first identifying column: number, else problem, else name, else the table's first. An item without a number
   * of its own (one number merged over several items) is identified by its problem.
   */
  ofItem(item: Item): number;
  /** The measure column; the task column where the row's measure cell is empty. */
  ofMeasure(row: LedgerRow): number;
}

/**
 * Columns for one ledger.
 * @example refColumns(ledger).ofItem(item) // 0, column A
 */
export function refColumns(ledger: Ledger): RefColumns {
  const { columns, grid, layout } = ledger;
  const problem = columns.problem?.col;
  const number = columns.number?.col;
  const numbered = number ?? problem ?? columns.name?.col ?? layout.header.left;
  const unnumbered = problem ?? columns.name?.col ?? numbered;
  const measure = columns.measure?.col ?? columns.task?.col ?? layout.header.left;
  const task = columns.task?.col ?? measure;

  const isEmpty = (row: number, col: number): boolean => {
    const value = valueAt(grid, row, col);
    return value === null || value === "";
  };
  return {
    ofItem: (item) => (item.number !== "" || (number !== undefined && item.problem === "") ? numbered : unnumbered),
    ofMeasure: ({ row }) => (task !== measure && isEmpty(row, measure) && !isEmpty(row, task) ? task : measure),
  };
}
