/**
 * 同上, 〃, ″: a cell that repeats the one above it is read as what stands there. The table gets a view of its sheet in
 * which such cells hold the value they mean; where a cell stands does not change.
 */
import { isBlank, plainText, sameCells, type CellValue, type Grid } from "../../grid";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { ditto as words } from "../../zh/words/ditto";
import type { Ditto } from "../types";

const SAME = "同";
const DITTO = re`^[\s(（\-−—–－─~]*(?:${words.mark})[\s)）\-−—–－─~。.]*$`;
const ANOTHER_ROW = re`^[(（]?${words.row}[)）。]?$`;
const LONGEST = 8;
/** One at the codes of first characters of such cells; every cell of a table is looked at, and nearly all end here. */
const FIRST = new Uint8Array(0x10000);
for (const char of `同仝如上与〃″々"“”＂〞'’‘′´ˮ〟\`dD(（-−—–－─~ \u3000\n`) FIRST[char.charCodeAt(0)] = 1;

/** Whether a cell begins as those do that refer to another one. */
function mayRefer(value: CellValue | undefined): value is string {
  return typeof value === "string" && value.length <= LONGEST && FIRST[value.charCodeAt(0)] === 1;
}

/**
 * Whether a cell only says that the one above is meant.
 * @example isDitto("—〃—") // true
 */
function isDitto(value: CellValue | undefined): boolean {
  return mayRefer(value) && DITTO.test(value);
}

/** The number of the row that a cell refers to (同第1项), null for any other cell. */
function rowMeant(value: CellValue | undefined): string | null {
  if (!mayRefer(value) || !value.slice(0, 2).includes(SAME)) return null;
  return (
    ANOTHER_ROW.exec(foldKey(value))
      ?.slice(1)
      .find((number) => number !== undefined) ?? null
  );
}

/** Rows by the number that stands first in them; a number that stands in two rows names none. */
function rowsByNumber(values: Grid["values"], firstRow: number, lastRow: number, col: number): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = firstRow; row <= lastRow; row++) {
    const value = values[row]?.[col] ?? null;
    if (isBlank(value)) continue;
    const number = foldKey(plainText(value)).replace(/[.、]$/, "");
    rows.set(number, rows.has(number) ? -1 : row);
  }
  return rows;
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
  let numbered: Map<string, number> | null = null;
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
      if (!mayRefer(cells[col])) continue;
      const number = rowMeant(cells[col]);
      if (number === null && !isDitto(cells[col])) continue;
      let meant: CellValue;
      if (number === null) meant = above(row, col);
      else {
        numbered ??= rowsByNumber(values, firstRow, lastRow, cols[0] as number);
        const source = numbered.get(number) ?? -1;
        const there = source < 0 || source === row ? null : ((replaced.get(source) ?? values[source])?.[col] ?? null);
        // What cannot be found stays as it is written, and is reported as such.
        if (isBlank(there) || rowMeant(there as CellValue) !== null || isDitto(there as CellValue)) continue;
        meant = there;
      }
      const own = replaced.get(row) ?? [...cells];
      own[col] = meant;
      replaced.set(row, own);
      first ??= { count: 1, row, col };
      count++;
    }
  }
  if (first === null) return { grid, ditto: null };
  const resolved = values.map((cells, row) => replaced.get(row) ?? cells);
  return { grid: sameCells(grid, resolved), ditto: { ...first, count } };
}
