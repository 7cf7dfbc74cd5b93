/**
 * A grid is one sheet of a workbook as plain values: what every host (Office.js, a file, an array in a test) turns its
 * sheet into, and the only thing the ledger reader sees.
 *
 * Rows and columns are zero-based sheet coordinates: row 0 is Excel's row 1, column 0 is column A. A grid always starts
 * at A1, wherever its used range begins; rows without any value are empty arrays (share `EMPTY_ROW`), and a row may be
 * shorter than the widest one.
 */

/** A cell's value. Errors arrive as their text (`#N/A`, see `isErrorText`); dates arrive as Excel serial numbers. */
export type CellValue = string | number | boolean | null;

/** Rectangle of cells, zero-based, both ends inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** Sheet name as shown on its tab. */
  readonly sheet: string;
  /** `values[row][col]`; missing rows and cells read as null (use `valueAt`). */
  readonly values: readonly (readonly CellValue[])[];
  /** Merged areas; only the top-left cell of each holds a value. */
  readonly merges: readonly Area[];
  /** Rows hidden by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** The workbook counts days from 1904-01-01 (old Mac files). */
  readonly date1904: boolean;
  /** Number format code of a cell, where the host knows it (`yyyy"年"m"月"`); undefined means General or unknown. */
  readonly formatAt?: (row: number, col: number) => string | undefined;
  /** Lines that stand above the table outside of the sheet (paragraphs of a document): its title, 填报单位, 统计截止. */
  readonly caption?: readonly string[];
  /** Why the host could not read the sheet, which then has no values: the file holds none, or it is `instead`'s content. */
  readonly unread?: { readonly why: "noPart" | "samePart"; readonly instead?: string };
  /** Colour of a cell's ground where the host knows it, null for none: only whether rows are coloured is ever asked. */
  readonly fillAt?: (row: number, col: number) => string | null;
  /** Whether the whole cell is struck through, where the host knows it. */
  readonly struckAt?: (row: number, col: number) => boolean;
  /** Rows that the file itself defines as the totals row of a table (表格的汇总行). */
  readonly totalsRows?: ReadonlySet<number>;
  /** How the file has the sheet look, where the host knows it: for showing it, never for judging by. */
  readonly look?: SheetLook;
  /** Set where this is another way to look at a sheet: the sheet itself, and where a cell of the view stands there. */
  readonly view?: GridView;
}

/** Sizes and looks of a sheet. */
export interface SheetLook {
  /** Widths of columns in characters of the sheet's font; where none is told the column has the usual width. */
  readonly widths: ReadonlyMap<number, number>;
  /** Heights of rows in points; where none is told the row is as high as its text. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows and columns at the start that stay in sight. */
  readonly frozen: { readonly rows: number; readonly cols: number };
  readonly styleAt: (row: number, col: number) => CellLook;
}

export interface CellLook {
  readonly bold: boolean;
  /** Long texts go on in a line below. */
  readonly wrap: boolean;
  /** Colour of the ground, `#rrggbb`; null for none. */
  readonly fill: string | null;
}

export const PLAIN_CELL: CellLook = Object.freeze({ bold: false, wrap: false, fill: null });

export interface CellRef {
  readonly row: number;
  readonly col: number;
}

/** How the cells of a view lie in the sheet. */
export interface GridView {
  readonly of: Grid;
  readonly at: (row: number, col: number) => CellRef;
  /** Where cells were moved (a form laid out as a table): the cell of the view that one of the sheet became. */
  readonly back?: (row: number, col: number) => CellRef | null;
}

/** The sheet behind a grid: itself, unless it is a view. */
export function sheetOf(grid: Grid): Grid {
  return grid.view?.of ?? grid;
}

/**
 * Where a cell of a grid stands in its sheet: where it is, unless the grid is a view. Whatever leaves the core (findings,
 * rows of figures, edits) names cells so.
 */
export function trueCell(grid: Grid, row: number, col: number): CellRef {
  return grid.view ? grid.view.at(row, col) : { row, col };
}

const SAME_PLACE = (row: number, col: number): CellRef => ({ row, col });

/** A view with other values in the same places. */
export function sameCells(grid: Grid, values: Grid["values"]): Grid {
  return { ...grid, values, view: grid.view ?? { of: grid, at: SAME_PLACE } };
}

/** The shared row for rows without values. */
export const EMPTY_ROW: readonly CellValue[] = Object.freeze([]) as readonly CellValue[];

/** Value of a cell, null outside the grid. */
export function valueAt(grid: Grid, row: number, col: number): CellValue {
  return grid.values[row]?.[col] ?? null;
}

/**
 * The value of a formula whose result was never saved (files that programs write, which no Excel or WPS has calculated):
 * not empty, and as unreadable as an error.
 */
export const UNCALCULATED = "#未计算";

/**
 * The value of a cell that holds a picture: WPS writes a formula for it (DISPIMG), Excel an error with the picture behind
 * it. It is neither empty nor an error: a photograph is evidence.
 */
export const PICTURE = "［图片］";

/**
 * Whether a formula shows a picture in its cell as WPS does; also where a program kept the formula's text as its value.
 * @example isPictureFormula('=_xlfn.DISPIMG("ID_0A1B",1)') // true
 */
export function isPictureFormula(formula: string): boolean {
  return formula.length < 300 && /^=?(?:_xlfn\.|\[\d+\]!?)?DISPIMG\(/i.test(formula);
}

const ERROR_TEXTS: ReadonlySet<string> = new Set([
  UNCALCULATED,
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
  "#BUSY!",
  "#EXTERNAL!",
  "#PYTHON!",
  "#TIMEOUT!",
]);

/**
 * Whether a value is an Excel error (ECMA-376 part 1, 18.18.11 and the later ones of Microsoft 365). Text that merely
 * spells an error (pasted as a value) is taken for one: it is just as unreadable.
 * @example isErrorText("#N/A") // true
 */
export function isErrorText(value: CellValue): boolean {
  return typeof value === "string" && value.charCodeAt(0) === 35 && ERROR_TEXTS.has(value);
}
