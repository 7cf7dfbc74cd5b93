/**
 * Sheets of a book of ours (统计表, 数据) in a copy of a workbook: behind its tabs, known again by their marks, no ledger to any
 * reading, gone with a clean copy. Nothing that was there changes, but for the lists that their looks are added to.
 */
import { type BookCell, type BookSheet, isDateFormat } from "../../../grid";
import { BOOK_MARKS, REPORT_MARK } from "../../ours";
import { HostError } from "../../port";
import { appendTo } from "../xlsx/container";
import type { Inflater } from "../xlsx/inflater";
import { LIMITS } from "../xlsx/limits";
import { childOf, childrenOf, descendants, entriesOf } from "../xlsx/outline";
import { openPackage } from "../xlsx/package";
import { PackageEditor } from "../xlsx/package-editor";
import { relationshipTypes } from "../xlsx/relationship-types";
import { addSheet, freeSheetNames, removeReports, type SheetName } from "../xlsx/report-part";
import { ensureStyles } from "../xlsx/styles-editor";
import { placeFor } from "../xlsx/worksheet-order";
import { absolute, chartXml, drawingXml } from "./chart";
import { DRAWING, MAIN, OFFICE } from "./names";
import { filterArea, sheetXml } from "./sheet";
import { createStyles, listXml, type BookStyles, type StyleBase } from "./styles";

/** What strict workbooks call our namespaces (ISO/IEC 29500). */
const STRICT: readonly (readonly [transitional: string, strict: string])[] = [
  [MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"],
  [OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"],
  [DRAWING, "http://purl.oclc.org/ooxml/drawingml"],
];
const TYPES = "application/vnd.openxmlformats-officedocument";
/** A day counted from 1904 has a number less by so many. */
const DAYS_TO_1904 = 1462;

/**
 * A copy of a workbook with these sheets; those of an earlier time are renewed.
 * @param make is told the names that they get, for its formulas
 * @throws HostError unsupportedFormat for what is no .xlsx or .xlsm; damaged where its styles can take no more
 * @example addBook(bytes, ["统计表", "数据"], ([stats, data]) => sheetsOf(stats, data), createNodeInflater())
 */
export function addBook(
  bytes: Uint8Array,
  wanted: readonly string[],
  make: (names: readonly string[]) => readonly BookSheet[],
  inflater: Inflater,
): Uint8Array {
  const editor = new PackageEditor(openPackage(bytes, inflater, LIMITS));
  for (const mark of BOOK_MARKS) removeReports(editor, undefined, mark);
  const sheets = make(freeSheetNames(editor, wanted));
  const { namespace } = relationshipTypes(editor);
  const isStrict = namespace.startsWith("http://purl");
  const spelled = (xml: string): string =>
    isStrict ? STRICT.reduce((text, [usual, strict]) => text.replaceAll(usual, strict), xml) : xml;
  const styles = createStyles(baseOf(editor));
  const counted = editor.workbook().date1904 ? sheets.map(from1904) : sheets;
  counted.forEach((sheet, place) => {
    const charts = sheet.charts ?? [];
    const xmlOf = (part: string): string => {
      if (charts.length === 0) return spelled(sheetXml(sheet, styles, null));
      const drawing = editor.freeName("xl/drawings/drawing*.xml");
      // Related before they are there, so that the numbers are those that they speak of.
      for (const chart of charts) {
        const name = editor.freeName("xl/charts/chart*.xml");
        editor.add(name, spelled(chartXml(chart, sheet)), `${TYPES}.drawingml.chart+xml`);
        editor.relate(drawing, `${namespace}/chart`, name);
      }
      editor.add(drawing, spelled(drawingXml(charts)), `${TYPES}.drawing+xml`);
      return spelled(sheetXml(sheet, styles, editor.relate(part, `${namespace}/drawing`, drawing)));
    };
    addSheet(editor, sheet.name, xmlOf, namesOf(sheet, place));
  });
  addStyles(editor, styles);
  return editor.write();
}

function namesOf(sheet: BookSheet, place: number): readonly SheetName[] {
  const filter = filterArea(sheet);
  const hidden = (name: string, area: string): SheetName => ({ name, hidden: true, area });
  return [
    hidden(REPORT_MARK, "$A$1"),
    hidden(BOOK_MARKS[place] ?? REPORT_MARK, "$A$1"),
    ...(filter === null ? [] : [hidden("_xlnm._FilterDatabase", absolute(filter))]),
    ...(sheet.head === undefined
      ? []
      : [{ name: "_xlnm.Print_Titles", hidden: false, area: `$${sheet.head + 1}:$${sheet.head + 1}` }]),
  ];
}

/** Days as the workbook counts them. */
function from1904(sheet: BookSheet): BookSheet {
  const cellOf = (cell: BookCell | null): BookCell | null =>
    cell !== null && typeof cell.value === "number" && isDateFormat(cell.format)
      ? { ...cell, value: cell.value - DAYS_TO_1904 }
      : cell;
  return { ...sheet, rows: sheet.rows.map((row) => row.map(cellOf)) };
}

const FIRST_FORMAT = 164;
const ENTRIES = { fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" } as const;
type GrowingList = keyof typeof ENTRIES;

/** Where entries of ours begin in the lists of a style sheet. */
function baseOf(editor: PackageEditor): StyleBase {
  const root = editor.outline(ensureStyles(editor));
  const countOf = (list: GrowingList): number => {
    const element = childOf(root, list);
    const count = element === undefined ? undefined : entriesOf(element, ENTRIES[list])?.count;
    // Their length hangs on who reads, or there is none: ours would be taken for what is missing there.
    if (!count) throw new HostError("damaged", `styles: ${list}`);
    return count;
  };
  const dxfs = childOf(root, "dxfs");
  const ids = [...descendants(root)]
    .filter(({ local }) => local === "numFmt" || local === "xf")
    .map(({ attributes }) => Number(attributes.get("numFmtId") ?? "0"));
  return {
    numFmts: Math.max(FIRST_FORMAT, ...ids.map((id) => id + 1)),
    fonts: countOf("fonts"),
    fills: countOf("fills"),
    borders: countOf("borders"),
    cellXfs: countOf("cellXfs"),
    dxfs: dxfs === undefined ? 0 : (entriesOf(dxfs, "dxf")?.count ?? childrenOf(dxfs, "dxf").length),
  };
}

/** Puts the looks behind those of the workbook, in lists of its own or new ones. */
function addStyles(editor: PackageEditor, styles: BookStyles): void {
  const part = ensureStyles(editor);
  const lists = styles.lists();
  for (const name of ["numFmts", "fonts", "fills", "borders", "cellXfs", "dxfs"] as const) {
    const entries = lists[name];
    if (entries.length === 0) continue;
    const root = editor.outline(part);
    const list = childOf(root, name);
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${root.prefix}`);
    editor.splice(
      part,
      list === undefined
        ? [{ at: placeFor(root, name), remove: 0, insert: prefixed(listXml(name, entries)) }]
        : appendTo(editor.text(part), list, prefixed(entries.join("")), entries.length),
    );
  }
}
