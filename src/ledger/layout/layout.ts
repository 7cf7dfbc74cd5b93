/**
 * Finds the tables of a sheet by their header bands: where a title, the lines of who and when, one to three header rows
 * and the rows below begin and end. Only words are looked at here; which column holds what is decided in columns.ts.
 *
 * A band qualifies as a ledger's when its words name what ledgers name (`namesLedger`). Headers of other tables end the
 * table above them and are passed over, so that a table of figures under a ledger is never read as its rows.
 */
import type { Grid } from "../../grid";
import { readBands, sameHeader, type Band } from "./header-bands";
import { isNamelessHeader } from "../columns/nameless";
import { beginsLikeHeader, continuesTable, countHeaderWords, keyColumns } from "./header-rows";
import { linesAbove, linesAboveTable, startsAnotherTable, titleTop } from "./lines-above";
import { fieldsNamed, namesLedger } from "./names-ledger";
import { SheetRows } from "./sheet-rows";
import type { TableRegion } from "./table-region";

export type { HeaderColumn, TableRegion } from "./table-region";

/** Rows from the top in which every row is examined as a possible header; below, only rows that begin like one. */
const EXAMINED_ROWS = 200;

/** Rows looked at between two pauses. */
const ROWS_A_STEP = 8192;

/** 列1, 列2, 列3 head a table of their own, whatever it is. */
const NAMELESS = { possible: true, known: false, foreign: true };

/**
 * All tables of a sheet whose header looks like a ledger's, from top to bottom and from left to right. Stops now and then,
 * as reading does.
 * @example const [table] = yield* findTables(grid); table?.header // { top: 2, left: 0, bottom: 3, right: 11 }
 */
export function* findTables(grid: Grid): Generator<void, TableRegion[]> {
  const sheet = new SheetRows(grid);
  const tables: TableRegion[] = [];
  let open: TableRegion[] = [];
  let keys: readonly number[] = [];
  let floor = 0;
  const close = (before: number): void => {
    for (const table of open) table.lastRow = sheet.lastFilled(table.firstRow, before - 1);
    open = [];
  };
  for (let row = sheet.first, looked = 0; row <= sheet.last; row++) {
    if (++looked % ROWS_A_STEP === 0) yield;
    const values = grid.values[row];
    if (!values || values.length === 0) continue;
    if (
      open.length > 0
        ? !isNamelessHeader(values) && continuesTable(values, keys, grid.values[row - 1])
        : row >= EXAMINED_ROWS && !beginsLikeHeader(values)
    )
      continue;
    const words = isNamelessHeader(values) ? NAMELESS : countHeaderWords(values);
    if (!words.possible) continue;
    const bands = words.known ? readBands(sheet, row, floor) : [];
    const ledgers = bands.filter((band) =>
      namesLedger(fieldsNamed(band.columns), linesAbove(sheet, band.header, floor)),
    );
    if (ledgers.length === 0) {
      // The header of another table ends the ledger above it.
      if (open.length > 0 && words.foreign) {
        const top = Math.min(row, ...bands.map((band) => band.header.top));
        close(titleTop(sheet, top, floor));
        floor = row + 1;
      }
      continue;
    }
    const top = Math.min(...ledgers.map((band) => band.header.top));
    const bottom = Math.max(...ledgers.map((band) => band.header.bottom));
    const repeated =
      open.length > 0 && ledgers.length === open.length && ledgers.every((band, i) => sameHeader(band, open[i]));
    const above = linesAboveTable(sheet, top, floor, ledgers[0] as Band);
    if (repeated && !startsAnotherTable(above, open[0] as TableRegion)) {
      for (const table of open) {
        for (let r = top; r <= bottom; r++) table.repeatedRows.add(r);
        if (above.titleRow !== null && above.title === table.title) table.repeatedRows.add(above.titleRow);
      }
    } else {
      close(above.top);
      open = ledgers.map((band) => ({
        header: band.header,
        columns: band.columns,
        titleRow: above.titleRow,
        title: above.title,
        lines: above.lines,
        openingSection: above.section,
        firstRow: band.header.bottom + 1,
        lastRow: sheet.last,
        repeatedRows: new Set<number>(),
      }));
      keys = keyColumns(open);
      tables.push(...open);
    }
    row = bottom;
    floor = bottom + 1;
  }
  close(sheet.last + 1);
  return tables;
}
