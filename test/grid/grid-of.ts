/**
 * Turns a drawing into a Grid, so that a test shows the sheet it speaks of.
 *
 * One line a row, `|` between cells, blanks around a cell dropped. `<` continues the merged cell to the left, `^` the
 * one above. Whole numbers become numbers (write `'12` for text that looks like one), `\n` becomes a line break, `␣` a
 * space that stays, an empty cell is null. Empty lines of the drawing are dropped; write `|` for a blank row.
 *
 * @example
 * gridOf(`
 *   整改台账 | <        | <
 *   序号     | 反馈问题 | 责任单位
 *   1        | 甲       | 办公室
 *   ^        | ^        | 财务股
 * `)
 */
import type { Area, CellValue, Grid } from "../../src/grid/grid";

export interface GridOptions {
  readonly sheet?: string;
  /** Further merged areas, in sheet coordinates (before the offset). */
  readonly merges?: readonly Area[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
  readonly visibility?: Grid["visibility"];
  readonly date1904?: boolean;
  readonly formatAt?: Grid["formatAt"];
  readonly struckRows?: readonly number[];
  /** Moves everything down and to the right. */
  readonly offset?: { readonly rows: number; readonly cols: number };
}

/** A grid from a drawing, or from an array of rows (in which `"<"` and `"^"` merge as well). */
export function gridOf(drawing: string | readonly (readonly CellValue[])[], options: GridOptions = {}): Grid {
  const cells = typeof drawing === "string" ? drawing.split("\n").filter(hasText).map(drawnRow) : drawing;
  const down = options.offset?.rows ?? 0;
  const right = options.offset?.cols ?? 0;
  const values: CellValue[][] = Array.from({ length: down }, () => []);
  for (const row of cells) {
    const plain = row.map((value) => (value === "<" || value === "^" ? null : value));
    values.push([...Array.from({ length: right }, () => null), ...plain]);
  }
  const merges = [...drawnMerges(cells), ...(options.merges ?? [])].map((area) => ({
    top: area.top + down,
    left: area.left + right,
    bottom: area.bottom + down,
    right: area.right + right,
  }));
  const struck = new Set(options.struckRows ?? []);
  return {
    sheet: options.sheet ?? "整改台账",
    values,
    merges,
    hiddenRows: new Set(options.hiddenRows ?? []),
    hiddenCols: new Set(options.hiddenCols ?? []),
    visibility: options.visibility ?? "visible",
    date1904: options.date1904 ?? false,
    formatAt: options.formatAt,
    struckAt: struck.size > 0 ? (row) => struck.has(row) : undefined,
  };
}

/** A sheet of plain values by its name, for books of several sheets. */
export const sheetOf = (sheet: string, values: readonly (readonly CellValue[])[], merges: readonly Area[] = []): Grid =>
  gridOf(values, { sheet, merges });

function hasText(line: string): boolean {
  return line.trim() !== "";
}

function drawnRow(line: string): CellValue[] {
  return line.split("|").map((cell) => drawnValue(cell.trim()));
}

function drawnValue(text: string): CellValue {
  if (text === "") return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  const plain = text.startsWith("'") ? text.slice(1) : text;
  return plain.replaceAll("\\n", "\n").replaceAll("␣", " ");
}

function drawnMerges(cells: readonly (readonly CellValue[])[]): Area[] {
  const areas = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const origins: (readonly [number, number])[][] = [];
  cells.forEach((row, r) => {
    const line: (readonly [number, number])[] = [];
    row.forEach((value, c) => {
      const origin = value === "<" ? line[c - 1] : value === "^" ? origins[r - 1]?.[c] : undefined;
      line.push(origin ?? [r, c]);
      if (!origin) return;
      const key = origin.join(",");
      const area = areas.get(key) ?? { top: origin[0], left: origin[1], bottom: r, right: c };
      area.bottom = Math.max(area.bottom, r);
      area.right = Math.max(area.right, c);
      areas.set(key, area);
    });
    origins.push(line);
  });
  return [...areas.values()];
}
