/** Report sheets: 核验报告 and the like, made on request and marked as ours, so that they can be replaced and removed. */
import type { CellValue } from "../../grid";
import { areaAddress } from "./addresses";
import { createBookFacet } from "./book-sheets";
import { BOOK_MARKS, LISTS_MARK, REPORT_MARK } from "../ours";
import { HostError, type ReportCell, type ReportSheet, type SheetsFacet } from "../port";
import type { OwnWrites } from "./own-writes";
import { readExcel, runExcel } from "./run";
import type { SheetMemory } from "./sheet-memory";

/** Rows written in one request, and links set in one. */
const ROWS_PER_SYNC = 2_000;
const LINKS_PER_SYNC = 500;
/** Links made at most: each is a call of its own. The others keep the cell's name as text. */
const MAX_LINKS = 2_000;
const NAME_LIMIT = 31;

/** A report that was being made: a sheet of that name which was not there before is ours, marked or not. */
interface Attempt {
  readonly name: string;
  readonly before: ReadonlySet<string>;
}

interface SheetsState {
  attempt: Attempt | null;
  readonly memory: SheetMemory;
}

export function createSheetsFacet(memory: SheetMemory, ownWrites: OwnWrites): SheetsFacet {
  const state: SheetsState = { attempt: null, memory };
  return {
    book: createBookFacet(ownWrites),
    findOurs: () =>
      readExcel(async (context) => (await findSheets(context, state)).filter((one) => one.ours).map((one) => one.name)),
    add: (sheet) => ownWrites.quietly(() => runExcel((context) => addSheet(context, state, sheet))),
    removeOurs: () =>
      ownWrites.quietly(() =>
        runExcel(async (context) => {
          const ours = (await findSheets(context, state)).filter((one) => one.ours);
          for (const { sheet } of ours) sheet.delete();
          if (ours.length > 0) await context.sync();
          state.attempt = null;
        }),
      ),
  };
}

interface KnownSheet {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly ours: boolean;
  /** It has our mark. */
  readonly marked: boolean;
}

async function findSheets(context: Excel.RequestContext, { attempt }: SheetsState): Promise<readonly KnownSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const asked = worksheets.items.map((sheet) => {
    const [mark, ...others] = [REPORT_MARK, LISTS_MARK, ...BOOK_MARKS].map((name) => sheet.names.getItemOrNullObject(name));
    for (const one of [mark, ...others]) one?.load("name");
    return { sheet, mark, others };
  });
  await context.sync();
  // Sheets of a book, and words of drop-downs, are none of the reports.
  const isReport = ({ mark, others }: (typeof asked)[number]): boolean =>
    mark?.isNullObject === false && others.every((one) => one.isNullObject);
  return asked.map((one) => ({
    sheet: one.sheet,
    name: one.sheet.name,
    marked: isReport(one),
    ours: isReport(one) || (one.sheet.name === attempt?.name && !attempt.before.has(one.sheet.id)),
  }));
}

async function addSheet(
  context: Excel.RequestContext,
  state: SheetsState,
  report: ReportSheet,
): Promise<{ readonly name: string }> {
  const sheets = await findSheets(context, state);
  const wanted = report.name.replace(/[[\]:*?/\\]/g, " ").slice(0, NAME_LIMIT);
  const old = sheets.find((one) => one.ours && one.name === wanted);
  const name = old ? wanted : freeName(wanted, sheets);
  if (!old) state.attempt = { name, before: new Set(sheets.map((one) => one.sheet.id)) };
  // Emptied rather than deleted: deleting a sheet costs the user's undo stack.
  const sheet = old ? old.sheet : context.workbook.worksheets.add(name);
  if (old) sheet.getRange().clear();
  // In the request that makes the sheet: none of ours is ever without its mark.
  if (!old?.marked) sheet.names.add(REPORT_MARK, sheet.getRangeByIndexes(0, 0, 1, 1)).visible = false;
  try {
    await context.sync();
    await fill(context, state.memory, sheet, report);
  } catch (error) {
    if (!old) await dropSheet(state);
    throw error;
  }
  state.attempt = null;
  return { name };
}

/** A half-made report is worse than none. */
async function dropSheet(state: SheetsState): Promise<void> {
  try {
    await runExcel(async (context) => {
      const made = (await findSheets(context, state)).find((one) => one.ours && one.name === state.attempt?.name);
      made?.sheet.delete();
      if (made) await context.sync();
      state.attempt = null;
    });
  } catch (error) {
    // The first failure is told. What is left is known as ours, and goes with the next report or with all of ours.
    if (!(error instanceof HostError)) throw error;
  }
}

async function fill(
  context: Excel.RequestContext,
  memory: SheetMemory,
  sheet: Excel.Worksheet,
  report: ReportSheet,
): Promise<void> {
  const columns = report.rows.reduce((most, row) => Math.max(most, row.length), Math.max(1, report.columns.length));
  report.columns.forEach((column, col) => {
    // The port gives widths in characters, Excel takes points: about 6 for a digit of the default font, and its padding.
    sheet.getRangeByIndexes(0, col, 1, 1).format.columnWidth = Math.round(column.width * 6 + 4);
  });
  for (let top = 0; top < report.rows.length; top += ROWS_PER_SYNC) {
    await fillRows(context, sheet, report.rows.slice(top, top + ROWS_PER_SYNC), { top, columns });
  }
  await layOut(context, sheet, report, columns);
  const links = report.rows
    .flatMap((row, index) =>
      row.flatMap((cell, col) => (cell.link ? [{ row: index, col, cell, link: cell.link }] : [])),
    )
    .slice(0, MAX_LINKS);
  const names = links.length > 0 ? await currentNames(context, memory) : new Map<string, string>();
  for (let at = 0; at < links.length; at += LINKS_PER_SYNC) {
    await setLinks(context, names, sheet, links.slice(at, at + LINKS_PER_SYNC));
  }
}

/** As it is printed and looked through: on its side, one page wide, the heads on every page and in sight, to be filtered. */
async function layOut(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  report: ReportSheet,
  columns: number,
): Promise<void> {
  const { pageLayout, freezePanes, autoFilter } = sheet;
  pageLayout.orientation = Excel.PageOrientation.landscape;
  pageLayout.zoom = { horizontalFitToPages: 1 };
  const { table } = report;
  if (table) {
    pageLayout.setPrintTitleRows(`$${table.head + 1}:$${table.head + 1}`);
    freezePanes.freezeRows(table.head + 1);
    autoFilter.apply(sheet.getRangeByIndexes(table.head, 0, Math.max(1, table.last - table.head + 1), columns));
  }
  await context.sync();
}

async function fillRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: readonly (readonly ReportCell[])[],
  place: { readonly top: number; readonly columns: number },
): Promise<void> {
  sheet.getRangeByIndexes(place.top, 0, rows.length, place.columns).values = rows.map((row) =>
    Array.from({ length: place.columns }, (_, col) => inputOf(row[col]?.value ?? null)),
  );
  for (const { from, to, col, key } of styleRuns(rows, place.columns)) {
    const { format } = sheet.getRangeByIndexes(place.top + from, col, to - from + 1, 1);
    if (key === "bold") format.font.bold = true;
    else format.wrapText = true;
  }
  await context.sync();
}

/** The sheet is ours: every text in it says by an apostrophe that it is one. */
function inputOf(value: CellValue): CellValue {
  if (value === null) return "";
  return typeof value === "string" && value !== "" ? `'${value}` : value;
}

interface LinkedCell {
  readonly row: number;
  readonly col: number;
  readonly cell: ReportCell;
  readonly link: NonNullable<ReportCell["link"]>;
}

/** What the sheets that were read are called now: a link goes by name. */
async function currentNames(context: Excel.RequestContext, memory: SheetMemory): Promise<ReadonlyMap<string, string>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  return new Map(worksheets.items.map(({ id, name }) => [memory.nameOf(id) ?? name, name]));
}

async function setLinks(
  context: Excel.RequestContext,
  names: ReadonlyMap<string, string>,
  sheet: Excel.Worksheet,
  links: readonly LinkedCell[],
): Promise<void> {
  for (const { row, col, cell, link } of links) {
    const address = areaAddress({ top: link.row, bottom: link.row, left: link.col, right: link.col });
    sheet.getRangeByIndexes(row, col, 1, 1).hyperlink = {
      documentReference: `'${(names.get(link.sheet) ?? link.sheet).replaceAll("'", "''")}'!${address}`,
      textToDisplay: String(cell.value ?? ""),
      screenTip: `${link.sheet} ${address}`,
    };
  }
  await context.sync();
}

interface StyleRun {
  readonly key: "bold" | "wrap";
  readonly col: number;
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

/** Stretches of a column that share a style, so that a report of thousands of rows takes a few calls. */
function styleRuns(rows: readonly (readonly ReportCell[])[], columns: number): readonly StyleRun[] {
  const runs: StyleRun[] = [];
  for (const key of ["bold", "wrap"] as const) {
    for (let col = 0; col < columns; col++) {
      let from = -1;
      for (let row = 0; row <= rows.length; row++) {
        const on = rows[row]?.[col]?.[key] === true;
        if (on && from < 0) from = row;
        if (!on && from >= 0) {
          runs.push({ key, col, from, to: row - 1 });
          from = -1;
        }
      }
    }
  }
  return runs;
}

function freeName(wanted: string, sheets: readonly KnownSheet[]): string {
  const taken = new Set(sheets.map((one) => one.name.toLowerCase()));
  for (let number = 1; ; number++) {
    const tail = number === 1 ? "" : ` (${number})`;
    const name = `${wanted.slice(0, NAME_LIMIT - tail.length)}${tail}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
