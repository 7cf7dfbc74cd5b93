/**
 * Rows of which the cells do not tell for certain whether they are items: noted while a table is read, counted both ways
 * afterwards (ledger/row-doubts.ts), and settled by a person's word, which goes by the texts of the row.
 */
import { isBlank, plainText, type CellValue, type Grid } from "../../grid";
import { readStatus } from "../fields/status";
import { NOTE_ROW, SIGNATURE_ROW, SUBTOTAL_ROW, type RowShape } from "../layout/row-class";
import type { ColumnMap, RowQuestion } from "../types";
import { foldKey } from "../../zh/text";
import { re } from "../../zh/pattern";
import { rowQuestions as words } from "../../zh/words/row-questions";

/** Rows in question of one table, by why. */
export type RowQuestions = ReadonlyMap<RowQuestion, readonly number[]>;

const LONGEST_KEY = 120;

/**
 * What a person's word on a row goes by: its texts, so that it holds wherever the row is sorted to.
 * @example rowKey([8, "统计", null, "未完成"]) // "8|统计|未完成"
 */
export function rowKey(values: readonly CellValue[] | undefined): string {
  const texts = (values ?? [])
    .filter((value) => !isBlank(value))
    .map((value) => foldKey(plainText(value).slice(0, 60)));
  return texts.join("|").slice(0, LONGEST_KEY);
}

const NOTHING = re`^(?:${words.nothing})[。.]?$`;
const FIGURE = /^\d{1,4}$/;

interface QuestionReader {
  /** Of a row that is no item by its class. */
  readonly left: (row: number, code: number) => void;
  /** Of a row that goes on with the item above it. */
  readonly continued: (row: number) => void;
  /** Of a row that begins an item. */
  readonly begun: (row: number, problem: string) => void;
  readonly found: RowQuestions;
}

/** Gathers the rows in question while a table is read; each look costs a few cells of rows that are out of the ordinary. */
export function createQuestions(grid: Grid, shape: RowShape, columns: ColumnMap): QuestionReader {
  const found = new Map<RowQuestion, number[]>();
  const status = columns.status?.dress === undefined ? (columns.status?.col ?? -1) : -1;
  const unit = columns.unit?.col ?? -1;
  const deadline = columns.deadline?.col ?? -1;
  const at = (row: number, col: number): CellValue => (col < 0 ? null : (grid.values[row]?.[col] ?? null));
  const hasStatus = (row: number): boolean => {
    const value = at(row, status);
    return typeof value === "string" && value.length <= 20 && readStatus(value, "problem").state === "ok";
  };
  const ask = (why: RowQuestion, row: number): void => {
    const rows = found.get(why);
    if (rows) rows.push(row);
    else found.set(why, [row]);
  };
  return {
    found,
    left: (row, code) => {
      const told = hasStatus(row);
      if (code === SUBTOTAL_ROW) {
        const number = plainText(at(row, shape.number));
        const before = plainText(at(row - 1, shape.number));
        const goesOn = FIGURE.test(number) && FIGURE.test(before) && Number(number) === Number(before) + 1;
        // 完成率69% or 已完成5个 beside 合计 counts what is above; the status of one item has no figure.
        const counts = /\d/.test(foldKey(plainText(at(row, status))));
        if ((told && !counts) || (goesOn && !isBlank(at(row, shape.problem)))) ask("total", row);
      } else if ((code === NOTE_ROW || code === SIGNATURE_ROW) && told) ask("note", row);
    },
    continued: (row) => {
      // Most rows of large ledgers are measures: that is looked at first.
      if (!isBlank(at(row, shape.measure)) || !isBlank(at(row, shape.task))) return;
      if (unit < 0 || isBlank(at(row, unit)) || (deadline >= 0 && isBlank(at(row, deadline))) || !hasStatus(row))
        return;
      ask("own", row);
    },
    begun: (row, problem) => {
      if (problem.length <= 12 && problem.length > 0 && NOTHING.test(foldKey(problem))) ask("nothing", row);
    },
  };
}
