/**
 * Whether a workbook still holds what was read: how every host compares. Only values count; trailing empty cells and
 * empty rows at the end are the same as none.
 */
import { EMPTY_ROW, type CellValue, type Grid } from "../grid";
import type { Look } from "./port";

/** A sheet as it is now, as far as a look needs it. */
type SheetNow = Pick<Grid, "sheet" | "visibility" | "values">;

/** Rows and columns up to the last that hold a value. */
interface Extent {
  readonly rows: number;
  readonly cols: number;
}

const widthOf = (cells: readonly CellValue[] | undefined): number => {
  let width = cells?.length ?? 0;
  while (width > 0 && (cells![width - 1] ?? null) === null) width -= 1;
  return width;
};

function extentOf(values: Grid["values"]): Extent {
  let rows = 0;
  let cols = 0;
  for (let row = 0; row < values.length; row++) {
    const width = widthOf(values[row]);
    if (width === 0) continue;
    rows = row + 1;
    if (width > cols) cols = width;
  }
  return { rows, cols };
}

function sameRow(a: readonly CellValue[] = EMPTY_ROW, b: readonly CellValue[] = EMPTY_ROW): boolean {
  const width = Math.max(a.length, b.length);
  for (let col = 0; col < width; col++) if ((a[col] ?? null) !== (b[col] ?? null)) return false;
  return true;
}

/** Whether these are the sheets that were read: none came or went, none has another name or visibility. */
export function sameSheets(since: readonly Grid[], now: readonly Pick<SheetNow, "sheet" | "visibility">[]): boolean {
  if (since.length !== now.length) return false;
  const visibility = new Map(now.map((sheet) => [sheet.sheet, sheet.visibility]));
  return since.every((grid) => visibility.get(grid.sheet) === grid.visibility);
}

/** The look of a host that has all values at hand. */
export function lookAt(since: readonly Grid[], now: readonly SheetNow[]): Look {
  if (!sameSheets(since, now)) return { type: "structure" };
  const values = new Map(now.map((sheet) => [sheet.sheet, sheet.values]));
  const changed = new Map<string, ReadonlyMap<number, readonly CellValue[]>>();
  for (const grid of since) {
    const current = values.get(grid.sheet) ?? [];
    const before = extentOf(grid.values);
    const after = extentOf(current);
    if (before.rows !== after.rows || before.cols !== after.cols) return { type: "structure" };
    const rows = new Map<number, readonly CellValue[]>();
    for (let row = 0; row < after.rows; row++) {
      const cells = current[row] ?? EMPTY_ROW;
      if (!sameRow(grid.values[row], cells)) rows.set(row, cells);
    }
    if (rows.size > 0) changed.set(grid.sheet, rows);
  }
  return changed.size === 0 ? { type: "same" } : { type: "rows", rows: changed };
}
