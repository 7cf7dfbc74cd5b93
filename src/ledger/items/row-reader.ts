/**
 * Reads single cells of a table: follows merges and item-level columns to where a value really stands, and turns values
 * into readings.
 */
import {
  isBlank,
  plainText,
  type CellValue,
  type Grid,
  type ColumnMerges,
  type MergeIndex,
  type CellRef,
} from "../../grid";
import type { CivilDate } from "../../zh/civil-date";
import { createDateReader, createDeadlineReader, type DateContext } from "../fields/deadline";
import { isNoExtension } from "../fields/extension";
import { resolvePeriod } from "../fields/period";
import { NO_NUMBER, readItemNumber, type ItemNumber } from "../fields/item-number";
import { createStatusReader } from "../fields/status";
import { dressedColumns, dressedValue } from "../fields/status-dress";
import {
  COLUMN_KEYS,
  type ColumnKey,
  type ColumnMap,
  type Deadline,
  type Kind,
  type StatusDress,
  type SheetUnit,
  type StatusReading,
  type UnitName,
  type UnitReading,
} from "../types";
import { markedRole, type UnitColumn } from "./side-columns";

export interface RowReader {
  readonly columns: ColumnMap;
  readonly merges: MergeIndex;
  readonly fields: FieldReaders;
  /** Text of a field in a row, "" without such a column. */
  readonly text: (key: ColumnKey, row: number) => string;
  readonly number: (row: number) => ItemNumber;
  readonly deadline: (row: number) => Deadline;
  readonly status: (row: number, kind: Kind) => StatusReading;
  readonly measureStatus: (row: number, kind: Kind) => StatusReading;
  readonly units: (row: number) => UnitReading;
  readonly coUnits: (row: number) => UnitReading;
  readonly doneDate: (row: number) => CivilDate | null;
}

const NO_STATUS: StatusReading = { status: "unknown", state: "missing" };
const NO_DEADLINE: Deadline = { type: "missing" };
const NO_UNITS: UnitReading = { state: "missing", units: [] };

/** One column of a table: its values, merges followed. */
export class FieldReader {
  constructor(
    readonly col: number,
    protected readonly rows: readonly (readonly CellValue[])[],
    private readonly merges: ColumnMerges | null,
    /** Columns of other fields, to tell a cell merged over several fields: it is the leftmost one's. */
    private readonly mapped: ReadonlySet<number>,
  ) {}

  /** Whether the column has merged cells. */
  get isMerged(): boolean {
    return this.merges !== null;
  }

  /** The value that stands in this row, null in the part of a merged cell that belongs to a field further left. */
  value(row: number): CellValue {
    if (this.merges !== null) {
      const area = this.merges.find(row);
      if (area !== null) return this.isForeign(area.left) ? null : (this.rows[area.top]?.[area.left] ?? null);
    }
    return this.rows[row]?.[this.col] ?? null;
  }

  /** As a person reads it: trimmed, "" where empty. */
  text(row: number): string {
    return plainText(this.value(row));
  }

  place(row: number): CellRef {
    const area = this.merges === null ? null : this.merges.find(row);
    return area === null ? { row, col: this.col } : { row: area.top, col: area.left };
  }

  /** Top row of the merged area over this cell, or the row itself. */
  topOf(row: number): number {
    if (this.merges === null) return row;
    return this.merges.find(row)?.top ?? row;
  }

  /** Whether the row holds a value of its own: not blank, and not covered from above. */
  hasOwn(row: number): boolean {
    return !isBlank(this.value(row)) && this.topOf(row) === row;
  }

  private isForeign(left: number): boolean {
    for (let col = left; col < this.col; col++) if (this.mapped.has(col)) return true;
    return false;
  }
}

/** A status column whose cells are no words: `value` is what they stand for, `text` too where they are ticks. */
class DressedReader extends FieldReader {
  constructor(
    private readonly plain: readonly FieldReader[],
    private readonly dress: StatusDress,
    col: number,
    rows: readonly (readonly CellValue[])[],
    merges: ColumnMerges | null,
    mapped: ReadonlySet<number>,
  ) {
    super(col, rows, merges, mapped);
  }

  override value(row: number): CellValue {
    return dressedValue(this.dress, super.value(row), (col) => this.plainAt(row, col));
  }

  override hasOwn(row: number): boolean {
    return this.plain.some((field) => field.hasOwn(row));
  }

  private plainAt(row: number, col: number): CellValue {
    const field = this.plain.find((one) => one.col === col);
    return field === undefined ? (this.rows[row]?.[col] ?? null) : field.value(row);
  }
}

type FieldReaders = { readonly [K in ColumnKey]?: FieldReader };

/** Columns that days are read from beside the fields' own; -1 for none. */
interface DayColumns {
  /** Of the days on which rows begin (检查日期), which lengths of time are counted from. */
  readonly start: number;
  /** Of the deadlines that were, for rows without an extension. */
  readonly formerDeadline: number;
}

const NO_DAY_COLUMNS: DayColumns = { start: -1, formerDeadline: -1 };

/** A reader for the rows of one table. */
export function createRowReader(
  grid: Grid,
  columns: ColumnMap,
  merges: MergeIndex,
  dates: DateContext,
  units: UnitSource,
  days: DayColumns = NO_DAY_COLUMNS,
): RowReader {
  const mapped = new Set<number>();
  for (const key of COLUMN_KEYS) {
    const choice = columns[key];
    if (choice) mapped.add(choice.col);
  }
  const fields: { [K in ColumnKey]?: FieldReader } = {};
  for (const key of COLUMN_KEYS) {
    const choice = columns[key];
    if (!choice) continue;
    const plain = (col: number): FieldReader => new FieldReader(col, grid.values, merges.column(col), mapped);
    fields[key] =
      choice.dress === undefined
        ? plain(choice.col)
        : new DressedReader(
            dressedColumns(choice.col, choice.dress).map(plain),
            choice.dress,
            choice.col,
            grid.values,
            merges.column(choice.col),
            mapped,
          );
  }
  const readDeadline = rememberNumbers(createDeadlineReader(dates));
  const readDate = rememberNumbers(createDateReader(dates));
  const readStatus = createStatusReader();
  const readUnits = unitsReader(units, fields, (col) => new FieldReader(col, grid.values, merges.column(col), mapped));
  const { formatAt, date1904 } = grid;
  const { number, deadline, status, measureStatus, doneDate } = fields;
  const formatOf = (field: FieldReader, row: number): string | undefined => {
    if (!formatAt) return undefined;
    const at = field.place(row);
    return formatAt(at.row, at.col);
  };
  const beside = (col: number): FieldReader | null =>
    col < 0 ? null : new FieldReader(col, grid.values, merges.column(col), mapped);
  const start = beside(days.start);
  const former = beside(days.formerDeadline);
  const startOf = (row: number): CivilDate | null => {
    const value = start?.value(row) ?? null;
    return start === null || value === null
      ? null
      : readDate(value, typeof value === "number" ? formatOf(start, row) : undefined);
  };
  return {
    columns,
    merges,
    fields,
    text: (key, row) => fields[key]?.text(row) ?? "",
    number: (row) => {
      if (!number) return NO_NUMBER;
      const value = number.value(row);
      return readItemNumber(value, typeof value === "number" ? formatOf(number, row) : undefined, date1904);
    },
    deadline: (row) => {
      if (!deadline) return NO_DEADLINE;
      const field = former !== null && isNoExtension(deadline.value(row)) ? former : deadline;
      const value = field.value(row);
      const read = readDeadline(value, typeof value === "number" ? formatOf(field, row) : undefined);
      return read.type === "relative" ? resolvePeriod(read, startOf(row), dates.feedbackDate) : read;
    },
    status: (row, kind) => (status ? readStatus(status.value(row), kind) : NO_STATUS),
    measureStatus: (row, kind) => (measureStatus ? readStatus(measureStatus.value(row), kind) : NO_STATUS),
    ...readUnits,
    doneDate: (row) => {
      if (!doneDate) return null;
      const value = doneDate.value(row);
      return value === null ? null : readDate(value, typeof value === "number" ? formatOf(doneDate, row) : undefined);
    },
  };
}

/** Where the units of a row come from. */
interface UnitSource {
  /** Reads unit cells (unit.ts); shared by the whole workbook. */
  readonly read: (value: CellValue) => UnitReading;
  /** Columns of units that answer together, left to right; none where there is one column. */
  readonly cols: readonly UnitColumn[];
  /** The same of co-units. */
  readonly coCols: readonly UnitColumn[];
  /** The unit of the whole table, where no column names any. */
  readonly ofSheet: SheetUnit | null;
}

/** Of several unit columns the first that is filled leads, the others answer with it and cooperate. */
function unitsReader(
  { read, cols, coCols, ofSheet }: UnitSource,
  { unit, coUnits }: FieldReaders,
  fieldOf: (col: number) => FieldReader,
): Pick<RowReader, "units" | "coUnits"> {
  const coOf =
    coCols.length > 0
      ? joinedReader(read, coCols, fieldOf, joinHelpers)
      : (row: number): UnitReading => (coUnits ? read(coUnits.value(row)) : NO_UNITS);
  if (!unit) {
    const all = ofSheet ? read(ofSheet.text) : NO_UNITS;
    return { units: () => all, coUnits: coOf };
  }
  if (cols.length === 0) return { units: (row) => read(unit.value(row)), coUnits: coOf };
  return { units: joinedReader(read, cols, fieldOf, joinUnits), coUnits: coOf };
}

/** Reads a row's cells in several columns as one; equal ones give the same reading. */
function joinedReader(
  read: UnitSource["read"],
  cols: readonly UnitColumn[],
  fieldOf: (col: number) => FieldReader,
  join: (readings: readonly UnitReading[]) => UnitReading,
): (row: number) => UnitReading {
  const fields = cols.map(({ col, named }) => ({ field: fieldOf(col), named: named === null ? null : read(named) }));
  const joined = new Map<string, UnitReading>();
  return (row) => {
    const readings = fields.map(({ field, named }) =>
      named === null ? read(field.value(row)) : markedUnit(named, field.value(row)),
    );
    const key = readings.map(({ units }) => units.map(({ text, role }) => `${role}${text}`).join("、")).join("\n");
    let all = joined.get(key);
    if (!all) joined.set(key, (all = join(readings)));
    return all;
  };
}

/** √ or 牵头 under the name of a unit. */
function markedUnit(named: UnitReading, value: CellValue): UnitReading {
  const role = markedRole(value);
  if (role === null) return NO_UNITS;
  return { state: "ok", units: named.units.map((unit) => ({ ...unit, role })) };
}

/** The first column that is filled leads; the others cooperate and answer with it, unless their marks say otherwise. */
function joinUnits(readings: readonly UnitReading[]): UnitReading {
  const filled = readings.filter(({ state }) => state === "ok");
  const [only, ...others] = filled;
  if (!only) return readings[0] ?? NO_UNITS;
  if (others.length === 0) return only;
  const names = new Set<string>();
  const units: UnitName[] = [];
  filled.forEach((reading, n) => {
    for (const unit of reading.units) {
      if (names.has(unit.name)) continue;
      names.add(unit.name);
      if (unit.role !== "unmarked") units.push(unit);
      else units.push(n === 0 ? { ...unit, role: "lead" } : { ...unit, role: "co", answers: true });
    }
  });
  return { state: "ok", units };
}

function joinHelpers(readings: readonly UnitReading[]): UnitReading {
  const filled = readings.filter(({ state }) => state === "ok");
  if (filled.length < 2) return filled[0] ?? readings[0] ?? NO_UNITS;
  const names = new Set<string>();
  const units = filled.flatMap((reading) => reading.units).filter(({ name }) => !names.has(name) && names.add(name));
  return { state: "ok", units };
}

const MOST_NUMBERS = 5000;

/** Serials repeat as much as texts do: those without a format of their own are read once. */
function rememberNumbers<T>(read: (value: CellValue, format?: string) => T): (value: CellValue, format?: string) => T {
  const numbers = new Map<number, T>();
  return (value, format) => {
    if (typeof value !== "number" || format !== undefined) return read(value, format);
    let known = numbers.get(value);
    if (known === undefined) {
      known = read(value, format);
      if (numbers.size >= MOST_NUMBERS) numbers.clear();
      numbers.set(value, known);
    }
    return known;
  };
}
