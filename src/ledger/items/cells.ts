/**
 * Where the value of a row or an item really stands, and its original text. Merged cells are followed to their top left,
 * values that an item states once to the item's own row. In ledgers made by hand (without `merges`) the grid is searched.
 */
import {
  displayText,
  isBlank,
  isDateFormat,
  indexMerges,
  isMomentFormat,
  type MergeIndex,
  plainText,
  trueCell,
  valueAt,
  type Area,
  type CellValue,
  type CellRef,
} from "../../grid";
import { firstRowOf } from "./item-fields";
import { isNoExtension } from "../fields/extension";
import { dressedValue, readTick } from "../fields/status-dress";
import { readItemNumber } from "../fields/item-number";
import { chineseDate, fromSerial } from "../../zh/civil-date";
import { trimText } from "../../zh/text";
import type { ColumnKey, Item, Ledger, LedgerRow } from "../types";

/** Fields that belong to the item, whichever of its rows is asked. */
const ITEM_KEYS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  "number",
  "section",
  "parentProblem",
  "problem",
  "name",
  "persons",
  "kind",
]);

/**
 * The cell of the sheet that holds a field of a row or an item; null where the ledger has no such column, and for a number
 * that is merged over several items and is none of this one's own.
 * @example cellOf(ledger, item, "unit") // { row: 4, col: 5 }
 */
export function cellOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): CellRef | null {
  const at = placeOf(ledger, of, key);
  return at && ledger.grid.view ? trueCell(ledger.grid, at.row, at.col) : at;
}

/** The same cell in the ledger's own grid, which may be a view of its sheet. */
export function placeOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): CellRef | null {
  const choice = ledger.columns[key];
  if (choice === undefined) return null;
  const item = "rows" in of ? of : of.item;
  const first = firstRowOf(item);
  const own = "rows" in of || ITEM_KEYS.has(key) ? first : of.row;
  if (choice.dress?.form === "ticks") return tickedCell(ledger, own, choice.dress.columns);
  const col = columnOf(ledger, of, key) ?? choice.col;
  const area = mergedOver(ledger, own, col);
  if (area && (area.top !== area.bottom || area.left !== area.right)) {
    if (key === "number" && area.top < first) return null;
    return { row: area.top, col: area.left };
  }
  if (own !== first && ledger.itemLevel.has(key) && isBlank(valueAt(ledger.grid, own, col))) {
    const over = mergedOver(ledger, first, col);
    return over ? { row: over.top, col: over.left } : { row: first, col };
  }
  return { row: own, col };
}

/**
 * The cell of the ledger's own grid that holds what a row shows in any column: of merged cells, the top left one.
 * @example shownAt(ledger, 6, 4) // { row: 5, col: 4 } where E6:E7 are merged
 */
export function shownAt(ledger: Ledger, row: number, col: number): CellRef {
  const area = mergesOfAll(ledger).column(col)?.find(row) ?? null;
  return area ? { row: area.top, col: area.left } : { row, col };
}

/** Merges of every column of a table: the ledger's own index holds those of its fields alone. */
const ofAll = new WeakMap<Ledger["grid"], Map<string, MergeIndex>>();

function mergesOfAll({ grid, layout: { header } }: Ledger): MergeIndex {
  let byTable = ofAll.get(grid);
  if (!byTable) ofAll.set(grid, (byTable = new Map<string, MergeIndex>()));
  const key = `${header.bottom} ${header.left} ${header.right}`;
  let index = byTable.get(key);
  if (!index) {
    const cols = Array.from({ length: header.right - header.left + 1 }, (_, at) => header.left + at);
    byTable.set(key, (index = indexMerges(grid.merges, cols, header.bottom + 1, grid.values.length)));
  }
  return index;
}

/**
 * Whether a row shows its item's first cell though its own, which no merged area covers, is empty: how the table as a whole
 * is read, and nothing that stands in the row.
 */
export function isInherited(ledger: Ledger, of: LedgerRow, key: ColumnKey): boolean {
  const at = placeOf(ledger, of, key);
  return at !== null && at.row !== of.row && shownAt(ledger, of.row, at.col).row !== at.row;
}

/** Of columns to tick the one that is ticked in the row, the first where none is. */
function tickedCell(
  ledger: Ledger,
  row: number,
  columns: readonly { readonly col: number }[],
): { row: number; col: number } {
  const cells = columns.map(({ col }) => {
    const area = mergedOver(ledger, row, col);
    return area ? { row: area.top, col: area.left } : { row, col };
  });
  const ticked = cells.find((at) => readTick(valueAt(ledger.grid, at.row, at.col)) !== false);
  return ticked ?? cells[0] ?? { row, col: ledger.layout.header.left };
}

/** The value of a field as the readers of statuses know it: an office's own words in ours. */
export function spokenOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): CellValue {
  const at = placeOf(ledger, of, key);
  return at ? valueAt(ledger.spoken ?? ledger.grid, at.row, at.col) : null;
}

/**
 * What a status cell says, for the reader of statuses: its value, or the words that a tick, a code or a day stands for.
 * @example statusValueOf(ledger, item) // "已完成" for a √ under 已完成
 */
export function statusValueOf(ledger: Ledger, of: LedgerRow | Item): CellValue {
  const at = placeOf(ledger, of, "status");
  if (at === null) return null;
  // An office's own words in ours.
  const grid = ledger.spoken ?? ledger.grid;
  const dress = ledger.columns.status?.dress;
  const value = valueAt(grid, at.row, at.col);
  return dress === undefined ? value : dressedValue(dress, value, (col) => valueAt(grid, at.row, col));
}

/** Of several columns of one field, the one that speaks for this row: the first filled of units, the former deadline. */
function columnOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): number | undefined {
  const col = ledger.columns[key]?.col;
  if (key === "deadline" && col !== undefined && ledger.formerDeadlineCol !== undefined) {
    const at = shownAt(ledger, "rows" in of ? firstRowOf(of) : of.row, col);
    return isNoExtension(valueAt(ledger.grid, at.row, at.col)) ? ledger.formerDeadlineCol : col;
  }
  const cols = key === "unit" ? ledger.unitCols : key === "coUnits" ? ledger.coUnitCols : undefined;
  return cols ? (firstFilled(ledger, "rows" in of ? firstRowOf(of) : of.row, cols) ?? col) : col;
}

function firstFilled(ledger: Ledger, row: number, cols: readonly number[]): number | undefined {
  return cols.find((each) => !isBlank(valueAt(ledger.grid, row, each)));
}

/**
 * The cell that names a unit of a row, where units stand in several columns; the field's own cell else.
 * @example placeOfUnit(ledger, row, "unit", "某监理公司") // { row: 4, col: 5 }
 */
export function placeOfUnit(ledger: Ledger, of: LedgerRow, key: "unit" | "coUnits", text: string): CellRef | null {
  const cols = key === "unit" ? ledger.unitCols : ledger.coUnitCols;
  for (const col of cols ?? []) {
    const at = mergedOver(ledger, of.row, col);
    const place = at ? { row: at.top, col: at.left } : { row: of.row, col };
    if (plainText(valueAt(ledger.grid, place.row, place.col)).includes(text)) return place;
  }
  return placeOf(ledger, of, key);
}

function mergedOver(ledger: Ledger, row: number, col: number): Area | null {
  if (ledger.merges) return ledger.merges.column(col)?.find(row) ?? null;
  for (const area of ledger.grid.merges) {
    if (area.top <= row && row <= area.bottom && area.left <= col && col <= area.right) return area;
  }
  return null;
}

/** The original value of a field, null where it is empty or the column is missing. */
export function rawOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): CellValue {
  const at = placeOf(ledger, of, key);
  return at ? valueAt(ledger.grid, at.row, at.col) : null;
}

/**
 * The original text of a field as a person reads it: trimmed, dates as text, "" where empty.
 * @example textOf(ledger, row, "deadline") // "2025年9月30日" for a date cell
 */
export function textOf(ledger: Ledger, of: LedgerRow | Item, key: ColumnKey): string {
  const at = placeOf(ledger, of, key);
  if (!at) return "";
  const { grid } = ledger;
  if (key === "status" && ledger.columns.status?.dress?.form === "ticks") return plainText(statusValueOf(ledger, of));
  const value = valueAt(grid, at.row, at.col);
  if (value === null) return "";
  if (typeof value === "string") return trimText(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const format = grid.formatAt?.(at.row, at.col);
  if (key === "number") return readItemNumber(value, format, grid.date1904).text;
  const isDay = key === "deadline" || key === "doneDate";
  // The midnight that programs put behind a day says nothing: 2026-11-29 0:00:00.
  const isMidnight = isDay && Number.isInteger(value) && isMomentFormat(format);
  if (isDateFormat(format) && !isMidnight) return displayText(value, format, grid.date1904);
  if (isDay) {
    const date = value >= 20000 ? fromSerial(value, grid.date1904) : null;
    if (date) return chineseDate(date);
  }
  return displayText(value, format, grid.date1904);
}

/**
 * The item that a cell of the sheet belongs to, and its row there; null where it belongs to none.
 * @example itemOfCell(ledger, { row: 4, col: 0 })?.item.number // "3"
 */
export function itemOfCell(
  ledger: Ledger,
  cell: CellRef,
): { readonly item: Item; readonly row: LedgerRow | null } | null {
  const back = ledger.grid.view?.back;
  const at = back ? back(cell.row, cell.col) : cell;
  const item = at ? ledger.itemAt.get(at.row) : undefined;
  return at && item ? { item, row: item.rows.find((each) => each.row === at.row) ?? null } : null;
}

/** The header as it stands on the sheet; of a form, the area its labels stand in. */
export function headerAreaOf({ grid, layout: { header } }: Ledger): Area {
  if (!grid.view?.back) return header;
  const cells: CellRef[] = [];
  for (let col = header.left; col <= header.right; col++) cells.push(trueCell(grid, header.top, col));
  const rows = cells.map(({ row }) => row);
  const cols = cells.map(({ col }) => col);
  return { top: Math.min(...rows), left: Math.min(...cols), bottom: Math.max(...rows), right: Math.max(...cols) };
}
