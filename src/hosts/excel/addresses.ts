/** A1 addresses as Office.js takes and gives them. Zero-based areas, both ends inclusive. */
import type { Area } from "../../grid";

/** Longest address text a call gets: Excel cuts them at 8,192 characters (office-js-docs, troubleshooting). */
export const MAX_ADDRESS = 8_000;

const LAST_ROW = 1_048_575;
const LAST_COL = 16_383;

/** @example columnName(27) // "AB" */
export function columnName(col: number): string {
  let name = "";
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** @example areaAddress({ top: 4, left: 0, bottom: 4, right: 1 }) // "A5:B5" */
export function areaAddress(area: Area): string {
  const first = `${columnName(area.left)}${area.top + 1}`;
  if (area.top === area.bottom && area.left === area.right) return first;
  return `${first}:${columnName(area.right)}${area.bottom + 1}`;
}

/**
 * Reads the address of an event: `A5`, `A5:L9`, whole rows `3:7`, whole columns `C:C`, with or without a sheet part.
 * @returns null when it is none of these
 */
export function parseAddress(address: string): Area | null {
  const local = address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
  const colon = local.indexOf(":");
  const from = parseCorner(colon < 0 ? local : local.slice(0, colon));
  const to = colon < 0 ? from : parseCorner(local.slice(colon + 1));
  if (!from || !to) return null;
  return {
    top: Math.min(from.row ?? 0, to.row ?? 0),
    left: Math.min(from.col ?? 0, to.col ?? 0),
    bottom: from.row === null || to.row === null ? LAST_ROW : Math.max(from.row, to.row),
    right: from.col === null || to.col === null ? LAST_COL : Math.max(from.col, to.col),
  };
}

function parseCorner(text: string): { readonly row: number | null; readonly col: number | null } | null {
  let index = 0;
  let col = 0;
  while (index < text.length && index < 3 && /[A-Za-z]/.test(text.charAt(index))) {
    col = col * 26 + (text.charCodeAt(index) & 31);
    index += 1;
  }
  const digits = text.slice(index);
  if (!/^[0-9]{0,7}$/.test(digits) || text === "") return null;
  return { row: digits === "" ? null : Number(digits) - 1, col: index === 0 ? null : col - 1 };
}

/**
 * Joins areas into address texts that are each short enough for one call.
 * @example addressLists([a1, b5]) // ["A1,B5"]
 */
export function addressLists(areas: readonly Area[]): readonly string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = areaAddress(area);
    if (list !== "" && list.length + 1 + address.length > MAX_ADDRESS) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? address : `${list},${address}`;
  }
  return list === "" ? lists : [...lists, list];
}

/** Joins cells below one another into areas, so that addresses stay short. */
export function joinCells(cells: readonly { readonly row: number; readonly col: number }[]): readonly Area[] {
  const sorted = [...cells].sort((a, b) => a.col - b.col || a.row - b.row);
  const areas: Area[] = [];
  for (const { row, col } of sorted) {
    const last = areas.at(-1);
    if (last && last.left === col && row <= last.bottom) continue;
    if (last && last.left === col && last.bottom === row - 1) areas[areas.length - 1] = { ...last, bottom: row };
    else areas.push({ top: row, left: col, bottom: row, right: col });
  }
  return areas;
}

/** Joins row numbers into runs; rows up to `gap` apart share a run. Sorted, both ends inclusive. */
export function rowRuns(rows: Iterable<number>, gap = 0): readonly { readonly top: number; readonly bottom: number }[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: { top: number; bottom: number }[] = [];
  for (const row of sorted) {
    const last = runs.at(-1);
    if (last && row - last.bottom <= gap + 1) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs;
}
