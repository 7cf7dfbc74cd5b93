/**
 * Rows beside the tables that were read which look like items, but have no names of columns: a table under 列1, 列2, 列3, or
 * one that begins without any header. They are not read on a guess, and not left out in silence.
 */
import { isBlank, MAX_COLS, trueCell, type Area, type CellValue, type Grid } from "../../grid";
import { countHeaderWords } from "../layout/header-rows";
import type { TableRegion } from "../layout/layout";
import { profileColumn, sampleRows, type ColumnProfile } from "./column-profile";
import { isNamelessHeader } from "./nameless";
import { foldHeader, isAboutOther, sensesOf } from "./header-words";
import type { ColumnKey, UnreadRows } from "../types";

/** Rows of a block that are looked at for its columns. */
const LOOKED_AT = 200;
const FEWEST_COLUMNS = 3;
const NO_ROWS: ReadonlySet<number> = new Set();

/**
 * Blocks of a sheet outside of its tables whose columns have no names.
 * @param tables what was read of the sheet, with the grids that were read (views of it, or itself).
 * @example unreadTables(grid, [])[0] // { sheet: "附表", row: 0, col: 0, lastRow: 5, rows: 5, likeItems: true }
 */
export function unreadTables(
  grid: Grid,
  tables: readonly { readonly grid: Grid; readonly region: TableRegion }[],
): UnreadRows[] {
  const read = tables.map(areaOf);
  const found: UnreadRows[] = [];
  let top = -1;
  const free = (row: number): boolean => isFree(grid, read, row);
  for (let row = 0; row <= grid.values.length; row++) {
    const open = row < grid.values.length && free(row);
    if (open && top < 0) top = row;
    // Names that only count begin another table, whatever stands right above it.
    else if (open && row > top && isNamelessHeader(grid.values[row])) {
      found.push(...blocksOf(grid, read, top, row - 1));
      top = row;
    }
    if (open || top < 0) continue;
    found.push(...blocksOf(grid, read, top, row - 1));
    top = -1;
  }
  return found;
}

/** What a table takes of its sheet: a form, whose cells were moved, the rows between its first and its last. */
function areaOf({ grid, region }: { readonly grid: Grid; readonly region: TableRegion }): Area {
  const { top, left, right } = region.header;
  if (grid.view?.back === undefined) return { top, left, right, bottom: region.lastRow };
  let [first, last] = [Infinity, -1];
  for (const { col } of region.columns) {
    for (let row = top; row <= region.lastRow; row++) {
      const at = trueCell(grid, row, col).row;
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
  }
  return { top: first, left: 0, right: MAX_COLS, bottom: last };
}

/** Whether a row holds a cell that no table has; what lies under a table is stepped over, for every row of a sheet ends here. */
function isFree(grid: Grid, read: readonly Area[], row: number): boolean {
  const values = grid.values[row] ?? [];
  const width = Math.min(values.length, MAX_COLS);
  for (let col = 0; col < width; col++) {
    const right = coveredUntil(read, row, col);
    if (right >= col) col = right;
    else if (!isBlank(values[col])) return true;
  }
  return false;
}

/** The last column of a table that has this cell, -1 where none has it. */
function coveredUntil(read: readonly Area[], row: number, col: number): number {
  let right = -1;
  for (const area of read)
    if (area.top <= row && row <= area.bottom && area.left <= col && area.right > right) right = area.right;
  return right;
}

/** Columns of the rows that no table has, where they lie side by side. */
function blocksOf(grid: Grid, read: readonly Area[], top: number, bottom: number): UnreadRows[] {
  const over = read.filter((area) => area.top <= bottom && top <= area.bottom);
  const cols = new Set<number>();
  for (let row = top; row <= Math.min(bottom, top + LOOKED_AT); row++) {
    const values = grid.values[row] ?? [];
    for (let col = 0; col < Math.min(values.length, MAX_COLS); col++)
      if (!isBlank(values[col]) && !over.some((area) => area.left <= col && col <= area.right)) cols.add(col);
  }
  const groups: number[][] = [];
  for (const col of [...cols].sort((one, other) => one - other)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[last.length - 1] === col - 1) last.push(col);
    else groups.push([col]);
  }
  return groups.flatMap((group) => blockOf(grid, top, bottom, group) ?? []);
}

function blockOf(grid: Grid, top: number, bottom: number, cols: readonly number[]): UnreadRows | null {
  if (cols.length < FEWEST_COLUMNS) return null;
  const filled = (row: number): number => cols.filter((col) => !isBlank(grid.values[row]?.[col])).length;
  // Titles and lines of who and when fill a cell or two.
  let first = top;
  while (first <= bottom && filled(first) < FEWEST_COLUMNS) first++;
  if (first > bottom) return null;
  const head = cols.map((col) => grid.values[first]?.[col] ?? null);
  const nameless = isNamelessHeader(head);
  const named = !nameless && countHeaderWords(head).possible;
  const unknown = named ? unknownNames(head) : [];
  // Under names of its own stands a table of something else, unless all it lacks is a word for what is wrong.
  if (named && unknown.length === 0) return null;
  const from = nameless || named ? first + 1 : first;
  const sampled = sampleRows(grid, from, bottom, cols, NO_ROWS).filter((row) => filled(row) >= FEWEST_COLUMNS);
  if (sampled.length === 0) return null;
  const likeItems = areItems(
    cols.map((col) => profileColumn(grid, sampled, col)),
    nameless,
  );
  if (!likeItems && !nameless) return null;
  if (named && !likeItems) return null;
  let rows = 0;
  for (let row = from; row <= bottom; row++) if (filled(row) > 0) rows++;
  const col = cols.find((each) => !isBlank(grid.values[first]?.[each])) ?? (cols[0] as number);
  return { sheet: grid.sheet, row: first, col, lastRow: bottom, rows, likeItems, ...(named && { named: unknown }) };
}

/** Names in a header of how things stand, and by whom or until when, that no field has: one of them may be of what is wrong. */
function unknownNames(head: readonly CellValue[]): readonly string[] {
  const names = head.filter((value): value is string => typeof value === "string" && !isBlank(value));
  const keys = names.map((name) => new Set(sensesOf(foldHeader(name)).map(({ key }) => key)));
  const has = (...wanted: readonly ColumnKey[]): boolean => keys.some((some) => wanted.some((key) => some.has(key)));
  if (!has("status", "progress") || !has("unit", "person", "deadline", "number")) return [];
  return names.filter((name, i) => keys[i]?.size === 0 && !isAboutOther(foldHeader(name)));
}

/** Texts that differ beside how they stand; under 列1, 列2 beside who or until when, too. */
function areItems(profiles: readonly ColumnProfile[], nameless: boolean): boolean {
  const told = (p: ColumnProfile): number => p.statuses + p.statements;
  const statuses = profiles.filter((p) => p.filled > 0 && told(p) >= p.filled * 0.6 && p.worded + p.statements > 0);
  const texts = profiles.filter(
    (p) =>
      p.filled >= p.rows * 0.5 &&
      p.numbers + p.days + p.months + p.ordinals + p.deadlineWords === 0 &&
      told(p) < p.filled * 0.5 &&
      p.units + p.names < p.filled * 0.5 &&
      p.distinct >= p.filled * 0.6,
  );
  if (texts.length === 0) return false;
  if (statuses.length > 0) return true;
  const days = profiles.some((p) => p.filled > 0 && p.days + p.months + p.deadlineWords >= p.filled * 0.6);
  return nameless && (days || profiles.some((p) => p.filled > 0 && p.units >= p.filled * 0.6));
}
