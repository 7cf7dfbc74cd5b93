/** A new workbook, a table a sheet, and our marks and notes where a person should look. */
import type { BookCell, BookSheet, PlainTable } from "../../grid";
import { writeBook } from "./book/write-book";
import type { Inflater } from "./xlsx/inflater";
import { LIMITS } from "./xlsx/limits";
import { openPackage } from "./xlsx/package";
import { PackageEditor } from "./xlsx/package-editor";
import { setMarks } from "./xlsx/patch-xlsx";

/** Rows from the top: title, subtitle (kept even if empty, so that the header stands where people expect it), header. */
const HEADER_ROW = 2;

/**
 * Bytes of a new .xlsx; names of sheets differ.
 * @example writeTables([table], createNodeInflater())
 */
export function writeTables(tables: readonly PlainTable[], inflater: Inflater): Uint8Array {
  const bytes = writeBook({ sheets: tables.map(sheetOf) }, inflater);
  const marks = tables.flatMap(({ sheet, notes }) =>
    notes.map(({ row, col, text }) => ({
      sheet,
      row: HEADER_ROW + 1 + row,
      col,
      severity: "warning" as const,
      note: text,
    })),
  );
  if (marks.length === 0) return bytes;
  const editor = new PackageEditor(openPackage(bytes, inflater, LIMITS));
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
      // Whole, however long it is: what runs over the edge would shrink the printed page.
      table.subtitle === "" ? [] : [{ value: table.subtitle, look: "note" }],
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
    paper: table.paper ?? "A3",
    ...(table.filter === true && table.rows.length > 0 ? { filter: true as const } : {}),
  };
}
