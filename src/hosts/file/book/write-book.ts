/**
 * Bytes of a new .xlsx with any number of sheets, written part by part: nothing that a program must repair, no macro, no
 * link to elsewhere, and the same bytes for the same book.
 */
import type { Book, BookSheet } from "../../../grid";
import type { Inflater } from "../xlsx/inflater";
import { escapeCellText } from "../xlsx/xml-text";
import { writeZip } from "../xlsx/zip-write";
import { absolute, chartXml, drawingXml } from "./chart";
import { MAIN, OFFICE, PACKAGE, quotedSheet, relationshipsXml } from "./names";
import { filterArea, sheetXml } from "./sheet";
import { createStyles } from "./styles";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = "application/vnd.openxmlformats-officedocument";

/**
 * Writes a book.
 * @throws HostError tooLarge where it would not fit into a file
 * @example writeBook({ sheets: [{ name: "台账", widths: [6], rows: [[{ value: "序号", look: "head" }]] }] }, inflater)
 */
export function writeBook(book: Book, inflater: Inflater): Uint8Array {
  const empty = { bytes: new Uint8Array(0), entries: [], comment: new Uint8Array(0) };
  const encoder = new TextEncoder();
  const parts = partsOf(book).map(([name, xml]): [string, Uint8Array] => [name, encoder.encode(DECLARATION + xml)]);
  return writeZip(empty, new Map(parts), inflater);
}

type Part = readonly [name: string, xml: string];

function partsOf({ sheets }: Book): readonly Part[] {
  const styles = createStyles();
  const worksheets = sheets.flatMap((sheet, index): Part[] => {
    const number = index + 1;
    const part: Part = [
      `xl/worksheets/sheet${number}.xml`,
      sheetXml(sheet, styles, sheet.chart === undefined ? null : "rId1"),
    ];
    if (sheet.chart === undefined) return [part];
    return [
      part,
      [
        `xl/worksheets/_rels/sheet${number}.xml.rels`,
        relationshipsXml([["drawing", `../drawings/drawing${number}.xml`]]),
      ],
      [`xl/drawings/drawing${number}.xml`, drawingXml(sheet.chart)],
      [`xl/drawings/_rels/drawing${number}.xml.rels`, relationshipsXml([["chart", `../charts/chart${number}.xml`]])],
      [`xl/charts/chart${number}.xml`, chartXml(sheet.chart, sheet)],
    ];
  });
  const targets = sheets.map((_sheet, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]);
  return [
    ["[Content_Types].xml", contentTypes(sheets)],
    ["_rels/.rels", relationshipsXml([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheets)],
    ["xl/_rels/workbook.xml.rels", relationshipsXml([...targets, ["styles", "styles.xml"]])],
    // Sheets first: they say which styles there are.
    ...worksheets,
    ["xl/styles.xml", styles.xml()],
  ];
}

function contentTypes(sheets: readonly BookSheet[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override("xl/workbook.xml", "spreadsheetml.sheet.main") +
    override("xl/styles.xml", "spreadsheetml.styles") +
    sheets
      .map(
        ({ chart }, index) =>
          override(`xl/worksheets/sheet${index + 1}.xml`, "spreadsheetml.worksheet") +
          (chart === undefined
            ? ""
            : override(`xl/drawings/drawing${index + 1}.xml`, "drawing") +
              override(`xl/charts/chart${index + 1}.xml`, "drawingml.chart")),
      )
      .join("") +
    "</Types>"
  );
}

function workbookXml(sheets: readonly BookSheet[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeCellText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, index) => definedNames(sheet, index));
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets>` +
    (names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`) +
    "</workbook>"
  );
}

/** What a sheet repeats on every page, and its filter, which Excel looks for as a hidden name. */
function definedNames(sheet: BookSheet, index: number): readonly string[] {
  const define = (name: string, value: string, hidden = ""): string =>
    `<definedName name="_xlnm.${name}" localSheetId="${index}"${hidden}>${escapeCellText(value)}</definedName>`;
  const quoted = quotedSheet(sheet.name);
  const filter = filterArea(sheet);
  return [
    ...(filter === null ? [] : [define("_FilterDatabase", `${quoted}!${absolute(filter)}`, ' hidden="1"')]),
    ...(sheet.head === undefined ? [] : [define("Print_Titles", `${quoted}!$${sheet.head + 1}:$${sheet.head + 1}`)]),
  ];
}
