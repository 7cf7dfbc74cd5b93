/** Sizes, visibility and a sample of each sheet; small ledgers are complete with it. */
import { type CellValue, type Grid } from "../../grid";
import { HostError } from "../port";
import { gridRow, rowBytes } from "./cell-values";
import type { SheetMemory } from "./sheet-memory";
import { askTables, tablesWithTotals } from "./read-totals";
import { WHITE } from "./row-fills";
import { hostErrorOf, isUnsupported } from "./run";

/** Cells read of every sheet together with its size: small ledgers are complete with it. */
const SAMPLE_ROWS = 300;

const SAMPLE_COLS = 30;

/** Sheets whose sizes and samples are asked for together. */
const SHEETS_PER_SYNC = 40;

/** Columns read at most; a stray cell far to the right must not multiply what is read. */
export const MAX_COLUMNS = 256;

/** Numbers that may be days: from 1949 to 2117, in either date system. */
const FIRST_DAY = 16_000;

const LAST_DAY = 79_500;

export interface ReadState {
  readonly memory: SheetMemory;
  readonly date1904: boolean;
}

/** A sheet while it is being read. */
export interface SheetInReading {
  readonly id: string;
  readonly name: string;
  readonly visibility: Grid["visibility"];
  /** Rows and columns from A1 on. */
  readonly height: number;
  readonly width: number;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
  readonly struck: boolean | null;
  /** Tables that show a totals row. */
  readonly totals: readonly string[];
  /** Colour of the ground where all cells agree, else null. */
  readonly fill: string | null;
  readonly values: (readonly CellValue[])[];
  readonly complete: boolean;
  readonly bytesPerRow: number;
  /** Columns whose number formats are wanted, and those read, by row. */
  readonly dateColumns: Set<number>;
  readonly formats: Map<number, string[]>;
}

export const VISIBILITY: ReadonlyMap<string, Grid["visibility"]> = new Map([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

export const isDay = (value: CellValue): boolean => typeof value === "number" && value >= FIRST_DAY && value < LAST_DAY;

/** Sizes, visibility and a sample of each sheet, in one sync unless there are very many. */
export async function readSizes(
  context: Excel.RequestContext,
  keys: readonly string[],
  formats: boolean,
): Promise<readonly SheetInReading[]> {
  const sheets: SheetInReading[] = [];
  for (let at = 0; at < keys.length; at += SHEETS_PER_SYNC) {
    const some = keys.slice(at, at + SHEETS_PER_SYNC);
    sheets.push(...(await sizesOf(context, { keys: some, rows: SAMPLE_ROWS, extras: formats, formats })));
  }
  return sheets;
}

interface SizeQuestion {
  readonly keys: readonly string[];
  /** Rows of the sample. */
  readonly rows: number;
  /** Ask about hidden rows and struck cells, too. */
  readonly extras: boolean;
  /** Number formats will be wanted. */
  readonly formats: boolean;
}

async function sizesOf(context: Excel.RequestContext, question: SizeQuestion): Promise<readonly SheetInReading[]> {
  try {
    return await askSizes(context, question);
  } catch (error) {
    const known = hostErrorOf(error);
    const { keys, rows, extras } = question;
    // What is only good to know must not keep a ledger from being read.
    if (extras && isUnsupported(known)) return sizesOf(context, { ...question, extras: false });
    if (!(known instanceof HostError) || known.code !== "payloadLimit" || rows <= 1) throw known;
    // Long texts: fewer sheets at once, then smaller samples.
    if (keys.length === 1) return sizesOf(context, { ...question, rows: Math.floor(rows / 10) });
    const middle = Math.floor(keys.length / 2);
    const first = await sizesOf(context, { ...question, keys: keys.slice(0, middle) });
    return [...first, ...(await sizesOf(context, { ...question, keys: keys.slice(middle) }))];
  }
}

async function askSizes(
  context: Excel.RequestContext,
  { keys, rows: sampleRows, extras: withExtras, formats: withFormats }: SizeQuestion,
): Promise<readonly SheetInReading[]> {
  const asked = keys.map((key) => {
    const sheet = context.workbook.worksheets.getItem(key);
    sheet.load("id,name,visibility");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    if (withExtras) used.load("rowHidden,columnHidden,format/font/strikethrough,format/fill/color");
    const tables = withExtras ? askTables(sheet) : null;
    const sample = sheet.getRangeByIndexes(0, 0, sampleRows, SAMPLE_COLS);
    sample.load("values");
    return { sheet, used, tables, sample };
  });
  await context.sync();
  if (!asked.every(({ sample }) => isTable(sample.values))) throw new HostError("payloadLimit", "null values");
  return asked.map(({ sheet, used, tables, sample }): SheetInReading => {
    const empty = used.isNullObject;
    const height = empty ? 0 : used.rowIndex + used.rowCount;
    const width = empty ? 0 : Math.min(MAX_COLUMNS, used.columnIndex + used.columnCount);
    const lines = sample.values as readonly (readonly unknown[])[];
    const rows = lines.slice(0, height).map(gridRow);
    const dateColumns = new Set<number>();
    if (withFormats) for (const row of rows) row.forEach((value, col) => isDay(value) && dateColumns.add(col));
    const complete = height <= sampleRows && width <= SAMPLE_COLS;
    const bytes = lines.slice(0, height).reduce((sum, line) => sum + rowBytes(line.slice(0, width)), 0);
    const seen = Math.max(1, rows.length);
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: VISIBILITY.get(sheet.visibility) ?? "visible",
      height,
      width,
      rowHidden: withExtras && !empty ? used.rowHidden : false,
      columnHidden: withExtras && !empty ? used.columnHidden : false,
      struck: withExtras && !empty ? used.format.font.strikethrough : false,
      totals: tables === null || empty ? [] : tablesWithTotals(tables),
      // Excel gives an empty text where colours differ.
      fill: withExtras && !empty ? used.format.fill.color || null : WHITE,
      values: complete ? rows : [],
      complete,
      // A sample can be leaner than the rest: a fifth is added, and 16 bytes for each number format.
      bytesPerRow: Math.ceil((bytes / seen) * 1.2 * Math.max(1, width / SAMPLE_COLS)) + dateColumns.size * 16,
      dateColumns,
      formats: new Map(),
    };
  });
}

export const isTable = (values: unknown): boolean => Array.isArray(values) && Array.isArray(values[0]);
