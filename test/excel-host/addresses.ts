/** A1 addresses of the emulated Excel: `A5`, `A5:L9`, `A:F`, `3:7`, `'表 1'!B2`. Zero-based areas, ends inclusive. */
import type { Area } from "../../src/grid/grid";

export const MAX_ROWS = 1_048_576;
export const MAX_COLS = 16_384;

export function columnName(col: number): string {
  let name = "";
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function cellAddress(row: number, col: number): string {
  return `${columnName(col)}${row + 1}`;
}

export function areaAddress(area: Area): string {
  const wholeCols = area.top === 0 && area.bottom === MAX_ROWS - 1;
  const wholeRows = area.left === 0 && area.right === MAX_COLS - 1;
  if (wholeRows) return `${area.top + 1}:${area.bottom + 1}`;
  if (wholeCols) return `${columnName(area.left)}:${columnName(area.right)}`;
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

interface Corner {
  readonly row: number | null;
  readonly col: number | null;
}

function parseCorner(text: string): Corner | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?$/.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  let col: number | null = null;
  if (match[1] !== undefined) {
    col = 0;
    for (const letter of match[1].toUpperCase()) col = col * 26 + letter.charCodeAt(0) - 64;
    col -= 1;
  }
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  if ((col !== null && col >= MAX_COLS) || (row !== null && (row < 0 || row >= MAX_ROWS))) return null;
  return { row, col };
}

/** Parses one area; null when it is not an address. A sheet part before `!` is dropped. */
export function parseArea(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1).trim();
  const [from = "", to = from, ...more] = local.split(":");
  if (more.length > 0) return null;
  const a = parseCorner(from);
  const b = parseCorner(to);
  if (!a || !b || (a.row === null) !== (b.row === null) || (a.col === null) !== (b.col === null)) return null;
  const rows: [number, number] = a.row === null || b.row === null ? [0, MAX_ROWS - 1] : [a.row, b.row];
  const cols: [number, number] = a.col === null || b.col === null ? [0, MAX_COLS - 1] : [a.col, b.col];
  if (local.indexOf(":") < 0 && (a.row === null || a.col === null)) return null;
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...cols),
    right: Math.max(...cols),
  };
}

export function cellsIn(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

export function intersect(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const bottom = Math.min(a.bottom, b.bottom);
  const left = Math.max(a.left, b.left);
  const right = Math.min(a.right, b.right);
  return top > bottom || left > right ? null : { top, bottom, left, right };
}

export function contains(area: Area, row: number, col: number): boolean {
  return row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
}
