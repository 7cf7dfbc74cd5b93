/** Rows of a ledger that the sheet marks: hidden, struck through. */
import { isBlank, type Grid } from "../../grid";
import type { RowShape } from "../layout/row-class";
import type { Ledger } from "../types";

/** Counts hidden rows and finds struck-through ones among the rows of items. */
export function countMarkedRows(ledger: Ledger, shape: RowShape): void {
  const { grid, itemAt } = ledger;
  if (grid.hiddenRows.size > 0) {
    let hidden = 0;
    for (const row of grid.hiddenRows) if (itemAt.has(row)) hidden++;
    ledger.hiddenRowCount = hidden;
  }
  if (!grid.struckAt) return;
  const struck: number[] = [];
  for (const row of itemAt.keys()) if (isStruck(grid, row, shape)) struck.push(row);
  ledger.struckRows = struck;
}

/** Whether a row is struck through: its problem, else its measure, name or number, else all that it says (of an item above). */
function isStruck({ values: rows, struckAt }: Grid, row: number, shape: RowShape): boolean {
  if (!struckAt) return false;
  const values = rows[row];
  for (const col of [shape.problem, shape.measure, shape.task, shape.name, shape.number]) {
    if (col >= 0 && !isBlank(values?.[col])) return struckAt(row, col);
  }
  const filled = shape.content.filter((col) => !isBlank(values?.[col]));
  return filled.length > 0 && filled.every((col) => struckAt(row, col));
}
