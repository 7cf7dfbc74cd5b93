/** An excerpt as a new workbook of ours, where the source gives no parts to take over (.xls, .csv, .docx, forms). */
import type { Book, BookCell, BookLook, BookSheet, CellValue, Excerpt, ExcerptLine, SheetExcerpt } from "../../grid";
import { widthOf } from "../../zh/text";

const NARROWEST = 6;
const WIDEST = 40;
/** Lines a text may take before its column grows wider. */
const LINES = 4;

/**
 * The workbook of an excerpt.
 * @example bookBytes(excerptBook(excerpt))
 */
export function excerptBook(excerpt: Excerpt): Book {
  return { sheets: excerpt.sheets.map(bookSheet) };
}

const LOOKS: Readonly<Record<ExcerptLine["part"], BookLook>> = {
  title: "title",
  above: "plain",
  head: "head",
  section: "text",
  data: "text",
};

function bookSheet(excerpt: SheetExcerpt): BookSheet {
  const { sheet, lines, left, right, added, head, filter, grid } = excerpt;
  const last = added?.col ?? right;
  const titles = lines.flatMap(({ part }, row) =>
    part === "title" && right > left ? [{ top: row, left, bottom: row, right }] : [],
  );
  return {
    name: sheet,
    widths: Array.from({ length: last + 1 }, (_, col) =>
      col < left ? 2 : col === added?.col ? added.width : widthOfColumn(excerpt, col),
    ),
    rows: lines.map((line) => {
      const table = line.part === "head" || line.part === "data";
      return Array.from({ length: last + 1 }, (_, col): BookCell | null => {
        const value = line.values[col] ?? null;
        if (col < left || (value === null && !table)) return null;
        const format = line.row === null || col === added?.col ? undefined : grid.formatAt?.(line.row, col);
        return { value: written(value), look: LOOKS[line.part], ...(format === undefined ? {} : { format }) };
      });
    }),
    merges: [...excerpt.merges.filter(({ top }) => lines[top]?.part !== "title"), ...titles],
    frozen: head.bottom + 1,
    head: head.bottom,
    ...(filter ? { filter: true as const } : {}),
    ...(added === null
      ? {}
      : {
          opinions: { top: head.top, left: added.col, bottom: Math.max(head.top, lines.length - 1), right: added.col },
        }),
    paper: "A3",
    lists: excerpt.lists,
  };
}

function written(value: CellValue): string | number | null {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
}

function widthOfColumn({ lines }: SheetExcerpt, col: number): number {
  let widest = NARROWEST;
  for (const { part, values } of lines) {
    const value = values[col];
    if ((part !== "head" && part !== "data") || value === null || value === undefined) continue;
    const text = typeof value === "number" ? "2025-12-31" : String(value);
    widest = Math.max(widest, part === "head" ? widthOf(text) + 2 : Math.ceil(widthOf(text) / LINES) + 2);
  }
  return Math.min(WIDEST, widest);
}
