/**
 * A ledger as a page for print: A3 landscape, the header repeated on every page, no item split over two. A string with its
 * style in a <style> element; every text escaped.
 */
import { isBlank, trueCell, valueAt, type Area, displayText } from "../../grid";
import { trimText, widthOf } from "../../zh/text";
import { headLinesOf, isExampleMark, type Ledger } from "../../ledger";
import { escapeMarkup } from "../markup";

const STYLE = `
@page { size: A3 landscape; margin: 15mm; @bottom-center { content: "— " counter(page) " —"; font-size: 9pt; } }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/15pt "仿宋", FangSong, "仿宋_GB2312", STFangsong, serif; }
h1 { margin: 0 0 8pt; text-align: center; font: 18pt/28pt "方正小标宋简体", "华文中宋", STZhongsong, SimSun, serif; }
.line { display: flex; justify-content: space-between; gap: 2em; margin: 0 0 4pt; }
table { width: calc(100% - 1pt); border-collapse: collapse; table-layout: fixed; }
table + h1, table + .line { break-before: page; }
thead { display: table-header-group; }
tbody { break-inside: avoid; page-break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 2pt 3pt; vertical-align: middle; overflow-wrap: anywhere; white-space: pre-line; }
th { font-family: "黑体", SimHei, sans-serif; font-weight: normal; }
.number { text-align: center; }
`;

/** Columns are as wide as their texts ask, within these characters. */
const NARROWEST = 3;
const WIDEST = 36;
/** Characters of a text that is not broken (2025年12月31日前), those of a line of the page, and what a cell's edges take. */
const ONE_LINE = 8;
const LINE = 104;
const PADDING = 1.2;
/** Characters of a heading above short texts that stand in one line. */
const WHOLE_HEAD = 4;
/** Share of the line that such columns may take. */
const MOST_SHORT = 0.6;
/** Rows looked at for widths. */
const SAMPLE = 200;

type Cell = { readonly text: string; readonly rows: number; readonly cols: number };

function textAt(ledger: Ledger, row: number, col: number): string {
  const { grid } = ledger;
  const value = valueAt(grid, row, col);
  if (value === null) return "";
  if (typeof value === "number") return displayText(value, grid.formatAt?.(row, col), grid.date1904);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : trimText(value);
}

/** Columns of the table that are shown; hidden ones stay hidden. */
function shownColumns(ledger: Ledger): readonly number[] {
  const { left, right } = ledger.layout.header;
  const cols: number[] = [];
  for (let col = left; col <= right; col++) if (!ledger.grid.hiddenCols.has(col)) cols.push(col);
  return cols;
}

/** Merged areas by the rows they cover, for one pass from top to bottom. */
function mergesByRow(ledger: Ledger): ReadonlyMap<number, readonly Area[]> {
  const byRow = new Map<number, Area[]>();
  const { header, lastRow } = ledger.layout;
  for (const area of ledger.grid.merges) {
    for (let row = Math.max(area.top, header.top); row <= Math.min(area.bottom, lastRow); row++) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [area]);
      else list.push(area);
    }
  }
  return byRow;
}

/** Cells of rows that stay together: a merge that reaches beyond them is shown in full for each group. */
function groupCells(
  ledger: Ledger,
  rows: readonly number[],
  cols: readonly number[],
  merges: ReadonlyMap<number, readonly Area[]>,
): readonly (readonly (Cell | null)[])[] {
  const bottom = rows[rows.length - 1] ?? 0;
  const top = rows[0] ?? 0;
  return rows.map((row) =>
    cols.map((col): Cell | null => {
      const area = merges.get(row)?.find((one) => one.left <= col && col <= one.right);
      if (area === undefined) return { text: textAt(ledger, row, col), rows: 1, cols: 1 };
      const firstCol = cols.find((one) => one >= area.left);
      if (col !== firstCol || row !== Math.max(area.top, top)) return null;
      const span = cols.filter((one) => one >= area.left && one <= area.right).length;
      return { text: textAt(ledger, area.top, area.left), rows: Math.min(area.bottom, bottom) - row + 1, cols: span };
    }),
  );
}

/** A row that is no item (签字、说明、方面): its texts take the empty cells to their right. */
function spread(row: readonly (Cell | null)[]): readonly (Cell | null)[] {
  const cells: (Cell | null)[] = [];
  let open = -1;
  for (const cell of row) {
    const last = cells[open];
    if (cell !== null && cell.text === "" && cell.rows === 1 && last) {
      cells[open] = { ...last, cols: last.cols + cell.cols };
      cells.push(null);
      continue;
    }
    cells.push(cell);
    if (cell !== null) open = cell.rows === 1 && cell.text !== "" ? cells.length - 1 : -1;
  }
  return cells;
}

function rowsHtml(cells: readonly (readonly (Cell | null)[])[], tag: "th" | "td", numberColumn: number): string {
  return cells
    .map((row) => {
      const html = row.map((cell, index) => {
        if (cell === null) return "";
        const rows = cell.rows > 1 ? ` rowspan="${cell.rows}"` : "";
        const cols = cell.cols > 1 ? ` colspan="${cell.cols}"` : "";
        const number = tag === "td" && index === numberColumn ? ' class="number"' : "";
        return `<${tag}${rows}${cols}${number}>${escapeMarkup(cell.text)}</${tag}>`;
      });
      return `<tr>${html.join("")}</tr>`;
    })
    .join("");
}

/** Rows below the header in groups that stay together: the rows of an item, and every other row by itself. */
function rowGroups(ledger: Ledger, sharing: readonly Ledger[]): readonly (readonly number[])[] {
  const groups: number[][] = [];
  const { firstRow, lastRow } = ledger.layout;
  let last: unknown = null;
  for (let row = firstRow; row <= lastRow; row++) {
    const item = sharing.find((one) => one.itemAt.get(row) !== undefined)?.itemAt.get(row);
    if (item === undefined && (!hasText(ledger, row) || showsHow(ledger, row))) continue;
    const group = groups[groups.length - 1];
    if (item !== undefined && item === last && group !== undefined && group[group.length - 1] === row - 1)
      group.push(row);
    else groups.push([row]);
    last = item ?? null;
  }
  return groups;
}

/** A row that shows how the table is filled in (示例) was never the office's own. */
function showsHow(ledger: Ledger, row: number): boolean {
  const { left, right } = ledger.layout.header;
  for (let col = left; col <= right; col++) {
    const { row: top, col: start } = trueCell(ledger.grid, row, col);
    if (isExampleMark(textAt(ledger, top, start))) return true;
  }
  return false;
}

function hasText(ledger: Ledger, row: number): boolean {
  const { left, right } = ledger.layout.header;
  for (let col = left; col <= right; col++) if (!isBlank(valueAt(ledger.grid, row, col))) return true;
  return false;
}

/** Of the characters of a column's cells: the longest and the mean, as wide as those of Chinese. */
function lengths(
  ledger: Ledger,
  col: number,
  isItem: (row: number) => boolean,
): { readonly longest: number; readonly mean: number } {
  const { firstRow, lastRow } = ledger.layout;
  let [longest, sum, count] = [0, 0, 0];
  for (let row = firstRow; row <= Math.min(lastRow, firstRow + SAMPLE); row++) {
    const text = isItem(row) ? textAt(ledger, row, col) : "";
    if (text === "") continue;
    const width = Math.min(widthOf(text.slice(0, 4 * WIDEST)) / 2, 2 * WIDEST);
    longest = Math.max(longest, width);
    sum += width;
    count++;
  }
  return { longest, mean: count === 0 ? 0 : sum / count };
}

/**
 * Shares of the width in percent. Names, days and statuses stand in one line as long as they leave most of the page to the
 * texts; the rest is shared as the texts ask.
 */
function widths(ledger: Ledger, cols: readonly number[], isItem: (row: number) => boolean): readonly string[] {
  const asked = cols.map((col) => {
    const { longest, mean } = lengths(ledger, col, isItem);
    const head = Math.min(widthOf(textAt(ledger, ledger.layout.header.bottom, col)) / 2, 6);
    const wish = Math.min(Math.max(head, mean, NARROWEST), WIDEST);
    const needs = Math.max(longest, Math.min(head, WHOLE_HEAD)) + PADDING;
    return { wish, needs: longest > 0 && longest <= ONE_LINE ? needs : null };
  });
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
  const texts = sum(asked.flatMap(({ wish, needs }) => (needs === null ? [wish] : [])));
  const short = sum(asked.flatMap(({ needs }) => needs ?? []));
  const fits = texts > 0 && short <= LINE * MOST_SHORT;
  const all = fits ? LINE : sum(asked.map(({ wish }) => wish));
  const scale = fits ? (LINE - short) / texts : 1;
  return asked.map(
    ({ wish, needs }) => `${(((fits && needs !== null ? needs : wish * scale) / all) * 100).toFixed(2)}%`,
  );
}

/** @param sharing the ledgers of one table: one a kind */
function ledgerTable(sharing: readonly Ledger[]): string {
  const [ledger] = sharing;
  if (ledger === undefined) return "";
  const cols = shownColumns(ledger);
  const merges = mergesByRow(ledger);
  const { header, title } = ledger.layout;
  const lines = headLinesOf(ledger).map(
    ({ cells }) => `<div class="line">${cells.map((cell) => `<span>${escapeMarkup(cell)}</span>`).join("")}</div>`,
  );
  const numberColumn = cols.indexOf(ledger.columns.number?.col ?? -1);
  const headerRows = Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index);
  const isItem = (row: number): boolean => sharing.some((one) => one.itemAt.has(row));
  const columns = widths(ledger, cols, isItem).map((width) => `<col style="width:${width}">`);
  const bodies = rowGroups(ledger, sharing).map((rows) => {
    const cells = groupCells(ledger, rows, cols, merges);
    const item = isItem(rows[0] ?? -1);
    return `<tbody>${rowsHtml(item ? cells : cells.map(spread), "td", item ? numberColumn : -1)}</tbody>`;
  });
  return (
    `<h1>${escapeMarkup(title === "" ? ledger.sheet : title)}</h1>${lines.join("")}<table><colgroup>${columns.join("")}</colgroup>` +
    `<thead>${rowsHtml(groupCells(ledger, headerRows, cols, merges), "th", -1)}</thead>\n${bodies.join("\n")}</table>`
  );
}

/**
 * Ledgers for print, each beginning on a page of its own. Ledgers that share a table are printed once.
 * @example ledgerHtml(reading.ledgers).includes("A3 landscape") // true
 */
export function ledgerHtml(ledgers: readonly Ledger[]): string {
  const tables = new Map<string, Ledger[]>();
  for (const ledger of ledgers) {
    const key = `${ledger.layout.header.top}:${ledger.layout.header.left}:${ledger.sheet}`;
    const sharing = tables.get(key);
    if (sharing === undefined) tables.set(key, [ledger]);
    else sharing.push(ledger);
  }
  return (
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>整改台账</title><style>${STYLE}</style></head>` +
    `<body>${Array.from(tables.values(), ledgerTable).join("\n")}</body></html>\n`
  );
}
