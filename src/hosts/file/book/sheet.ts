/** The part of one sheet. */
import { areaName, cellName, type Area, type BookCell, type BookSheet } from "../../../grid";
import { widthOf } from "../../../zh/text";
import { escapeCellText } from "../xlsx/xml-text";
import { MAIN, OFFICE } from "./names";
import type { BookStyles } from "./styles";

/** Points of a line of 11 pt text and of a title, and the tallest row there is (Excel specifications and limits). */
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 32;
const TALLEST_ROW = 409;
/** Longest text of a cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;

/** ECMA-376 part 1, 18.3.1.63. */
const PAPER = { A4: 9, A3: 8 } as const;

/** XML of a worksheet; `drawing` is the relationship of its chart. */
export function sheetXml(sheet: BookSheet, styles: BookStyles, drawing: string | null): string {
  const columns = Math.max(1, sheet.widths.length, ...sheet.rows.map((row) => row.length));
  const merges = sheet.merges ?? [];
  const heights = rowHeights(sheet);
  const rows = sheet.rows.map((cells, row) => rowXml(row, cells, heights[row] ?? LINE_HEIGHT, styles));
  const end = { top: 0, left: 0, bottom: Math.max(0, sheet.rows.length - 1), right: columns - 1 };
  const filter = filterArea(sheet);
  return (
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="${areaName(end)}"/>${viewXml(sheet.frozen ?? 0)}<sheetFormatPr defaultRowHeight="15"/>` +
    (sheet.widths.length === 0 ? "" : `<cols>${sheet.widths.map(columnXml).join("")}</cols>`) +
    `<sheetData>${rows.join("")}</sheetData>` +
    (filter === null ? "" : `<autoFilter ref="${areaName(filter)}"/>`) +
    (merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join("")}</mergeCells>`) +
    coloursXml(sheet, styles) +
    listsXml(sheet) +
    linksXml(sheet) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER[sheet.paper ?? "A4"]}" orientation="${sheet.portrait ? "portrait" : "landscape"}" ` +
    'fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>' +
    (drawing === null ? "" : `<drawing r:id="${drawing}"/>`) +
    "</worksheet>"
  );
}

/** The filter: from the heading to the last row, as wide as the heading. */
export function filterArea(sheet: BookSheet): Area | null {
  if (!sheet.filter || sheet.head === undefined) return null;
  const width = sheet.rows[sheet.head]?.length ?? 0;
  return {
    top: sheet.head,
    left: 0,
    bottom: Math.max(sheet.head, sheet.rows.length - 1),
    right: Math.max(0, width - 1),
  };
}

function viewXml(frozen: number): string {
  if (frozen === 0) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  return (
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" ` +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  );
}

function columnXml(width: number, col: number): string {
  return `<col min="${col + 1}" max="${col + 1}" width="${width}" customWidth="1"/>`;
}

/**
 * Heights that show every text whole: programs fit rows to their own cells, but never to merged ones, so what is merged
 * over rows shares out the lines it still needs, and what is merged over columns is as wide as all of them.
 */
function rowHeights(sheet: BookSheet): readonly number[] {
  const areas = new Map((sheet.merges ?? []).map((area) => [`${area.top}:${area.left}`, area]));
  const linesAt = (row: number, col: number): number => {
    const cell = sheet.rows[row]?.[col];
    if (cell == null || typeof cell.value !== "string" || cell.look === "plain") return 1;
    let width = 0;
    for (let c = col; c <= (areas.get(`${row}:${col}`)?.right ?? col); c += 1) width += sheet.widths[c] ?? 9;
    return linesOf(cell.value, width);
  };
  const lines = sheet.rows.map((cells, row) =>
    Math.max(
      1,
      ...cells.map((_cell, col) => ((areas.get(`${row}:${col}`)?.bottom ?? row) > row ? 1 : linesAt(row, col))),
    ),
  );
  for (const { top, left, bottom } of areas.values()) {
    if (bottom <= top) continue;
    let missing = linesAt(top, left);
    for (let row = top; row <= bottom; row += 1) missing -= lines[row] ?? 0;
    const each = Math.ceil(missing / (bottom - top + 1));
    for (let row = top; row <= bottom && missing > 0; row += 1, missing -= each) lines[row] = (lines[row] ?? 1) + each;
  }
  return lines.map((count, row) => {
    const title = sheet.rows[row]?.some((cell) => cell?.look === "title") ?? false;
    return Math.min(TALLEST_ROW, Math.max(title ? TITLE_HEIGHT : 0, count * LINE_HEIGHT));
  });
}

/** Lines a text takes in a column of a width in characters, which leaves room for the cell's padding. */
function linesOf(text: string, width: number): number {
  return text
    .split("\n")
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / Math.max(1, width - 2))), 0);
}

function rowXml(row: number, cells: readonly (BookCell | null)[], height: number, styles: BookStyles): string {
  const written = cells.map((cell, col) => (cell === null ? "" : cellXml(row, col, cell, styles)));
  // Rows that are still to be filled grow with what is written into them.
  const fixed = cells.some((cell) => cell !== null && cell.value !== null) ? ` ht="${height}" customHeight="1"` : "";
  return `<row r="${row + 1}"${fixed}>${written.join("")}</row>`;
}

function cellXml(row: number, col: number, cell: BookCell, styles: BookStyles): string {
  const look = cell.look ?? (cell.link === undefined ? "text" : "link");
  const open = `<c r="${cellName(row, col)}" s="${styles.of(look, cell.format)}"`;
  const { value, formula } = cell;
  if (formula !== undefined) {
    const text = `<f>${escapeCellText(formula)}</f>`;
    if (value === null || value === "") return `${open} t="str">${text}<v></v></c>`;
    if (typeof value === "number") return `${open}>${text}<v>${value}</v></c>`;
    return `${open} t="str">${text}<v>${escapeCellText(value)}</v></c>`;
  }
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cut(value))}</t></is></c>`;
}

/** A cell's text as long as it can be, no surrogate torn apart. */
function cut(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const last = text.charCodeAt(LONGEST_TEXT - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST_TEXT - 1 : LONGEST_TEXT);
}

function coloursXml(sheet: BookSheet, styles: BookStyles): string {
  return (sheet.colours ?? [])
    .map(
      ({ area, word, fill }, index) =>
        `<conditionalFormatting sqref="${areaName(area)}"><cfRule type="cellIs" dxfId="${styles.ofFill(fill)}" ` +
        `priority="${index + 1}" operator="equal"><formula>"${escapeCellText(word)}"</formula></cfRule>` +
        "</conditionalFormatting>",
    )
    .join("");
}

function listsXml(sheet: BookSheet): string {
  const lists = sheet.lists ?? [];
  if (lists.length === 0) return "";
  const items = lists.map(({ area, words }) => {
    const source = typeof words === "string" ? escapeCellText(words) : `"${escapeCellText(words.join(","))}"`;
    return (
      // Several units, or a status in other words, stay allowed without a question: the check tells what it cannot read.
      '<dataValidation type="list" allowBlank="1" ' +
      `sqref="${areaName(area)}"><formula1>${source}</formula1></dataValidation>`
    );
  });
  return `<dataValidations count="${items.length}">${items.join("")}</dataValidations>`;
}

function linksXml(sheet: BookSheet): string {
  const links = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, col) =>
      cell?.link === undefined
        ? []
        : [`<hyperlink ref="${cellName(row, col)}" location="${escapeCellText(cell.link)}"/>`],
    ),
  );
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}
