/** What stands on a report sheet, written, laid out for print and linked to the cells it speaks of. */
import type { CellValue } from "../../grid";
import type { ReportCell, ReportSheet } from "../port";
import { areaAddress } from "./addresses";
import type { SheetMemory } from "./sheet-memory";

/** Rows written in one request, and links set in one. */
const ROWS_PER_SYNC = 2_000;
const LINKS_PER_SYNC = 500;
/** Links made at most: each is a call of its own. The others keep the cell's name as text. */
const MAX_LINKS = 2_000;

/** @param sheet empty, and ours */
export async function fill(
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
