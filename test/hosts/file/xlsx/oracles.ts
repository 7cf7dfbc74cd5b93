/**
 * Two readers that are not ours, brought to one form for comparing. Empty text and no value are one thing here, dates
 * are serials, errors are their texts.
 */
import * as XLSX from "@e965/xlsx";
import type { Area } from "../../../../src/grid/grid";
import type { Workbook } from "../../../../src/hosts/file/xlsx";

export type PlainValue = string | number | boolean;

export interface PlainSheet {
  readonly name: string;
  /** By "row,col", zero-based. */
  readonly cells: ReadonlyMap<string, PlainValue>;
  readonly merges: readonly string[];
}

const MS_PER_DAY = 86_400_000;

/** Serial of a date that a reader made from a serial; both epochs as Excel counts them. */
export function serialOf(date: Date, date1904: boolean): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / MS_PER_DAY;
  if (date1904) return days - 1462;
  return days < 61 ? days - 1 : days;
}

function areaKey(area: Area): string {
  return `${area.top},${area.left},${area.bottom},${area.right}`;
}

function isMany(area: Area): boolean {
  return area.top !== area.bottom || area.left !== area.right;
}

/** Floating noise of date conversions is no difference. */
export function roundValue(value: PlainValue): PlainValue {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}

/** Line ends are written and read in every way; they are one thing here. */
function plain(value: unknown): PlainValue | null {
  if (typeof value === "string") return value === "" ? null : value.replace(/\r\n?/g, "\n");
  if (typeof value === "number" || typeof value === "boolean") return roundValue(value);
  return null;
}

export function ourSheets(workbook: Workbook): PlainSheet[] {
  return workbook.grids.map((grid) => {
    const cells = new Map<string, PlainValue>();
    grid.values.forEach((row, r) =>
      row.forEach((value, c) => {
        const text = plain(value);
        if (text !== null) cells.set(`${r},${c}`, text);
      }),
    );
    return { name: grid.sheet, cells, merges: grid.merges.map(areaKey).sort() };
  });
}

export async function hucreSheets(bytes: Uint8Array): Promise<PlainSheet[]> {
  const { readXlsx } = await import("hucre/xlsx");
  const workbook = await readXlsx(bytes);
  const date1904 = workbook.dateSystem === "1904";
  return workbook.sheets.map((sheet) => {
    const cells = new Map<string, PlainValue>();
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const text = plain(value instanceof Date ? serialOf(value, date1904) : value);
        if (text !== null) cells.set(`${r},${c}`, text);
      }),
    );
    const merges = (sheet.merges ?? []).map((m) => ({
      top: m.startRow,
      left: m.startCol,
      bottom: m.endRow,
      right: m.endCol,
    }));
    return { name: sheet.name, cells, merges: merges.filter(isMany).map(areaKey).sort() };
  });
}

export function sheetJsSheets(bytes: Uint8Array): PlainSheet[] {
  const workbook = XLSX.read(bytes, {
    type: "array",
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  });
  return workbook.SheetNames.map((name) => {
    const sheet = workbook.Sheets[name];
    const cells = new Map<string, PlainValue>();
    const rows = (sheet?.["!data"] ?? []) as (XLSX.CellObject | undefined)[][];
    rows.forEach((row, r) =>
      row?.forEach((cell, c) => {
        if (!cell || cell.t === "z") return;
        const value = cell.t === "e" ? (cell.w ?? XLSX_ERRORS.get(Number(cell.v)) ?? null) : cell.v;
        const text = plain(value);
        if (text !== null) cells.set(`${r},${c}`, text);
      }),
    );
    const merges = (sheet?.["!merges"] ?? []).map((m) => ({ top: m.s.r, left: m.s.c, bottom: m.e.r, right: m.e.c }));
    return { name, cells, merges: merges.filter(isMany).map(areaKey).sort() };
  });
}

const XLSX_ERRORS: ReadonlyMap<number, string> = new Map([
  [0, "#NULL!"],
  [7, "#DIV/0!"],
  [15, "#VALUE!"],
  [23, "#REF!"],
  [29, "#NAME?"],
  [36, "#NUM!"],
  [42, "#N/A"],
  [43, "#GETTING_DATA"],
]);

/** Where two readings of a sheet differ: "cell: one | other". */
export function differences(one: PlainSheet, other: PlainSheet): string[] {
  const list: string[] = [];
  for (const key of new Set([...one.cells.keys(), ...other.cells.keys()])) {
    const a = one.cells.get(key);
    const b = other.cells.get(key);
    if (a !== b) list.push(`${key}: ${JSON.stringify(a)} | ${JSON.stringify(b)}`);
  }
  if (one.merges.join(";") !== other.merges.join(";"))
    list.push(`merges: ${one.merges.join(";")} | ${other.merges.join(";")}`);
  return list;
}
