/**
 * Reading the workbook through Office.js. A ledger of any usual size takes one sync for the sheets' sizes and a sample,
 * one for every three megabytes of values, and, when they are not known already, one for the merged areas.
 */
import { EMPTY_ROW, type Area, type CellValue, type Grid } from "../../grid";
import { lookAt, sameSheets } from "../look";
import { HostError, type Look, type ReadFacet, type ReadOptionsForHost, type SheetInfo } from "../port";
import { rowRuns } from "./addresses";
import { gridRow, rowBytes } from "./cell-values";
import { findFlagged } from "./flags";
import { markPictures } from "./read-pictures";
import { readMerges } from "./read-merges";
import { cutBlocks, halve, packBlocks, rowsOf, TARGET_BYTES, TARGET_CELLS, type Block } from "./read-plan";
import { askTables, readTotalsRows, tablesWithTotals } from "./read-totals";
import { hostErrorOf, isUnsupported, readExcel } from "./run";
import { sheetOf, type NamedSheet, type SheetMemory } from "./sheet-memory";
import { REPORT_MARK } from "../ours";

/** Cells read of every sheet together with its size: small ledgers are complete with it. */
const SAMPLE_ROWS = 300;
const SAMPLE_COLS = 30;
/** Sheets whose sizes and samples are asked for together. */
const SHEETS_PER_SYNC = 40;
/** Columns read at most; a stray cell far to the right must not multiply what is read. */
const MAX_COLUMNS = 256;
/** Numbers that may be days: from 1949 to 2117, in either date system. */
const FIRST_DAY = 16_000;
const LAST_DAY = 79_500;
/** Separate pieces of rows that `rows` reads in one sync. */
const RUNS_PER_SYNC = 200;

export interface ReadState {
  readonly memory: SheetMemory;
  readonly date1904: boolean;
}

/** A sheet while it is being read. */
interface Reading {
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
  readonly values: (readonly CellValue[])[];
  readonly complete: boolean;
  readonly bytesPerRow: number;
  /** Columns whose number formats are wanted, and those read, by row. */
  readonly dateColumns: Set<number>;
  readonly formats: Map<number, string[]>;
}

const VISIBILITY: ReadonlyMap<string, Grid["visibility"]> = new Map([
  ["Visible", "visible"],
  ["Hidden", "hidden"],
  ["VeryHidden", "veryHidden"],
]);

const isDay = (value: CellValue): boolean => typeof value === "number" && value >= FIRST_DAY && value < LAST_DAY;

export function createReadFacet(state: ReadState): ReadFacet {
  // Who lists the sheets and reads them next need not wait for the list twice.
  let justListed: Listed | null = null;
  const list = async (): Promise<Listed> => {
    const listed = await readExcel(listSheets);
    state.memory.list([...listed.sheets, ...listed.reports]);
    return listed;
  };
  const readAll = (listed: Listed, options: ReadOptionsForHost): Promise<readonly Grid[]> =>
    readExcel((context) =>
      readGrids(
        context,
        state,
        listed.sheets.map((sheet) => sheet.id),
        options,
      ),
    );
  return {
    async sheets() {
      justListed = await list();
      return justListed.sheets;
    },
    async grids(names, options = {}) {
      const listed = justListed;
      justListed = null;
      if (names) {
        const keys = names.map((name) => state.memory.keyOf(name));
        return readExcel((context) => readGrids(context, state, keys, options));
      }
      if (listed) {
        try {
          return await readAll(listed, options);
        } catch (error) {
          if (!(error instanceof HostError) || error.code !== "missingSheet") throw error;
        }
      }
      return readAll(await list(), options);
    },
    rows: (sheet, rows) => readRows(state, sheet, rows),
    look: (since, options = {}) => readExcel((context) => look(context, state, since, options)),
  };
}

/** The workbook's sheets; those of ours apart, as a file's reader has them. */
interface Listed {
  readonly sheets: readonly SheetInfo[];
  readonly reports: readonly NamedSheet[];
}

async function listSheets(context: Excel.RequestContext): Promise<Listed> {
  const { worksheets } = context.workbook;
  const sheets: SheetInfo[] = [];
  const reports: NamedSheet[] = [];
  for (const { sheet, ours } of await askForSheets(worksheets)) {
    const { id, name } = sheet;
    const visibility = VISIBILITY.get(sheet.visibility) ?? "visible";
    if (ours) reports.push({ id, name });
    else sheets.push({ id, name, visibility, protected: sheet.protection.protected });
  }
  return { sheets, reports };
}

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  /** A report sheet of ours. */
  readonly ours: boolean;
}

async function askForSheets(worksheets: Excel.WorksheetCollection): Promise<readonly KnownSheet[]> {
  const { context } = worksheets;
  try {
    worksheets.load("items/id,items/name,items/visibility,items/protection/protected,items/names/items/name");
    await context.sync();
    return worksheets.items.map((sheet) => ({
      sheet,
      ours: sheet.names.items.some(({ name }) => name.endsWith(REPORT_MARK)),
    }));
  } catch (error) {
    if (!isUnsupported(hostErrorOf(error))) throw error;
  }
  // Protection and names of all sheets at once are asked of few programs; one by one any knows them.
  worksheets.load("items/id,items/name,items/visibility");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(REPORT_MARK);
    mark.load("name");
    sheet.protection.load("protected");
    return { sheet, mark };
  });
  await context.sync();
  return asked.map(({ sheet, mark }) => ({ sheet, ours: !mark.isNullObject }));
}

/** @param keys ids of the sheets; the name of one that was never listed */
async function readGrids(
  context: Excel.RequestContext,
  state: ReadState,
  keys: readonly string[],
  options: ReadOptionsForHost,
): Promise<readonly Grid[]> {
  goOn(options);
  const sheets = await readSizes(context, keys, true);
  state.memory.know(sheets);
  await readValues(context, sheets, options);
  await readLateFormats(context, sheets);

  const merges = await readAllMerges(context, state, sheets);
  const grids: Grid[] = [];
  for (const sheet of sheets) {
    goOn(options);
    grids.push(await finishGrid(context, state, sheet, merges.get(sheet.id) ?? []));
  }
  const total = sheets.reduce((sum, sheet) => sum + sheet.height, 0);
  options.onProgress?.({ done: total, total });
  return grids;
}

/**
 * Values alone, of all sheets: no formats, merges, hidden rows. Names are left as they were listed, since what was read
 * goes by them until it is read again.
 */
async function look(
  context: Excel.RequestContext,
  { memory }: ReadState,
  since: readonly Grid[],
  options: ReadOptionsForHost,
): Promise<Look> {
  goOn(options);
  const { sheets } = await listSheets(context);
  const now = sheets.map(({ id, name, visibility }) => ({ id, sheet: name, visibility }));
  if (!sameSheets(since, now) || now.some(({ id, sheet }) => memory.keyOf(sheet) !== id)) return { type: "structure" };
  goOn(options);
  const readings = await readSizes(
    context,
    now.map(({ id }) => id),
    false,
  );
  await readValues(context, readings, options);
  for (const { id, values } of readings) await markPictures(context, id, values);
  goOn(options);
  return lookAt(
    since,
    readings.map(({ name, visibility, values }) => ({ sheet: name, visibility, values })),
  );
}

/** Values of the sheets that were not complete with their sample. */
async function readValues(
  context: Excel.RequestContext,
  sheets: readonly Reading[],
  options: ReadOptionsForHost,
): Promise<void> {
  const total = sheets.reduce((sum, sheet) => sum + sheet.height, 0);
  const done = (): number => sheets.reduce((sum, sheet) => sum + Math.min(sheet.values.length, sheet.height), 0);
  options.onProgress?.({ done: done(), total });

  const targets = { bytes: TARGET_BYTES };
  const blocks = sheets.flatMap((sheet, index) =>
    sheet.complete ? [] : cutBlocks(blockOf(sheet, index), targets.bytes),
  );
  for (const pack of packBlocks(blocks, targets.bytes)) {
    goOn(options);
    await readPack(context, sheets, pack, options);
    options.onProgress?.({ done: done(), total });
  }
  goOn(options);
}

function goOn(options: ReadOptionsForHost): void {
  if (options.signal?.aborted) throw new HostError("cancelled");
}

/** Sizes, visibility and a sample of each sheet, in one sync unless there are very many. */
async function readSizes(
  context: Excel.RequestContext,
  keys: readonly string[],
  formats: boolean,
): Promise<readonly Reading[]> {
  const sheets: Reading[] = [];
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

async function sizesOf(context: Excel.RequestContext, question: SizeQuestion): Promise<readonly Reading[]> {
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
): Promise<readonly Reading[]> {
  const asked = keys.map((key) => {
    const sheet = context.workbook.worksheets.getItem(key);
    sheet.load("id,name,visibility");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    if (withExtras) used.load("rowHidden,columnHidden,format/font/strikethrough");
    const tables = withExtras ? askTables(sheet) : null;
    const sample = sheet.getRangeByIndexes(0, 0, sampleRows, SAMPLE_COLS);
    sample.load("values");
    return { sheet, used, tables, sample };
  });
  await context.sync();
  if (!asked.every(({ sample }) => isTable(sample.values))) throw new HostError("payloadLimit", "null values");
  return asked.map(({ sheet, used, tables, sample }): Reading => {
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
      values: complete ? rows : [],
      complete,
      // A sample can be leaner than the rest: a fifth is added, and 16 bytes for each number format.
      bytesPerRow: Math.ceil((bytes / seen) * 1.2 * Math.max(1, width / SAMPLE_COLS)) + dateColumns.size * 16,
      dateColumns,
      formats: new Map(),
    };
  });
}

function blockOf(sheet: Reading, index: number): Block {
  return { sheet: index, top: 0, bottom: sheet.height - 1, columns: sheet.width, bytesPerRow: sheet.bytesPerRow };
}

/** Reads blocks in one sync; when that is too much for Excel, in two halves. */
async function readPack(
  context: Excel.RequestContext,
  sheets: readonly Reading[],
  pack: readonly Block[],
  options: ReadOptionsForHost,
): Promise<void> {
  if (await askBlocks(context, sheets, pack)) return;
  goOn(options);
  const only = pack.length === 1 ? pack[0] : undefined;
  const halves = only ? halve(only) : null;
  if (only && !halves) throw new HostError("payloadLimit", "one row");
  const middle = Math.floor(pack.length / 2);
  const parts = halves ? halves.map((half) => [half]) : [pack.slice(0, middle), pack.slice(middle)];
  for (const part of parts) await readPack(context, sheets, part, options);
}

/** False when the response was too large: refused, or given without values. */
async function askBlocks(
  context: Excel.RequestContext,
  sheets: readonly Reading[],
  pack: readonly Block[],
): Promise<boolean> {
  const asked = pack.map((block) => {
    const reading = sheets[block.sheet]!;
    const sheet = context.workbook.worksheets.getItem(reading.id);
    const range = sheet.getRangeByIndexes(block.top, 0, rowsOf(block), block.columns);
    range.load("values");
    const formats = [...reading.dateColumns].map((col) => {
      const column = sheet.getRangeByIndexes(block.top, col, rowsOf(block), 1);
      column.load("numberFormat");
      return { col, column };
    });
    return { block, reading, range, formats };
  });
  const isWhole = (): boolean =>
    asked.every(
      ({ range, formats }) => isTable(range.values) && formats.every(({ column }) => isTable(column.numberFormat)),
    );
  if (!(await syncWithin(context, isWhole))) return false;
  for (const { block, reading, range, formats } of asked) {
    const lines = range.values as readonly (readonly unknown[])[];
    lines.forEach((line, offset) => {
      reading.values[block.top + offset] = gridRow(line);
    });
    for (const { col, column } of formats)
      keepFormats(reading, col, block.top, column.numberFormat as readonly (readonly unknown[])[]);
  }
  return true;
}

const isTable = (values: unknown): boolean => Array.isArray(values) && Array.isArray(values[0]);

function keepFormats(reading: Reading, col: number, top: number, formats: readonly (readonly unknown[])[]): void {
  const kept = reading.formats.get(col) ?? [];
  formats.forEach((line, offset) => {
    const format = line[0];
    if (typeof format === "string" && format !== "General") kept[top + offset] = format;
  });
  reading.formats.set(col, kept);
}

/** Number formats of columns where days appear that the blocks had not asked about. */
async function readLateFormats(context: Excel.RequestContext, sheets: readonly Reading[]): Promise<void> {
  const late = sheets.flatMap((reading) => {
    const spans = new Map<number, { top: number; bottom: number }>();
    reading.values.forEach((row, index) =>
      row.forEach((value, col) => {
        if (!isDay(value) || reading.formats.has(col)) return;
        const span = spans.get(col);
        if (span) span.bottom = index;
        else spans.set(col, { top: index, bottom: index });
      }),
    );
    return [...spans].flatMap(([col, span]) =>
      cutBlocks({ sheet: 0, ...span, columns: 1, bytesPerRow: 16 }, TARGET_BYTES).map((block) => ({
        reading,
        col,
        block,
      })),
    );
  });
  let at = 0;
  while (at < late.length) {
    let cells = 0;
    const batch = late.slice(at).filter(({ block }, index) => {
      cells += rowsOf(block);
      return index === 0 || cells <= TARGET_CELLS / 4;
    });
    at += batch.length;
    await askFormats(context, batch);
  }
}

interface LateColumn {
  readonly reading: Reading;
  readonly col: number;
  readonly block: Block;
}

async function askFormats(context: Excel.RequestContext, columns: readonly LateColumn[]): Promise<void> {
  const asked = columns.map(({ reading, col, block }) => {
    const sheet = context.workbook.worksheets.getItem(reading.id);
    const range = sheet.getRangeByIndexes(block.top, col, rowsOf(block), 1);
    range.load("numberFormat");
    return { reading, col, block, range };
  });
  await context.sync();
  for (const { reading, col, block, range } of asked) {
    const formats = range.numberFormat as readonly (readonly unknown[])[];
    if (isTable(formats)) keepFormats(reading, col, block.top, formats);
  }
}

/** Merged areas by the sheet's id, read each time: no event that could be lost may keep one from being seen. */
async function readAllMerges(
  context: Excel.RequestContext,
  { memory }: ReadState,
  sheets: readonly Reading[],
): Promise<ReadonlyMap<string, readonly Area[]>> {
  const read = await readMerges(
    context,
    sheets.map(({ id, values, width }) => ({ id, rows: values, columns: width })),
  );
  for (const { id, name } of sheets) memory.rememberMerges(name, read.get(id) ?? []);
  return read;
}

/** Hidden rows and struck cells, asked about only where there can be any; then the grid. */
async function finishGrid(
  context: Excel.RequestContext,
  state: ReadState,
  reading: Reading,
  merges: readonly Area[],
): Promise<Grid> {
  const { id, name, height, width, formats } = reading;
  state.memory.rememberWidth(name, width);
  const whole: Area = { top: 0, left: 0, bottom: height - 1, right: width - 1 };
  const hiddenRows = await hiddenLines(context, id, whole, reading.rowHidden, "row");
  const hiddenCols = await hiddenLines(context, id, whole, reading.columnHidden, "column");
  const struck = await struckAreas(context, id, whole, reading.struck);
  const totalsRows = await readTotalsRows(context, id, reading.totals);
  const values = reading.values.length > height ? reading.values.slice(0, height) : reading.values;
  for (let row = 0; row < height; row++) values[row] ??= EMPTY_ROW;
  await markPictures(context, id, values);
  return {
    sheet: name,
    values,
    merges,
    hiddenRows,
    hiddenCols,
    visibility: reading.visibility,
    date1904: state.date1904,
    ...(totalsRows.size > 0 ? { totalsRows } : {}),
    ...(formats.size > 0 ? { formatAt: (row: number, col: number) => formats.get(col)?.[row] } : {}),
    ...(struck.length > 0
      ? { struckAt: (row: number, col: number) => struck.some((area) => holds(area, row, col)) }
      : {}),
  };
}

const holds = (area: Area, row: number, col: number): boolean =>
  row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

async function hiddenLines(
  context: Excel.RequestContext,
  sheet: string,
  whole: Area,
  hidden: boolean | null,
  what: "row" | "column",
): Promise<ReadonlySet<number>> {
  const lines = new Set<number>();
  if (hidden === false) return lines;
  const add = (from: number, to: number): void => {
    for (let line = from; line <= to; line++) lines.add(line);
  };
  if (hidden === true) {
    add(what === "row" ? whole.top : whole.left, what === "row" ? whole.bottom : whole.right);
    return lines;
  }
  try {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(0, 0, whole.bottom + 1, whole.right + 1);
    if (what === "row") {
      const answer = range.getRowProperties({ rowHidden: true });
      await context.sync();
      answer.value.forEach((line, row) => line.rowHidden === true && lines.add(row));
    } else {
      const answer = range.getColumnProperties({ columnHidden: true });
      await context.sync();
      answer.value.forEach((line, col) => line.columnHidden === true && lines.add(col));
    }
  } catch (error) {
    const known = hostErrorOf(error);
    if (!isUnsupported(known) && !(known instanceof HostError && known.code === "payloadLimit")) throw known;
    for (const area of await findFlagged(context, sheet, whole, what === "row" ? "rowHidden" : "columnHidden")) {
      add(what === "row" ? area.top : area.left, what === "row" ? area.bottom : area.right);
    }
  }
  return lines;
}

async function struckAreas(
  context: Excel.RequestContext,
  sheet: string,
  whole: Area,
  struck: boolean | null,
): Promise<readonly Area[]> {
  if (struck === false) return [];
  return struck === true ? [whole] : await findFlagged(context, sheet, whole, "strikethrough");
}

/** Current values of some rows: after an edit, or before one is put back. */
async function readRows(
  state: ReadState,
  sheet: string,
  rows: readonly number[],
): Promise<ReadonlyMap<number, readonly CellValue[]>> {
  const values = new Map<number, readonly CellValue[]>();
  if (rows.length === 0) return values;
  await readExcel(async (context) => {
    const worksheet = sheetOf(context, state.memory, sheet);
    const width = state.memory.width(sheet) ?? (await readWidth(context, worksheet));
    const runs = rowRuns(rows, 3);
    for (let at = 0; at < runs.length; at += RUNS_PER_SYNC) {
      await readRuns(worksheet, Math.max(1, width), runs.slice(at, at + RUNS_PER_SYNC), values);
    }
    const sparse: (readonly CellValue[])[] = [];
    for (const [row, cells] of values) sparse[row] = cells;
    await markPictures(context, state.memory.keyOf(sheet), sparse);
    sparse.forEach((cells, row) => values.set(row, cells));
  });
  const wanted = new Set(rows);
  return new Map([...values].filter(([row]) => wanted.has(row)));
}

interface Run {
  readonly top: number;
  readonly bottom: number;
}

/** Reads runs of rows in one sync; when that is too much for Excel, in two halves. */
async function readRuns(
  sheet: Excel.Worksheet,
  width: number,
  runs: readonly Run[],
  values: Map<number, readonly CellValue[]>,
): Promise<void> {
  const asked = runs.map((run) => {
    const range = sheet.getRangeByIndexes(run.top, 0, run.bottom - run.top + 1, width);
    range.load("values");
    return { run, range };
  });
  if (await syncWithin(sheet.context, () => asked.every(({ range }) => isTable(range.values)))) {
    for (const { run, range } of asked) {
      const lines = range.values as readonly (readonly unknown[])[];
      lines.forEach((line, offset) => values.set(run.top + offset, gridRow(line)));
    }
    return;
  }
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only && only.top === only.bottom) throw new HostError("payloadLimit", "one row");
  const middle = only ? Math.floor((only.top + only.bottom) / 2) : Math.floor(runs.length / 2);
  const halves = only
    ? [[{ top: only.top, bottom: middle }], [{ top: middle + 1, bottom: only.bottom }]]
    : [runs.slice(0, middle), runs.slice(middle)];
  for (const half of halves) await readRuns(sheet, width, half, values);
}

/**
 * Syncs, and says whether the answer is whole. Above its limits Excel refuses the response, or gives null where values
 * should be (office-js-docs, resource limits).
 */
async function syncWithin(context: OfficeExtension.ClientRequestContext, isWhole: () => boolean): Promise<boolean> {
  try {
    await context.sync();
  } catch (error) {
    const known = hostErrorOf(error);
    if (known instanceof HostError && known.code === "payloadLimit") return false;
    throw known;
  }
  return isWhole();
}

async function readWidth(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<number> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("columnIndex,columnCount");
  await context.sync();
  return used.isNullObject ? 1 : Math.min(MAX_COLUMNS, used.columnIndex + used.columnCount);
}
