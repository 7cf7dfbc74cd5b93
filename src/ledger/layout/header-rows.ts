/** Which rows may be headers, by a quick look at their words: most rows of large tables are settled here. */
import { isBlank, isBlankRow, MAX_COLS, type CellValue } from "../../grid";
import { re } from "../../zh/pattern";
import { layout as words } from "../../zh/words/layout";
import { foldHeader, headerStrength, isHeaderWord, sensesOf } from "../columns/header-words";
import { LONGEST_HEADER_CELL } from "./header-bands";
import type { HeaderColumn } from "./table-region";

/** The first words of a header are short, even spread with blanks. */
const LONGEST_FIRST_WORD = 20;

/**
 * Quick look within a table: rows with a number of their own go on with it, and so do rows with neither number nor
 * problem under a filled row, unless they are header words throughout; of the others those whose first cells are no
 * header word.
 */
export function continuesTable(
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
export function keyColumns(tables: readonly { readonly columns: readonly HeaderColumn[] }[]): number[] {
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
export function beginsLikeHeader(values: readonly CellValue[]): boolean {
  let seen = 0;
  const width = Math.min(values.length, MAX_COLS);
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

const MONTH_OF_HEADER = re`^\d{1,2}${words.monthOfHeader}?(?:${words.reportOfMonth})?$`;
const BEGINS_WITH_DATE = re`^${words.beginsWithDate}`;

export function countHeaderWords(values: readonly CellValue[]): HeaderWordCount {
  let whole = 0;
  let some = 0;
  let figures = 0;
  let figuresGiven = 0;
  let months = 0;
  let filled = 0;
  let short = true;
  const width = Math.min(values.length, MAX_COLS);
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
    else if (MONTH_OF_HEADER.test(folded)) months++;
    else if (BEGINS_WITH_DATE.test(folded)) figuresGiven++;
    else if (strength === 1) some++;
    else if (folded.length <= 20 && FIGURE_ENDS.some((end) => folded.endsWith(end))) figures++;
    else if (folded.length > 20) short = false;
  }
  // 7月, 8月, 9月 side by side are columns of a report; a lone one is a day like any other.
  if (months === 1) figuresGiven++;
  else some += months;
  // Header cells are words; a row with numbers or dates among few known words is data.
  const named = whole >= 2 || (whole >= 1 && whole + some >= 3) || (some >= 4 && some === filled);
  const known = named && (figuresGiven === 0 || whole >= 4);
  const foreign = short && figuresGiven === 0 && filled >= 2 && whole + some + figures >= Math.max(2, filled * 0.6);
  return { whole, possible: known || foreign, known, foreign };
}
