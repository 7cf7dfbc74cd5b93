/** The 台账 pane's view of what was read: ledgers with their columns, as plain immutable data. */
import { areaName, cellName, columnName, plainText, trueCell } from "../../grid";
import {
  headerAreaOf,
  lackingColumns,
  rowKey,
  samplesOf,
  type ColumnDoubt,
  type Ledger,
  type Reading,
} from "../../ledger";
import type { ColumnView, DoubtView, LedgerView } from "./snapshot-types";

/** One view a ledger, in the order of the reading. */
export function ledgerViews(reading: Reading): readonly LedgerView[] {
  return reading.ledgers.map((ledger) => ({
    id: ledger.id,
    sheet: ledger.sheet,
    kind: ledger.kind,
    title: ledger.layout.title,
    headerArea: headerAreaOf(ledger),
    header: areaName(headerAreaOf(ledger)),
    lastRow: ledger.grid.view?.back ? null : ledger.layout.lastRow,
    rows: countRows(ledger),
    items: ledger.items.length,
    measures: ledger.hasMeasures ? countRows(ledger) : null,
    columns: columnViews(ledger),
    lacking: lackingColumns(ledger),
    doubts: ledger.doubts.map((doubt) => doubtView(ledger, doubt)),
    rowDoubts: (ledger.rowDoubts ?? []).map((doubt) => ({
      ...doubt,
      rows: doubt.rows.map((row) => trueCell(ledger.grid, row, ledger.layout.header.left).row),
      text: firstText(ledger, doubt.rows[0] ?? 0),
      keys: doubt.rows.map((row) => rowKey((ledger.spoken ?? ledger.grid).values[row])),
    })),
    hiddenRows: ledger.hiddenRowCount,
  }));
}

const LONGEST_TEXT = 24;

function firstText(ledger: Ledger, row: number): string {
  const texts = (ledger.grid.values[row] ?? []).map((value) => plainText(value));
  return (texts.find((text) => text.length > 1) ?? "").slice(0, LONGEST_TEXT);
}

/** Data rows: the rows of all items. */
function countRows(ledger: Ledger): number {
  let rows = 0;
  for (const item of ledger.items) rows += item.rows.length;
  return rows;
}

function doubtView(ledger: Ledger, { field, by, taken, figures, options, disputed }: ColumnDoubt): DoubtView {
  return {
    field,
    by,
    taken,
    total: figures.total,
    options: options.map((option) => ({ ...option, letter: letterOf(ledger, option.col) })),
    disputed: disputed.length,
    among: options.map(({ header }) => header).filter((header) => header !== ""),
  };
}

/** The letter of a column; of a form, the cell of the label. */
function letterOf({ grid, layout }: Ledger, col: number): string {
  if (!grid.view?.back) return columnName(col);
  const at = trueCell(grid, layout.header.top, col);
  return cellName(at.row, at.col);
}

/** Mapped and unmapped columns from left to right. */
function columnViews(ledger: Ledger): readonly ColumnView[] {
  const doubtful = new Set(
    ledger.doubts.flatMap(({ by, options }) => (by === null ? options.map(({ col }) => col) : [])),
  );
  const mapped = Object.values(ledger.columns).map((choice): ColumnView => ({
    col: choice.col,
    letter: letterOf(ledger, choice.col),
    header: choice.header,
    key: choice.key,
    score: choice.score,
    reason: choice.reason,
    runnerUp: choice.runnerUp,
    itemLevel: ledger.itemLevel.has(choice.key),
    samples: samplesOf(ledger.grid, ledger, choice.col),
    dress: choice.dress?.form ?? null,
    known: null,
    doubtful: doubtful.has(choice.col),
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
    samples: samplesOf(ledger.grid, ledger, column.col),
    dress: null,
    known: column.known,
    doubtful: doubtful.has(column.col),
  }));
  return [...mapped, ...unmapped].sort((a, b) => a.col - b.col);
}
