/**
 * Figures of any column: its sum, and how many items hold a value. A cell that is merged over several rows counts once; a
 * sum is exact, and exists only where every filled cell is a number.
 */
import { displayText, plainText, valueAt, type CellRef } from "../grid";
import { shownAt, type Item, type Ledger, type Reading } from "../ledger";
import { added, ZERO, type Decimal } from "../zh/decimal";
import { foldKey } from "../zh/text";
import { inUnit, isConvertible, readAmount, unitOfCell } from "./amount";
import { NOTHING_WORDS } from "../zh/words/amounts";
import type { NamedColumn } from "./named-column";
import { refAt, refColumns, rowOf } from "./row-refs";
import type { Count, RowRef } from "./types";

export type ColumnSum =
  | {
      readonly type: "sum";
      readonly value: Decimal;
      /** Of the first column; the others are converted. "" where none is told. */
      readonly unit: string;
      /** Rows whose cells were added. */
      readonly rows: readonly RowRef[];
    }
  /** Cells that are no plain numbers, as written. */
  | { readonly type: "unreadable"; readonly cells: readonly { readonly ref: RowRef; readonly text: string }[] }
  /** Columns of one name in units that cannot be added: 万元 and 项. */
  | { readonly type: "unitsDiffer"; readonly units: readonly string[] };

/** A cell of a column, and the row it stands on. */
interface ColumnCell {
  readonly item: Item;
  readonly row: number;
  readonly at: CellRef;
}

const NOTHING: ReadonlySet<string> = new Set(NOTHING_WORDS.map(foldKey));

/** Sheet rows of an item, a row of its own above its measures included. */
function rowsOf(item: Item): readonly number[] {
  const rows = item.rows.map(({ row }) => row);
  return item.headRow === undefined || rows.includes(item.headRow) ? rows : [item.headRow, ...rows];
}

/** Cells of a column below its header that belong to items, each once. */
function* cellsOf({ ledger, col }: NamedColumn, items: readonly Item[]): Generator<ColumnCell> {
  const seen = new Set<number>();
  for (const item of items)
    for (const row of rowsOf(item)) {
      const at = shownAt(ledger, row, col);
      const key = at.row * 100_000 + at.col;
      if (seen.has(key)) continue;
      seen.add(key);
      yield { item, row, at };
    }
}

/**
 * The unit of a column whose header tells none, where every filled cell tells its own: the first cell's. 86000 beside 1.2亿元
 * may be anything, so that one bare number leaves all without.
 */
function unitOfCells(column: NamedColumn, items: readonly Item[]): string {
  let first = "";
  for (const { at } of cellsOf(column, items)) {
    const cell = valueAt(column.ledger.grid, at.row, at.col);
    const bare = readAmount(cell, "");
    if (bare.type === "number" && bare.value.mantissa !== 0n) return "";
    first ||= unitOfCell(cell);
  }
  return first;
}

/** The cell that stands for a row: the item's own on its first row, else its measure. */
function refOfRow(ledger: Ledger, item: Item, row: number): RowRef {
  const columns = refColumns(ledger);
  if (row === rowOf(item)) return refAt(ledger, row, columns.ofItem(item));
  const own = item.rows.find((each) => each.row === row);
  return refAt(ledger, row, own === undefined ? columns.ofItem(item) : columns.ofMeasure(own));
}

/** Items of the reading by ledger; a filtered reading has fewer than the ledger the column was found in. */
function itemsIn(reading: Reading, { ledger }: NamedColumn): readonly Item[] {
  return reading.ledgers.filter(({ id }) => id === ledger.id).flatMap(({ items }) => items);
}

/**
 * The sum of a column over the items of a reading.
 * @example sumColumn(reading, columns) // { type: "sum", value: 35.6, unit: "万元", rows: […] }
 */
export function sumColumn(reading: Reading, named: readonly NamedColumn[]): ColumnSum {
  const columns = named.map((column) =>
    column.unit === "" ? { ...column, unit: unitOfCells(column, itemsIn(reading, column)) } : column,
  );
  const unit = columns[0]?.unit ?? "";
  if (columns.some((column) => !isConvertible(column.unit, unit)))
    return { type: "unitsDiffer", units: Array.from(new Set(columns.map((column) => column.unit))) };
  let value: Decimal = ZERO;
  const rows: RowRef[] = [];
  const cells: { ref: RowRef; text: string }[] = [];
  for (const column of columns)
    for (const { item, row, at } of cellsOf(column, itemsIn(reading, column))) {
      const cell = valueAt(column.ledger.grid, at.row, at.col);
      const amount = readAmount(cell, column.unit);
      if (amount.type === "none") continue;
      if (amount.type === "other") cells.push({ ref: refAt(column.ledger, at.row, at.col), text: plainText(cell) });
      else {
        value = added(value, inUnit(amount.value, column.unit, unit));
        rows.push(refOfRow(column.ledger, item, row));
      }
    }
  return cells.length > 0 ? { type: "unreadable", cells } : { type: "sum", value, unit, rows };
}

/** A cell's words as they are compared: whole, and its members (修订制度、追缴资金). */
export function membersOf(ledger: Ledger, row: number, col: number): readonly string[] {
  const at = shownAt(ledger, row, col);
  const value = valueAt(ledger.grid, at.row, at.col);
  if (value === null) return [];
  const text =
    typeof value === "number"
      ? displayText(value, ledger.grid.formatAt?.(at.row, at.col), ledger.grid.date1904)
      : plainText(value);
  return wordsOf(text);
}

function wordsOf(text: string): readonly string[] {
  const whole = foldKey(text);
  if (whole === "" || NOTHING.has(whole)) return [];
  const members = text.split(/[、，,；;\n\r]/u).map(foldKey);
  return Array.from(new Set([whole, ...members.filter((member) => member !== "")]));
}

/** What an item was read to stand under, where its own cells may be empty: a heading is written once, above all that follow. */
function headingOf({ ledger, col }: NamedColumn, { section, parent }: Item): string | null {
  if (col === ledger.columns.section?.col) return section;
  return col === ledger.columns.parentProblem?.col ? parent : null;
}

/** Whether an item holds a value in a column; null asks for any. `whole`: as all its cell says, not as one of several. */
export function holdsValue(column: NamedColumn, item: Item, wanted: string | null, whole = false): boolean {
  const folded = wanted === null ? null : foldKey(wanted);
  const isHeld = (members: readonly string[]): boolean => {
    if (folded === null) return members.length > 0;
    return whole ? members[0] === folded : members.includes(folded);
  };
  const heading = headingOf(column, item);
  if (heading !== null) return isHeld(wordsOf(heading));
  return rowsOf(item).some((row) => isHeld(membersOf(column.ledger, row, column.col)));
}

/** Items that hold a value in a column of that name, each once. */
export function countValue(reading: Reading, columns: readonly NamedColumn[], wanted: string | null): Count {
  const rows: RowRef[] = [];
  for (const column of columns)
    for (const item of itemsIn(reading, column))
      if (holdsValue(column, item, wanted)) rows.push(refOfRow(column.ledger, item, rowOf(item)));
  return { value: rows.length, rows };
}

/** Values of a column in the order in which they first stand there, as written; whole cells, not their members. */
export function valuesOf(columns: readonly NamedColumn[], reading: Reading): readonly string[] {
  const values = new Map<string, string>();
  for (const column of columns)
    for (const { at } of cellsOf(column, itemsIn(reading, column))) {
      const text = plainText(valueAt(column.ledger.grid, at.row, at.col));
      const folded = foldKey(text);
      if (folded !== "" && !NOTHING.has(folded) && !values.has(folded)) values.set(folded, text.trim());
    }
  return Array.from(values.values());
}
