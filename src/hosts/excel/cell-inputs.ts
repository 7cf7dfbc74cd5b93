/**
 * How a value gets into a cell so that it is read back exactly, and the cell's number format stays. Excel takes texts for
 * numbers, dates and formulas, and in cells formatted as text (`@`) numbers for texts; what it does depends on its
 * language and version, so that each way is tried, read back, and followed by the next:
 *
 * 1. plainly; behind an apostrophe, which Excel takes off, where a text is known to be taken for something else (a pane
 *    that is closed between two requests must not leave a date where a text was meant),
 * 2. a text behind an apostrophe, or without,
 * 3. with the format changed for the moment: `@` for a text, General for anything else.
 */
import type { CellValue } from "../../grid";
import { HostError } from "../port";
import { cellValue } from "./cell-values";

/** Texts that Excel would run as a formula, or whose apostrophe it would take off. */
const RUNS = /^['=+\-@]/;
/** Texts of nothing but figures and the signs of dates, times, amounts and percentages, in every width. */
const FIGURES = /^[\d\s.,:/\-+%()¥$€£年月日时点分秒上下午〇零一二三四五六七八九十]+(?:e[+-]?\d+)?\s*(?:[ap]m)?$/i;
const HAS_FIGURE = /\d|[年月日时点]/;
const ENGLISH_DATE = /^(?:\d{1,4}[-/ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/ ,]+\d/i;
const WORDS = /^(?:true|false|#(?:n\/a|ref!|value!|div\/0!|name\?|num!|null!|spill!|calc!))$/i;

/** Whether some Excel takes a text for something else. */
function isTaken(text: string): boolean {
  const narrow = text.normalize("NFKC").trim();
  if (RUNS.test(text) || WORDS.test(narrow) || ENGLISH_DATE.test(narrow)) return true;
  return HAS_FIGURE.test(narrow) && FIGURES.test(narrow);
}

const TEXT = "@";
const GENERAL = "General";
const CELLS_PER_SYNC = 400;

/** A cell and what it is to hold. */
export interface CellPut {
  /** Id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** A formula to be put back instead of the value. */
  readonly formula?: string;
  /** Number format the cell is to have. */
  readonly format: string;
  /** Ways that were tried before. */
  readonly from: number;
}

/** What to set first. @param format number format of the cell */
export function firstInput(value: CellValue, format: string): CellValue {
  if (value === null) return "";
  return typeof value === "string" && format !== TEXT && isTaken(value) ? `'${value}` : value;
}

function secondInput(value: CellValue, format: string): CellValue {
  if (typeof value !== "string") return firstInput(value, format);
  return firstInput(value, format) === value ? `'${value}` : value;
}

const WAYS = 3;

/** Whether a cell takes this value only with its format changed for the moment. */
export const needsFormat = (value: CellValue, format: string): boolean =>
  format === TEXT && (typeof value === "number" || typeof value === "boolean");

/** Asks Excel to put a value its n-th way; nothing is sent before the next sync. */
export function put(range: Excel.Range, { value, formula, format }: Omit<CellPut, "from">, way: number): void {
  if (way < WAYS - 1 && !needsFormat(value, format)) {
    range.numberFormat = [[format]];
    range.values = [[formula ?? (way === 0 ? firstInput(value, format) : secondInput(value, format))]];
    return;
  }
  range.numberFormat = [[typeof value === "string" ? TEXT : GENERAL]];
  range.values = [[value ?? ""]];
  range.numberFormat = [[format]];
}

/**
 * Puts values into cells until they hold exactly these, with exactly these formats.
 * @returns those that hold something else after every way: cells covered by a merged area
 * @throws HostError
 */
export async function putExactly(
  context: Excel.RequestContext,
  puts: readonly CellPut[],
): Promise<ReadonlySet<CellPut>> {
  let open: readonly CellPut[] = puts;
  for (let round = 0; round < WAYS && open.length > 0; round++) {
    const next: CellPut[] = [];
    for (let at = 0; at < open.length; at += CELLS_PER_SYNC) {
      next.push(...(await tryOnce(context, open.slice(at, at + CELLS_PER_SYNC), round)));
    }
    open = next;
  }
  return new Set(open);
}

/** Those of the cells that hold something else afterwards. */
async function tryOnce(
  context: Excel.RequestContext,
  puts: readonly CellPut[],
  round: number,
): Promise<readonly CellPut[]> {
  const asked = puts.map((one) => {
    const range = context.workbook.worksheets.getItem(one.sheet).getRangeByIndexes(one.row, one.col, 1, 1);
    put(range, one, Math.min(WAYS - 1, one.from + round));
    range.load("values,numberFormat");
    return { one, range };
  });
  await context.sync();
  return asked.filter(({ one, range }) => !holds(range, one)).map(({ one }) => one);
}

function holds(range: Excel.Range, { value, formula, format }: CellPut): boolean {
  const values = range.values as readonly (readonly unknown[])[] | null;
  const formats = range.numberFormat as readonly (readonly unknown[])[] | null;
  if (!values || !formats) throw new HostError("payloadLimit", "null values");
  const wanted = value === "" ? null : value;
  return formats[0]?.[0] === format && (formula !== undefined || cellValue(values[0]?.[0]) === wanted);
}
