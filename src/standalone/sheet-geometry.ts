/** Where the rows and columns of a sheet stand, and where keys lead. */
import { useMemo, type KeyboardEvent } from "react";
import { type Grid, MAX_COLS } from "../grid";
import { bucketMerges } from "./merge-index";
import { columnWidths } from "./cell-texts";

const PAGE = 20;

/** Rows and columns that are shown, where the columns stand, and what is merged. */
export function useGeometry(grid: Grid) {
  const cols = useMemo(() => {
    let widest = 1;
    for (const cells of grid.values) if (cells && cells.length > widest) widest = cells.length;
    return Math.min(MAX_COLS, widest + 1);
  }, [grid]);
  const rows = grid.values.length + 1;
  const merges = useMemo(() => bucketMerges(grid.merges), [grid.merges]);
  const { widths, lefts } = useMemo(() => {
    const w = columnWidths(grid, cols);
    const l = [0];
    for (const width of w) l.push((l[l.length - 1] ?? 0) + width);
    return { widths: w, lefts: l };
  }, [grid, cols]);
  return { rows, cols, merges, widths, lefts };
}

/** Where a key leads from a cell; undefined for keys that lead nowhere. */
export function stepOf(
  event: KeyboardEvent,
  { row, col }: { readonly row: number; readonly col: number },
  rows: number,
  cols: number,
): readonly [number, number] | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
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
