/**
 * A new workbook, a table a sheet: the few parts a program needs to open it, and our marks and notes where a person should
 * look.
 */
import { type Area, areaName, cellName } from "../../grid";
import { widthOf } from "../../zh/text";
import type { PlainTable } from "../draft";
import type { Inflater } from "./xlsx/inflater";
import { LIMITS } from "./xlsx/limits";
import { openPackage } from "./xlsx/package";
import { PackageEditor } from "./xlsx/package-editor";
import { setMarks } from "./xlsx/patch-xlsx";
import { escapeCellText } from "./xlsx/xml-text";
import { writeZip } from "./xlsx/zip-write";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Rows from the top: title, subtitle (kept even if empty, so that the header stands where people expect it), header. */
const HEADER_ROW = 2;

/** Indexes into cellXfs. */
const STYLE = { title: 1, header: 2, cell: 3, note: 4 } as const;

const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font>' +
  '<font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
  ["left", "right", "top", "bottom"].map((s) => `<${s} style="thin"><color rgb="FFBFBFBF"/></${s}>`).join("") +
  "<diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">' +
  '<alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" ' +
  'applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">' +
  '<alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">' +
  '<alignment vertical="center" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * Bytes of a new .xlsx; names of sheets differ.
 * @example writeTables([table], createNodeInflater())
 */
export function writeTables(tables: readonly PlainTable[], inflater: Inflater): Uint8Array {
  const bytes = writeZip(
    { bytes: new Uint8Array(0), entries: [], comment: new Uint8Array(0) },
    partsOf(tables),
    inflater,
  );
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

function partsOf(tables: readonly PlainTable[]): ReadonlyMap<string, Uint8Array> {
  const numbered = tables.map((table, index) => ({ table, part: `worksheets/sheet${index + 1}.xml` }));
  const parts: readonly (readonly [string, string])[] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
        numbered.map(({ part }) => `<Override PartName="/xl/${part}" ContentType="${TYPES}.worksheet+xml"/>`).join("") +
        `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    ],
    ["_rels/.rels", relationships([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(tables)],
    [
      "xl/_rels/workbook.xml.rels",
      relationships([...numbered.map(({ part }) => ["worksheet", part] as const), ["styles", "styles.xml"]]),
    ],
    ["xl/styles.xml", STYLES],
    ...numbered.map(({ table, part }) => [`xl/${part}`, sheetXml(table)] as const),
  ];
  const encoder = new TextEncoder();
  return new Map(parts.map(([name, xml]) => [name, encoder.encode(DECLARATION + xml)]));
}

function workbookXml(tables: readonly PlainTable[]): string {
  const sheets = tables.map(
    ({ sheet }, index) => `<sheet name="${escapeCellText(sheet)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const name = (table: PlainTable, index: number, local: string, hidden: string, area: string): string =>
    `<definedName name="_xlnm.${local}" localSheetId="${index}"${hidden}>${escapeCellText(
      `'${table.sheet.replace(/'/g, "''")}'!${area}`,
    )}</definedName>`;
  const names = [
    ...tables.map((table, index) => {
      const area = filterArea(table);
      return area === null ? "" : name(table, index, "_FilterDatabase", ' hidden="1"', fixed(area));
    }),
    ...tables.map((table, index) => name(table, index, "Print_Titles", "", `$${HEADER_ROW + 1}:$${HEADER_ROW + 1}`)),
  ];
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join("")}</sheets>` +
    `<definedNames>${names.join("")}</definedNames></workbook>`
  );
}

function filterArea({ filter, rows, columns }: PlainTable): Area | null {
  if (filter !== true || rows.length === 0) return null;
  return { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + rows.length, right: columns.length - 1 };
}

/** $A$3:$J$40. */
function fixed(area: Area): string {
  return areaName(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function sheetXml(table: PlainTable): string {
  const last = table.columns.length - 1;
  const top = HEADER_ROW + 1;
  const heights = rowHeights(table);
  const filter = filterArea(table);
  const rows = [
    rowXml(0, [cellXml(0, 0, table.title, STYLE.title)], 32),
    // Whole, however long it is: what runs over the edge would shrink the printed page.
    rowXml(1, table.subtitle === "" ? [] : [cellXml(1, 0, table.subtitle, STYLE.note)], noteHeight(table)),
    rowXml(
      HEADER_ROW,
      table.columns.map(({ header }, col) => cellXml(HEADER_ROW, col, header, STYLE.header)),
    ),
    ...table.rows.map((values, index) =>
      rowXml(
        top + index,
        table.columns.map((_column, col) => cellXml(top + index, col, values[col] ?? null, STYLE.cell)),
        heights[index],
      ),
    ),
  ];
  const merges = [
    { top: 0, left: 0, bottom: 0, right: last },
    { top: 1, left: 0, bottom: 1, right: last },
    ...table.merges
      .filter(({ first, last: end }) => end > first)
      .map(({ first, last: end, col }) => ({ top: top + first, left: col, bottom: top + end, right: col })),
  ];
  const end = cellName(HEADER_ROW + table.rows.length, last);
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${end}"/>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top}" topLeftCell="A${top + 1}" ` +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>' +
    table.columns
      .map(({ width }, col) => `<col min="${col + 1}" max="${col + 1}" width="${width}" customWidth="1"/>`)
      .join("") +
    `</cols><sheetData>${rows.join("")}</sheetData>` +
    (filter === null ? "" : `<autoFilter ref="${areaName(filter)}"/>`) +
    `<mergeCells count="${merges.length}">` +
    merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join("") +
    `</mergeCells><pageSetup paperSize="${table.paper === "A4" ? 9 : 8}" orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

/** Points a line of 11 pt text takes, and the tallest row there is (Excel specifications and limits). */
const LINE_HEIGHT = 15;
const TALLEST_ROW = 409;

/**
 * Heights that show every text whole: programs fit rows to their own cells, but never to merged ones, so a block of few
 * measures would cut its problem off.
 */
function rowHeights(table: PlainTable): readonly number[] {
  const merged = new Set<string>();
  for (const { first, last, col } of table.merges) if (last > first) merged.add(`${first}:${col}`);
  const lines = table.rows.map((values, row) =>
    Math.max(
      1,
      ...table.columns.map(({ width }, col) => (merged.has(`${row}:${col}`) ? 1 : linesOf(values[col] ?? null, width))),
    ),
  );
  for (const { first, last, col } of table.merges) {
    if (last <= first) continue;
    let missing = linesOf(table.rows[first]?.[col] ?? null, table.columns[col]?.width ?? 1);
    for (let row = first; row <= last; row++) missing -= lines[row] ?? 0;
    const each = Math.ceil(missing / (last - first + 1));
    for (let row = first; row <= last && missing > 0; row++, missing -= each) lines[row] = (lines[row] ?? 1) + each;
  }
  return lines.map((count) => Math.min(TALLEST_ROW, count * LINE_HEIGHT));
}

/** Height of the line between title and header, undefined where it is one. */
function noteHeight({ subtitle, columns }: PlainTable): number | undefined {
  const lines = linesOf(
    subtitle,
    columns.reduce((sum, { width }) => sum + width, 0),
  );
  return lines > 1 ? Math.min(TALLEST_ROW, lines * LINE_HEIGHT) : undefined;
}

/** Lines a text takes in a column of a width in characters, which leaves room for the cell's padding. */
function linesOf(value: string | number | null, width: number): number {
  if (typeof value !== "string") return 1;
  return value.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / (width - 2))), 0);
}

function rowXml(row: number, cells: readonly string[], height?: number): string {
  const size = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${size}>${cells.join("")}</row>`;
}

/** Longest text of a cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;

function cellXml(row: number, col: number, value: string | number | null, style: number): string {
  const open = `<c r="${cellName(row, col)}" s="${style}"`;
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}
