/**
 * Reads a workbook: its sheets' tables become ledgers, its unit sheet the directory, and every sheet that is not counted
 * is named with the reason.
 */
import { type Area, isBlankRow, plainText, trueCell, type Grid } from "../grid";
import { compareDates, type CivilDate } from "../zh/civil-date";
import { statedDates, type StatedDates } from "./fields/as-of";
import { saysNothing } from "./columns/nameless";
import { mapColumns, type MappedColumns } from "./columns/columns";
import { findDoubts, findKindDoubt } from "./doubts";
import { findRowDoubts } from "./row-doubts";
import { rowKey, type RowQuestions } from "./items/row-questions";
import { readDirectory } from "./fields/directory";
import { settledColumns } from "./columns/settlements";
import { unreadTables } from "./columns/unread-tables";
import { wordlessTable } from "./columns/wordless-header";
import { unitOfSheet } from "./fields/sheet-unit";
import { resolveDitto } from "./layout/ditto";
import { readForm } from "./layout/forms/read-form";
import { kindOfTable } from "./kind";
import { compileLexicon, NO_LEXICON, writtenOf, type OfficeWords } from "./lexicon";
import { withHeadlessColumns } from "./columns/headless";
import { findTables, type TableRegion } from "./layout/layout";
import { fieldsNamed, namesLedger } from "./layout/names-ledger";
import { readTable } from "./items/read-table";
import { foldKey } from "../zh/text";
import { createUnitReader } from "./fields/unit";
import {
  COLUMN_KEYS,
  type AsOf,
  type ColumnKey,
  type Ditto,
  type Kind,
  type Ledger,
  type PassedOver,
  type PassedOverReason,
  type Reading,
  type ReadOptions,
  type RowSettlement,
  type SheetOverride,
  type UnitDirectory,
  type UnreadRows,
} from "./types";
import { chooseVersions, type DatedLedger } from "./items/versions";
import { re } from "../zh/pattern";
import { OUR_SHEETS, readWorkbook as words } from "../zh/words/read-workbook";

interface FoundTable {
  /** The sheet, or a view of it. */
  readonly grid: Grid;
  /** The grid as columns are chosen by: an office's words in ours everywhere. */
  readonly heard: Grid;
  readonly ditto: Ditto | null;
  readonly region: TableRegion;
  readonly mapped: MappedColumns;
  readonly override: SheetOverride | undefined;
  readonly stated: StatedDates;
}

/**
 * Reads the grids of a workbook.
 * @returns never fails: what cannot be read as a ledger stands in `passedOver`.
 * @example readWorkbook([grid], { today }).ledgers[0]?.items.length // 23
 */
export function readWorkbook(grids: readonly Grid[], options: ReadOptions): Reading {
  const steps = readInSteps(grids, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/**
 * The same in steps, each a few dozen milliseconds at most, so that a pane stays alive. The grids must not change between
 * them.
 */
export function* readInSteps(grids: readonly Grid[], options: ReadOptions): Generator<void, Reading> {
  const passedOver: PassedOver[] = [];
  const tables: FoundTable[] = [];
  const fallbackYear = (options.asOf ?? options.today).year;
  const lexicon = compileLexicon(options.lexicon ?? NO_LEXICON);
  let directory: UnitDirectory | null = options.directory ?? null;
  for (const grid of grids) {
    if (grid.unread) {
      passedOver.push({ sheet: grid.sheet, ...grid.unread });
      continue;
    }
    const why = whyPassedOver(grid, options);
    if (why === "notChosen" || why === "hidden" || why === null) {
      const units = readDirectory(grid);
      if (units) {
        directory ??= units;
        passedOver.push({ sheet: grid.sheet, why: "unitDirectory" });
        continue;
      }
    }
    if (why !== null) {
      passedOver.push({ sheet: grid.sheet, why });
      continue;
    }
    const found = yield* tablesOf(grid, options, fallbackYear, lexicon);
    if (found.tables.length === 0) {
      const why = found.headers ? "noDataRows" : found.seen ? "form" : "notALedger";
      passedOver.push({ sheet: grid.sheet, why, ...(why === "form" && { seen: found.seen ?? [] }) });
    }
    tables.push(...found.tables);
    yield;
  }

  readLikeOthers(grids, passedOver, tables, options, fallbackYear, lexicon);
  const unread = findUnread(grids, passedOver, tables);
  const asOf = asOfDate(tables, options);
  const feedbackDate = options.feedbackDate ?? firstOf(tables, (table) => table.stated.feedback);
  const anyReport = latest(tables.map((table) => table.stated.report ?? table.stated.cutOff));
  const units = createUnitReader(lexicon.withUnits(directory));
  const dated: DatedLedger[] = [];
  const ledgersOfSheet = new Map<string, number>();
  for (const { grid, heard, region, mapped, override, stated, ditto } of tables) {
    const said = saidRows(grid, region, override?.rows, options.rows ?? []);
    const readAs = (as: MappedColumns, spoken = grid, rows = said): Generator<void, Ledger[]> =>
      readTable(spoken, region, as, {
        kind: override?.kind ?? kindOfTable(grid.sheet, region.title, as.columns),
        asOf: asOf.date,
        feedbackDate,
        reportDate: stated.report ?? stated.cutOff ?? anyReport,
        concentratedMonths: options.concentratedMonths ?? null,
        units,
        override,
        sheetUnit: as.columns.unit ? null : unitOfSheet(grid.sheet, region.lines, region.title, directory),
        ditto,
        rows,
      });
    const ledgers = yield* readAs(mapped);
    yield* findDoubts(ledgers, mapped.rivals, mapped.statusOffers, (field, col) => {
      const chosen = mapColumns(heard, region, { ...override, columns: { ...override?.columns, [field]: col } });
      return readAs(chosen, lexicon.speakStatuses(writtenOf(grid), columnsOfText(chosen)));
    });
    yield* findRowDoubts(ledgers, ledgers[0]?.rowQuestions ?? NO_QUESTIONS, (rows) =>
      readAs(mapped, grid, new Map([...said, ...rows])),
    );
    if (override?.kind === undefined) findKindDoubt(ledgers);
    ledgersOfSheet.set(grid.sheet, (ledgersOfSheet.get(grid.sheet) ?? 0) + ledgers.length);
    for (const ledger of ledgers) dated.push({ ledger, stated: stated.cutOff ?? stated.report });
  }
  for (const [sheet, count] of ledgersOfSheet) if (count === 0) passedOver.push({ sheet, why: "noDataRows" });

  if (options.sheets) {
    return { ledgers: dated.map((one) => one.ledger), passedOver, directory, asOf, feedbackDate, unread, overlaps: [] };
  }
  yield;
  const { counted, overlaps } = chooseVersions(dated);
  for (const overlap of overlaps) {
    passedOver.push({
      sheet: overlap.passed.sheet,
      why: "olderVersion",
      at: { row: overlap.passed.row, col: overlap.passed.col },
      instead: nameOf(overlap.counted),
    });
  }
  return { ledgers: counted, passedOver, directory, asOf, feedbackDate, unread, overlaps };
}

function nameOf(counted: { readonly sheet: string; readonly title: string }): string {
  return counted.title === "" ? counted.sheet : `${counted.sheet}（${counted.title}）`;
}

const OUR_REPORTS = ["核验报告", "台账核验报告"];

/** A sheet that we wrote about ledgers, under its own name and title. */
function isOurs({ sheet, values }: Grid): boolean {
  if (OUR_REPORTS.some((name) => sheet.startsWith(name))) return true;
  return Object.values(OUR_SHEETS).some((ours) => sheet.startsWith(ours.sheet) && values[0]?.[0] === ours.title);
}

/** Why a sheet is not looked at, null if it is. */
function whyPassedOver(grid: Grid, options: ReadOptions): PassedOverReason | null {
  if (options.sheets) {
    if (!options.sheets.includes(grid.sheet)) return "notChosen";
  } else {
    if (isOurs(grid)) return "ourReport";
    if (options.overrides?.get(grid.sheet)?.use === false) return "notChosen";
    if (grid.visibility !== "visible" && options.overrides?.get(grid.sheet)?.use !== true) return "hidden";
  }
  return grid.values.every(isBlankRow) ? "empty" : null;
}

/** A table with its columns chosen: what stands above taken for 同上, an office's words in ours, the days it states. */
function foundTable(
  grid: Grid,
  region: TableRegion,
  override: SheetOverride | undefined,
  by: { readonly lexicon: OfficeWords; readonly fallbackYear: number; readonly lines?: readonly string[] | undefined },
): FoundTable {
  const cols = region.columns.map(({ col }) => col);
  const { grid: resolved, ditto } = resolveDitto(grid, region.firstRow, region.lastRow, cols);
  const heard = by.lexicon.speakStatuses(resolved, NO_COLUMNS);
  const mapped = mapColumns(heard, region, override);
  return {
    grid: by.lexicon.speakStatuses(resolved, columnsOfText(mapped)),
    heard,
    ditto,
    region,
    mapped,
    override,
    stated: statedDates(by.lines ?? linesOf(heard, region), by.fallbackYear, grid.date1904),
  };
}

/** Tables of a sheet, whether there were headers of a ledger without any row, and the labels seen of what is no table. */
function* tablesOf(
  written: Grid,
  options: ReadOptions,
  fallbackYear: number,
  lexicon: OfficeWords,
): Generator<void, { tables: FoundTable[]; headers: boolean; seen: readonly string[] | null }> {
  const corrections = options.overrides?.get(written.sheet);
  const tableOf = (source: Grid, found: TableRegion, lines?: readonly string[]): FoundTable | null => {
    const whole = source.view === undefined ? withHeadlessColumns(source, found) : found;
    const { region, override: corrected } = lexicon.headersOf(whole, source, corrections);
    const override = settledColumns(region, options.settlements ?? [], corrected);
    const table = foundTable(source, region, override, { lexicon, fallbackYear, lines });
    return isLedger(table.heard, region, table.mapped, override) ? table : null;
  };
  const form = readForm(written);
  const card = form.table
    ? tableOf(form.table.grid, form.table.region, [...form.table.region.lines, written.sheet])
    : null;
  if (card !== null) return { tables: [card], headers: false, seen: null };
  const tables: FoundTable[] = [];
  let headers = false;
  const spoken = lexicon.speak(written);
  const regions = yield* findTables(spoken);
  const wordless = regions.length === 0 ? wordlessTable(spoken) : null;
  for (const found of wordless ? [wordless] : regions) {
    if (found.lastRow < found.firstRow) {
      headers = true;
      continue;
    }
    const table = tableOf(written, found);
    if (table !== null) tables.push(table);
  }
  return { tables, headers, seen: tables.length === 0 && !headers ? form.seen() : null };
}

/**
 * Sheets of a workbook in which no header says anything are read like the first of them: one with two rows tells nothing by
 * itself, and its rows count all the same.
 */
function readLikeOthers(
  grids: readonly Grid[],
  passedOver: PassedOver[],
  tables: FoundTable[],
  options: ReadOptions,
  fallbackYear: number,
  lexicon: OfficeWords,
): void {
  const like = tables.find(({ region }) =>
    region.columns.every(({ path }) => saysNothing(path[path.length - 1] ?? "")),
  );
  if (like === undefined) return;
  for (const grid of grids) {
    const at = passedOver.findIndex(({ sheet, why }) => sheet === grid.sheet && why === "notALedger");
    const region = at < 0 ? null : wordlessTable(lexicon.speak(grid), like.region);
    if (region === null) continue;
    const columns = Object.fromEntries(
      COLUMN_KEYS.flatMap((key) => {
        const col = like.mapped.columns[key]?.col;
        return col === undefined ? [] : [[key, col]];
      }),
    );
    const override: SheetOverride = { columns, ...options.overrides?.get(grid.sheet) };
    tables.push(foundTable(grid, region, override, { lexicon, fallbackYear }));
    passedOver.splice(at, 1);
  }
}

/** Rows beside what was read that have no names of columns; where no table was read, the sheets say so themselves. */
function findUnread(
  grids: readonly Grid[],
  passedOver: PassedOver[],
  tables: readonly FoundTable[],
): readonly UnreadRows[] {
  if (tables.length === 0) return [];
  const found: UnreadRows[] = [];
  for (const grid of grids) {
    const own = tables.filter((table) => table.grid.sheet === grid.sheet);
    const passed = passedOver.find(({ sheet }) => sheet === grid.sheet);
    if (own.length === 0 && passed?.why !== "notALedger") continue;
    for (const rows of unreadTables(grid, own)) {
      if (rows.likeItems) found.push(rows);
      if (passed === undefined)
        passedOver.push({
          sheet: grid.sheet,
          why: rows.named ? "noProblem" : "noNames",
          at: { row: rows.row, col: rows.col },
        });
    }
  }
  return found;
}

const NO_QUESTIONS: RowQuestions = new Map();

/** What a person said of rows of a table, by row of the sheet. */
function saidRows(
  grid: Grid,
  region: TableRegion,
  corrected: ReadonlyMap<string, boolean> | undefined,
  settled: readonly RowSettlement[],
): ReadonlyMap<number, boolean> {
  const said = new Map<number, boolean>();
  if ((corrected?.size ?? 0) === 0 && settled.length === 0) return said;
  for (let row = region.firstRow; row <= region.lastRow; row++) {
    const values = grid.values[row];
    const texts = (values ?? []).map((value) => foldKey(plainText(value).slice(0, 120)));
    for (const { row: named, item } of settled)
      if (/^\d+$/.test(named) ? trueCell(grid, row, 0).row === Number(named) - 1 : texts.includes(foldKey(named)))
        said.set(row, item);
    const own = corrected?.get(rowKey(values));
    if (own !== undefined) said.set(row, own);
  }
  return said;
}

const NO_COLUMNS: ReadonlySet<number> = new Set();
const STATUS_FIELDS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["status", "measureStatus", "signOff"]);

/** Columns that surely hold no statuses: their words are quoted and counted as they stand. */
function columnsOfText({ columns }: MappedColumns): ReadonlySet<number> {
  return new Set(COLUMN_KEYS.flatMap((key) => (STATUS_FIELDS.has(key) ? [] : (columns[key]?.col ?? []))));
}

/** Whether the columns, now that their values were seen, still make a ledger. */
function isLedger(
  grid: Grid,
  region: TableRegion,
  mapped: MappedColumns,
  override: SheetOverride | undefined,
): boolean {
  if (override?.use === true) return true;
  const fields = new Set<ColumnKey>();
  for (const key of COLUMN_KEYS) if (mapped.columns[key]) fields.add(key);
  // Where no header says anything and no column reads as what is wrong, the rest is a guess.
  if (!fields.has("problem") && region.columns.every(({ path }) => saysNothing(path[path.length - 1] ?? "")))
    return false;
  // Figures under 问题 are a table of counts.
  if (
    !fields.has("problem") &&
    fieldsNamed(region.columns).has("problem") &&
    mapped.sampled.length > 2 &&
    !fields.has("measure")
  )
    return false;
  return namesLedger(fields, [grid.sheet, ...region.lines]);
}

const LINES_OF_TEXT = re`${words.linesOfText}`;

/** Lines that may state dates: those above the header, the header itself, and signatures and notes at the end. */
function linesOf(grid: Grid, region: TableRegion): string[] {
  const lines = [...region.lines];
  for (const column of region.columns) if (column.text.includes("截")) lines.push(column.text);
  let seen = 0;
  for (let row = region.lastRow; row >= region.firstRow && seen < 8; row--) {
    const cells = (grid.values[row] ?? []).filter((value) => value !== null && value !== "").map(plainText);
    const lead = cells[0];
    if (lead === undefined || lead === "") continue;
    seen++;
    if (!mayStateDate(lead)) continue;
    lines.push(cells.map((text) => text.slice(0, 120)).join(" "));
  }
  if (LINES_OF_TEXT.test(grid.sheet)) lines.push(grid.sheet);
  return lines;
}

const MAY_STATE_DATE_TEXT = re`^${words.mayStateDateText}`;

/** Whether a row that begins so may state 填报时间 or 统计截止. */
function mayStateDate(lead: string): boolean {
  return MAY_STATE_DATE_TEXT.test(foldKey(lead.slice(0, 20)));
}

function asOfDate(tables: readonly FoundTable[], options: ReadOptions): AsOf {
  if (options.asOf) return { date: options.asOf, source: "option" };
  const stated = latest(tables.map((table) => table.stated.cutOff));
  return stated ? { date: stated, source: "stated" } : { date: options.today, source: "today" };
}

function latest(dates: readonly (CivilDate | null)[]): CivilDate | null {
  let last: CivilDate | null = null;
  for (const date of dates) if (date && (last === null || compareDates(date, last) > 0)) last = date;
  return last;
}

function firstOf<T, R>(list: readonly T[], pick: (one: T) => R | null): R | null {
  for (const one of list) {
    const picked = pick(one);
    if (picked !== null) return picked;
  }
  return null;
}

/** The head of a blank form: where its heading stands and what its columns mean, without a row to tell by. */
export interface FormHead {
  readonly kind: Kind;
  readonly titleRow: number | null;
  readonly header: Area;
  /** Left to right: the heading as a person reads it, and the field it stands for. */
  readonly columns: readonly { readonly col: number; readonly header: string; readonly key: ColumnKey | null }[];
}

/**
 * The first table of a sheet whose heading names what items are known by; null where there is none.
 * @example readFormHead(grid)?.columns.map(({ key }) => key) // ["number", "problem", "unit", "status"]
 */
export function readFormHead(grid: Grid): FormHead | null {
  const steps = findTables(grid);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  for (const region of step.value) {
    const { columns } = mapColumns(grid, region);
    if (columns.problem === undefined && columns.task === undefined) continue;
    const keys = new Map(Object.values(columns).map(({ col, key }) => [col, key]));
    return {
      kind: kindOfTable(grid.sheet, region.title, columns),
      titleRow: region.titleRow,
      header: region.header,
      columns: region.columns.map(({ col, text }) => ({ col, header: text, key: keys.get(col) ?? null })),
    };
  }
  return null;
}
