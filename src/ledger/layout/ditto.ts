/**
 * 同上, 〃, ″: a cell that repeats the one above it is read as what stands there. The table gets a view of its sheet in
 * which such cells hold the value they mean; where a cell stands does not change.
 */
import { isBlank } from "../../grid";
import { sameCells, type CellValue, type Grid } from "../../grid";
import { re } from "../../zh/pattern";
import { ditto as words } from "../../zh/words/ditto";
import type { Ditto } from "../types";

const DITTO = re`^[\s(（\-—－─~]*(?:${words.mark})[\s)）\-—－─~。.]*$`;
const LONGEST = 8;
/** First characters of such cells; nearly every cell is settled by a look at its own. */
const FIRST = new Set([...`同如上与〃″々"“”＂〞'’‘′´ˮ〟\`dD(（-—－─~ \u3000\n`].map((char) => char.charCodeAt(0)));

/**
 * Whether a cell only says that the one above is meant.
 * @example isDitto("—〃—") // true
 */
export function isDitto(value: CellValue | undefined): boolean {
  return typeof value === "string" && value.length <= LONGEST && FIRST.has(value.charCodeAt(0)) && DITTO.test(value);
}

/**
 * The sheet with ditto marks resolved in some rows and columns; the grid itself where there are none. A mark with nothing
 * above it means nothing, and its cell is empty.
 */
export function resolveDitto(
  grid: Grid,
  firstRow: number,
  lastRow: number,
  cols: readonly number[],
): { readonly grid: Grid; readonly ditto: Ditto | null } {
  let first: Ditto | null = null;
  let count = 0;
  const replaced = new Map<number, CellValue[]>();
  const values = grid.values;
  const above = (row: number, col: number): CellValue => {
    for (let up = row - 1; up >= firstRow; up--) {
      const value = (replaced.get(up) ?? values[up])?.[col];
      if (!isBlank(value)) return value as CellValue;
    }
    return null;
  };
  for (let row = firstRow; row <= lastRow; row++) {
    const cells = values[row];
    if (!cells || cells.length === 0) continue;
    for (let i = 0; i < cols.length; i++) {
      const col = cols[i] as number;
      if (!isDitto(cells[col])) continue;
      const own = replaced.get(row) ?? [...cells];
      own[col] = above(row, col);
      replaced.set(row, own);
      first ??= { count: 1, row, col };
      count++;
    }
  }
  if (first === null) return { grid, ditto: null };
  const resolved = values.map((cells, row) => replaced.get(row) ?? cells);
  return { grid: sameCells(grid, resolved), ditto: { ...first, count } };
}
