/**
 * Reads changed rows again. An edit that leaves the rows' roles alone costs the rows of its items; one that changes what
 * rows are (a header, a section, a total, which rows make an item, what a whole column means) says so, and the workbook
 * is read again. The result equals a full reading (property test); where that is not certain, the answer is "reread".
 */
import { isBlank, plainText } from "./cell-values";
import { mapColumns } from "./columns";
import { decide, discountBlock, isHeadLike, lostWitnesses, recountBlock, sameDecisions, witnessed } from "./decisions";
import { mayHeadDirectory } from "./directory";
import type { CellValue, Grid } from "./grid";
import { fillItem, fillRow, firstRowOf, allRowsOf } from "./item-fields";
import { mayBeHeaderRow } from "./layout";
import { continuesItem, identityOf, isMeasured, isStruck, numberOfItem, setNumber } from "./read-table";
import { mayStateDate } from "./read-workbook";
import { classifyRow, DATA_ROW, SECTION_ROW, SUBTOTAL_ROW } from "./row-class";
import { SAMPLED_ROWS } from "./column-profile";
import type { RowReader } from "./row-reader";
import type { TableMemory } from "./table-memory";
import { COLUMN_KEYS, type ColumnMap, type Item, type Ledger, type Reading, type UpdateOutcome } from "./types";

const REREAD: UpdateOutcome = { type: "reread" };
/** Farther than this no neighbouring row is looked for. */
const REACH = 1000;
/** Above a following table its title is told from data by how rows are filled: edits there are read in full. */
const NEAR_NEXT_TABLE = 16;

/**
 * Assigns new rows of a sheet to its grid and patches the items they belong to, in place.
 * @param rows zero-based row → all its values from column A.
 * @returns the items that were read again, or that the workbook must be read again.
 * @example updateReading(reading, "整改台账", new Map([[6, [3, "…", "已完成"]]])) // { type: "items", items: [item 3] }
 */
export function updateReading(
  reading: Reading,
  sheet: string,
  rows: ReadonlyMap<number, readonly CellValue[]>,
): UpdateOutcome {
  const ledgers = reading.ledgers.filter((ledger) => ledger.sheet === sheet);
  const grid = ledgers[0]?.grid;
  if (!grid) return REREAD;
  const changed = new Map<number, readonly CellValue[]>();
  for (const [row, values] of rows) if (!sameValues(grid.values[row], values)) changed.set(row, values);
  if (changed.size === 0) return { type: "items", items: [] };

  const tables = new Set<TableMemory>();
  for (const ledger of ledgers) if (ledger.index) tables.add(ledger.index.table);
  const edits = planEdits(reading, [...tables], changed);
  assign(grid, changed);
  if (!edits) return REREAD;
  const items: Item[] = [];
  for (const edit of edits) {
    const patched = applyEdit(edit);
    if (!patched) return REREAD;
    items.push(...patched);
  }
  return { type: "items", items };
}

function sameValues(before: readonly CellValue[] | undefined, after: readonly CellValue[]): boolean {
  const length = Math.max(before?.length ?? 0, after.length);
  for (let col = 0; col < length; col++) if ((before?.[col] ?? null) !== (after[col] ?? null)) return false;
  return true;
}

/** The grid is the host's; its rows are replaced as the host's sheet changed. */
function assign(grid: Grid, changed: ReadonlyMap<number, readonly CellValue[]>): void {
  const values = grid.values as (readonly CellValue[])[];
  for (const [row, cells] of changed) {
    while (values.length < row) values.push([]);
    values[row] = cells;
  }
}

// ------------------------------------------------------------------------------------------------- before the edit

interface RowBefore {
  readonly row: number;
  readonly identity: string;
  readonly fixed: string;
  readonly struck: boolean;
}

interface TableEdit {
  readonly memory: TableMemory;
  readonly rows: readonly RowBefore[];
  /** Items with a changed row, or with a row under a merged cell that begins in one. */
  readonly items: ReadonlySet<Item>;
  readonly witnessed: readonly boolean[];
  readonly headLike: ReadonlyMap<Item, boolean>;
  readonly numbers: ReadonlyMap<Item, string>;
  /** Other tables of the same kind exist: what tells versions apart must not change. */
  readonly hasRivals: boolean;
}

/** Notes what full reading would compare, while the old values still stand; null where only full reading helps. */
function planEdits(
  reading: Reading,
  tables: readonly TableMemory[],
  changed: ReadonlyMap<number, readonly CellValue[]>,
): TableEdit[] | null {
  const rowsOf = new Map<TableMemory, number[]>();
  for (const [row, values] of changed) {
    const over = tables.filter(({ region }) => row >= region.firstRow && row <= region.lastRow);
    if (over.length === 0) return null;
    for (const memory of over) {
      if (!staysData(memory, tables, row, values)) return null;
      const rows = rowsOf.get(memory);
      if (rows) rows.push(row);
      else rowsOf.set(memory, [row]);
    }
  }
  const edits: TableEdit[] = [];
  for (const [memory, rows] of rowsOf) {
    const before = witnessed(memory.counts);
    const items = itemsUnder(memory, rows);
    if (!items) return null;
    const { reader, counts } = memory;
    const headLike = new Map<Item, boolean>();
    const numbers = new Map<Item, string>();
    for (const item of items) {
      const sheetRows = allRowsOf(item);
      discountBlock(counts, reader, sheetRows);
      headLike.set(item, isHeadLike(reader, sheetRows));
      numbers.set(item, restartMark(item, reader));
    }
    edits.push({
      memory,
      rows: rows.map((row) => ({
        row,
        identity: identityOfRow(memory, row),
        fixed: fixedOfRow(memory, row),
        struck: isStruck(memory.grid, row, memory.shape),
      })),
      items,
      witnessed: before,
      headLike,
      numbers,
      hasRivals: memory.ledgers.some((ledger) => hasRivals(reading, ledger)),
    });
  }
  return edits;
}

/** Whether the row was data, and its new values leave no doubt that headers, titles and lines are where they were. */
function staysData(
  memory: TableMemory,
  tables: readonly TableMemory[],
  row: number,
  values: readonly CellValue[],
): boolean {
  const { region, codes, grid } = memory;
  if (codes[row - region.firstRow] !== DATA_ROW) return false;
  if (mayBeHeaderRow(values, row - region.firstRow) || mayHeadDirectory(values, row)) return false;
  const before = grid.values[row] ?? [];
  for (const cells of [before, values]) {
    const filled = cells.filter((value) => !isBlank(value));
    if (filled.length < 2 || mayStateDate(plainText(filled[0]))) return false;
  }
  return tables.every((other) => other.region.header.top <= row || other.region.header.top - row > NEAR_NEXT_TABLE);
}

function itemsUnder(memory: TableMemory, rows: readonly number[]): Set<Item> | null {
  const { reader } = memory;
  const items = new Set<Item>();
  for (const row of rows) {
    const item = itemAt(memory, row);
    if (!item) return null;
    items.add(item);
    for (const key of COLUMN_KEYS) {
      const choice = reader.columns[key];
      const area = choice ? (reader.merges.column(choice.col)?.find(row) ?? null) : null;
      if (!area || area.top !== row || area.bottom === row) continue;
      if (area.bottom - row > REACH) return null;
      for (let covered = row + 1; covered <= area.bottom; covered++) {
        const under = itemAt(memory, covered);
        if (under) items.add(under);
      }
    }
  }
  return items;
}

function itemAt(memory: TableMemory, row: number): Item | undefined {
  for (const ledger of memory.ledgers) {
    const item = ledger.itemAt.get(row);
    if (item) return item;
  }
  return undefined;
}

/** Other ledgers of the same kind, counted or passed over as versions. */
function hasRivals(reading: Reading, ledger: Ledger): boolean {
  return reading.overlaps.length > 0 || reading.ledgers.some((other) => other !== ledger && other.kind === ledger.kind);
}

const SEPARATOR = "\u0000";

/** What groups rows into items: number and problem, and whether there is a measure. */
function identityOfRow({ reader, context }: TableMemory, row: number): string {
  const identity = identityOf(reader, context.kind);
  const measured = isMeasured(identity, row) ? "1" : "";
  return [reader.number(row).text, identity.text?.text(row) ?? "", measured].join(SEPARATOR);
}

/** What other rows depend on: sections, parents and kinds are carried down. */
function fixedOfRow({ reader }: TableMemory, row: number): string {
  return [reader.text("section", row), reader.text("parentProblem", row), reader.text("kind", row)].join(SEPARATOR);
}

/** What tells versions apart, besides number and problem. */
function versionKeyOf({ reader, context }: TableMemory, row: number): string {
  if (context.kind === "accountability") {
    return [reader.text("problem", row), reader.text("unit", row), reader.text("form", row)].join(SEPARATOR);
  }
  return reader.columns.problem ? "" : reader.text("measure", row) + SEPARATOR + reader.text("task", row);
}

/** Whether the item's number restarts a series, which decides how a ledger is numbered. */
function restartMark(item: Item, reader: RowReader): string {
  const number = numberOfItem(item, reader);
  return number.ordinal === 1 && number.series === "" ? "restarts" : "";
}

// --------------------------------------------------------------------------------------------------- after the edit

/** Reads the changed rows again; null where the edit turns out to change more than them. */
function applyEdit(edit: TableEdit): readonly Item[] | null {
  const { memory, items } = edit;
  const { reader, counts, grid, shape } = memory;
  for (const before of edit.rows) {
    const { row } = before;
    if (classifyRow(grid, row, shape, reader.merges) !== DATA_ROW) return null;
    if (fixedOfRow(memory, row) !== before.fixed || isStruck(grid, row, shape) !== before.struck) return null;
    if (edit.hasRivals && (before.identity !== identityOfRow(memory, row) || versionKeyOf(memory, row) !== ""))
      return null;
    if (before.identity !== identityOfRow(memory, row) && !staysGrouped(memory, row)) return null;
  }
  for (const item of items) {
    const sheetRows = allRowsOf(item);
    recountBlock(counts, reader, sheetRows);
    if (isHeadLike(reader, sheetRows) !== edit.headLike.get(item)) return null;
    if (restartMark(item, reader) !== edit.numbers.get(item)) return null;
  }
  if (lostWitnesses(counts, edit.witnessed)) return null;
  if (!sameDecisions(decide(counts, reader), memory.decisions) || !staysMapped(memory, edit.rows)) return null;
  for (const item of items) {
    for (const row of item.rows) fillRow(row, reader, memory.decisions);
    fillItem(item, reader, memory.decisions, memory.context.asOf);
    setNumber(item, numberOfItem(item, reader), memory);
  }
  return [...items];
}

/** Whether the rows around a changed row still make the same items. */
function staysGrouped(memory: TableMemory, row: number): boolean {
  const item = itemAt(memory, row);
  if (!item) return false;
  const rows = allRowsOf(item);
  if (rows.length > REACH) return false;
  const first = firstRowOf(item);
  const above = neighbour(memory, first, -1);
  if (above === "unknown") return false;
  if (above && above.kind === item.kind && goesOn(memory, above, allRowsOf(above), first)) return false;
  for (let i = 1; i < rows.length; i++)
    if (!goesOn(memory, item, rows.slice(0, i), (rows[i] as { row: number }).row)) return false;
  const below = neighbour(memory, (rows[rows.length - 1] as { row: number }).row, 1);
  if (below === "unknown") return false;
  return !below || below.kind !== item.kind || !goesOn(memory, item, rows, firstRowOf(below));
}

/** The next item above or below, if no section or total stands between; null where there is none. */
function neighbour(memory: TableMemory, from: number, step: 1 | -1): Item | null | "unknown" {
  const { region, codes } = memory;
  for (let row = from + step, steps = 0; row >= region.firstRow && row <= region.lastRow; row += step, steps++) {
    if (steps > REACH) return "unknown";
    const code = codes[row - region.firstRow];
    if (code === SECTION_ROW || code === SUBTOTAL_ROW) return null;
    const item = itemAt(memory, row);
    if (item) return item;
  }
  return null;
}

function goesOn(memory: TableMemory, item: Item, before: readonly { readonly row: number }[], row: number): boolean {
  const { reader, context } = memory;
  const identity = identityOf(reader, context.kind);
  const first = firstRowOf(item);
  let number = "";
  for (let i = 0; i < before.length && number === ""; i++)
    number = reader.number((before[i] as { row: number }).row).text;
  const textAt = (at: number): string => identity.text?.text(at) ?? "";
  return continuesItem(identity, row, reader.number(row).text, textAt(row), first, number, textAt(first));
}

/** Columns are chosen by the first rows too: where one of those changed, they are chosen again and must stay the same. */
function staysMapped(memory: TableMemory, rows: readonly RowBefore[]): boolean {
  const { sampled } = memory.mapped;
  const last = sampled[sampled.length - 1] ?? -1;
  if (sampled.length >= SAMPLED_ROWS && rows.every((one) => one.row > last)) return true;
  const mapped = mapColumns(memory.grid, memory.region, memory.context.override);
  if (mapped.arabicNumbers !== memory.mapped.arabicNumbers || mapped.sampled.length !== sampled.length) return false;
  if (!sameColumns(mapped.columns, memory.mapped.columns)) return false;
  memory.mapped = mapped;
  for (const ledger of memory.ledgers) {
    ledger.columns = mapped.columns;
    ledger.unmapped = mapped.unmapped;
  }
  return true;
}

function sameColumns(a: ColumnMap, b: ColumnMap): boolean {
  return COLUMN_KEYS.every((key) => a[key]?.col === b[key]?.col);
}
