/**
 * Cell addresses in A1 notation. Rows and columns are zero-based inside, one-based and lettered outside.
 */
import type { Area } from "./grid";

/** Limits of a worksheet since Excel 2007 (ECMA-376 part 1, 18.3.1.73 and 18.3.1.13). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

const knownNames: readonly string[] = Array.from({ length: 256 }, (_, col) => spellColumn(col));

function spellColumn(col: number): string {
  let name = "";
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/**
 * Letters of a zero-based column.
 * @example columnName(27) // "AB"
 */
export function columnName(col: number): string {
  return knownNames[col] ?? spellColumn(col);
}

/**
 * Zero-based column of its letters, in either case; null where they name no column of a sheet.
 * @example columnIndex("AB") // 27
 */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index > MAX_COLS ? null : index - 1;
}

/**
 * @example cellName(0, 0) // "A1"
 */
export function cellName(row: number, col: number): string {
  return `${columnName(col)}${row + 1}`;
}

/**
 * `A3:L4`; a single cell is named alone.
 * @example areaName({ top: 2, left: 0, bottom: 3, right: 11 }) // "A3:L4"
 */
export function areaName(area: Area): string {
  const first = cellName(area.top, area.left);
  return area.top === area.bottom && area.left === area.right ? first : `${first}:${cellName(area.bottom, area.right)}`;
}

/**
 * Reads one cell's name, `$` allowed; null where it is none.
 * @example parseCell("B3") // { row: 2, col: 1 }
 */
export function parseCell(name: string): { readonly row: number; readonly col: number } | null {
  const parts = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (parts === null) return null;
  const col = columnIndex(parts[1] ?? "");
  const row = Number(parts[2]) - 1;
  return col === null || row >= MAX_ROWS ? null : { row, col };
}

/**
 * Reads `A3:L4` or a single cell, corners in any order; null where it is neither.
 * @example parseArea("A3:L4") // { top: 2, left: 0, bottom: 3, right: 11 }
 */
export function parseArea(name: string): Area | null {
  const corners = name.split(":");
  if (corners.length > 2) return null;
  const a = parseCell(corners[0] ?? "");
  const b = parseCell(corners[1] ?? corners[0] ?? "");
  if (a === null || b === null) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.col, b.col),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col),
  };
}

/**
 * A cell with its sheet, unquoted as the published contract writes it.
 * @example qualified("问题整改台账", 4, 0) // "问题整改台账!A5"
 */
export function qualified(sheet: string, row: number, col: number): string {
  return `${sheet}!${cellName(row, col)}`;
}
