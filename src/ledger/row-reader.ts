/**
 * Reads single cells of a table: follows merges and item-level columns to where a value really stands, and turns values
 * into readings. It holds no row, so that reading a changed row again costs that row.
 */
import { isBlank, plainText } from "./cell-values";
import type { CivilDate } from "./civil-date";
import { createDateReader, createDeadlineReader, type DateContext } from "./deadline";
import type { CellValue, Grid } from "./grid";
import type { ColumnMerges, MergeIndex } from "./merge-index";
import { readItemNumber, type ItemNumber } from "./item-number";
import { readStatus } from "./status";
import {
  COLUMN_KEYS,
  type ColumnKey,
  type ColumnMap,
  type Deadline,
  type Kind,
  type StatusReading,
  type UnitReading,
} from "./types";

export interface RowReader {
  readonly columns: ColumnMap;
  readonly merges: MergeIndex;
  /** Where the value of a field in a row really stands. Null without such a column. */
  readonly place: (key: ColumnKey, row: number) => Place | null;
  /** Value of a field in a row, merges followed, nothing inherited. */
  readonly value: (key: ColumnKey, row: number) => CellValue;
  readonly text: (key: ColumnKey, row: number) => string;
  /** Top row of the merged area over this cell, or the row itself. */
  readonly topOf: (key: ColumnKey, row: number) => number;
  /** Whether the row holds a value of its own in this column: not blank, and not covered from above. */
  readonly hasOwn: (key: ColumnKey, row: number) => boolean;
  readonly number: (row: number) => ItemNumber;
  readonly deadline: (row: number) => Deadline;
  readonly status: (key: "status" | "measureStatus", row: number, kind: Kind) => StatusReading;
  readonly units: (key: "unit" | "coUnits", row: number) => UnitReading;
  readonly doneDate: (row: number) => CivilDate | null;
}

export interface Place {
  readonly row: number;
  readonly col: number;
}

const NO_STATUS: StatusReading = { status: "unknown", state: "missing" };
const NO_DEADLINE: Deadline = { type: "missing" };
const NO_UNITS: UnitReading = { state: "missing", units: [] };

interface FieldColumn {
  readonly col: number;
  readonly merges: ColumnMerges | null;
}

/**
 * A reader for the rows of one table.
 * @param units reads unit cells (unit.ts); shared by the whole workbook.
 */
export function createRowReader(
  grid: Grid,
  columns: ColumnMap,
  merges: MergeIndex,
  dates: DateContext,
  units: (value: CellValue) => UnitReading,
): RowReader {
  const fields: { [K in ColumnKey]?: FieldColumn } = {};
  const mapped = new Set<number>();
  for (const key of COLUMN_KEYS) {
    const choice = columns[key];
    if (!choice) continue;
    fields[key] = { col: choice.col, merges: merges.column(choice.col) };
    mapped.add(choice.col);
  }
  const readDeadline = createDeadlineReader(dates);
  const readDate = createDateReader(dates);
  const { values, formatAt } = grid;

  /** Whether a merged cell over this column belongs to another field further left. */
  const isForeign = (left: number, col: number): boolean => {
    for (let c = left; c < col; c++) if (mapped.has(c)) return true;
    return false;
  };
  const value = (key: ColumnKey, row: number): CellValue => {
    const field = fields[key];
    if (!field) return null;
    if (field.merges === null) return values[row]?.[field.col] ?? null;
    const area = field.merges.find(row);
    if (area === null) return values[row]?.[field.col] ?? null;
    if (area.left !== field.col && isForeign(area.left, field.col)) return null;
    return values[area.top]?.[area.left] ?? null;
  };
  const place = (key: ColumnKey, row: number): Place | null => {
    const field = fields[key];
    if (!field) return null;
    const area = field.merges?.find(row) ?? null;
    return area ? { row: area.top, col: area.left } : { row, col: field.col };
  };
  const formatOf = (key: ColumnKey, row: number): string | undefined => {
    if (!formatAt) return undefined;
    const at = place(key, row);
    return at ? formatAt(at.row, at.col) : undefined;
  };
  const topOf = (key: ColumnKey, row: number): number => fields[key]?.merges?.find(row)?.top ?? row;
  const date1904 = grid.date1904;

  return {
    columns,
    merges,
    place,
    value,
    text: (key, row) => plainText(value(key, row)),
    topOf,
    hasOwn: (key, row) => topOf(key, row) === row && !isBlank(value(key, row)),
    number: (row) => {
      const cell = value("number", row);
      return readItemNumber(cell, typeof cell === "number" ? formatOf("number", row) : undefined, date1904);
    },
    deadline: (row) => {
      if (!fields.deadline) return NO_DEADLINE;
      const cell = value("deadline", row);
      return readDeadline(cell, typeof cell === "number" ? formatOf("deadline", row) : undefined);
    },
    status: (key, row, kind) => (fields[key] ? readStatus(value(key, row), kind) : NO_STATUS),
    units: (key, row) => (fields[key] ? units(value(key, row)) : NO_UNITS),
    doneDate: (row) => {
      const cell = value("doneDate", row);
      return readDate(cell, typeof cell === "number" ? formatOf("doneDate", row) : undefined);
    },
  };
}
