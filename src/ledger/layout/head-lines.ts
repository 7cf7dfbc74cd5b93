/** Lines between the title of a table and its header: 填报单位, 填报时间, 统计截止. */
import { displayText, valueAt, isBlank, trueCell } from "../../grid";
import { trimText } from "../../zh/text";
import type { Ledger } from "../types";

interface HeadLine {
  /** Sheet row; null for lines that stand outside of the grid (paragraphs of a document). */
  readonly row: number | null;
  /** Its texts, left to right. */
  readonly cells: readonly string[];
  /** Joined by blanks. */
  readonly text: string;
}

/** Rows looked at above a header without a title. */
const MOST_ROWS = 4;

function cellsOf({ grid }: Ledger, row: number, left: number, right: number): readonly string[] {
  const cells: string[] = [];
  for (let col = left; col <= right; col++) {
    const at = trueCell(grid, row, col);
    if (at.row !== row || at.col !== col) continue;
    const value = valueAt(grid, row, col);
    if (isBlank(value)) continue;
    const text =
      typeof value === "number"
        ? displayText(value, grid.formatAt?.(row, col), grid.date1904)
        : trimText(String(value));
    if (text !== "") cells.push(text);
  }
  return cells;
}

/**
 * The head lines of a table, its title apart.
 * @example headLinesOf(ledger).map((line) => line.text) // ["填报单位：某局 填报时间：2025年11月20日"]
 */
export function headLinesOf(ledger: Ledger): readonly HeadLine[] {
  const { header, titleRow, title } = ledger.layout;
  const { left, right } = header;
  const lines: HeadLine[] = [];
  const from = titleRow === null ? Math.max(0, header.top - MOST_ROWS) : titleRow + 1;
  for (let row = header.top - 1; row >= from; row--) {
    const cells = cellsOf(ledger, row, left, right);
    // Without a title the lines end where a row is empty: above stands another table.
    if (cells.length === 0 && titleRow === null) break;
    if (cells.length > 0) lines.unshift({ row, cells, text: cells.join(" ") });
  }
  const caption = (ledger.grid.caption ?? []).filter((line) => line !== title && line.trim() !== "");
  return [...caption.map((text) => ({ row: null, cells: [text], text })), ...lines];
}
