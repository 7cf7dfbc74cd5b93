/**
 * Decisions about whole columns that rest on all blocks of a table (a block is an item of two rows or more): whether a
 * column is filled once an item, whether items have a row of their own above their measures, whether the number column
 * numbers rows. They are kept as counts, so that an edit changes them without looking at the other rows.
 */
import type { RowReader } from "./row-reader";
import type { ColumnKey } from "./types";

export interface Decisions {
  /** Fields filled only in the first row of every block, or merged over it. */
  readonly itemLevel: ReadonlySet<ColumnKey>;
  /** Items begin with a row of their own that has no measure. */
  readonly headRows: boolean;
  /** The number column numbers rows, not items. */
  readonly numberedRows: boolean;
  /** Measures have a status column of their own beside the item's. */
  readonly measureStatus: boolean;
}

export interface DecisionCounts {
  blocks: number;
  /** Blocks whose first row is filled, by index of `LEVEL_KEYS`. */
  readonly first: Int32Array;
  /** Blocks of which a later row is filled. */
  readonly later: Int32Array;
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
export function measureKey(reader: RowReader): "measure" | "task" | null {
  return reader.columns.measure ? "measure" : reader.columns.task ? "task" : null;
}

export function noCounts(): DecisionCounts {
  return {
    blocks: 0,
    first: new Int32Array(LEVEL_KEYS.length),
    later: new Int32Array(LEVEL_KEYS.length),
    headLike: 0,
    numbered: 0,
  };
}

/**
 * Adds what one item says about the columns, or takes it away.
 * @param rows all sheet rows of the item, its own row included, in order.
 * @param sign 1 or -1.
 */
export function countBlock(counts: DecisionCounts, reader: RowReader, rows: readonly number[], sign: 1 | -1): void {
  const first = rows[0];
  if (rows.length < 2 || first === undefined) return;
  counts.blocks += sign;
  const measure = measureKey(reader);
  for (let i = 0; i < LEVEL_KEYS.length; i++) {
    const key = LEVEL_KEYS[i] as ColumnKey;
    if (!reader.columns[key] || key === measure) continue;
    if (reader.hasOwn(key, first)) counts.first[i] = (counts.first[i] as number) + sign;
    for (let j = 1; j < rows.length; j++) {
      if (!reader.hasOwn(key, rows[j] as number)) continue;
      counts.later[i] = (counts.later[i] as number) + sign;
      break;
    }
  }
  if (isHeadLike(reader, rows)) counts.headLike += sign;
  if (reader.columns.number && rows.every((row) => reader.hasOwn("number", row))) {
    if (!reader.columns.problem || rows.slice(1).every((row) => !reader.hasOwn("problem", row)))
      counts.numbered += sign;
  }
}

/** Whether the first row of an item has no measure while later ones do. */
export function isHeadLike(reader: RowReader, rows: readonly number[]): boolean {
  const measure = measureKey(reader);
  const first = rows[0];
  if (measure === null || first === undefined || rows.length < 2 || reader.text(measure, first) !== "") return false;
  for (let i = 1; i < rows.length; i++) if (reader.hasOwn(measure, rows[i] as number)) return true;
  return false;
}

/** What the counts decide. */
export function decide(counts: DecisionCounts, reader: RowReader): Decisions {
  const itemLevel = new Set<ColumnKey>();
  if (counts.blocks > 0) {
    LEVEL_KEYS.forEach((key, i) => {
      const first = counts.first[i] as number;
      if (reader.columns[key] && counts.later[i] === 0 && first > 0 && first * 2 >= counts.blocks) itemLevel.add(key);
    });
    // A completion date only in first rows says that the other measures are not done, unless the status is the item's too.
    if (itemLevel.has("doneDate") && reader.columns.status && !itemLevel.has("status")) itemLevel.delete("doneDate");
  }
  return {
    itemLevel,
    headRows: counts.headLike > 0 && counts.headLike * 2 >= counts.blocks,
    numberedRows: counts.numbered > 0 && counts.numbered * 2 >= counts.blocks,
    measureStatus: reader.columns.measureStatus !== undefined && itemLevel.has("status"),
  };
}

export function sameDecisions(a: Decisions, b: Decisions): boolean {
  return (
    a.headRows === b.headRows &&
    a.numberedRows === b.numberedRows &&
    a.measureStatus === b.measureStatus &&
    a.itemLevel.size === b.itemLevel.size &&
    [...a.itemLevel].every((key) => b.itemLevel.has(key))
  );
}
