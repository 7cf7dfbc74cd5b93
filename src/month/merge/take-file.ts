/** A file that was read becomes what the merged ledger needs of it. */
import {
  displayText,
  isBlank,
  isDateFormat,
  isErrorText,
  plainText,
  qualified,
  sheetOf,
  trueCell,
  valueAt,
  type CellRef,
  type CellValue,
} from "../../grid";
import {
  type ColumnKey,
  headLinesOf,
  type Item,
  type Ledger,
  type LedgerRow,
  placeOf,
  type Reading,
  SAID,
  shownAt,
  statedDates,
  statusValueOf,
  textOf,
} from "../../ledger";
import { foldText } from "../../tally";
import { chineseDate, fromSerial, isoDate, toSerial, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { MONTH_WORDS } from "../../zh/words/month";
import type { FileUnit } from "../common/file-unit";
import { MONTH_KINDS, type MonthKind } from "../common/kinds";
import { fieldPlace, itemPlace } from "../common/places";
import { deadlineKey } from "../compare/deadlines";
import { OWN_COLUMNS } from "./columns";
import { mergeCounts } from "./counts";
import type { Converted, OutItem, OutRow, OutValue, ReadRow, SentFile, ToCheck } from "./types";

const MONEY = re`${MONTH_WORDS.money}|${MONTH_WORDS.yuan}`;
const PLAIN_NUMBER = /^[+-]?\d{1,3}(?:[,，]?\d{3})*(?:\.\d+)?$|^[+-]?\d+(?:\.\d+)?$/;
const NO_WORD = /^[\s\p{P}\p{S}]*$/u;
const PLACED: ReadonlySet<ColumnKey> = new Set(OWN_COLUMNS.map(({ key }) => key));
const NO_HEADING = "（无表头）";

/** @param file as the user named it */
export function takeFile(file: string, reading: Reading, { unit, source }: FileUnit): SentFile {
  const taker = new FileTaker(file);
  const ledgers = reading.ledgers.filter(({ kind }) => kind !== "accountability");
  const items = MONTH_KINDS.flatMap((kind) =>
    ledgers.filter((ledger) => ledger.kind === kind).flatMap((ledger) => taker.ledger(ledger)),
  );
  return {
    file,
    unit,
    unitSource: source,
    reported: reportedOn(ledgers, reading),
    items,
    extraFields: taker.extraFields,
    measured: new Set(ledgers.filter(({ hasMeasures }) => hasMeasures).map(({ kind }) => kind as MonthKind)),
    counts: mergeCounts(reading),
    converted: taker.converted,
    toCheck: taker.toCheck,
  };
}

function reportedOn(ledgers: readonly Ledger[], { asOf }: Reading): CivilDate | null {
  for (const ledger of ledgers) {
    const lines = headLinesOf(ledger).map(({ text }) => text);
    const { report } = statedDates(lines, asOf.date.year, ledger.grid.date1904);
    if (report !== null) return report;
  }
  return null;
}

/** A column that has no place among ours. */
interface ExtraColumn {
  readonly col: number;
  readonly key: string;
}

class FileTaker {
  readonly converted: Converted[] = [];
  readonly toCheck: ToCheck[] = [];
  readonly extraFields = new Map<string, ColumnKey>();

  constructor(private readonly file: string) {}

  ledger(ledger: Ledger): readonly OutItem[] {
    const extras = extraColumns(ledger);
    for (const { col, key } of extras) {
      const field = Object.values(ledger.columns).find((choice) => choice.col === col)?.key;
      if (field !== undefined) this.extraFields.set(key, field);
    }
    const seen = new Set<string>();
    return ledger.items.map((item) => {
      this.check(item, seen);
      return this.item(item, extras);
    });
  }

  private item(item: Item, extras: readonly ExtraColumn[]): OutItem {
    const { ledger } = item;
    const shared = new Set<string>();
    const rows = item.rows.map((): OutRow => new Map());
    for (const { key } of OWN_COLUMNS) if (key !== "number" && key !== "problem") this.field(item, key, rows, shared);
    for (const { col, key } of extras) {
      const places = item.rows.map((row) => shownAt(ledger, row.row, col));
      const isOne = places.length > 1 && new Set(places.map(({ row }) => row)).size === 1;
      if (isOne) shared.add(key);
      places.forEach((at, index) => {
        if (index === 0 || !isOne) rows[index]?.set(key, this.value(ledger, at, null));
      });
    }
    return {
      kind: item.kind as MonthKind,
      place: itemPlace(item),
      number: item.number,
      problem: item.problem,
      text: foldText(item.problem),
      rows,
      shared,
      read: {
        status: item.status,
        overdue: item.overdue,
        rows: item.rows.map((row) => readRow(row)),
      },
    };
  }

  /** A field of all rows; what one cell says for several stands once. */
  private field(item: Item, key: ColumnKey, rows: readonly OutRow[], shared: Set<string>): void {
    const { ledger } = item;
    const text =
      key === "section" ? item.section : key === "unit" && !ledger.columns.unit ? ledger.sheetUnit?.text : null;
    if (text != null) {
      rows[0]?.set(key, { value: text });
      if (rows.length > 1) shared.add(key);
      return;
    }
    if (ledger.columns[key] === undefined) return;
    const head = item.headRow === undefined ? null : this.valueOf(item, item, key);
    const isHead = head !== null && head.value !== null;
    const own = item.rows.map((row) => placeOf(ledger, row, key));
    const isOne = own.length > 1 && new Set(own.map((at) => (at === null ? "" : `${at.row},${at.col}`))).size === 1;
    const values = item.rows.map((row, index) => (isOne && index > 0 ? null : this.valueOf(item, row, key)));
    if (isHead && (key === "status" || values.every((one) => one === null || one.value === null))) {
      rows[0]?.set(key, head);
      if (rows.length > 1) shared.add(key);
      return;
    }
    if (isOne) shared.add(key);
    values.forEach((one, index) => one !== null && rows[index]?.set(key, one));
  }

  private valueOf(item: Item, of: LedgerRow | Item, key: ColumnKey): OutValue {
    const { ledger } = item;
    const at = placeOf(ledger, of, key);
    if (at === null) return { value: null };
    const dress = key === "status" ? ledger.columns.status?.dress?.form : undefined;
    if (dress !== undefined && dress !== "reports") return this.dressed(item, of, at);
    const deadline = "rows" in of ? null : of.deadline;
    if (key === "deadline" && deadline?.type === "date" && deadline.yearFrom !== null) {
      const day = `${chineseDate(deadline.date)}${deadline.openEnded ? "，长期坚持" : ""}`;
      return this.convert(ledger, at, { value: day });
    }
    return this.value(ledger, at, key);
  }

  /** A tick, a code, points: the status that they stand for. */
  private dressed(item: Item, of: LedgerRow | Item, at: CellRef): OutValue {
    const { ledger } = item;
    const said = statusValueOf(ledger, of);
    const status = "rows" in of ? item.status : of.status.status;
    if (said === null) return { value: null };
    const words = typeof said === "string" ? said : status === "unknown" ? plainText(said) : SAID[status];
    return this.convert(ledger, at, { value: words });
  }

  /** A value as it is written; what only its sheet makes clear is written as it is read there. */
  private value(ledger: Ledger, at: CellRef, key: ColumnKey | null): OutValue {
    const { grid } = ledger;
    const value = valueAt(grid, at.row, at.col);
    if (isBlank(value)) return { value: null };
    const format = grid.formatAt?.(at.row, at.col);
    if (typeof value === "string") {
      const true_ = trueCell(grid, at.row, at.col);
      const written = valueAt(sheetOf(grid), true_.row, true_.col);
      // 同上, 〃: read as what stands above.
      return written !== null && written !== value && key !== null ? this.convert(ledger, at, { value }) : { value };
    }
    if (typeof value === "boolean") return this.convert(ledger, at, { value: booleanText(value, key) });
    if (typeof value !== "number") return { value: null };
    if (isDateFormat(format)) {
      const day = grid.date1904 ? fromSerial(value, true) : null;
      return { value: day === null ? value : (toSerial(day, false) ?? value), ...(format !== undefined && { format }) };
    }
    if (format?.includes("%") === true)
      return this.convert(ledger, at, { value: displayText(value, format, grid.date1904) });
    return format === undefined || format === "General" ? { value } : { value, format };
  }

  private convert(ledger: Ledger, at: CellRef, to: OutValue): OutValue {
    const { row, col } = trueCell(ledger.grid, at.row, at.col);
    const grid = sheetOf(ledger.grid);
    const from = plainText(valueAt(grid, row, col));
    if (from !== String(to.value))
      this.converted.push({
        file: this.file,
        cell: qualified(ledger.sheet, row, col),
        from,
        to: String(to.value),
      });
    return to;
  }

  private check(item: Item, seen: Set<string>): void {
    const { ledger } = item;
    const tell = (why: ToCheck["why"], at: CellRef, header: string, value: CellValue): void => {
      const { row, col } = trueCell(ledger.grid, at.row, at.col);
      const cell = qualified(ledger.sheet, row, col);
      if (seen.has(`${why} ${cell}`)) return;
      seen.add(`${why} ${cell}`);
      this.toCheck.push({ file: this.file, cell, header, value: plainText(value), why });
    };
    const { left, right } = ledger.layout.header;
    for (const row of item.rows) {
      for (let col = left; col <= right; col += 1) {
        const at = shownAt(ledger, row.row, col);
        const value = valueAt(ledger.grid, at.row, at.col);
        if (typeof value !== "string") continue;
        if (isErrorText(value)) tell("cellError", at, headingOf(ledger, col), value);
        else if (
          !NO_WORD.test(value) &&
          isMoneyColumn(ledger, col) &&
          !PLAIN_NUMBER.test(value.normalize("NFKC").trim())
        )
          tell("money", at, headingOf(ledger, col), value);
      }
      for (const [key, why] of [
        ["deadline", "unreadableDeadline"],
        ["status", "unknownStatus"],
      ] as const) {
        const isBad = key === "deadline" ? row.deadline.type === "invalid" : row.status.state === "unknown";
        const at = isBad ? placeOf(ledger, row, key) : null;
        if (at !== null) tell(why, at, ledger.columns[key]?.header ?? "", textOf(ledger, row, key));
      }
      // The merged ledger does not look like its files: what a line through a row says must be said.
      const struck = ledger.struckRows.includes(row.row) ? (["measure", "problem", "task"] as const) : [];
      const key = struck.find((one) => textOf(ledger, row, one) !== "");
      const at = key === undefined ? null : placeOf(ledger, row, key);
      if (key !== undefined && at !== null)
        tell("struck", at, ledger.columns[key]?.header ?? "", textOf(ledger, row, key));
    }
  }
}

function booleanText(value: boolean, key: ColumnKey | null): string {
  if (key === "status") return value ? SAID.done : SAID.notDone;
  return value ? "TRUE" : "FALSE";
}

function readRow(row: LedgerRow): ReadRow {
  const { deadline } = row;
  return {
    status: row.status.status,
    deadline: deadlineKey(deadline),
    day: deadline.type === "date" ? chineseDate(deadline.date) : null,
    statusCell: fieldPlace(row, "status"),
    deadlineCell: fieldPlace(row, "deadline"),
  };
}

/** Columns of the table that have values and no place among ours. */
function extraColumns(ledger: Ledger): readonly ExtraColumn[] {
  const placed = new Set<number>();
  for (const key of PLACED) {
    const choice = ledger.columns[key];
    if (choice === undefined) continue;
    placed.add(choice.col);
    if (choice.dress?.form === "ticks") for (const { col } of choice.dress.columns) placed.add(col);
  }
  const times = new Map<string, number>();
  const columns: ExtraColumn[] = [];
  const { left, right } = ledger.layout.header;
  for (let col = left; col <= right; col += 1) {
    if (placed.has(col) || !hasValues(ledger, col)) continue;
    const heading = headingOf(ledger, col);
    const time = (times.get(heading) ?? 0) + 1;
    times.set(heading, time);
    columns.push({ col, key: `+${heading}${time === 1 ? "" : `（${time}）`}` });
  }
  return columns;
}

function hasValues({ items, grid }: Ledger, col: number): boolean {
  return items.some(({ rows }) => rows.some(({ row }) => !isBlank(valueAt(grid, row, col))));
}

/** The heading of a column as it stands, bands joined. */
function headingOf(ledger: Ledger, col: number): string {
  const { top, bottom } = ledger.layout.header;
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const at = shownAt(ledger, row, col);
    const text = plainText(valueAt(ledger.grid, at.row, at.col)).replace(/\s+/gu, "");
    if (text !== "" && texts[texts.length - 1] !== text) texts.push(text);
  }
  return texts.length === 0 ? NO_HEADING : texts.join("/");
}

function isMoneyColumn(ledger: Ledger, col: number): boolean {
  const heading = headingOf(ledger, col);
  return MONEY.test(heading) || foldKey(heading) === "元";
}

/** For callers that tell a day as files do. */
export function reportedText(date: CivilDate | null): string | null {
  return date === null ? null : isoDate(date);
}
