/** Puts a book of ours into the open workbook as sheets, renews and removes it. Loads with the first press. */
import { columnName, type Area, type BookCell, type BookChart, type BookColour, type BookSheet } from "../../grid";
import { BOOK_MARKS, REPORT_MARK } from "../ours";
import { HostError } from "../port";
import { areaAddress } from "./addresses";
import { findBook } from "./found-book";
import type { OwnWrites } from "./own-writes";
import { runExcel } from "./run";
import { freeName } from "./sheet-names";

/** Cells written in one request. */
const CELLS_PER_SYNC = 20_000;

/** @see BookFacet.remove */
export function removeBook(ownWrites: OwnWrites): Promise<void> {
  return ownWrites.quietly(remove);
}

function remove(): Promise<void> {
  return runExcel(async (context) => {
    const { ours } = await findBook(context);
    for (const sheet of ours) sheet?.delete();
    if (ours.some((sheet) => sheet !== null)) await context.sync();
  });
}

/** @see BookFacet.put */
export function putBook(
  ownWrites: OwnWrites,
  wanted: readonly string[],
  make: (names: readonly string[]) => readonly BookSheet[],
): Promise<readonly string[]> {
  return ownWrites.quietly(async () => {
    const names = await runExcel((context) => makeRoom(context, wanted));
    try {
      const sheets = make(names);
      await runExcel((context) => fillAll(context, sheets));
    } catch (error) {
      // Half a book is worse than none: its formulas would count what is not there.
      await remove().catch((failure: unknown) => {
        if (!(failure instanceof HostError)) throw failure;
      });
      throw error;
    }
    return names;
  });
}

/** Empty sheets of ours, there from before or new; a new one is marked in the request that makes it. */
async function makeRoom(context: Excel.RequestContext, wanted: readonly string[]): Promise<readonly string[]> {
  const { ours, names } = await findBook(context);
  const taken = [...names];
  const charts = ours.flatMap((sheet) => (sheet ? [sheet.charts] : []));
  for (const list of charts) list.load("items/name");
  if (charts.length > 0) await context.sync();
  for (const list of charts) for (const chart of list.items) chart.delete();
  const given = wanted.map((name, place) => {
    const old = ours[place];
    if (old) {
      // Emptied rather than deleted: deleting a sheet costs the user's undo stack.
      const all = old.getRange();
      all.clear();
      all.conditionalFormats.clearAll();
      return old.name;
    }
    const free = freeName(name, taken);
    taken.push(free);
    const sheet = context.workbook.worksheets.add(free);
    const first = sheet.getRangeByIndexes(0, 0, 1, 1);
    for (const mark of [REPORT_MARK, BOOK_MARKS[place] as string]) sheet.names.add(mark, first).visible = false;
    return free;
  });
  await context.sync();
  return given;
}

/** The data before what counts them: formulas are reckoned as they are written. */
async function fillAll(context: Excel.RequestContext, sheets: readonly BookSheet[]): Promise<void> {
  for (const sheet of [...sheets].reverse()) await fillSheet(context, sheet);
}

async function fillSheet(context: Excel.RequestContext, book: BookSheet): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(book.name);
  const columns = book.rows.reduce((most, row) => Math.max(most, row.length), 1);
  book.widths.forEach((width, col) => {
    sheet.getRangeByIndexes(0, col, 1, 1).format.columnWidth = Math.round(width * 6 + 4);
  });
  const step = Math.max(1, Math.floor(CELLS_PER_SYNC / columns));
  for (let top = 0; top < book.rows.length; top += step)
    await fillRows(context, sheet, book.rows.slice(top, top + step), { top, columns });
  const { pageLayout, freezePanes } = sheet;
  pageLayout.orientation = Excel.PageOrientation.landscape;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  if (book.head !== undefined) pageLayout.setPrintTitleRows(`$${book.head + 1}:$${book.head + 1}`);
  if (book.frozen !== undefined) freezePanes.freezeRows(book.frozen);
  for (const colour of book.colours ?? []) addColour(sheet, colour);
  await context.sync();
  for (const chart of book.charts ?? []) await addChart(context, sheet, chart);
}

async function fillRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: BookSheet["rows"],
  { top, columns }: { readonly top: number; readonly columns: number },
): Promise<void> {
  const range = sheet.getRangeByIndexes(top, 0, rows.length, columns);
  const cells = rows.map((row) => Array.from({ length: columns }, (_cell, col) => row[col] ?? null));
  range.numberFormat = cells.map((row) => row.map((cell) => cell?.format ?? "General"));
  range.values = cells.map((row) => row.map(inputOf));
  for (const area of boldRuns(cells, top))
    sheet.getRangeByIndexes(area.top, area.left, 1, area.right - area.left + 1).format.font.bold = true;
  await context.sync();
}

/** A text says by an apostrophe that it is one, also where it begins with "=". */
function inputOf(cell: BookCell | null): string | number {
  if (cell === null) return "";
  if (cell.formula !== undefined) return `=${cell.formula}`;
  const { value } = cell;
  return typeof value === "string" && value !== "" ? `'${value}` : (value ?? "");
}

const BOLD: ReadonlySet<BookCell["look"]> = new Set(["title", "head", "total"]);

/** Stretches of rows that are bold. */
function boldRuns(rows: readonly (readonly (BookCell | null)[])[], top: number): readonly Area[] {
  return rows.flatMap((row, index) => {
    const runs: Area[] = [];
    let from = -1;
    for (let col = 0; col <= row.length; col++) {
      const isBold = BOLD.has(row[col]?.look);
      if (isBold && from < 0) from = col;
      if (!isBold && from >= 0) {
        runs.push({ top: top + index, bottom: top + index, left: from, right: col - 1 });
        from = -1;
      }
    }
    return runs;
  });
}

/** Cells that hold a word get its ground: by a rule, so that a lamp changes with its figures. */
function addColour(sheet: Excel.Worksheet, { area, word, fill }: BookColour): void {
  const range = sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
  const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
  format.custom.rule.formula = `=$${columnName(area.left)}${area.top + 1}="${word}"`;
  format.custom.format.fill.color = `#${fill}`;
  format.custom.format.font.color = isDark(fill) ? "#FFFFFF" : "#000000";
}

/** Whether white text reads better on a ground, by its brightness as the eye weighs colours. */
function isDark(fill: string): boolean {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 150;
}

async function addChart(context: Excel.RequestContext, sheet: Excel.Worksheet, book: BookChart): Promise<void> {
  const rangeOf = (area: Area): Excel.Range => sheet.getRange(areaAddress(area));
  const [first] = book.series;
  if (first === undefined) return;
  const chart = sheet.charts.add(Excel.ChartType.barClustered, rangeOf(first.values), Excel.ChartSeriesBy.columns);
  chart.title.text = book.title;
  const corner = (row: number, col: number): Excel.Range => sheet.getRangeByIndexes(row, col, 1, 1);
  chart.setPosition(corner(book.at.top, book.at.left), corner(book.at.bottom, book.at.right));
  book.series.forEach((one, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(one.name);
    if (index === 0) series.name = one.name;
    else series.setValues(rangeOf(one.values));
    series.setXAxisValues(rangeOf(book.names));
    series.format.fill.setSolidColor(`#${one.fill}`);
  });
  // The first unit on top, as in the table.
  chart.axes.categoryAxis.reversePlotOrder = true;
  if (book.most !== undefined) chart.axes.valueAxis.maximum = book.most;
  await context.sync();
}
