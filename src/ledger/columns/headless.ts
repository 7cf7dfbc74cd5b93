/** Columns of a table that have no word over them at all: one whose cells all tell a status belongs to it. */
import { isBlank, MAX_COLS, type Grid } from "../../grid";
import type { HeaderColumn, TableRegion } from "../layout/layout";
import { profileColumn, sampleRows } from "./column-profile";
import { areStatusValues } from "./weigh";

/**
 * The table with such columns, the same where it has none. Only what lies among its columns or goes on beside the last is
 * looked at: behind a gap another table may stand.
 * @example withHeadlessColumns(grid, region).columns.at(-1) // { col: 6, path: [""], text: "" }
 */
export function withHeadlessColumns(grid: Grid, region: TableRegion): TableRegion {
  const { left, right, top, bottom } = region.header;
  const known = new Set(region.columns.map(({ col }) => col));
  const free: number[] = [];
  for (let col = left; col <= right; col++) if (!known.has(col) && isBare(grid, top, bottom, col)) free.push(col);
  for (let col = right + 1; isBare(grid, top, bottom, col) && isBegun(grid, region, col); col++) free.push(col);
  if (free.length === 0 || free.length > MOST_HEARD) return region;
  const cols = [...known, ...free];
  const rows = sampleRows(grid, region.firstRow, region.lastRow, cols, region.repeatedRows);
  const added = free.filter((col) => areStatusValues(profileColumn(grid, rows, col)));
  if (added.length === 0) return region;
  const columns = [...region.columns, ...added.map((col): HeaderColumn => ({ col, path: [""], text: "" }))];
  return {
    ...region,
    columns: columns.sort((one, other) => one.col - other.col),
    header: { ...region.header, right: Math.max(right, ...added) },
  };
}

/** Wider gaps are laid out by somebody, and no column was forgotten. */
const MOST_HEARD = 8;

/** Rows of a column that are looked at for a value. */
const LOOKED_AT = 60;

/** Whether a column has a value in one of the first rows. */
function isBegun(grid: Grid, { firstRow, lastRow }: TableRegion, col: number): boolean {
  if (col >= MAX_COLS) return false;
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + LOOKED_AT); row++)
    if (!isBlank(grid.values[row]?.[col])) return true;
  return false;
}

function isBare(grid: Grid, top: number, bottom: number, col: number): boolean {
  for (let row = top; row <= bottom; row++) if (!isBlank(grid.values[row]?.[col])) return false;
  return !grid.merges.some((area) => area.left <= col && col <= area.right && area.top <= bottom && area.bottom >= top);
}
