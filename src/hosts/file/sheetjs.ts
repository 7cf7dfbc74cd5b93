/**
 * Workbooks read by @e965/xlsx (SheetJS): the formats that are not OOXML (.xls, BIFF-based .et, .xlsb), and .xlsx where
 * our own reader isn't asked. It knows no strike-through. The library is loaded on first use only.
 */
import { EMPTY_ROW, isPictureFormula, PICTURE, PLAIN_CELL, type Area, type CellValue, type Grid } from "../../grid";
import { HostError } from "../port";
import type * as SheetJsModule from "@e965/xlsx";
import type { CellObject, DenseWorkSheet, WorkBook, WorkSheet } from "@e965/xlsx";

type SheetJs = typeof SheetJsModule;

/** Excel's error numbers (ECMA-376 part 1, 18.17.3; [MS-XLS] 2.5.10) as the texts they show. */
const ERROR_TEXTS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** Beyond this size styles are not read: the library would keep an object for every blank formatted cell. */
const STYLED_BYTES = 16 * 1024 * 1024;

/** Cells a grid may hold, empty ones within rows included; beyond it the file is refused. */
const MAX_CELLS = 30_000_000;

/**
 * Grids of all sheets of a workbook, in tab order.
 * @throws HostError `encrypted`, `damaged`, `unsupportedFormat`, `tooLarge`
 */
export async function readWithSheetJs(bytes: Uint8Array, format: "zip" | "ole" | "biff"): Promise<readonly Grid[]> {
  const library = await import("@e965/xlsx");
  if (format === "ole") refuseForeignOle(library, bytes);
  const book = parse(library, bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const grids: Grid[] = [];
  let cells = 0;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    // Chart sheets and macro sheets hold no cells of ours.
    if (!sheet || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) continue;
    const grid = gridOf(sheet as WorkSheet & Partial<DenseWorkSheet>, name, date1904, visibilityOf(book, index));
    for (const row of grid.values) cells += row.length;
    if (cells > MAX_CELLS) throw new HostError("tooLarge", "cells");
    grids.push(grid);
  }
  return grids;
}

const PICTURE_FUNCTION = "DISPIMG";

/** Whether a word stands somewhere in the bytes, one or two bytes a character. */
function mentions(bytes: Uint8Array, word: string): boolean {
  const codes = Array.from(word, (char) => char.charCodeAt(0));
  const first = codes[0] as number;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, n) => bytes[at + n] === code)) return true;
    if (codes.every((code, n) => bytes[at + 2 * n] === code && bytes[at + 2 * n + 1] === 0)) return true;
  }
  return false;
}

function parse(library: SheetJs, bytes: Uint8Array): WorkBook {
  try {
    return quietly(() =>
      library.read(bytes, {
        type: "array",
        dense: true,
        cellNF: true,
        // Hidden rows and columns are only reported together with styles.
        cellStyles: bytes.length <= STYLED_BYTES,
        // Formulas are only wanted where one shows a picture: no other part of the file tells.
        cellFormula: mentions(bytes, PICTURE_FUNCTION),
        cellHTML: false,
        cellText: false,
        cellDates: false,
        bookVBA: false,
      }),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    if (/password|encrypt/i.test(message)) throw new HostError("encrypted", "password");
    if (/unsupported|could not find workbook/i.test(message)) throw new HostError("notAWorkbook", "no workbook inside");
    throw new HostError("damaged", error instanceof Error ? error.name : "unknown");
  }
}

/** Runs the library without its remarks on the console, which would stand between our sentences. */
function quietly<T>(run: () => T): T {
  const { error, warn, log } = console;
  const silent = () => undefined;
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return run();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}

/** Encrypted packages and other programs' compound files, told by their streams. */
function refuseForeignOle(library: SheetJs, bytes: Uint8Array): void {
  let paths: readonly string[];
  let stream: Uint8Array | null = null;
  try {
    const container = quietly(() => library.CFB.read(bytes, { type: "buffer" }));
    paths = container.FullPaths.map((path: string) => path.toLowerCase());
    const entry = library.CFB.find(container, "/Workbook") ?? library.CFB.find(container, "/Book");
    if (entry?.content) stream = Uint8Array.from(entry.content as ArrayLike<number>);
  } catch (error) {
    throw new HostError("damaged", error instanceof Error ? error.name : "compound file");
  }
  if (paths.some((path) => path.endsWith("/encryptedpackage") || path.endsWith("/encryptioninfo"))) {
    throw new HostError("encrypted", "package");
  }
  if (!stream) throw new HostError("notAWorkbook", "compound file without a workbook");
  if (hasFilePass(stream)) throw new HostError("encrypted", "FILEPASS");
}

/** Record FILEPASS among the globals of a BIFF5/8 stream ([MS-XLS] 2.4.117): everything behind it is encrypted. */
export function hasFilePass(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === 0x002f) return true;
    if (record === 0x000a) return false;
  }
  return false;
}

function visibilityOf(book: WorkBook, index: number): Grid["visibility"] {
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden;
  return hidden === 1 ? "hidden" : hidden === 2 ? "veryHidden" : "visible";
}

function gridOf(
  sheet: WorkSheet & Partial<DenseWorkSheet>,
  name: string,
  date1904: boolean,
  visibility: Grid["visibility"],
): Grid {
  const data = sheet["!data"] ?? [];
  const values: (readonly CellValue[])[] = [];
  const formats: (readonly (string | undefined)[] | undefined)[] = [];
  for (let row = 0; row < data.length; row += 1) {
    const cells = data[row];
    const read = cells ? rowOf(cells) : null;
    values.push(read?.values ?? EMPTY_ROW);
    if (read?.formats) formats[row] = read.formats;
  }
  while (values.length > 0 && values[values.length - 1] === EMPTY_ROW) values.pop();
  return {
    sheet: name,
    values,
    merges: (sheet["!merges"] ?? []).map(areaOf).filter((area) => area.bottom > area.top || area.right > area.left),
    hiddenRows: indexesHidden(sheet["!rows"]),
    hiddenCols: indexesHidden(sheet["!cols"]),
    visibility,
    date1904,
    formatAt: (row, col) => formats[row]?.[col],
    look: {
      widths: sizesOf(sheet["!cols"], ({ width }) => width),
      heights: sizesOf(sheet["!rows"], ({ hpt }) => hpt),
      // The library knows neither windows nor fonts.
      frozen: { rows: 0, cols: 0 },
      styleAt: () => PLAIN_CELL,
    },
  };
}

interface RowRead {
  readonly values: readonly CellValue[];
  readonly formats: readonly (string | undefined)[] | null;
}

function rowOf(cells: readonly (CellObject | undefined)[]): RowRead {
  const values: CellValue[] = [];
  let formats: (string | undefined)[] | null = null;
  for (let col = 0; col < cells.length; col += 1) {
    const cell = cells[col];
    const value = cell ? (isPicture(cell) ? PICTURE : valueOf(cell)) : null;
    if (value === null) continue;
    while (values.length < col) values.push(null);
    values.push(value);
    if (typeof value === "number" && cell?.z !== undefined && cell.z !== "General") {
      formats ??= [];
      formats[col] = String(cell.z);
    }
  }
  return { values: values.length === 0 ? EMPTY_ROW : values, formats };
}

function isPicture({ f, v }: CellObject): boolean {
  return (f !== undefined && isPictureFormula(f)) || (typeof v === "string" && isPictureFormula(v));
}

function valueOf(cell: CellObject): CellValue {
  const value = cell.v;
  switch (cell.t) {
    case "n":
      return typeof value === "number" && Number.isFinite(value) ? value : null;
    case "s":
      return typeof value === "string" && value !== "" ? value : null;
    case "b":
      return typeof value === "boolean" ? value : null;
    case "e":
      return (typeof value === "number" ? ERROR_TEXTS.get(value) : undefined) ?? "#UNKNOWN!";
    default:
      return null;
  }
}

function areaOf(range: { s: { r: number; c: number }; e: { r: number; c: number } }): Area {
  return { top: range.s.r, left: range.s.c, bottom: range.e.r, right: range.e.c };
}

/** Sizes by row or column, where the file tells them. */
function sizesOf<I>(
  infos: readonly (I | undefined)[] | undefined,
  sizeOf: (info: I) => number | undefined,
): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  infos?.forEach((info, index) => {
    const size = info && sizeOf(info);
    if (size !== undefined && size > 0) sizes.set(index, size);
  });
  return sizes;
}

function indexesHidden(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  infos?.forEach((info, index) => {
    if (info?.hidden) hidden.add(index);
  });
  return hidden;
}
