/** Where the rows and columns of a sheet stand, and where keys lead. */
import { useMemo, type KeyboardEvent } from "react";
import { type Area, type Grid, MAX_COLS, valueAt } from "../grid";
import { widthOf } from "../zh/text";
import { bucketMerges } from "./merge-index";
import { columnWidths, textAt } from "./cell-texts";

const PAGE = 20;

/** Pixels of a row of one line, of a line of several, of a character, and of a point as the file counts heights. */
const ROW_HEIGHT = 26;
const LINE_HEIGHT = 18;
const CHARACTER = 7;
const POINT = 1.1;
/** Pixels beside a text in its cell. */
const PADDING = 8;
/** The highest row and the widest column that are drawn: a cell is read in full in the line above the sheet. */
const MOST_HEIGHT = 260;
const MOST_WIDTH = 560;
/** Sheets of more rows than these show their texts in one line unless the file says how high a row is. */
const MEASURED_ROWS = 3_000;

/** The edges of rows or columns: where each begins, and behind the last where it ends. */
export type Edges = ArrayLike<number>;

/** Rows from the top and columns from the left that stay in sight. */
export interface Heads {
  readonly rows: number;
  readonly cols: number;
}

/**
 * Rows and columns that are shown, where they stand, what is merged and what stays in sight.
 * @param heads what stays where the file itself has nothing stay
 */
export function useGeometry(grid: Grid, heads: Heads) {
  const cols = useMemo(() => {
    let widest = 1;
    for (const cells of grid.values) if (cells && cells.length > widest) widest = cells.length;
    return Math.min(MAX_COLS, widest + 1);
  }, [grid]);
  const rows = grid.values.length + 1;
  const merges = useMemo(() => bucketMerges(grid.merges), [grid.merges]);
  const { widths, lefts } = useMemo(() => {
    const w = columnWidths(grid, cols).map((byContent, col) => widthIn(grid, col) ?? byContent);
    const l = [0];
    for (const width of w) l.push((l[l.length - 1] ?? 0) + width);
    return { widths: w, lefts: l };
  }, [grid, cols]);
  const tops = useMemo(() => {
    const t = new Float64Array(rows + 1);
    const measured = rows <= MEASURED_ROWS;
    for (let row = 0; row < rows; row += 1) t[row + 1] = t[row]! + heightOf(grid, row, widths, measured);
    return t;
  }, [grid, rows, widths]);
  const own = grid.look?.frozen ?? NOTHING_FROZEN;
  const asked = own.rows > 0 || own.cols > 0 ? own : heads;
  const frozen = useMemo(
    () => (asked === own || !runsOut(grid, asked.cols, lefts, merges) ? asked : { rows: asked.rows, cols: 0 }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [grid, asked.rows, asked.cols, asked === own, lefts, merges],
  );
  return { rows, cols, merges, widths, lefts, tops, frozen };
}

const NOTHING_FROZEN: Heads = { rows: 0, cols: 0 };

/** Whether a text of the first columns goes on over those behind: a title would be cut where they stay. */
function runsOut(grid: Grid, cols: number, lefts: Edges, merges: ReturnType<typeof bucketMerges>): boolean {
  const covered = (row: number, col: number) => merges.touching(row, row).some((area) => holds(area, row, col));
  for (let row = 0; row < grid.values.length; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      if ((textEnd(grid, row, col, lefts, cols, covered) ?? 0) >= cols && !covered(row, col)) return true;
    }
  }
  return false;
}

export const holds = (area: Area, row: number, col: number): boolean =>
  row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

/** The width that the file gives a column, in pixels. */
function widthIn(grid: Grid, col: number): number | undefined {
  const width = grid.look?.widths.get(col);
  return width === undefined ? undefined : Math.max(24, Math.min(MOST_WIDTH, Math.round(width * CHARACTER)));
}

/** As high as the file says, else as high as its longest text that goes on in a line below. */
function heightOf(grid: Grid, row: number, widths: readonly number[], measured: boolean): number {
  const { look } = grid;
  if (!look) return ROW_HEIGHT;
  const told = look.heights.get(row);
  if (told !== undefined) return Math.max(ROW_HEIGHT, Math.min(MOST_HEIGHT, Math.round(told * POINT)));
  if (!measured) return ROW_HEIGHT;
  let lines = 1;
  const cells = grid.values[row] ?? [];
  for (let col = 0; col < cells.length; col += 1) {
    if (cells[col] === null || !look.styleAt(row, col).wrap) continue;
    const room = Math.max(1, Math.floor(((widths[col] ?? 56) - 10) / CHARACTER));
    let needed = 0;
    for (const line of textAt(grid, row, col).split("\n")) needed += Math.max(1, Math.ceil(widthOf(line) / room));
    lines = Math.max(lines, needed);
  }
  return lines === 1 ? ROW_HEIGHT : Math.min(MOST_HEIGHT, lines * LINE_HEIGHT + 8);
}

/**
 * The last column that a text reaches which is wider than its cell: over neighbours that are empty, as in Excel. Null where
 * it stays in its cell: texts that are wrapped or fit, numbers, and texts with something beside them.
 * @param most the last column it may reach
 * @param covered whether a cell belongs to a merged area
 */
export function textEnd(
  grid: Grid,
  row: number,
  col: number,
  lefts: Edges,
  most: number,
  covered: (row: number, col: number) => boolean,
): number | null {
  const text = valueAt(grid, row, col);
  if (typeof text !== "string" || grid.look?.styleAt(row, col).wrap === true) return null;
  const room = PADDING + widthOf(text) * CHARACTER;
  const ends = (at: number) => (lefts[at + 1] ?? 0) - (lefts[col] ?? 0) >= room;
  let end = col;
  while (!ends(end) && end < most && valueAt(grid, row, end + 1) === null && !covered(row, end + 1)) end += 1;
  return end === col ? null : end;
}

/**
 * The cell one comes to, within the sheet: out of a merged area in one step, and onto the cell that another one is written in.
 * @param from the cell one comes from
 * @example landOn({ rows: 9, cols: 9, merges: bucketMerges([{ top: 2, left: 0, bottom: 4, right: 0 }]) }, { row: 2, col: 0 }, 3, 0)
 * // { row: 5, col: 0 }
 */
export function landOn(
  { rows, cols, merges }: Pick<ReturnType<typeof useGeometry>, "rows" | "cols" | "merges">,
  from: { readonly row: number; readonly col: number },
  row: number,
  col: number,
): { readonly row: number; readonly col: number } {
  const areaOf = (r: number, c: number) => merges.touching(r, r).find((area) => holds(area, r, c));
  const own = areaOf(from.row, from.col);
  const inside = own !== undefined && own === areaOf(row, col);
  const to = {
    row: Math.max(0, Math.min(rows - 1, inside && row > from.row ? own.bottom + 1 : row)),
    col: Math.max(0, Math.min(cols - 1, inside && col > from.col ? own.right + 1 : col)),
  };
  const area = areaOf(to.row, to.col);
  return area === undefined ? to : { row: area.top, col: area.left };
}

/** Where a key leads from a cell; undefined for keys that lead nowhere. */
export function stepOf(
  event: KeyboardEvent,
  { row, col }: { readonly row: number; readonly col: number },
  rows: number,
  cols: number,
): readonly [number, number] | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    Enter: [event.shiftKey ? row - 1 : row + 1, col],
    ArrowUp: [row - 1, col],
    ArrowDown: [row + 1, col],
    ArrowLeft: [row, col - 1],
    ArrowRight: [row, col + 1],
    PageUp: [row - PAGE, col],
    PageDown: [row + PAGE, col],
    Home: event.ctrlKey ? [0, 0] : [row, 0],
    End: event.ctrlKey ? [rows - 1, cols - 1] : [row, cols - 1],
  };
  return Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
}
