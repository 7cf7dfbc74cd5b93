/** Fills an item and its rows with readings: what stands in their cells, inherited where a column is filled once an item. */
import { type FieldDecisions, isHeadLike } from "../fields/decisions";
import { foldKey } from "../../zh/text";
import { isItemOverdue, later } from "../fields/overdue";
import type { FieldReader, RowReader } from "./row-reader";
import { rollUp } from "../fields/status";
import type { CivilDate } from "../../zh/civil-date";
import type { Deadline, Item, Ledger, LedgerRow, Status } from "../types";
import { re } from "../../zh/pattern";
import { itemFields as words } from "../../zh/words/item-fields";

const NOT_READ_DEADLINE: Deadline = { type: "missing" };
const NO_FORMS: readonly string[] = [];
const NO_ROWS: LedgerRow[] = [];

/**
 * An item as its first row names it; its rows are set when all are found, its status is rolled up when they are read.
 * All items have the same properties in the same order.
 */
export function newItem(
  ledger: Ledger,
  row: number,
  section: string | null,
  parent: string | null,
  problem: string,
  reader: RowReader,
): Item {
  const { source, leader } = reader.fields;
  return {
    ledger,
    kind: ledger.kind,
    rows: NO_ROWS,
    headRow: undefined,
    number: "",
    ordinal: null,
    group: "",
    problem,
    section,
    parent,
    source: source ? textOrNull(source, row) : null,
    leader: leader ? textOrNull(leader, row) : null,
    status: "unknown",
    statusOwn: false,
    rolledStatus: "unknown",
    deadline: NOT_READ_DEADLINE,
    overdue: false,
    persons: 0,
    forms: NO_FORMS,
  };
}

/** A row of an item with what stands in its own cells; what it inherits is read when columns are judged (`fillRow`). */
export function newRow(item: Item, row: number, ordinal: number, reader: RowReader): LedgerRow {
  const { columns } = reader;
  return {
    row,
    item,
    ordinal,
    deadline: reader.deadline(row),
    status: reader.status(row, item.kind),
    units: reader.units(row),
    coUnits: columns.coUnits ? reader.coUnits(row) : null,
    doneDate: columns.doneDate ? reader.doneDate(row) : undefined,
  };
}

/** Sheet row in which the item is named. */
export function firstRowOf(item: Item): number {
  return item.headRow ?? (item.rows[0] as LedgerRow).row;
}

/** All rows of an item, its own row included. */
function allRowsOf(item: Item): readonly { readonly row: number }[] {
  return item.headRow === undefined ? item.rows : [{ row: item.headRow }, ...item.rows];
}

/** Takes the item's own row out of its measures, where the table has such rows. */
export function setHeadRow(item: Item, reader: RowReader): void {
  if (item.rows.length < 2 || !isHeadLike(reader, item.rows)) return;
  const head = item.rows.shift() as LedgerRow;
  item.headRow = head.row;
  item.rows.forEach((row, i) => {
    row.ordinal = i;
  });
}

/** Whether rows inherit anything, or have a status of their own kind: then `newRow` has not read all there is to read. */
export function rowsDepend({ levels, measureStatus }: FieldDecisions): boolean {
  return measureStatus || levels.deadline || levels.status || levels.unit || levels.coUnits || levels.doneDate;
}

/** Reads one row's fields. */
export function fillRow(row: LedgerRow, reader: RowReader, decisions: FieldDecisions): void {
  const item = row.item;
  const { itemLevel, levels } = decisions;
  const { columns } = reader;
  const own = row.row;
  const first = itemLevel.size > 0 ? firstRowOf(item) : own;
  row.deadline = reader.deadline(levels.deadline ? first : own);
  row.units = reader.units(levels.unit ? first : own);
  if (columns.coUnits) row.coUnits = reader.coUnits(levels.coUnits ? first : own);
  if (columns.doneDate) row.doneDate = reader.doneDate(levels.doneDate ? first : own);
  row.status = reader.status(levels.status ? first : own, item.kind);
  if (decisions.measureStatus) {
    const measure = reader.measureStatus(own, item.kind);
    if (measure.state === "ok") row.status = measure;
  }
}

function textOrNull(field: FieldReader, row: number): string | null {
  const text = field.text(row);
  return text === "" ? null : text;
}

/** Status, deadline and overdue of an item from its rows; persons and forms in tables of accountability. */
export function rollUpItem(item: Item, reader: RowReader, decisions: FieldDecisions, asOf: CivilDate): void {
  const { rows } = item;
  const first = firstRowOf(item);
  if (item.kind === "accountability") fillAccountability(item, reader, first);
  const only = rows.length === 1 ? rows[0] : undefined;
  const rolled = only ? only.status.status : rolledStatus(rows);
  item.rolledStatus = rolled;
  item.deadline = only ? only.deadline : latestOf(rows);
  item.statusOwn = decisions.levels.status || (item.headRow !== undefined && reader.text("status", first) !== "");
  item.status = item.statusOwn ? reader.status(first, item.kind).status : rolled;
  // With a status of its own an item that is done is not late, whatever its measures say.
  item.overdue = isItemOverdue(item, asOf);
}

function rolledStatus(rows: readonly LedgerRow[]): Status {
  const first = (rows[0] as LedgerRow).status.status;
  for (let i = 1; i < rows.length; i++) {
    if ((rows[i] as LedgerRow).status.status !== first) return rollUp(rows.map((row) => row.status.status));
  }
  return first;
}

/** The latest deadline of the rows that is a date, else the first row's. */
function latestOf(rows: readonly LedgerRow[]): Deadline {
  let latest: Deadline | null = null;
  for (const { deadline } of rows) latest = latest === null ? deadline : later(latest, deadline);
  return latest ?? NOT_READ_DEADLINE;
}

const BETWEEN_FORMS = re`${words.betweenForms}`;
const LONGEST_FORMS = 400;
const MOST_PERSONS = 1_000_000;

/** Persons and forms of a row of accountability: 「通报批评、诫勉谈话」 is one person and two forms. */
function fillAccountability(item: Item, reader: RowReader, first: number): void {
  item.persons = personsOf(reader, first);
  const forms: string[] = [];
  let written = "";
  for (const { row } of allRowsOf(item)) {
    const text = reader.text("form", row);
    if (text === "" || text === written) continue;
    written = text;
    for (const part of text.slice(0, LONGEST_FORMS).split(BETWEEN_FORMS)) {
      const form = foldKey(part);
      if (form !== "" && !forms.includes(form)) forms.push(form);
    }
  }
  item.forms = forms;
}

const PERSONS_OF_MATCH = re`^(\d{1,6})${words.personsOfMatch}?$`;

function personsOf(reader: RowReader, row: number): number {
  if (!reader.columns.persons) return 1;
  const value = reader.fields.persons?.value(row) ?? null;
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 && value <= MOST_PERSONS ? value : 1;
  const match = PERSONS_OF_MATCH.exec(foldKey(reader.text("persons", row).slice(0, 20)));
  return match ? Number(match[1]) : 1;
}
