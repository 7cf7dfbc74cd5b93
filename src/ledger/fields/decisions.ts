/**
 * Decisions about whole columns that rest on all blocks of a table (a block is an item of two rows or more): whether a
 * column is filled once an item, whether items have a row of their own above their measures, whether the number column
 * numbers rows.
 */
import { isBlank } from "../../grid";
import type { FieldReader, RowReader } from "../items/row-reader";
import type { ColumnKey } from "../types";

export interface FieldDecisions {
  /** Fields filled only in the first row of every block, or merged over it. */
  readonly itemLevel: ReadonlySet<ColumnKey>;
  /** Those of them that every row is read for. */
  readonly levels: {
    readonly deadline: boolean;
    readonly status: boolean;
    readonly unit: boolean;
    readonly coUnits: boolean;
    readonly doneDate: boolean;
  };
  /** Items begin with a row of their own that has no measure. */
  readonly headRows: boolean;
  /** The number column numbers rows, not items. */
  readonly numberedRows: boolean;
  /** Measures have a status column of their own beside the item's. */
  readonly measureStatus: boolean;
}

/**
 * What the decisions rest on. A column with a value in a later row of some block is filled row by row, whatever the other
 * blocks say: only columns without any are counted to the end.
 */
export interface DecisionCounts {
  blocks: number;
  /** Indexes of `LEVEL_KEYS` of the table's fields that no later row of a block has filled so far. */
  open: readonly number[];
  /** By index of `LEVEL_KEYS`: blocks whose first row is filled; complete for `open` fields only. */
  readonly first: Int32Array;
  headLike: number;
  numbered: number;
}

/** Fields that may be filled once an item. */
const LEVEL_KEYS = [
  "source",
  "leader",
  "unit",
  "coUnits",
  "person",
  "deadline",
  "status",
  "signOff",
  "progress",
  "doneDate",
  "evidence",
  "remarks",
  "public",
  "task",
] as const satisfies readonly ColumnKey[];

/** The column whose cells are the measures, if any. */
function measureKey(reader: RowReader): "measure" | "task" | null {
  return reader.columns.measure ? "measure" : reader.columns.task ? "task" : null;
}

export function noCounts(reader: RowReader): DecisionCounts {
  const measure = measureKey(reader);
  return {
    blocks: 0,
    first: new Int32Array(LEVEL_KEYS.length),
    headLike: 0,
    numbered: 0,
    open: LEVEL_KEYS.flatMap((key, i) => (reader.fields[key] && key !== measure ? [i] : [])),
  };
}

/** The rows of an item as far as this file is concerned. */
type BlockRows = readonly { readonly row: number }[];

/**
 * Adds what one item says about the columns.
 * @param rows all rows of the item, its own row included, in order.
 */
export function countBlock(counts: DecisionCounts, reader: RowReader, rows: BlockRows): void {
  const first = rows[0]?.row;
  if (rows.length < 2 || first === undefined) return;
  counts.blocks++;
  const { fields } = reader;
  for (const i of counts.open) {
    const field = fields[LEVEL_KEYS[i] as ColumnKey];
    if (!field) continue;
    if (field.hasOwn(first)) counts.first[i] = (counts.first[i] as number) + 1;
    if (isFilledLater(field, rows)) counts.open = counts.open.filter((other) => other !== i);
  }
  if (isHeadLike(reader, rows)) counts.headLike++;
  if (isNumberedByRow(reader, rows)) counts.numbered++;
}

function isFilledLater(field: FieldReader, rows: BlockRows): boolean {
  for (let i = 1; i < rows.length; i++) if (field.hasOwn((rows[i] as { row: number }).row)) return true;
  return false;
}

/** Whether every row of an item has a number of its own while the problem stands once. */
function isNumberedByRow({ fields }: RowReader, rows: BlockRows): boolean {
  const { number, problem } = fields;
  if (!number) return false;
  for (let i = rows.length - 1; i >= 0; i--) {
    const { row } = rows[i] as { row: number };
    if (!number.hasOwn(row) || (i > 0 && problem?.hasOwn(row))) return false;
  }
  return true;
}

/** Whether the first row of an item has no measure while later ones do. */
export function isHeadLike(reader: RowReader, rows: BlockRows): boolean {
  const measure = reader.fields.measure ?? reader.fields.task;
  const first = rows[0]?.row;
  if (!measure || first === undefined || rows.length < 2 || !isBlank(measure.value(first))) return false;
  for (let i = 1; i < rows.length; i++) if (measure.hasOwn((rows[i] as { row: number }).row)) return true;
  return false;
}

/** What the counts decide. */
export function decideFields(counts: DecisionCounts, reader: RowReader): FieldDecisions {
  const itemLevel = new Set<ColumnKey>();
  if (counts.blocks > 0) {
    for (const i of counts.open) {
      const first = counts.first[i] as number;
      if (first > 0 && first * 2 >= counts.blocks) itemLevel.add(LEVEL_KEYS[i] as ColumnKey);
    }
    // A completion date only in first rows says that the other measures are not done, unless the status is the item's too.
    if (itemLevel.has("doneDate") && reader.columns.status && !itemLevel.has("status")) itemLevel.delete("doneDate");
  }
  return {
    itemLevel,
    levels: {
      deadline: itemLevel.has("deadline"),
      status: itemLevel.has("status"),
      unit: itemLevel.has("unit"),
      coUnits: itemLevel.has("coUnits"),
      doneDate: itemLevel.has("doneDate"),
    },
    headRows: counts.headLike > 0 && counts.headLike * 2 >= counts.blocks,
    numberedRows: counts.numbered > 0 && counts.numbered * 2 >= counts.blocks,
    measureStatus: reader.columns.measureStatus !== undefined && itemLevel.has("status"),
  };
}
