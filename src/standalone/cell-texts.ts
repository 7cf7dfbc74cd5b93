/** What cells show, and how wide their columns are. */
import { type Grid, valueAt, displayText } from "../grid";
import { widthOf } from "../zh/text";

const SAMPLE_ROWS = 60;

/** Width of a column from what stands in its first rows, between 56 and 260 px. */
export function columnWidths(grid: Grid, cols: number): number[] {
  const widths = new Array<number>(cols).fill(56);
  const spanned = new Set(grid.merges.filter((a) => a.right > a.left).map((a) => `${a.top},${a.left}`));
  for (let row = 0; row < Math.min(grid.values.length, SAMPLE_ROWS); row++) {
    const cells = grid.values[row] ?? [];
    for (let col = 0; col < cells.length && col < cols; col++) {
      const value = cells[col];
      if (value === null || value === undefined || spanned.has(`${row},${col}`)) continue;
      const text =
        typeof value === "string" ? value.slice(0, 60) : displayText(value, grid.formatAt?.(row, col), grid.date1904);
      widths[col] = Math.max(widths[col] ?? 56, Math.min(260, widthOf(text) * 7 + 14));
    }
  }
  return widths;
}

export function textAt(grid: Grid, row: number, col: number): string {
  const value = valueAt(grid, row, col);
  if (value === null) return "";
  return typeof value === "string" ? value : displayText(value, grid.formatAt?.(row, col), grid.date1904);
}
