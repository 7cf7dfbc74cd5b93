/** Whether a column of numbers numbers items: a constant, or a code that stands over many problems, does not. */
import { isBlank, plainText, type Grid } from "../../grid";
import type { ColumnMap } from "../types";

/** So large a share of codes that belong to an earlier problem, too, makes a column one of other things. */
const MOST_REPEATED = 0.4;
/** So many equal figures number nothing; fewer may be slips, or begin anew under sections. */
const CONSTANT = 5;
const FEW_CODES = 3;
const FIGURE = /^\D?\d{1,4}\D?$/;

/**
 * @param rows sheet rows to look at
 * @example a column that reads 巡〔2025〕3号 in every row numbers nothing
 */
export function isNumbering(grid: Grid, rows: readonly number[], columns: ColumnMap): boolean {
  const [number, problem] = [columns.number?.col, (columns.problem ?? columns.name ?? columns.measure)?.col];
  if (number === undefined || problem === undefined) return true;
  const problems = new Map<string, string>();
  let figures = 0;
  let codes = 0;
  let repeated = 0;
  for (const row of rows) {
    const value = grid.values[row]?.[number] ?? null;
    const text = plainText(grid.values[row]?.[problem] ?? null);
    if (isBlank(value) || text === "") continue;
    const code = plainText(value);
    if (FIGURE.test(code)) figures++;
    else codes++;
    const known = problems.get(code);
    if (known === undefined) problems.set(code, text);
    else if (known !== text) repeated++;
  }
  // Repeated figures are numbers given twice, which a rule reports.
  if (figures >= codes) return problems.size !== 1 || figures < CONSTANT;
  return codes < FEW_CODES || repeated < codes * MOST_REPEATED;
}
