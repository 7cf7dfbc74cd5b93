/**
 * Pictures that WPS put into cells by a formula of its own (DISPIMG). Excel knows no such function: it shows #NAME?, or the
 * formula's text as it was saved; only the formula tells that a picture stands there.
 */
import { isPictureFormula, PICTURE, type CellValue } from "../../grid";
import { HostError, PASSING_CODES } from "../port";
import { hostErrorOf } from "./run";

const UNKNOWN_NAME = "#NAME?";
/** Rows of one column asked for together. */
const ROWS_AT_ONCE = 5000;
/** Columns with errors beyond these hold no photographs. */
const MOST_COLUMNS = 16;

/**
 * Puts pictures into the rows of a sheet, in place; without a request where no cell shows the error.
 * @throws HostError a failure that passes
 */
export async function markPictures(
  context: Excel.RequestContext,
  sheet: string,
  rows: (readonly CellValue[])[],
): Promise<void> {
  const spans = new Map<number, { top: number; bottom: number }>();
  rows.forEach((cells, row) => {
    cells.forEach((value, col) => {
      if (typeof value !== "string") return;
      if (isPictureFormula(value)) put(rows, row, col);
      if (value !== UNKNOWN_NAME) return;
      const span = spans.get(col);
      if (span) span.bottom = row;
      else spans.set(col, { top: row, bottom: row });
    });
  });
  for (const [col, { top, bottom }] of [...spans].slice(0, MOST_COLUMNS)) {
    for (let from = top; from <= bottom; from += ROWS_AT_ONCE) {
      const formulas = await formulasOf(context, sheet, col, from, Math.min(bottom, from + ROWS_AT_ONCE - 1));
      formulas.forEach(([formula], n) => {
        const isPicture = typeof formula === "string" && isPictureFormula(formula);
        if (isPicture && rows[from + n]?.[col] === UNKNOWN_NAME) put(rows, from + n, col);
      });
    }
  }
}

function put(rows: (readonly CellValue[])[], row: number, col: number): void {
  rows[row] = (rows[row] ?? []).map((value, at) => (at === col ? PICTURE : value));
}

async function formulasOf(
  context: Excel.RequestContext,
  sheet: string,
  col: number,
  top: number,
  bottom: number,
): Promise<readonly (readonly unknown[])[]> {
  try {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, col, bottom - top + 1, 1);
    range.load("formulas");
    await context.sync();
    return range.formulas as readonly (readonly unknown[])[];
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || PASSING_CODES.has(known.code)) throw known;
    return [];
  }
}
