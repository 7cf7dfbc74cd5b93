/**
 * Reads one table: rows become items and measures. Which rows belong together is told by number and problem alone (merged,
 * blank, or repeated); then whole columns are judged, and only then are fields read.
 */
import { areaName, isBlank, plainText, type CellValue, type Grid, indexMerges } from "../../grid";
import type { CivilDate } from "../../zh/civil-date";
import type { MappedColumns } from "../columns/columns";
import { countBlock, decideFields, noCounts, type DecisionCounts } from "../fields/decisions";
import { fillRow, firstRowOf, newItem, newRow, rollUpItem, rowsDepend, setHeadRow } from "./item-fields";
import { NO_NUMBER, type ItemNumber } from "../fields/item-number";
import { dressedColumns } from "../fields/status-dress";
import { kindOfValue } from "../kind";
import { writtenOf } from "../lexicon";
import type { TableRegion } from "../layout/layout";
import { ItemSlots } from "./items-by-row";
import { countMarkedRows } from "./marked-rows";
import { numberItems } from "./numbering";
import {
  classifyRow,
  classifyTail,
  DATA_ROW,
  headingLevel,
  NUMBERED_ROW,
  REPEATED_ROW,
  SECTION_ROW,
  SUBTOTAL_ROW,
  type RowShape,
} from "../layout/row-class";
import { createQuestions, type RowQuestions } from "./row-questions";
import { createRowReader, type FieldReader, type RowReader } from "./row-reader";
import { formerDeadline, helperColumns, startColumn, unitColumns } from "./side-columns";
import { readStated } from "../layout/subtotals";
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { rowClass as rowWords } from "../../zh/words/row-class";
import {
  COLUMN_KEYS,
  type Ditto,
  type Item,
  type Kind,
  type Ledger,
  type LedgerRow,
  type SheetOverride,
  type SheetUnit,
  type SubtotalRow,
  type TableLayout,
  type UnitReading,
} from "../types";

interface TableContext {
  /** Kind of rows that no type column says otherwise of. */
  readonly kind: Kind;
  readonly asOf: CivilDate;
  readonly feedbackDate: CivilDate | null;
  readonly reportDate: CivilDate | null;
  readonly concentratedMonths: number | null;
  readonly units: (value: CellValue) => UnitReading;
  readonly override: SheetOverride | undefined;
  /** The unit the table belongs to, for tables without a column of units. */
  readonly sheetUnit: SheetUnit | null;
  readonly ditto: Ditto | null;
  /** Rows that are items, or not, whatever their cells say. */
  readonly rows: ReadonlyMap<number, boolean>;
}

/** Columns of a table as the row classifier wants them. */
function shapeOf(region: TableRegion, mapped: MappedColumns): RowShape {
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
    said: (["deadline", "status", "signOff", "doneDate", "evidence"] as const).map(col).filter((index) => index >= 0),
    remarks: col("remarks"),
    arabicNumbers: mapped.arabicNumbers,
    name: col("name"),
  };
}

/** Rows read between two pauses: some 20 ms where the code is new to the machine. */
const ROWS_A_STEP = 2048;

/**
 * Reads a table into its ledgers: one, or one a kind where a type column tells them apart; none where it has no data.
 * Stops now and then, so that whoever drives it can let others go first.
 */
export function* readTable(
  grid: Grid,
  region: TableRegion,
  mapped: MappedColumns,
  context: TableContext,
): Generator<void, Ledger[]> {
  const shape = shapeOf(region, mapped);
  const units = unitColumns(grid, region, mapped);
  const helpers = helperColumns(grid, region, mapped);
  const [unitCols, coUnitCols] = [units, helpers].map((list) => list.map(({ col }) => col)) as [number[], number[]];
  const startCol = startColumn(region, mapped);
  const formerCol = formerDeadline(region, mapped);
  const asked = [
    ...columnsOf(region, mapped),
    ...unitCols,
    ...coUnitCols,
    ...[startCol, formerCol].filter((col) => col >= 0),
  ];
  const merges = indexMerges(grid.merges, asked, region.firstRow, region.lastRow);
  const codes = new Uint8Array(Math.max(0, region.lastRow - region.firstRow + 1));
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
    { read: context.units, cols: units, coCols: helpers, ofSheet: context.sheetUnit },
    { start: startCol, formerDeadline: formerCol },
  );
  const grouping = yield* groupRows(grid, region, mapped, codes, shape, reader, context);
  const { items, ledgers } = grouping;
  if (items.length === 0) return [];
  for (const ledger of ledgers) ledger.rowQuestions = grouping.questions;
  yield;

  const { counts } = grouping;
  const decisions = decideFields(counts, reader);
  if (decisions.headRows) for (const item of items) setHeadRow(item, reader);
  const depend = rowsDepend(decisions);
  for (let i = 0; i < items.length; i++) {
    if (i % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const item = items[i] as Item;
    if (depend) for (const row of item.rows) fillRow(row, reader, decisions);
    rollUpItem(item, reader, decisions, context.asOf);
    const { itemAt } = item.ledger;
    if (item.headRow !== undefined) itemAt.set(item.headRow, item);
    for (const row of item.rows) itemAt.set(row.row, item);
  }
  for (const ledger of ledgers) {
    yield;
    const numbers = ledgers.length === 1 ? grouping.numbers : ledger.items.map((item) => numberOfItem(item, reader));
    const afterTotals = ledgers.length === 1 ? grouping.afterTotals : NO_INDEXES;
    numberItems(ledger.items, numbers, decisions.numberedRows, afterTotals);
    ledger.itemLevel = decisions.itemLevel;
    ledger.merges = merges;
    if (unitCols.length > 0) ledger.unitCols = unitCols;
    if (coUnitCols.length > 0) ledger.coUnitCols = coUnitCols;
    if (formerCol >= 0) ledger.formerDeadlineCol = formerCol;
    if (context.sheetUnit && !mapped.columns.unit) ledger.sheetUnit = context.sheetUnit;
    if (context.ditto) ledger.ditto = context.ditto;
    yield;
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
    if (choice) for (const col of dressedColumns(choice.col, choice.dress)) cols.add(col);
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
  /** Number of each item, as it stands in its own row. */
  readonly numbers: readonly ItemNumber[];
  readonly counts: DecisionCounts;
  readonly ledgers: Ledger[];
  readonly subtotals: SubtotalRow[];
  readonly questions: RowQuestions;
  /** Indexes of items right behind a row of totals. */
  readonly afterTotals: ReadonlySet<number>;
}

function* groupRows(
  grid: Grid,
  region: TableRegion,
  mapped: MappedColumns,
  codes: Uint8Array,
  shape: RowShape,
  reader: RowReader,
  context: TableContext,
): Generator<void, Grouping> {
  const items: Item[] = [];
  const numbers: ItemNumber[] = [];
  const ledgers = new Map<Kind, Ledger>();
  const headings: { row: number; text: string }[] = [];
  const subtotalRows: { row: number; section: string | null }[] = [];
  const sections = new Set<string>();
  const afterTotals = new Set<number>();
  const { section: sectionField, parentProblem: parentField, kind: kindField } = reader.fields;
  const counts = noCounts(reader);
  const { repeatedRows, firstRow } = region;
  const questions = createQuestions(grid, shape, mapped.columns);
  const said = context.rows;
  const classify = (index: number): number =>
    said.get(firstRow + index) === true
      ? DATA_ROW
      : repeatedRows.size > 0 && repeatedRows.has(firstRow + index)
        ? REPEATED_ROW
        : classifyRow(grid, firstRow + index, shape, reader.merges);
  const lastData = classifyTail(codes, classify);
  const identity = identityOf(reader, context.kind);

  // In tables of accountability a name tells items apart, and a problem may stand beside it.
  const { problem: problemField } = reader.fields;
  const problemAt = (row: number, text: string): string =>
    identity.text === (problemField ?? null) ? text : (problemField?.text(row) ?? "");
  const identityCol = identity.text?.col ?? -1;
  const isPlain = shape.number >= 0 && identityCol >= 0 && !identity.number?.isMerged && !identity.text?.isMerged;

  const ledgerOf = (kind: Kind): Ledger => {
    let ledger = ledgers.get(kind);
    if (!ledger) {
      ledger = newLedger(grid, region, mapped, kind, context.asOf);
      ledgers.set(kind, ledger);
    }
    return ledger;
  };

  // Measures of an item below one another are what they seem to be.
  const mayBeOwn = identityCol >= 0 && context.kind !== "accountability";
  let current: Item | null = null;
  // Rows are gathered here and copied, so that each item's array is as long as it needs to be.
  const rows: LedgerRow[] = [];
  let gathered = 0;
  const closeItem = (): void => {
    if (gathered > 0) {
      const { item } = rows[0] as LedgerRow;
      item.rows = rows.slice(0, gathered);
      if (gathered > 1) countBlock(counts, reader, item.rows);
    }
    gathered = 0;
  };
  let top = 0;
  let currentNumber = "";
  let currentText = "";
  let section: string | null = region.openingSection;
  let parent: string | null = null;
  let upperHeading = false;
  let kind = context.kind;

  // One pass over the rows: what a row is, which item it belongs to, and what its own cells say, while it is at hand.
  for (let i = 0; i < codes.length; i++) {
    if (i % ROWS_A_STEP === ROWS_A_STEP - 1) yield;
    const code = i < lastData ? classify(i) : codes[i];
    codes[i] = code as number;
    const row = firstRow + i;
    const own = said.size > 0 ? said.get(row) : undefined;
    if (code !== DATA_ROW && !(code === NUMBERED_ROW && i < lastData)) {
      if (own === undefined) questions.left(row, code as number);
      if (code === SECTION_ROW) {
        const heading = headingText(grid, row, shape);
        if (headingLevel(heading) === 2 && upperHeading) {
          if (!parentField) parent = heading;
        } else {
          // Under a column of sections the heading stands in it, or takes its place.
          const text = sectionField?.text(row) ?? "";
          section = text === "" ? heading : text;
          if (!parentField) parent = null;
          upperHeading = headingLevel(heading) === 1;
          sections.add(section);
        }
        headings.push({ row, text: heading });
        current = null;
      } else if (code === SUBTOTAL_ROW) {
        subtotalRows.push({ row, section });
        afterTotals.add(items.length);
        current = null;
      }
      continue;
    }
    if (sectionField) {
      const text = sectionField.text(row);
      if (text !== "" && text !== section) {
        section = text;
        sections.add(text);
        if (parentField) parent = null;
      }
    }
    if (parentField) {
      const text = parentField.text(row);
      if (text !== "") parent = text;
    }
    if (kindField) {
      const text = kindField.text(row);
      const named = text === "" ? null : kindOfValue(text);
      if (named !== null && named !== kind) {
        kind = named;
        current = null;
      }
    }
    // A row without a number and a problem of its own goes on with the item above: most rows of large ledgers do.
    if (
      current !== null &&
      own !== true &&
      isPlain &&
      isNull(grid, row, shape.number) &&
      isNull(grid, row, identityCol)
    ) {
      if (own === undefined && mayBeOwn) questions.continued(row);
      rows[gathered] = newRow(current, row, gathered, reader);
      gathered++;
      continue;
    }
    const itemNumber = reader.number(row);
    const number = itemNumber.text;
    const text = identity.text === null ? "" : identity.text.text(row);
    if (
      current !== null &&
      own !== true &&
      continuesItem(identity, row, number, text, top, currentNumber, currentText)
    ) {
      if (own === undefined && mayBeOwn && number === "" && text === "") questions.continued(row);
      if (currentNumber === "") currentNumber = number;
    } else if (own === false) {
      current = null;
      continue;
    } else {
      if (own === undefined) questions.begun(row, text);
      closeItem();
      current = newItem(ledgerOf(kind), row, section, parent, problemAt(row, text), reader);
      top = row;
      currentNumber = number;
      currentText = text;
      items.push(current);
      current.ledger.items.push(current);
      numbers.push(identity.number !== null && identity.number.topOf(row) < row ? NO_NUMBER : itemNumber);
    }
    rows[gathered] = newRow(current, row, gathered, reader);
    gathered++;
  }
  closeItem();
  const subtotals = readStated(grid, region, shape, reader, {
    subtotals: subtotalRows,
    headings,
    sections: [...sections],
    lastData: firstRow + lastData,
    lastItem: items.at(-1)?.rows.at(-1)?.row ?? null,
  });
  return { items, numbers, counts, ledgers: [...ledgers.values()], subtotals, questions: questions.found, afterTotals };
}

/** What tells one item from the next: the number, and the problem (the name in tables of accountability). */
function isNull(grid: Grid, row: number, col: number): boolean {
  const value = grid.values[row]?.[col];
  return value === null || value === undefined;
}

interface Identity {
  readonly number: FieldReader | null;
  readonly text: FieldReader | null;
  readonly measure: FieldReader | null;
  readonly task: FieldReader | null;
  /** Equal names are not one person. */
  readonly ofPersons: boolean;
}

function identityOf({ fields }: RowReader, kind: Kind): Identity {
  const ofPersons = kind === "accountability";
  return {
    number: fields.number ?? null,
    text: (ofPersons ? (fields.name ?? fields.problem) : fields.problem) ?? null,
    measure: fields.measure ?? null,
    task: fields.task ?? null,
    ofPersons,
  };
}

/**
 * Whether a data row goes on with the item above it (design.md, Rows, items, measures).
 * @param top first row of that item; `itemNumber` and `itemText` are its number and problem.
 */
function continuesItem(
  identity: Identity,
  row: number,
  number: string,
  text: string,
  top: number,
  itemNumber: string,
  itemText: string,
): boolean {
  if (identity.text !== null && text !== "") {
    const from = identity.text.topOf(row);
    if (from < row && from >= top) return true;
  }
  const numberTop = identity.number === null ? row : identity.number.topOf(row);
  const ownNumber = numberTop === row ? number : "";
  if (text === "") {
    if (identity.text === null && identity.number === null) return false;
    if (ownNumber === "") return true;
    return ownNumber === itemNumber && isMeasured(identity, row);
  }
  // 其中：… without a number details the item above.
  if (text !== itemText) return ownNumber === "" && PART.test(text);
  if (numberTop < row && numberTop >= top && number !== "") return true;
  if (identity.ofPersons) return ownNumber !== "" && ownNumber === itemNumber;
  return ownNumber === "" || ownNumber === itemNumber;
}

const PART = re`^${rowWords.part}`;

/** Whether the row has a measure or a task. */
function isMeasured(identity: Identity, row: number): boolean {
  return (
    (identity.measure !== null && !isBlank(identity.measure.value(row))) ||
    (identity.task !== null && !isBlank(identity.task.value(row)))
  );
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
    grid: writtenOf(grid),
    spoken: grid,
    sheet: grid.sheet,
    kind,
    layout: layoutOf(region),
    columns: mapped.columns,
    unmapped: mapped.unmapped,
    doubts: [],
    itemLevel: new Set(),
    items: [],
    itemAt: new ItemSlots(region.firstRow, region.lastRow - region.firstRow + 1),
    subtotals: [],
    hasMeasures: mapped.columns.measure !== undefined || mapped.columns.task !== undefined,
    hiddenRowCount: 0,
    struckRows: [],
    asOf,
  };
}

// ----------------------------------------------------------------------------------------------------------- numbering

/** The number that is the item's own: a number merged over several problems belongs to the first of them. */
function numberOfItem(item: Item, reader: RowReader): ItemNumber {
  const { number } = reader.fields;
  if (!number) return NO_NUMBER;
  const first = firstRowOf(item);
  return number.topOf(first) < first ? NO_NUMBER : reader.number(first);
}

const NO_INDEXES: ReadonlySet<number> = new Set();
