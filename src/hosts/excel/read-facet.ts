/**
 * Reading the workbook through Office.js. A ledger of any usual size takes one sync for the sheets' sizes and a sample,
 * one for every three megabytes of values, and, when they are not known already, one for the merged areas.
 */
import { EMPTY_ROW, type Area, type Grid } from "../../grid";
import { lookAt, sameSheets } from "../look";
import { HostError, type Look, type ReadFacet, type ReadOptionsForHost } from "../port";
import { findFlagged } from "./flags";
import { readMerges } from "./read-merges";
import { rowFills } from "./row-fills";
import { hostErrorOf, isUnsupported, readExcel } from "./run";
import { type Listed, listSheets } from "./list-sheets";
import { markPictures } from "./read-pictures";
import { readTotalsRows } from "./read-totals";
import { readRows } from "./read-rows";
import type { ReadState } from "./read-sizes";
import { goOn, readValues, readLateFormats } from "./read-blocks";
import { readSizes, type SheetInReading } from "./read-sizes";

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

/** Merged areas by the sheet's id, read each time: no event that could be lost may keep one from being seen. */
async function readAllMerges(
  context: Excel.RequestContext,
  { memory }: ReadState,
  sheets: readonly SheetInReading[],
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
  reading: SheetInReading,
  merges: readonly Area[],
): Promise<Grid> {
  const { id, name, height, width, formats } = reading;
  state.memory.rememberWidth(name, width);
  const whole: Area = { top: 0, left: 0, bottom: height - 1, right: width - 1 };
  const hiddenRows = await hiddenLines(context, id, whole, reading.rowHidden, "row");
  const hiddenCols = await hiddenLines(context, id, whole, reading.columnHidden, "column");
  const struck = await struckAreas(context, id, whole, reading.struck);
  const totalsRows = await readTotalsRows(context, id, reading.totals);
  const fills = await rowFills(context, id, whole, reading.fill);
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
    ...(fills.size > 0 ? { fillAt: (row: number) => fills.get(row) ?? null } : {}),
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
