/** Header bands of one to three rows: where they begin and end, and the words over each of their columns. */
import { isBlank, MAX_COLS, plainText, type Area } from "../../grid";
import { readStatusText } from "../../zh/status";
import { foldHeader, headerStrength, sensesOf } from "../columns/header-words";
import { withJoinedBands } from "./joined-bands";
import { fieldsNamed, namesLedger } from "./names-ledger";
import type { SheetRows } from "./sheet-rows";
import type { HeaderColumn, TableRegion } from "./table-region";

export const LONGEST_HEADER_CELL = 40;
const TALLEST_BAND = 3;

export interface Band {
  readonly header: Area;
  readonly columns: readonly HeaderColumn[];
}

/** The bands that begin around a row: one, or several side by side that are ledgers by themselves. */
export function readBands(sheet: SheetRows, row: number, floor: number): Band[] {
  let top = row;
  let bottom = bandBottom(sheet, row, row);
  while (top > floor && bottom - top + 1 < TALLEST_BAND && isUpperBand(sheet, top - 1, top)) top--;
  bottom = Math.max(bottom, bandBottom(sheet, top, bottom));
  while (bottom - top + 1 < TALLEST_BAND && isLowerBand(sheet, bottom)) bottom = bandBottom(sheet, top, bottom + 1);
  const columns = headerColumns(sheet, top, bottom);
  if (columns.length === 0) return [];
  const whole = bandOf(columns, top, bottom);
  const parts = splitAtGaps(columns)
    .flatMap(splitAtNumbers)
    .map((part) => bandOf(part, top, bottom));
  const ledgers = parts.filter((band) => namesLedger(fieldsNamed(band.columns), []));
  // Ledgers side by side each name what is wrong; an empty column within one doesn't make two of it.
  if (ledgers.length > 1 && ledgers.every(namesItems)) return ledgers;
  // What stands beside a ledger behind a gap, without a word of one, is something else.
  const only = ledgers.length === 1 ? ledgers[0] : undefined;
  const restIsForeign = parts.every((band) => band === only || fieldsNamed(band.columns).size === 0);
  return only && restIsForeign ? [only] : [whole];
}

function namesItems({ columns }: Band): boolean {
  const fields = fieldsNamed(columns);
  return fields.has("problem") || fields.has("task") || fields.has("name");
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
  return withJoinedBands(
    [...words.keys()]
      .sort((a, b) => a - b)
      .map((col) => ({ col, path: words.get(col) ?? [], text: (texts.get(col) ?? []).join("/") })),
  );
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
      const right = Math.min(area.right, MAX_COLS);
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

const lowestWord = ({ path }: HeaderColumn): string => path[path.length - 1] ?? "";

/**
 * 序号 … 整改状态 序号 … 办理结果 without a column between: where the number that a table begins with comes again, and each time a
 * problem and its status stand behind it, there are as many tables. 序号 of problems beside 序号 of measures is one.
 */
function splitAtNumbers(columns: readonly HeaderColumn[]): readonly (readonly HeaderColumn[])[] {
  const [first] = columns;
  const word = first === undefined ? "" : lowestWord(first);
  if (!sensesOf(word).some(({ key, score }) => key === "number" && score >= 0.6)) return [columns];
  const parts: HeaderColumn[][] = [];
  for (const column of columns) {
    if (lowestWord(column) === word) parts.push([column]);
    else parts[parts.length - 1]?.push(column);
  }
  const isWhole = (part: readonly HeaderColumn[]): boolean => {
    const fields = fieldsNamed(part);
    return fields.has("problem") && fields.has("status");
  };
  return parts.length > 1 && parts.every(isWhole) ? parts : [columns];
}

export function sameHeader(band: Band, table: TableRegion | undefined): boolean {
  if (!table || band.columns.length !== table.columns.length) return false;
  return band.columns.every(
    (column, i) => column.col === table.columns[i]?.col && column.text === table.columns[i]?.text,
  );
}
