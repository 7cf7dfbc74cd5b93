/**
 * Finds the tables of a sheet by their header bands: where a title, the lines of who and when, one to three header rows
 * and the rows below begin and end. Only words are looked at here; which column holds what is decided in columns.ts.
 *
 * A band qualifies as a ledger's when its words name what ledgers name (`namesLedger`). Headers of other tables end the
 * table above them and are passed over, so that a table of figures under a ledger is never read as its rows.
 */
import { isBlank, isBlankRow, plainText, type Area, type CellValue, type Grid } from "../../grid";
import { foldHeader, headerStrength, isHeaderWord, sensesOf } from "../columns/header-words";
import { readStatusText } from "../../zh/status";
import { foldKey } from "../../zh/text";
import type { ColumnKey } from "../types";
import { re } from "../../zh/pattern";
import { layout as words } from "../../zh/words/layout";

/** The words over one column. */
export interface HeaderColumn {
  readonly col: number;
  /** Words from the upper band to the lower, folded (`foldHeader`), without repetition of a merged one. */
  readonly path: readonly string[];
  /** As a person reads it: bands joined by "/", white space within words removed. */
  readonly text: string;
}

/** One table of a sheet before its columns are known. */
export interface TableRegion {
  readonly header: Area;
  /** Columns of the band that have a header, left to right. */
  readonly columns: readonly HeaderColumn[];
  readonly titleRow: number | null;
  readonly title: string;
  /** Text of the lines above the header, the title among them: 填报单位, 填报时间, 统计截止. */
  readonly lines: readonly string[];
  /** A section heading that stands above the header instead of below it. */
  readonly openingSection: string | null;
  readonly firstRow: number;
  lastRow: number;
  /** Rows of a header that is printed again on a later page, with its title. */
  readonly repeatedRows: Set<number>;
}

/** Widest header that is looked at. */
const WIDEST = 16384;
/** Rows from the top in which every row is examined as a possible header; below, only rows that begin like one. */
const EXAMINED_ROWS = 200;
const LONGEST_HEADER_CELL = 40;
const TALLEST_BAND = 3;
/** The first words of a header are short, even spread with blanks. */
const LONGEST_FIRST_WORD = 20;

/** Rows looked at between two pauses. */
const ROWS_A_STEP = 8192;

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
        ? continuesTable(values, keys, grid.values[row - 1])
        : row >= EXAMINED_ROWS && !beginsLikeHeader(values)
    )
      continue;
    const words = countHeaderWords(values);
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

interface Band {
  readonly header: Area;
  readonly columns: readonly HeaderColumn[];
}

// ---------------------------------------------------------------------------------------------------- the sheet's rows

/** A grid with the few questions that finding headers asks of it. Merges are indexed only when a header is near. */
class SheetRows {
  readonly first: number;
  readonly last: number;
  private mergesByTop: Map<number, Area[]> | null = null;

  constructor(readonly grid: Grid) {
    const values = grid.values;
    let last = values.length - 1;
    while (last >= 0 && isBlankRow(values[last])) last--;
    this.last = last;
    this.first = 0;
  }

  /** Last row with a value in `from`…`to`, `from - 1` if there is none. */
  lastFilled(from: number, to: number): number {
    let row = Math.min(to, this.last);
    while (row >= from && isBlankRow(this.grid.values[row])) row--;
    return Math.max(row, from - 1);
  }

  mergesFrom(row: number): readonly Area[] {
    if (!this.mergesByTop) {
      this.mergesByTop = new Map();
      for (const area of this.grid.merges) {
        const list = this.mergesByTop.get(area.top);
        if (list) list.push(area);
        else this.mergesByTop.set(area.top, [area]);
      }
    }
    return this.mergesByTop.get(row) ?? [];
  }

  value(row: number, col: number): CellValue {
    return this.grid.values[row]?.[col] ?? null;
  }

  /** Columns of a row that hold a value. */
  filled(row: number): number[] {
    const values = this.grid.values[row];
    const cols: number[] = [];
    if (!values) return cols;
    const width = Math.min(values.length, WIDEST);
    for (let col = 0; col < width; col++) if (!isBlank(values[col])) cols.push(col);
    return cols;
  }

  /** Width in columns of the cell that begins here (1 unless merged). */
  widthAt(row: number, col: number): number {
    for (const area of this.mergesFrom(row)) if (area.left === col) return area.right - area.left + 1;
    return 1;
  }
}

// --------------------------------------------------------------------------------------------------- possible headers

/**
 * Quick look within a table: rows with a number of their own go on with it, and so do rows with neither number nor
 * problem under a filled row, unless they are header words throughout; of the others those whose first cells are no
 * header word.
 */
function continuesTable(
  values: readonly CellValue[],
  keys: readonly number[],
  above: readonly CellValue[] | undefined,
): boolean {
  let empty = keys.length > 0;
  for (const col of keys) {
    const value = values[col];
    if (value === null || value === undefined) continue;
    if (typeof value === "number") return true;
    empty = false;
    if (typeof value === "string" && value.length > 0) {
      const code = value.charCodeAt(0);
      if (code >= 48 && code <= 57) return true;
    }
  }
  if (!beginsLikeHeader(values)) return true;
  // A further measure may be a word that headers use; a row of such words is a header, a title above it or not.
  return empty && !isBlankRow(above) && countHeaderWords(values).whole < 3;
}

/** Columns of number and problem, by their words alone. */
function keyColumns(tables: readonly { readonly columns: readonly HeaderColumn[] }[]): number[] {
  const cols: number[] = [];
  for (const { columns } of tables) {
    for (const { col, path } of columns) {
      const senses = sensesOf(path[path.length - 1] ?? "");
      if (
        senses.some((one) => (one.key === "number" || one.key === "problem" || one.key === "name") && one.score >= 0.7)
      )
        cols.push(col);
    }
  }
  return cols;
}

/** Whether one of the first two filled cells is a header word or something that counts. */
function beginsLikeHeader(values: readonly CellValue[]): boolean {
  let seen = 0;
  const width = Math.min(values.length, WIDEST);
  for (let col = 0; col < width && seen < 2; col++) {
    const value = values[col] as CellValue;
    if (isBlank(value)) continue;
    seen++;
    if (typeof value === "string" && value.length <= LONGEST_FIRST_WORD && isHeaderWord(value)) return true;
  }
  return false;
}

interface HeaderWordCount {
  /** Cells that are header words as a whole. */
  readonly whole: number;
  /** Enough words to look further. */
  readonly possible: boolean;
  /** Enough of them are fields of a ledger. */
  readonly known: boolean;
  /** The row is surely the header of some table, if not of a ledger. */
  readonly foreign: boolean;
}

/** Ends of headers of statistics. */
const FIGURE_ENDS = ["数", "率", "量", "比", "额", "计", "(个)", "(件)", "(条)", "(项)"];

const BEGINS_WITH_DATE = re`^${words.beginsWithDate}`;

function countHeaderWords(values: readonly CellValue[]): HeaderWordCount {
  let whole = 0;
  let some = 0;
  let figures = 0;
  let figuresGiven = 0;
  let filled = 0;
  let short = true;
  const width = Math.min(values.length, WIDEST);
  for (let col = 0; col < width; col++) {
    const value = values[col];
    if (value === null || value === undefined || value === "" || isBlank(value)) continue;
    filled++;
    if (typeof value !== "string") {
      figuresGiven++;
      continue;
    }
    if (value.length > LONGEST_HEADER_CELL * 4) {
      short = false;
      continue;
    }
    const folded = foldHeader(value);
    const strength = headerStrength(folded);
    if (strength === 2) whole++;
    else if (BEGINS_WITH_DATE.test(folded)) figuresGiven++;
    else if (strength === 1) some++;
    else if (folded.length <= 20 && FIGURE_ENDS.some((end) => folded.endsWith(end))) figures++;
    else if (folded.length > 20) short = false;
  }
  // Header cells are words; a row with numbers or dates among few known words is data.
  const known = (whole >= 2 || (whole >= 1 && whole + some >= 3)) && (figuresGiven === 0 || whole >= 4);
  const foreign = short && figuresGiven === 0 && filled >= 2 && whole + some + figures >= Math.max(2, filled * 0.6);
  return { whole, possible: known || foreign, known, foreign };
}

// -------------------------------------------------------------------------------------------------------- header bands

/** The bands that begin around a row: one, or several side by side that are ledgers by themselves. */
function readBands(sheet: SheetRows, row: number, floor: number): Band[] {
  let top = row;
  let bottom = bandBottom(sheet, row, row);
  while (top > floor && bottom - top + 1 < TALLEST_BAND && isUpperBand(sheet, top - 1, top)) top--;
  bottom = Math.max(bottom, bandBottom(sheet, top, bottom));
  while (bottom - top + 1 < TALLEST_BAND && isLowerBand(sheet, bottom)) bottom = bandBottom(sheet, top, bottom + 1);
  const columns = headerColumns(sheet, top, bottom);
  if (columns.length === 0) return [];
  const whole = bandOf(columns, top, bottom);
  const parts = splitAtGaps(columns).map((part) => bandOf(part, top, bottom));
  const ledgers = parts.filter((band) => namesLedger(fieldsNamed(band.columns), []));
  if (ledgers.length > 1) return ledgers;
  // What stands beside a ledger behind a gap, without a word of one, is something else.
  const only = ledgers[0];
  const restIsForeign = parts.every((band) => band === only || fieldsNamed(band.columns).size === 0);
  return only && restIsForeign ? [only] : [whole];
}

function bandOf(columns: readonly HeaderColumn[], top: number, bottom: number): Band {
  const left = columns[0]?.col ?? 0;
  const right = columns[columns.length - 1]?.col ?? left;
  return { header: { top, left, bottom, right }, columns };
}

/** Lowest row that cells merged downwards from these header rows reach. */
function bandBottom(sheet: SheetRows, top: number, bottom: number): number {
  let reach = bottom;
  for (let row = top; row <= reach; row++) {
    for (const area of sheet.mergesFrom(row)) {
      if (area.bottom - area.top < TALLEST_BAND + 1 && !isBlank(sheet.value(area.top, area.left))) {
        reach = Math.max(reach, area.bottom);
      }
    }
    if (reach >= top + TALLEST_BAND) return Math.min(reach, top + TALLEST_BAND);
  }
  return reach;
}

/**
 * Whether the row under a header row holds words of its lower band: each under a merged or an empty cell; or a whole
 * header of its own directly under a row of general words (人员, 单位, 时间).
 */
function isLowerBand(sheet: SheetRows, bottom: number): boolean {
  const lower = bottom + 1;
  const cols = sheet.filled(lower);
  const upper = sheet.filled(bottom);
  if (cols.length === 0 || upper.length === 0) return false;
  if (cols.length === 1 && (cols[0] as number) <= (upper[0] as number)) return false;
  let known = 0;
  let whole = 0;
  let equal = 0;
  let beside = true;
  for (const col of cols) {
    const value = sheet.value(lower, col);
    if (typeof value !== "string" || value.length > LONGEST_HEADER_CELL) return false;
    const folded = foldHeader(value);
    if (folded.length > 20) return false;
    const above = sheet.value(bottom, col);
    if (!isBlank(above) && sheet.widthAt(bottom, col) === 1 && !isBandOver(sheet, bottom, col, cols)) {
      beside = false;
      if (foldHeader(plainText(above)) === folded) equal++;
    }
    const strength = headerStrength(folded);
    // 已完成, 正在整改 under 完成情况: columns to tick.
    if (strength > 0 || (beside && readStatusText(folded, "problem") !== null)) known++;
    if (strength === 2) whole++;
  }
  if (beside) return known * 2 >= cols.length;
  return equal === 0 && whole >= 4 && whole >= cols.length * 0.7 && cols.length >= upper.length;
}

/** An unmerged upper word that goes on over the empty cells to its right. */
function isBandOver(sheet: SheetRows, row: number, col: number, lower: readonly number[]): boolean {
  const next = col + 1;
  return isBlank(sheet.value(row, next)) && lower.includes(next) && !coveredAbove(sheet, row, next);
}

/** Whether a cell is covered by a cell merged from above or from the left. */
function coveredAbove(sheet: SheetRows, row: number, col: number): boolean {
  for (let top = Math.max(0, row - TALLEST_BAND); top <= row; top++) {
    for (const area of sheet.mergesFrom(top)) {
      if (area.bottom >= row && area.left <= col && area.right >= col && (area.top !== row || area.left !== col))
        return true;
    }
  }
  return false;
}

/** Words over parts of a header (整改责任 over 单位 and 责任人). */
export const BAND_WORDS: ReadonlySet<string> = new Set(
  "整改责任 责任 责任分工 责任落实 责任体系 责任主体 整改进展 整改落实 整改情况 整改工作 完成情况 基本情况 问题情况 问题 反馈问题 反馈情况 整改措施 整改安排 整改计划 整改要求 进展情况 销号情况 销号 落实情况 办理情况 问责情况 时限 整改方案 台账信息 问题信息 整改信息 责任信息 事项信息 时间 时间要求 整改时间 整改成效 单位 人员 责任人员 整改落实情况 信访件情况 线索情况 整改台账 问题清单 任务清单 责任清单".split(
    " ",
  ),
);

const LINE_FRONTS = ["填报", "填表", "报送", "上报", "制表", "统计", "附件", "单位:", "日期", "时间:", "截至"];

/** Whether the row above a header row is its upper band: short words over parts of it, no title and no 填报单位 line. */
function isUpperBand(sheet: SheetRows, upper: number, below: number): boolean {
  const cols = sheet.filled(upper);
  const lower = sheet.filled(below);
  if (cols.length === 0 || lower.length === 0) return false;
  const left = lower[0] as number;
  const right = lower[lower.length - 1] as number;
  let known = 0;
  let merged = 0;
  for (const col of cols) {
    const value = sheet.value(upper, col);
    if (typeof value !== "string") return false;
    const folded = foldHeader(value);
    const width = sheet.widthAt(upper, col);
    if (folded.length > 15 || /[:：]/.test(folded) || LINE_FRONTS.some((front) => folded.startsWith(front)))
      return false;
    if (col > right || col + width - 1 < left) return false;
    if (
      width > 1 &&
      (width >= (right - left + 1) * 0.8 || (width >= 3 && cols.length === 1 && !BAND_WORDS.has(folded)))
    )
      return false;
    if (BAND_WORDS.has(folded) || headerStrength(folded) === 2) known++;
    if (width > 1) merged++;
  }
  if (cols.length === 1) return known === 1 && ((cols[0] as number) > left || merged === 1);
  return known + merged >= 2 || known * 2 >= cols.length;
}

function headerColumns(sheet: SheetRows, top: number, bottom: number): HeaderColumn[] {
  const words = new Map<number, string[]>();
  const texts = new Map<number, string[]>();
  for (let row = top; row <= bottom; row++) {
    const line = bandWords(sheet, row, top, bottom);
    for (const [col, text] of line) {
      const folded = headerWordOf(text);
      const path = words.get(col) ?? [];
      if (path[path.length - 1] === folded) continue;
      path.push(folded);
      words.set(col, path);
      const shown = texts.get(col) ?? [];
      shown.push(shownText(text));
      texts.set(col, shown);
    }
  }
  return [...words.keys()]
    .sort((a, b) => a - b)
    .map((col) => ({ col, path: words.get(col) ?? [], text: (texts.get(col) ?? []).join("/") }));
}

/** The word of a header cell: all of it, or its first line where the others only tell how to fill it in. */
function headerWordOf(text: string): string {
  const folded = foldHeader(text);
  const lineBreak = text.indexOf("\n");
  if (lineBreak < 2 || sensesOf(folded).length > 0) return folded;
  const firstLine = foldHeader(text.slice(0, lineBreak));
  return sensesOf(firstLine).length > 0 ? firstLine : folded;
}

/** Header words are shown without the blanks and line breaks that only lay them out. */
function shownText(text: string): string {
  return (text.length > 200 ? text.slice(0, 200) : text).replace(/\s/g, "");
}

/** Text over each column in one header row, merged words and unmerged band words carried over the columns they cover. */
function bandWords(sheet: SheetRows, row: number, top: number, bottom: number): Map<number, string> {
  const line = new Map<number, string>();
  for (let from = Math.max(0, row - TALLEST_BAND); from <= row; from++) {
    for (const area of sheet.mergesFrom(from)) {
      if (area.bottom < row || area.top < top) continue;
      const value = sheet.value(area.top, area.left);
      if (isBlank(value)) continue;
      const right = Math.min(area.right, WIDEST);
      for (let col = area.left; col <= right; col++) line.set(col, plainText(value));
    }
  }
  const cols = sheet.filled(row);
  for (const col of cols) if (!line.has(col)) line.set(col, plainText(sheet.value(row, col)));
  if (row === bottom) return line;
  const last = Math.max(...sheet.filled(row + 1), -1);
  for (const col of cols) {
    if (sheet.widthAt(row, col) > 1 || isBlank(sheet.value(row + 1, col))) continue;
    const text = plainText(sheet.value(row, col));
    for (let next = col + 1; next <= last; next++) {
      if (line.has(next) || !isBlank(sheet.value(row, next)) || isBlank(sheet.value(row + 1, next))) break;
      if (coveredAbove(sheet, row, next)) break;
      line.set(next, text);
    }
  }
  return line;
}

function splitAtGaps(columns: readonly HeaderColumn[]): HeaderColumn[][] {
  const parts: HeaderColumn[][] = [];
  let previous = -2;
  for (const column of columns) {
    const part = parts[parts.length - 1];
    if (part && column.col === previous + 1) part.push(column);
    else parts.push([column]);
    previous = column.col;
  }
  return parts;
}

function sameHeader(band: Band, table: TableRegion | undefined): boolean {
  if (!table || band.columns.length !== table.columns.length) return false;
  return band.columns.every(
    (column, i) => column.col === table.columns[i]?.col && column.text === table.columns[i]?.text,
  );
}

// -------------------------------------------------------------------------------------------------- is it a ledger's?

/** Fields that the words of a header name for certain enough, whatever the values are. */
export function fieldsNamed(columns: readonly HeaderColumn[]): ReadonlySet<ColumnKey> {
  const fields = new Set<ColumnKey>();
  for (const column of columns) {
    for (const found of sensesOf(column.path[column.path.length - 1] ?? ""))
      if (found.score >= 0.6) fields.add(found.key);
    if (column.path.length > 1) {
      for (const found of sensesOf(column.path.join(""))) if (found.score >= 0.6) fields.add(found.key);
    }
  }
  return fields;
}

const CONTENT: readonly ColumnKey[] = [
  "task",
  "measure",
  "unit",
  "deadline",
  "status",
  "progress",
  "leader",
  "person",
  "signOff",
  "doneDate",
];
const CONTEXT_WORDS = [
  "整改",
  "台账",
  "问题",
  "信访",
  "线索",
  "移交",
  "交办",
  "立行立改",
  "问责",
  "销号",
  "巡察",
  "巡视",
  "督察",
  "审计",
];

/**
 * Whether the fields named by a header are those of a ledger: a problem and something said about it; a form of
 * accountability and who or how many; or, without a problem column, at least four of measure, unit, deadline, status….
 * @param context title, lines and sheet name: where they speak of rectification, three are enough.
 */
export function namesLedger(fields: ReadonlySet<ColumnKey>, context: readonly string[]): boolean {
  if (
    fields.has("form") &&
    (fields.has("name") || fields.has("persons") || fields.has("problem") || fields.has("number"))
  )
    return true;
  let content = 0;
  for (const key of CONTENT) if (fields.has(key)) content++;
  if (fields.has("problem")) return content >= 1;
  if (content >= 4) return true;
  const speaks = context.some((text) => CONTEXT_WORDS.some((word) => text.includes(word)));
  return (
    speaks &&
    content >= 3 &&
    (fields.has("measure") || fields.has("task")) &&
    (fields.has("deadline") || fields.has("status"))
  );
}

// ----------------------------------------------------------------------------------------------- lines above a header

const MOST_LINES = 12;
const TITLE_WORDS = ["台账", "清单", "一览", "汇总", "明细", "登记表", "统计表", "情况表", "进度表", "表", "情况"];
const INFO_FRONTS = [
  "填报",
  "填表",
  "报送",
  "上报",
  "制表",
  "统计",
  "单位:",
  "单位名称:",
  "日期:",
  "时间:",
  "截至",
  "截止",
  "数据截",
  "反馈时间",
  "反馈日期",
  "联系",
  "审核",
  "密级",
  "编号:",
  "附件",
  "附表",
];
const SECTION_MARK = re`^${words.sectionMark}`;

interface LinesAbove {
  readonly top: number;
  readonly titleRow: number | null;
  readonly title: string;
  readonly section: string | null;
  readonly lines: readonly string[];
}

function linesAbove(sheet: SheetRows, header: Area, floor: number): string[] {
  const texts: string[] = [sheet.grid.sheet, ...(sheet.grid.caption ?? [])];
  for (let row = header.top - 1; row >= floor && texts.length < MOST_LINES; row--) {
    for (const col of sheet.filled(row).slice(0, 8)) texts.push(clipped(plainText(sheet.value(row, col))));
  }
  return texts;
}

/** What titles of tables are called. */
const LONGEST_NAME = 30;
const NAMES_TABLE = re`${words.namesTable}`;

const TITLE_TOP_FIRST = re`^${words.titleTopFirst}`;

/** First row of the title block above a row: lone texts and 填报 lines, nothing that looks like data. */
function titleTop(sheet: SheetRows, headerTop: number, floor: number): number {
  let top = headerTop;
  let blanks = 0;
  let gap = false;
  let titled = false;
  for (let row = headerTop - 1; row >= floor && headerTop - row <= MOST_LINES; row--) {
    const cols = sheet.filled(row);
    if (cols.length === 0) {
      if (++blanks > 3) break;
      gap = top < headerTop;
      continue;
    }
    const texts = cols.map((col) => foldKey(clipped(plainText(sheet.value(row, col)))));
    // A gap above a title or 填报单位 separates it from the table before, unless the name of a table stands over the gap.
    const first = texts[0] ?? "";
    if (gap && (floor === 0 ? titled : first.length > LONGEST_NAME || !NAMES_TABLE.test(first))) break;
    const isInfo = texts.some((text) => INFO_FRONTS.some((front) => text.startsWith(front)));
    const lone = cols.length === 1 && typeof sheet.value(row, cols[0] as number) === "string";
    if (
      floor > 0
        ? !lone && !(isInfo && !texts.some((text) => text.startsWith("审核") || text.startsWith("填报人")))
        : cols.length > 8
    )
      break;
    if (floor > 0 && TITLE_TOP_FIRST.test(first)) break;
    top = row;
    if (!isInfo) titled = true;
  }
  return top;
}

function linesAboveTable(sheet: SheetRows, headerTop: number, floor: number, band: Band): LinesAbove {
  const top = titleTop(sheet, headerTop, floor);
  const lines: string[] = [];
  let best: { row: number; text: string; score: number } | null = null;
  let section: string | null = null;
  const width = band.header.right - band.header.left + 1;
  for (let row = top; row < headerTop; row++) {
    const cols = sheet.filled(row);
    let lineText = "";
    for (const col of cols) {
      const text = clipped(lineValue(sheet, row, col));
      lineText = lineText === "" ? text : `${lineText} ${text}`;
    }
    if (lineText === "") continue;
    lines.push(lineText);
    const folded = foldKey(lineText);
    if (INFO_FRONTS.some((front) => folded.startsWith(front))) continue;
    const spread = Math.min(1, sheet.widthAt(row, cols[0] as number) / width);
    const worded = TITLE_WORDS.some((word) => folded.includes(word)) ? 2 : 0;
    const heading = SECTION_MARK.test(folded);
    if (heading && worded === 0 && row > top) section = clipped(plainText(sheet.value(row, cols[0] as number)));
    const score = worded + spread - (heading ? 0.5 : 0) - (cols.length > 2 ? 2 : 0);
    if (!best || score > best.score)
      best = { row, text: clipped(plainText(sheet.value(row, cols[0] as number))), score };
  }
  if (best && section === best.text) section = null;
  const caption = floor === 0 ? (sheet.grid.caption ?? []).map(clipped) : [];
  return {
    top,
    titleRow: best?.row ?? null,
    title: best?.text ?? captionTitle(caption),
    section,
    lines: [...caption, ...lines],
  };
}

/** The title among the lines above a table of a document: the last that is worded like one, else the last of all. */
function captionTitle(caption: readonly string[]): string {
  const names = caption.filter((line) => !INFO_FRONTS.some((front) => foldKey(line).startsWith(front))).reverse();
  return names.find((line) => TITLE_WORDS.some((word) => foldKey(line).includes(word))) ?? names[0] ?? "";
}

/** Dates in a line of their own cell (统计截止时间： | 45940) are read later; they stay numbers here, marked as serials. */
function lineValue(sheet: SheetRows, row: number, col: number): string {
  const value = sheet.value(row, col);
  return typeof value === "number" ? `\u{1F4C5}${value}` : plainText(value);
}

/** The mark before a number that stands alone in a line above a header (see as-of.ts). */
export const SERIAL_MARK = "\u{1F4C5}";

function clipped(text: string): string {
  return text.length > 300 ? text.slice(0, 300) : text;
}

/** Whether the lines above a repeated header begin a table of their own: another title that names a table. */
function startsAnotherTable(above: LinesAbove, table: TableRegion): boolean {
  if (above.titleRow === null || above.title === table.title) return false;
  const folded = foldKey(above.title);
  return NAMES_TABLE.test(folded) || /\d月/.test(folded);
}
