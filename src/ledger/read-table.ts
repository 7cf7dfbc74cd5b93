/**
 * Reads one table: rows become items and measures. Which rows belong together is told by number and problem alone (merged,
 * blank, or repeated); then whole columns are judged, and only then are fields read.
 */
import { areaName } from "./address";
import { isBlank, plainText } from "./cell-values";
import type { CivilDate } from "./civil-date";
import type { MappedColumns } from "./columns";
import { countBlock, decide, noCounts, type Decisions } from "./decisions";
import type { CellValue, Grid } from "./grid";
import { addRow, emptyItem, fillItem, fillRow, firstRowOf, setHeadRow, sheetRowsOf } from "./item-fields";
import { NO_NUMBER, type ItemNumber } from "./item-number";
import { kindOfValue } from "./kind";
import type { TableRegion } from "./layout";
import { indexMerges } from "./merge-index";
import { groupOf, numberingMode } from "./numbering";
import {
  classifyRows,
  DATA_ROW,
  headingLevel,
  lastDataIndex,
  NUMBERED_ROW,
  SECTION_ROW,
  SUBTOTAL_ROW,
  type RowShape,
} from "./row-class";
import { createRowReader, type RowReader } from "./row-reader";
import { readSubtotals } from "./subtotals";
import type { TableMemory } from "./table-memory";
import { foldKey } from "./text";
import {
  COLUMN_KEYS,
  type Item,
  type Kind,
  type Ledger,
  type SheetOverride,
  type SubtotalRow,
  type TableLayout,
  type UnitReading,
} from "./types";

export interface TableContext {
  /** Kind of rows that no type column says otherwise of. */
  readonly kind: Kind;
  readonly asOf: CivilDate;
  readonly feedbackDate: CivilDate | null;
  readonly reportDate: CivilDate | null;
  readonly concentratedMonths: number | null;
  readonly units: (value: CellValue) => UnitReading;
  readonly override: SheetOverride | undefined;
}

/** Columns of a table as the row classifier wants them. */
export function shapeOf(region: TableRegion, mapped: MappedColumns): RowShape {
  const { columns } = mapped;
  const col = (key: (typeof COLUMN_KEYS)[number]): number => columns[key]?.col ?? -1;
  const content = (
    [
      "unit",
      "coUnits",
      "leader",
      "person",
      "deadline",
      "status",
      "signOff",
      "progress",
      "doneDate",
      "evidence",
      "form",
      "persons",
    ] as const
  )
    .map(col)
    .filter((index) => index >= 0);
  return {
    left: region.header.left,
    right: region.header.right,
    number: col("number"),
    problem: col("problem"),
    parent: col("parentProblem"),
    section: col("section"),
    task: col("task"),
    measure: col("measure"),
    content,
    remarks: col("remarks"),
    arabicNumbers: mapped.arabicNumbers,
    name: col("name"),
  };
}

/**
 * Reads a table into its ledgers: one, or one a kind where a type column tells them apart; none where it has no data.
 */
export function readTable(grid: Grid, region: TableRegion, mapped: MappedColumns, context: TableContext): Ledger[] {
  const shape = shapeOf(region, mapped);
  const merges = indexMerges(grid.merges, columnsOf(region, mapped), region.firstRow, region.lastRow);
  const codes = classifyRows(grid, region.firstRow, region.lastRow, region.repeatedRows, shape, merges);
  const reader = createRowReader(
    grid,
    mapped.columns,
    merges,
    {
      date1904: grid.date1904,
      asOf: context.asOf,
      feedbackDate: context.feedbackDate,
      reportDate: context.reportDate,
      concentratedMonths: context.concentratedMonths,
    },
    context.units,
  );
  const grouping = groupRows(grid, region, mapped, codes, shape, reader, context);
  const { items, ledgers } = grouping;
  if (items.length === 0) return [];

  const counts = noCounts();
  for (const item of items) if (item.rows.length > 1) countBlock(counts, reader, sheetRowsOf(item), 1);
  const decisions = decide(counts, reader);
  if (decisions.headRows) for (const item of items) setHeadRow(item, reader);
  for (const item of items) {
    for (const row of item.rows) fillRow(row, reader, decisions);
    fillItem(item, reader, decisions, context.asOf);
    const { itemAt } = item.ledger;
    if (item.headRow !== undefined) itemAt.set(item.headRow, item);
    for (const row of item.rows) itemAt.set(row.row, item);
  }
  const memory: TableMemory = {
    grid,
    region,
    reader,
    shape,
    codes,
    ledgers,
    decisions,
    counts,
    numbering: new Map(),
    carried: grouping.carried,
    mapped,
    context,
  };
  for (const ledger of ledgers) {
    numberItems(ledger, reader, decisions, memory);
    ledger.itemLevel = decisions.itemLevel;
    ledger.index = { merges, table: memory };
    countMarkedRows(ledger, shape);
  }
  const only = ledgers[0];
  if (only && ledgers.length === 1) only.subtotals = grouping.subtotals;
  return ledgers;
}

function columnsOf(region: TableRegion, mapped: MappedColumns): number[] {
  const cols = new Set<number>();
  for (const key of COLUMN_KEYS) {
    const choice = mapped.columns[key];
    if (choice) cols.add(choice.col);
  }
  cols.add(region.header.left);
  return [...cols];
}

function layoutOf(region: TableRegion): TableLayout {
  return {
    titleRow: region.titleRow,
    title: region.title,
    header: region.header,
    firstRow: region.firstRow,
    lastRow: region.lastRow,
  };
}

// ------------------------------------------------------------------------------------------------------------ grouping

interface Grouping {
  readonly items: Item[];
  readonly ledgers: Ledger[];
  readonly subtotals: SubtotalRow[];
  /** A section or parent was taken over from a row above at least once. */
  readonly carried: boolean;
}

function groupRows(
  grid: Grid,
  region: TableRegion,
  mapped: MappedColumns,
  codes: Uint8Array,
  shape: RowShape,
  reader: RowReader,
  context: TableContext,
): Grouping {
  const { columns } = mapped;
  const items: Item[] = [];
  const ledgers = new Map<Kind, Ledger>();
  const subtotalRows: { row: number; section: string | null }[] = [];
  const sections = new Set<string>();
  const hasSections = columns.section !== undefined;
  const hasParents = columns.parentProblem !== undefined;
  const hasKinds = columns.kind !== undefined;
  const lastData = lastDataIndex(codes);
  const identity = identityOf(columns.problem !== undefined, columns.name !== undefined, context.kind);

  const ledgerOf = (kind: Kind): Ledger => {
    let ledger = ledgers.get(kind);
    if (!ledger) {
      ledger = newLedger(grid, region, mapped, kind, context.asOf);
      ledgers.set(kind, ledger);
    }
    return ledger;
  };

  let current: Item | null = null;
  let currentNumber = NO_NUMBER.text;
  let currentIdentity = "";
  let section: string | null = region.openingSection;
  let parent: string | null = null;
  let upperHeading = false;
  let kind = context.kind;
  let carried = false;

  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    const row = region.firstRow + i;
    if (code !== DATA_ROW && !(code === NUMBERED_ROW && i < lastData)) {
      if (code === SECTION_ROW) {
        const heading = headingText(grid, row, shape);
        if (headingLevel(heading) === 2 && upperHeading && !hasParents) {
          parent = heading;
        } else if (!hasSections) {
          section = heading;
          if (!hasParents) parent = null;
          upperHeading = headingLevel(heading) === 1;
          sections.add(heading);
        } else if (!hasParents) {
          parent = heading;
        }
        current = null;
      } else if (code === SUBTOTAL_ROW) {
        subtotalRows.push({ row, section });
        current = null;
      }
      continue;
    }
    if (hasSections) {
      const text = reader.text("section", row);
      if (text === "") carried ||= section !== null;
      else if (text !== section) {
        section = text;
        sections.add(text);
        if (hasParents) parent = null;
      }
    }
    if (hasParents) {
      const text = reader.text("parentProblem", row);
      if (text !== "") parent = text;
      else carried ||= parent !== null;
    }
    const number = columns.number ? reader.number(row) : NO_NUMBER;
    const identityText = identity === null ? "" : reader.text(identity, row);
    if (hasKinds) {
      const text = reader.text("kind", row);
      const named = text === "" ? null : kindOfValue(text);
      if (named !== null && named !== kind) {
        kind = named;
        current = null;
      }
    }
    if (
      current === null ||
      !continuesItem(
        reader,
        row,
        (current.rows[0] as { row: number }).row,
        number.text,
        identityText,
        currentNumber,
        currentIdentity,
        identity,
        context.kind,
      )
    ) {
      current = emptyItem(ledgerOf(kind), section, parent);
      currentNumber = number.text;
      currentIdentity = identityText;
      items.push(current);
      current.ledger.items.push(current);
    } else if (currentNumber === "" && number.text !== "") {
      currentNumber = number.text;
    }
    addRow(current, row);
  }
  const subtotals = subtotalRows.flatMap(({ row, section: inForce }) =>
    readSubtotals(grid, row, shape.left, shape.right, reader, { section: inForce, sections: [...sections] }),
  );
  return { items, ledgers: [...ledgers.values()], subtotals, carried };
}

export type IdentityKey = "problem" | "name" | null;

/** Which column, beside the number, tells one item from the next. */
export function identityOf(hasProblem: boolean, hasName: boolean, kind: Kind): IdentityKey {
  if (kind === "accountability" && hasName) return "name";
  return hasProblem ? "problem" : null;
}

/** Whether a data row goes on with the item above it (design.md, Rows, items, measures). */
export function continuesItem(
  reader: RowReader,
  row: number,
  top: number,
  number: string,
  identityText: string,
  itemNumber: string,
  itemIdentity: string,
  identity: IdentityKey,
  kind: Kind,
): boolean {
  if (identity !== null && identityText !== "") {
    const from = reader.topOf(identity, row);
    if (from < row && from >= top) return true;
  }
  const numberTop = reader.columns.number ? reader.topOf("number", row) : row;
  const ownNumber = numberTop === row ? number : "";
  const mergedNumber = numberTop < row && numberTop >= top && number !== "";
  if (identityText === "") {
    if (identity === null && !reader.columns.number) return false;
    if (ownNumber === "") return true;
    return ownNumber === itemNumber && measureFilled(reader, row);
  }
  if (identityText !== itemIdentity) return false;
  if (kind === "accountability") return mergedNumber || (ownNumber !== "" && ownNumber === itemNumber);
  return mergedNumber || ownNumber === "" || ownNumber === itemNumber;
}

function measureFilled(reader: RowReader, row: number): boolean {
  return reader.text("measure", row) !== "" || reader.text("task", row) !== "";
}

/** Text of a heading row: its first text that is more than a number. */
function headingText(grid: Grid, row: number, shape: RowShape): string {
  const values = grid.values[row] ?? [];
  let text = "";
  for (let col = shape.left; col <= Math.min(shape.right, values.length - 1); col++) {
    if (isBlank(values[col])) continue;
    const next = plainText(values[col]);
    text = text === "" ? next : `${foldKey(text).replace(/[、.．]$/, "")}、${next}`;
    if (text.length > 3) break;
  }
  return text.length > 300 ? text.slice(0, 300) : text;
}

function newLedger(grid: Grid, region: TableRegion, mapped: MappedColumns, kind: Kind, asOf: CivilDate): Ledger {
  return {
    id: `${grid.sheet}!${areaName(region.header)}#${kind}`,
    grid,
    sheet: grid.sheet,
    kind,
    layout: layoutOf(region),
    columns: mapped.columns,
    unmapped: mapped.unmapped,
    itemLevel: new Set(),
    items: [],
    itemAt: new Map(),
    subtotals: [],
    hasMeasures: mapped.columns.measure !== undefined || mapped.columns.task !== undefined,
    hiddenRowCount: 0,
    struckRows: [],
    asOf,
  };
}

// ----------------------------------------------------------------------------------------------------------- numbering

/** The number that is the item's own: a number merged over several problems belongs to the first of them. */
export function numberOfItem(item: Item, reader: RowReader): ItemNumber {
  if (!reader.columns.number) return NO_NUMBER;
  const first = firstRowOf(item);
  return reader.topOf("number", first) < first ? NO_NUMBER : reader.number(first);
}

/** Writes a number into an item. */
export function setNumber(item: Item, number: ItemNumber, memory: TableMemory): void {
  item.number = number.text;
  item.ordinal = memory.decisions.numberedRows ? null : number.ordinal;
  item.group = groupOf(item, memory.numbering.get(item.ledger) ?? "table", number);
}

function numberItems(ledger: Ledger, reader: RowReader, decisions: Decisions, memory: TableMemory): void {
  const numbers = ledger.items.map((item) => numberOfItem(item, reader));
  memory.numbering.set(ledger, decisions.numberedRows ? "table" : numberingMode(ledger.items, numbers));
  ledger.items.forEach((item, i) => setNumber(item, numbers[i] as ItemNumber, memory));
}

/** Counts hidden rows and finds struck-through ones among the rows of items. */
function countMarkedRows(ledger: Ledger, shape: RowShape): void {
  const { grid, itemAt } = ledger;
  if (grid.hiddenRows.size > 0) {
    let hidden = 0;
    for (const row of grid.hiddenRows) if (itemAt.has(row)) hidden++;
    ledger.hiddenRowCount = hidden;
  }
  if (!grid.struckAt) return;
  const struck: number[] = [];
  for (const row of itemAt.keys()) if (isStruck(grid, row, shape)) struck.push(row);
  ledger.struckRows = struck;
}

/** Whether a row is struck through: its problem, else its measure, name or number. */
export function isStruck(grid: Grid, row: number, shape: RowShape): boolean {
  if (!grid.struckAt) return false;
  const values = grid.values[row];
  for (const col of [shape.problem, shape.measure, shape.task, shape.name, shape.number]) {
    if (col >= 0 && !isBlank(values?.[col])) return grid.struckAt(row, col);
  }
  return false;
}
