/**
 * Bytes of a new .xlsx with any number of sheets, written part by part: nothing that a program must repair, no macro, no
 * link to elsewhere, and the same bytes for the same book.
 */
import type { Book, BookSheet } from "../../../grid";
import { OPINIONS_MARK } from "../../ours";
import type { Inflater } from "../xlsx/inflater";
import { OWN_FILTER } from "../xlsx/opinions-part";
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
  let charts = 0;
  const worksheets = sheets.flatMap((sheet, index): Part[] => {
    const number = index + 1;
    const own = sheet.charts ?? [];
    const part: Part = [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, styles, own.length === 0 ? null : "rId1")];
    if (own.length === 0) return [part];
    const numbers = own.map(() => (charts += 1));
    const targets = numbers.map((chart): [string, string] => ["chart", `../charts/chart${chart}.xml`]);
    return [
      part,
      [
        `xl/worksheets/_rels/sheet${number}.xml.rels`,
        relationshipsXml([["drawing", `../drawings/drawing${number}.xml`]]),
      ],
      [`xl/drawings/drawing${number}.xml`, drawingXml(own)],
      [`xl/drawings/_rels/drawing${number}.xml.rels`, relationshipsXml(targets)],
      ...own.map((chart, at): Part => [`xl/charts/chart${numbers[at] ?? 0}.xml`, chartXml(chart, sheet)]),
    ];
  });
  const targets = sheets.map((_sheet, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]);
  return [
    ["[Content_Types].xml", contentTypes([...worksheets.map(([name]) => name), "xl/workbook.xml", "xl/styles.xml"])],
    ["_rels/.rels", relationshipsXml([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheets)],
    ["xl/_rels/workbook.xml.rels", relationshipsXml([...targets, ["styles", "styles.xml"]])],
    // Sheets first: they say which styles there are.
    ...worksheets,
    ["xl/styles.xml", styles.xml()],
  ];
}

/** Content types by where a part stands. */
const TYPE_OF: readonly (readonly [start: string, type: string])[] = [
  ["xl/workbook", "spreadsheetml.sheet.main"],
  ["xl/styles", "spreadsheetml.styles"],
  ["xl/worksheets/", "spreadsheetml.worksheet"],
  ["xl/drawings/", "drawing"],
  ["xl/charts/", "drawingml.chart"],
];

function contentTypes(parts: readonly string[]): string {
  const overrides = parts
    .filter((part) => part.endsWith(".xml"))
    .map((part) => {
      const type = TYPE_OF.find(([start]) => part.startsWith(start))?.[1] ?? "";
      return `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
    });
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
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
  const define = (name: string, value: string, more = ""): string =>
    `<definedName name="${name}" localSheetId="${index}"${more}>${escapeCellText(value)}</definedName>`;
  const quoted = quotedSheet(sheet.name);
  const filter = filterArea(sheet);
  return [
    ...(filter === null ? [] : [define("_xlnm._FilterDatabase", `${quoted}!${absolute(filter)}`, ' hidden="1"')]),
    ...(sheet.head === undefined
      ? []
      : [define("_xlnm.Print_Titles", `${quoted}!$${sheet.head + 1}:$${sheet.head + 1}`)]),
    ...(sheet.opinions === undefined
      ? []
      : [define(OPINIONS_MARK, `${quoted}!${absolute(sheet.opinions)}`, ` comment="${OWN_FILTER}" hidden="1"`)]),
  ];
}
