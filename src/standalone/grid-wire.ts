/**
 * Grids on their way from the worker to the page. Functions cannot be posted, so number formats go as an index into a
 * table per cell and strike-through as a list; values go in blocks of rows, so that no message takes the main thread for
 * more than a moment.
 */
import { EMPTY_ROW, type Area, type CellValue, type Grid } from "../grid";

/** Rows in one message: 5,000 rows of 12 columns arrive in a few milliseconds. */
export const BLOCK_ROWS = 5000;

export interface GridHead {
  readonly sheet: string;
  readonly rowCount: number;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenCols: readonly number[];
  readonly visibility: Grid["visibility"];
  readonly date1904: boolean;
  /** Number of columns that `formats` spans. */
  readonly width: number;
  /** Format codes; index 0 of `formats` is General. */
  readonly formatCodes: readonly string[];
  /** Index into formatCodes + 1 for each cell, row by row; null where every cell is General. */
  readonly formats: Uint16Array | null;
  /** row * width + col of struck cells. */
  readonly struck: readonly number[];
  readonly unread: Grid["unread"];
  readonly caption: Grid["caption"];
}

export type RowBlock = readonly (readonly CellValue[])[];

/** Everything of a grid but its values. Pure; costs one look at every cell. */
export function headOf(grid: Grid): GridHead {
  let width = 0;
  for (const row of grid.values) if (row && row.length > width) width = row.length;
  const codes: string[] = [];
  const indexOf = new Map<string, number>();
  const struck: number[] = [];
  const rowCount = grid.values.length;
  const formats = grid.formatAt && width > 0 ? new Uint16Array(rowCount * width) : null;
  let any = false;
  if (formats || grid.struckAt) {
    for (let row = 0; row < rowCount; row++) {
      const cells = grid.values[row];
      if (!cells) continue;
      for (let col = 0; col < cells.length; col++) {
        if (cells[col] === null) continue;
        const code = formats ? grid.formatAt?.(row, col) : undefined;
        if (code && formats) {
          let index = indexOf.get(code);
          if (index === undefined && codes.length < 65_000) {
            codes.push(code);
            index = codes.length;
            indexOf.set(code, index);
          }
          if (index !== undefined) {
            formats[row * width + col] = index;
            any = true;
          }
        }
        if (grid.struckAt?.(row, col)) struck.push(row * width + col);
      }
    }
  }
  return {
    sheet: grid.sheet,
    rowCount,
    merges: grid.merges,
    hiddenRows: [...grid.hiddenRows],
    hiddenCols: [...grid.hiddenCols],
    visibility: grid.visibility,
    date1904: grid.date1904,
    width,
    formatCodes: codes,
    formats: any ? formats : null,
    struck,
    unread: grid.unread,
    caption: grid.caption,
  };
}

/** Values in blocks of `BLOCK_ROWS`. */
export function* blocksOf(grid: Grid): Generator<RowBlock> {
  for (let row = 0; row < grid.values.length; row += BLOCK_ROWS) {
    yield grid.values.slice(row, row + BLOCK_ROWS).map((cells) => cells ?? EMPTY_ROW);
  }
}

/** The grid again, from its head and all its blocks in order. */
export function gridFrom(head: GridHead, blocks: readonly RowBlock[]): Grid {
  const values = blocks.flat().map((cells) => (cells.length === 0 ? EMPTY_ROW : cells));
  const { formats, formatCodes, width } = head;
  const struck = new Set(head.struck);
  return {
    sheet: head.sheet,
    values,
    merges: head.merges,
    hiddenRows: new Set(head.hiddenRows),
    hiddenCols: new Set(head.hiddenCols),
    visibility: head.visibility,
    date1904: head.date1904,
    ...(head.unread ? { unread: head.unread } : {}),
    ...(head.caption ? { caption: head.caption } : {}),
    ...(formats
      ? {
          formatAt: (row: number, col: number) =>
            col < width ? formatCodes[(formats[row * width + col] ?? 0) - 1] : undefined,
        }
      : {}),
    ...(struck.size > 0
      ? { struckAt: (row: number, col: number) => col < width && struck.has(row * width + col) }
      : {}),
  };
}
