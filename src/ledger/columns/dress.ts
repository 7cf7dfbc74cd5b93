/**
 * How the cells of a status column are read where they are no words: found from the headers, the values and the notes of
 * the table. fields/status-dress.ts turns such cells into words.
 */
import { isBlank, plainText, type CellValue, type Grid } from "../../grid";
import type { Scored } from "./candidates";
import { namesWork } from "./questions";
import { sensesOf } from "./header-words";
import type { TableRegion } from "../layout/layout";
import { readStatus } from "../fields/status";
import { foldCode, readTick } from "../fields/status-dress";
import type { ColumnKey, Status, StatusDress } from "../types";
import { re } from "../../zh/pattern";
import { foldKey } from "../../zh/text";
import { SHARE_HEADERS } from "../../zh/words/header-parts";
import { columns } from "../../zh/words/columns";
import { statusDress as words } from "../../zh/words/status-dress";

/** Columns to tick, a status each: at most so many. */
const MOST_TICKED = 8;
/** Marks of any kind: so many different ones in a column (days differ), so long, and in so many rows. */
const MOST_MARKS = 12;
const LONGEST_MARK = 10;
const FEWEST_MARKED = 3;
const COUNTS = re`${words.countEnds}$`;
const TICK_HEADER = re`${words.tickHeaders}`;
const QUESTION: ReadonlySet<ColumnKey> = new Set<ColumnKey>(["status", "measureStatus", "signOff", "progress"]);

/** The lowest word over a column without what stands in brackets: 已完成（√） → 已完成. */
function lowestWord(column: Scored): string {
  const word = column.header.path[column.header.path.length - 1] ?? "";
  return word.replace(/\([^)]*\)|\[[^\]]*\]/g, "") || word;
}

const ASKS = re`^${words.asks}`;

/** The status that a column to tick is for: 是否正在整改, over 是 and 否, is 正在整改. */
function tickWord(column: Scored): string {
  const word = lowestWord(column);
  return word.replace(ASKS, "") || word;
}

/** The band over a column, "" where there is none. */
function bandOf(column: Scored): string {
  return column.header.path.slice(0, -1).join("");
}

/** Whether a band says nothing, or asks how things stand. */
function mayAskStatus(band: string): boolean {
  const senses = sensesOf(band);
  return senses.length === 0 || senses.some(({ key }) => QUESTION.has(key));
}

/** The status that the word over a column to tick names, null where it names none. */
function statusNamed(column: Scored): Status | null {
  const word = tickWord(column);
  if (word === "" || word.length > 12 || COUNTS.test(word)) return null;
  const reading = readStatus(word, "problem");
  if (reading.state !== "ok") return null;
  // 是 and 否 answer the question over them.
  if (word.length === 1 && !sensesOf(bandOf(column)).some(({ key }) => QUESTION.has(key))) return null;
  return reading.status;
}

/** Whether a column holds nothing but ticks, crosses and blanks. */
function isTicked({ profile }: Scored): boolean {
  return profile !== null && profile.ticks + profile.crosses === profile.filled;
}

/** Whether the cells of a column are short marks of any kind: whether they tick is told by the columns beside it. */
function isMarked({ profile }: Scored): boolean {
  return profile !== null && profile.long === 0 && profile.numbers === profile.points && profile.distinct <= MOST_MARKS;
}

/**
 * Groups of neighbouring columns to tick, one a status (已完成 | 进行中 | 未完成), under one band or none. Every row of such a
 * group has one tick, or most have.
 */
export function tickGroups(
  grid: Grid,
  rows: readonly number[],
  scored: readonly Scored[],
): readonly (readonly Scored[])[] {
  const groups: Scored[][] = [];
  let group: Scored[] = [];
  const close = (): void => {
    if (isTickGroup(grid, rows, group)) groups.push(group);
    group = [];
  };
  for (const column of scored) {
    const fits = (isTicked(column) || isMarked(column)) && statusNamed(column) !== null && mayAskStatus(bandOf(column));
    const last = group[group.length - 1];
    if (!fits || (last && (bandOf(last) !== bandOf(column) || column.header.col - last.header.col > 2))) close();
    if (fits) group.push(column);
  }
  close();
  return groups;
}

function isTickGroup(grid: Grid, rows: readonly number[], group: readonly Scored[]): boolean {
  if (group.length < 2) return false;
  const statuses = group.map(statusNamed);
  if (new Set(statuses).size < 2 || !statuses.some((status) => status === "done" || status === "basic")) return false;
  if (!areTicks(group)) return isMarkedOnce(grid, rows, group);
  let ticked = 0;
  let once = 0;
  for (const row of rows) {
    const count = group.filter(({ header }) => readTick(grid.values[row]?.[header.col] ?? null) === true).length;
    if (count > 0) ticked++;
    if (count === 1) once++;
  }
  return ticked >= rows.length * 0.4 && once >= ticked * 0.7;
}

/** Whether ticks and crosses are told apart by what they are: ○ alone may be either. */
const areTicks = (group: readonly Scored[]): boolean =>
  group.every(isTicked) && group.some(({ profile }) => (profile?.ticks ?? 0) > 0);

/** Whether nearly every row has exactly one cell of the group filled, with no more than a mark. */
function isMarkedOnce(grid: Grid, rows: readonly number[], group: readonly Scored[]): boolean {
  let once = 0;
  for (const row of rows) {
    const marks = group.map(({ header }) => plainText(grid.values[row]?.[header.col] ?? null)).filter((text) => text);
    if (marks.some((mark) => mark.length > LONGEST_MARK)) return false;
    if (marks.length === 1) once++;
  }
  return rows.length >= FEWEST_MARKED && once >= rows.length * 0.9;
}

/** The dress of a group of columns to tick. */
function groupDress(group: readonly Scored[]): StatusDress {
  const columns = group.map((column) => ({ col: column.header.col, word: tickWord(column) }));
  return { form: "ticks", columns, ...(areTicks(group) ? {} : { anyMark: true as const }) };
}

/** Whether a column beside this one is headed by another status: then a blank here is told there, or nowhere. */
function standsAmongStatuses(column: Scored, scored: readonly Scored[]): boolean {
  const named = statusNamed(column);
  return scored.some((other) => {
    if (other === column || Math.abs(other.header.col - column.header.col) > MOST_TICKED) return false;
    if (bandOf(other) !== bandOf(column) || !(other.profile?.filled === 0 || isTicked(other) || isMarked(other)))
      return false;
    const status = statusNamed(other);
    return status !== null && status !== (named ?? "done");
  });
}

/**
 * Whether one column is there to be ticked when its item is done: nothing but ticks in it, and rows without; or it answers
 * 是 and 否 in every row (已整改: 是, 否).
 */
function isOneTicked(column: Scored, scored: readonly Scored[]): boolean {
  const { profile } = column;
  if (profile === null || profile.ticks === 0) return false;
  const isAnswered =
    column.candidates.length === 0 && profile.crosses > 0 && profile.ticks + profile.crosses === profile.rows;
  const isTickedInPart = profile.ticks === profile.filled && profile.filled < profile.rows;
  const word = lowestWord(column);
  if (!TICK_HEADER.test(word) || COUNTS.test(word) || !namesWork(word)) return false;
  const named = readStatus(word, "problem");
  const isDone = named.state === "ok" && named.status === "done";
  if (isAnswered ? !isDone : !isTickedInPart || (named.state === "ok" && !isDone)) return false;
  return !standsAmongStatuses(column, scored);
}

/** Whether the header of a column speaks of shares of the work: 完成进度, 完成率（%）. */
export function speaksOfShares(column: Scored): boolean {
  const text = foldKey(column.header.text);
  return SHARE_HEADERS.some((word) => text.includes(word));
}

/** How the cells of a column are read as statuses; undefined where they are words. */
export function dressOf(
  grid: Grid,
  region: TableRegion,
  column: Scored,
  groups: readonly (readonly Scored[])[],
  scored: readonly Scored[],
): StatusDress | undefined {
  const group = groups.find((one) => one.includes(column));
  if (group) return groupDress(group);
  const { profile } = column;
  if (profile === null || profile.filled === 0) return undefined;
  const legend = legendOf(grid, region, column);
  if (legend) return { form: "codes", words: legend };
  if (answersReview(grid, region, column)) return { form: "codes", words: REVIEW_ANSWERS };
  if (profile.points > profile.shares && profile.points + profile.statuses >= profile.filled * 0.8)
    return { form: "points", ...(mixesShares(grid, region, column) && { mixed: true as const }) };
  if (isOneTicked(column, scored)) return { form: "tick" };
  if (profile.days + profile.months >= profile.filled * 0.6) return { form: "dates" };
  return undefined;
}

/** Whether shares of one stand among shares of a hundred, under a header that doesn't say which: 0.8, 80. */
function mixesShares(grid: Grid, region: TableRegion, { header }: Scored): boolean {
  if (foldKey(header.text).includes("%")) return false;
  for (let row = region.firstRow; row <= region.lastRow; row++) {
    const value = grid.values[row]?.[header.col];
    if (typeof value === "number" && value > 0 && value < 1) return true;
  }
  return false;
}

const AUTHORITY = re`${columns.authority}`;
const REVIEW_ANSWERS: ReadonlyMap<string, string> = new Map([
  ...words.passed.map((answer) => [foldCode(answer), words.reviewPassed] as const),
  ...words.failed.map((answer) => [foldCode(answer), words.reviewFailed] as const),
]);

/** Whether a column of those who looked again answers 符合 or 不符合. */
function answersReview(grid: Grid, region: TableRegion, { header }: Scored): boolean {
  return AUTHORITY.test(header.text) && coversValues(grid, region, header.col, REVIEW_ANSWERS);
}

// ------------------------------------------------------------------------------------------------------------- legends

const CODE = words.codes.join("|");
const WORD = "[\\u4e00-\\u9fff]{2,10}";
const CODE_FIRST = new RegExp(`(${CODE})(?:${words.legendIs.join("|")})(${WORD})`, "gu");
const WORD_FIRST = new RegExp(`(${WORD}?)(?:${words.legendFills.join("|")})(${CODE})(?![\\u4e00-\\u9fff])`, "gu");
const LEGEND_BEGINS = re`^${words.legendBegins}`;
const LONGEST_LEGEND = 300;
const NOTE_ROWS = 10;

/** The legend that the cells of a column are written by: in its header, else in a line above or a note below. */
function legendOf(grid: Grid, region: TableRegion, column: Scored): ReadonlyMap<string, string> | null {
  const { profile } = column;
  // Words need no legend.
  if (profile === null || profile.worded > profile.filled * 0.5) return null;
  for (const text of [column.header.text, ...region.lines, ...notesOf(grid, region)]) {
    const legend = parseLegend(text);
    if (legend && coversValues(grid, region, column.header.col, legend)) return legend;
  }
  return null;
}

/**
 * Codes and the statuses they stand for, null where a text has no two of them.
 * @example parseLegend("状态（1已完成 2整改中）") // Map { "1" => "已完成", "2" => "整改中" }
 */
function parseLegend(text: string): ReadonlyMap<string, string> | null {
  if (text.length < 4 || text.length > LONGEST_LEGEND) return null;
  const plain = text.normalize("NFKC").replace(/[()[\]]/g, " ");
  for (const [pattern, codeAt, wordAt] of [
    [CODE_FIRST, 1, 2],
    [WORD_FIRST, 2, 1],
  ] as const) {
    const legend = new Map<string, string>();
    let understood = 0;
    for (const match of plain.matchAll(pattern)) {
      const word = match[wordAt] as string;
      if (readStatus(word, "problem").state === "ok") understood++;
      legend.set(foldCode(match[codeAt] as string), word);
    }
    if (understood >= 2) return legend;
  }
  return null;
}

function coversValues(grid: Grid, region: TableRegion, col: number, legend: ReadonlyMap<string, string>): boolean {
  let filled = 0;
  let covered = 0;
  for (let row = region.firstRow; row <= region.lastRow && filled < 60; row++) {
    const value: CellValue = grid.values[row]?.[col] ?? null;
    if (isBlank(value)) continue;
    filled++;
    if (legend.has(foldCode(value))) covered++;
  }
  return covered > 0 && covered >= filled * 0.7;
}

/** Notes at the end of a table or below it: 注：1—已完成，2—整改中. */
function notesOf(grid: Grid, region: TableRegion): string[] {
  const notes: string[] = [];
  const last = Math.min(grid.values.length - 1, region.lastRow + NOTE_ROWS);
  for (let row = Math.max(region.firstRow, region.lastRow - NOTE_ROWS); row <= last; row++) {
    const cells = (grid.values[row] ?? []).filter((value) => !isBlank(value));
    const first = plainText(cells[0] ?? null);
    if (cells.length <= 3 && LEGEND_BEGINS.test(foldKey(first.slice(0, 20))))
      notes.push(cells.map(plainText).join(" "));
  }
  return notes;
}
