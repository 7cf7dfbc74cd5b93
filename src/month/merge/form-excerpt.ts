/**
 * The merged ledger in the superior's own form: its lines above, a row for each measure that looks like its blank row, and what
 * stands below (totals, who filled it in), the form's page setup and drop-downs with it.
 */
import {
  columnName,
  displayText,
  isBlank,
  isDateFormat,
  UNCALCULATED,
  type BookCell,
  type BookSheet,
  type CellValue,
  type Excerpt,
  type ExcerptLine,
  type SheetExcerpt,
} from "../../grid";
import { isExampleMark } from "../../ledger";
import { KIND_SHEETS } from "./columns";
import { type BuildOptions, formFor, ledgerSheets, type TemplateSheet } from "./build";
import { MONTH_KINDS } from "../common/kinds";
import type { SentFile } from "./types";

/**
 * The workbook as lines of the form; null where a kind has no form of its own, so that ours must serve.
 * @example copies.excerpt(formExcerpt(files, options, reportSheet(result, counts)))
 */
export function formExcerpt(files: readonly SentFile[], options: BuildOptions, report: BookSheet): Excerpt | null {
  const kinds = new Map(MONTH_KINDS.map((kind) => [KIND_SHEETS[kind], kind]));
  const sheets: SheetExcerpt[] = [];
  for (const sheet of ledgerSheets(files, options)) {
    const kind = kinds.get(sheet.name);
    const form = kind === undefined ? null : formFor(kind, options);
    if (form === null) return null;
    sheets.push(filledSheet(sheet, form));
  }
  const [first] = options.template ?? [];
  if (first === undefined) return null;
  return { sheets: [...sheets, plainSheet(report, first)], moved: false };
}

function filledSheet(sheet: BookSheet, form: TemplateSheet): SheetExcerpt {
  const { grid, head } = form;
  const { header, titleRow } = head;
  const left = head.columns[0]?.col ?? 0;
  const above = header.bottom + 1;
  const pad: readonly CellValue[] = Array.from({ length: left }, () => null);
  const valueOf = (cell: BookCell | null, col: number): CellValue => {
    const format = grid.formatAt?.(above, Math.min(col, header.right));
    return cell === null ? null : asFormShows(cell, format);
  };
  const lines = sheet.rows.map((cells, row): ExcerptLine => {
    const isAbove = row < above;
    const values = cells.map((cell, at) => (isAbove ? (cell?.value ?? null) : valueOf(cell, left + at)));
    const part = !isAbove ? "data" : row === titleRow ? "title" : row < header.top ? "above" : "head";
    return { row: isAbove ? row : above, values: [...pad, ...values], part };
  });
  const last = lines.length - 1;
  const formulas = new Map<string, string>();
  const below = linesBelow(form, { from: above, to: last, lines }, formulas);
  const shift = lines.length - below.from;
  return {
    sheet: grid.sheet,
    grid,
    lines: [...lines, ...below.lines],
    left,
    right: header.right,
    merges: [
      ...(sheet.merges ?? []).map((area) => ({ ...area, left: area.left + left, right: area.right + left })),
      ...grid.merges
        .filter(({ top }) => top >= below.from)
        .map((area) => ({ ...area, top: area.top + shift, bottom: area.bottom + shift })),
    ],
    head: { top: header.top, bottom: header.bottom },
    filter: false,
    lists: [],
    added: null,
    form: {
      name: sheet.name,
      from: above,
      to: last,
      blank: above,
      beyond: sheet.widths.slice(header.right - left + 1),
      like: header.right,
      formulas,
    },
  };
}

/** Figures stay figures where the form shows them as they are meant; else they are written as a person reads them. */
function asFormShows({ value, format }: BookCell, shown: string | undefined): CellValue {
  if (typeof value !== "number") return value;
  const isPlain = format === undefined && !isDateFormat(shown);
  const isDay = format !== undefined && isDateFormat(format) && isDateFormat(shown);
  return isPlain || isDay || format === shown ? value : displayText(value, format, false);
}

interface Filled {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly ExcerptLine[];
}

/** What the form has below its blank rows: a figure beside words is a total, and adds up the column. */
function linesBelow(
  { grid, head }: TemplateSheet,
  filled: Filled,
  formulas: Map<string, string>,
): { readonly from: number; readonly lines: readonly ExcerptLine[] } {
  const rows = grid.values;
  const numbers = head.columns.find(({ key }) => key === "number")?.col;
  // Rows to fill in may be numbered already, or show how it is done.
  const isToFill = (row: number): boolean => {
    const values = rows[row] ?? [];
    return (
      values.every((value, col) => isBlank(value) || (col === numbers && typeof value === "number")) ||
      values.some((value) => typeof value === "string" && isExampleMark(value))
    );
  };
  let from = filled.from;
  while (from < rows.length && isToFill(from)) from++;
  const lines: ExcerptLine[] = [];
  for (let row = from; row < rows.length; row++) {
    const values = (rows[row] ?? []).slice(0, head.header.right + 1);
    const hasWords = values.some((value) => typeof value === "string" && value !== UNCALCULATED);
    const at = filled.lines.length + lines.length;
    const line = values.map((value, col): CellValue => {
      const isFigure = typeof value === "number" || value === UNCALCULATED;
      if (!isFigure || !hasWords) return value;
      const figures = filled.lines.slice(filled.from).map((each) => each.values[col]);
      const name = columnName(col);
      formulas.set(`${at}:${col}`, `SUM(${name}${filled.from + 1}:${name}${filled.to + 1})`);
      return figures.reduce<number>((sum, figure) => (typeof figure === "number" ? sum + figure : sum), 0);
    });
    lines.push({ row, values: line, part: "above" });
  }
  while (lines.length > 0 && (lines.at(-1)?.values ?? []).every(isBlank)) lines.pop();
  return { from, lines };
}

/** A sheet of ours in the looks of the form: its heading as the form's, its lines as the form's first column of words. */
function plainSheet(sheet: BookSheet, { grid, head }: TemplateSheet): SheetExcerpt {
  const { header } = head;
  const like = head.columns.find(({ key }) => key === "problem" || key === "task")?.col ?? header.left;
  const top = sheet.head ?? 0;
  return {
    sheet: grid.sheet,
    grid,
    lines: sheet.rows.map((cells, row): ExcerptLine => ({
      row: row < top ? null : row === top ? header.bottom : header.bottom + 1,
      values: cells.map((cell) => cell?.value ?? null),
      part: row < top ? "above" : row === top ? "head" : "data",
    })),
    left: 0,
    right: -1,
    merges: sheet.merges ?? [],
    head: { top, bottom: top },
    filter: false,
    lists: [],
    added: null,
    form: {
      name: sheet.name,
      from: top + 1,
      to: sheet.rows.length - 1,
      blank: header.bottom + 1,
      beyond: sheet.widths,
      like,
      formulas: new Map(),
    },
  };
}
