/** A new workbook with one table on one sheet, and our marks and notes where a person should look. */
import type { BookCell, BookSheet } from "../../grid";
import type { PlainTable } from "../draft";
import { writeBook } from "./book/write-book";
import type { Inflater } from "./xlsx/inflater";
import { LIMITS } from "./xlsx/limits";
import { openPackage } from "./xlsx/package";
import { PackageEditor } from "./xlsx/package-editor";
import { setMarks } from "./xlsx/patch-xlsx";

/** Rows from the top: title, subtitle (kept even if empty, so that the header stands where people expect it), header. */
const HEADER_ROW = 2;

/**
 * Bytes of a new .xlsx.
 * @example writeTable(table, createNodeInflater())
 */
export function writeTable(table: PlainTable, inflater: Inflater): Uint8Array {
  const bytes = writeBook({ sheets: [sheetOf(table)] }, inflater);
  if (table.notes.length === 0) return bytes;
  const editor = new PackageEditor(openPackage(bytes, inflater, LIMITS));
  const marks = table.notes.map(({ row, col, text }) => ({
    sheet: table.sheet,
    row: HEADER_ROW + 1 + row,
    col,
    severity: "warning" as const,
    note: text,
  }));
  setMarks(editor, marks);
  return editor.write();
}

function sheetOf(table: PlainTable): BookSheet {
  const last = table.columns.length - 1;
  const top = HEADER_ROW + 1;
  const cell = (value: string | number | null): BookCell => ({ value });
  return {
    name: table.sheet,
    widths: table.columns.map(({ width }) => width),
    rows: [
      [{ value: table.title, look: "title" }],
      table.subtitle === "" ? [] : [{ value: table.subtitle, look: "plain" }],
      table.columns.map(({ header }) => ({ value: header, look: "head" })),
      ...table.rows.map((values) => table.columns.map((_column, col) => cell(values[col] ?? null))),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: last },
      { top: 1, left: 0, bottom: 1, right: last },
      ...table.merges
        .filter(({ first, last: end }) => end > first)
        .map(({ first, last: end, col }) => ({ top: top + first, left: col, bottom: top + end, right: col })),
    ],
    frozen: top,
    head: HEADER_ROW,
    paper: "A3",
  };
}
