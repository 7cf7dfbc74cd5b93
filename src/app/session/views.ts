/** The 台账 pane's view of what was read: ledgers with their columns, as plain immutable data. */
import { areaName, columnName, cellName, trueCell } from "../../grid";
import { type Ledger, type Reading, headerAreaOf } from "../../ledger";
import type { ColumnView, LedgerView } from "./types";

/** One view a ledger, in the order of the reading. */
export function ledgerViews(reading: Reading): readonly LedgerView[] {
  return reading.ledgers.map((ledger) => ({
    id: ledger.id,
    sheet: ledger.sheet,
    kind: ledger.kind,
    title: ledger.layout.title,
    headerArea: headerAreaOf(ledger),
    header: areaName(headerAreaOf(ledger)),
    rows: countRows(ledger),
    items: ledger.items.length,
    measures: ledger.hasMeasures ? countRows(ledger) : null,
    columns: columnViews(ledger),
    hiddenRows: ledger.hiddenRowCount,
  }));
}

/** Data rows: the rows of all items. */
export function countRows(ledger: Ledger): number {
  let rows = 0;
  for (const item of ledger.items) rows += item.rows.length;
  return rows;
}

/** The letter of a column; of a form, the cell of the label. */
function letterOf({ grid, layout }: Ledger, col: number): string {
  if (!grid.view?.back) return columnName(col);
  const at = trueCell(grid, layout.header.top, col);
  return cellName(at.row, at.col);
}

/** Mapped and unmapped columns from left to right. */
function columnViews(ledger: Ledger): readonly ColumnView[] {
  const mapped = Object.values(ledger.columns).map((choice): ColumnView => ({
    col: choice.col,
    letter: letterOf(ledger, choice.col),
    header: choice.header,
    key: choice.key,
    score: choice.score,
    reason: choice.reason,
    runnerUp: choice.runnerUp,
    itemLevel: ledger.itemLevel.has(choice.key),
  }));
  const unmapped = ledger.unmapped.map((column): ColumnView => ({
    col: column.col,
    letter: letterOf(ledger, column.col),
    header: column.header,
    key: null,
    score: 0,
    reason: null,
    runnerUp: column.nearest,
    itemLevel: false,
  }));
  return [...mapped, ...unmapped].sort((a, b) => a.col - b.col);
}
