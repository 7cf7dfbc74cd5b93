/**
 * Report sheets of ours: added behind the last tab, known again by a hidden name that belongs to the sheet.
 */
import { cellName } from "../../../grid";
import { widthOf } from "../../../zh/text";
import { HostError, type ReportCell, type ReportSheet } from "../../port";
import { appendTo, removeFrom } from "./container";
import { LISTS_MARK, REPORT_MARK } from "../../ours";
import { childOf, childrenOf, descendants, entriesOf, setAttribute, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { relationshipTypes } from "./relationship-types";
import type { Splice } from "./splice";
import { removeTitle } from "./app-titles";
import { partsBelow } from "./parts-below";
import { blankStrings } from "./strings-editor";
import { ensureStyles, sheetStyles } from "./styles-editor";
import { placeFor } from "./worksheet-order";
import { escapeCellText } from "./xml-text";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** Excel keeps no more links on a sheet (Excel specifications and limits). */
const MOST_LINKS = 65_530;
/** Points of a line of text at the usual size. */
const LINE_HEIGHT = 15;
/** Longest text of a cell. */
const LONGEST_TEXT = 32_767;

/** Looks of a report cell: one style each, made only when used. */
type Look = "plain" | "wrap" | "bold" | "boldWrap" | "link" | "linkWrap";

function lookOf(cell: ReportCell): Look {
  if (cell.link) return cell.wrap ? "linkWrap" : "link";
  if (cell.bold) return cell.wrap ? "boldWrap" : "bold";
  return cell.wrap ? "wrap" : "plain";
}

/** Adds a report sheet and returns its name: the wanted one, with a number where another sheet has it. */
export function addReport(editor: PackageEditor, report: ReportSheet): string {
  const [name = report.name] = freeSheetNames(editor, [report.name]);
  const styles = addLooks(editor, new Set(report.rows.flat().map(lookOf)));
  const main = relationshipTypes(editor).namespace.startsWith("http://purl") ? STRICT_MAIN : MAIN;
  addSheet(editor, name, () => sheetXml(report, styles, main), [
    { name: REPORT_MARK, hidden: true, area: "$A$1" },
    ...tableNames(report),
  ]);
  return name;
}

/** A name that belongs to a sheet. */
export interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
  /** In the sheet: `$A$1`. */
  readonly area: string;
}

/**
 * Adds a sheet behind the last tab, with names of its own; which tabs were shown is written to the mark among them.
 * @param xmlOf its content, given its part
 */
export function addSheet(
  editor: PackageEditor,
  name: string,
  xmlOf: (part: string) => string,
  names: readonly SheetName[],
): void {
  const types = relationshipTypes(editor);
  const part = editor.freeName("xl/worksheets/sheet*.xml");
  editor.add(part, xmlOf(part), SHEET_TYPE);
  const workbook = editor.workbook();
  const id = editor.relate(workbook.part, types.worksheet, part);
  const root = editor.outline(workbook.part);
  const sheets = sheetsOf(root);
  const p = root.prefix;
  const sheetId = Math.max(0, ...childrenOf(sheets, "sheet").map((s) => Number(s.attributes.get("sheetId")) || 0)) + 1;
  const index = childrenOf(sheets, "sheet").length;
  // A name of a tab that isn't there would become the report's, and go with it.
  for (const e of descendants(root)) {
    if (e.local === "definedName" && Number(e.attributes.get("localSheetId") ?? "-1") === index) {
      throw new HostError("damaged", "dangling");
    }
  }
  const text = editor.text(workbook.part);
  const ofSheet = names.map(
    (own) =>
      `<${p}definedName name="${own.name}"${own.name === REPORT_MARK ? ` comment="${shownTabs(root)}"` : ""} localSheetId="${index}"` +
      `${own.hidden ? ' hidden="1"' : ""}>${escapeCellText(`'${name.replace(/'/g, "''")}'!${own.area}`)}</${p}definedName>`,
  );
  const definedNames = ofSheet.join("");
  const list = childOf(root, "definedNames");
  editor.splice(workbook.part, [
    ...appendTo(
      text,
      sheets,
      `<${p}sheet name="${escapeCellText(name)}" sheetId="${sheetId}" xmlns:r="${types.namespace}" r:id="${id}"/>`,
      1,
    ),
    ...(list
      ? appendTo(text, list, definedNames, ofSheet.length)
      : [
          {
            at: placeFor(root, "definedNames"),
            remove: 0,
            insert: `<${p}definedNames>${definedNames}</${p}definedNames>`,
          },
        ]),
  ]);
}

function sheetsOf(root: Element): Element {
  const sheets = childOf(root, "sheets");
  if (!sheets) throw new RangeError("a workbook has sheets");
  return sheets;
}

/** Names for new sheets: the wanted ones, with a number where another sheet has them. */
export function freeSheetNames(editor: PackageEditor, wanted: readonly string[]): readonly string[] {
  const sheets = childrenOf(sheetsOf(editor.outline(editor.workbook().part)), "sheet");
  const taken = new Set(sheets.map((s) => (s.attributes.get("name") ?? "").toLowerCase()));
  return wanted.map((name) => {
    const free = freeSheetName(name, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Where the filter of a report's table lies: from its heads to its last row. */
function tableArea({ table, columns }: ReportSheet): { readonly from: string; readonly to: string } | null {
  if (!table || columns.length === 0) return null;
  return { from: cellName(table.head, 0), to: cellName(Math.max(table.head, table.last), columns.length - 1) };
}

/** Names by which programs know what every page repeats, and what a filter covers. */
function tableNames(report: ReportSheet): readonly SheetName[] {
  const { table } = report;
  const area = tableArea(report);
  if (!table || !area) return [];
  const fixed = (name: string): string => name.replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
  const row = `$${table.head + 1}`;
  return [
    { name: "_xlnm._FilterDatabase", hidden: true, area: `${fixed(area.from)}:${fixed(area.to)}` },
    { name: "_xlnm.Print_Titles", hidden: false, area: `${row}:${row}` },
  ];
}

/** Names are at most 31 characters, without `[]:*?/\` and not framed by apostrophes. */
function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim()
      .slice(0, 31) || "核验报告";
  if (!taken.has(clean.toLowerCase())) return clean;
  for (let n = 2; ; n++) {
    const tail = ` (${n})`;
    const numbered = clean.slice(0, 31 - tail.length) + tail;
    if (!taken.has(numbered.toLowerCase())) return numbered;
  }
}

function sheetXml(report: ReportSheet, styles: ReadonlyMap<Look, number>, main: string): string {
  const links: string[] = [];
  const rows = report.rows.map((row, r) => {
    const cells = row.map((cell, c) => {
      if (cell.link && links.length < MOST_LINKS) {
        const { sheet, row: toRow, col: toCol } = cell.link;
        const location = `'${sheet.replace(/'/g, "''")}'!${cellName(toRow, toCol)}`;
        links.push(`<hyperlink ref="${cellName(r, c)}" location="${escapeCellText(location)}"/>`);
      }
      return cellXml(cell, cellName(r, c), styles.get(lookOf(cell)) ?? 0);
    });
    return `<row r="${r + 1}"${heightOf(row, report)}>${cells.join("")}</row>`;
  });
  const columns = report.columns.map(
    ({ width }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${Math.min(255, Math.max(1, width))}" customWidth="1"/>`,
  );
  const area = tableArea(report);
  const below = area && report.table ? report.table.head + 1 : 0;
  const held =
    below > 0
      ? `<pane ySplit="${below}" topLeftCell="${cellName(below, 0)}" activePane="bottomLeft" state="frozen"/>`
      : "";
  return (
    `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0">${held}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    (columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "") +
    `<sheetData>${rows.join("")}</sheetData>` +
    (area ? `<autoFilter ref="${area.from}:${area.to}"/>` : "") +
    (links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
  );
}

/**
 * Height of a row with wrapped text. Programs fit rows when they are edited, not when they open a file; the height is
 * not marked as chosen, so that they may.
 */
function heightOf(row: readonly ReportCell[], report: ReportSheet): string {
  let lines = 1;
  row.forEach(({ value, wrap }, c) => {
    if (!wrap || typeof value !== "string") return;
    const width = Math.max(2, (report.columns[c]?.width ?? 9) - 1);
    const needed = value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
    lines = Math.max(lines, needed);
  });
  return lines > 1 ? ` ht="${Math.min(409, lines * LINE_HEIGHT)}"` : "";
}

function cellXml({ value }: ReportCell, name: string, style: number): string {
  const open = `<c r="${name}"${style > 0 ? ` s="${style}"` : ""}`;
  if (value === null || value === "") return `${open}/>`;
  if (typeof value === "number") return `${open}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeCellText(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** Adds the styles the looks need, at the end of their lists. */
function addLooks(editor: PackageEditor, looks: ReadonlySet<Look>): Map<Look, number> {
  const part = ensureStyles(editor);
  const root = editor.outline(part);
  const text = editor.text(part);
  const styles = new Map<Look, number>();
  // Beside wrapped text plain text stands at the top of its row as well.
  const wanted = [...looks].filter((look) => look !== "plain" || /wrap/i.test([...looks].join())).sort();
  const lists = wanted.length === 0 ? null : growingLists(editor, root);
  if (lists === null) return styles;
  const { fonts, formats, fontCount, formatCount } = lists;
  const p = root.prefix;
  const base = fontBase(text, childrenOf(fonts, "font")[0]);
  const boldFont = fontCount;
  const needsBold = wanted.some((look) => look.startsWith("bold"));
  const linkFont = fontCount + (needsBold ? 1 : 0);
  const newFonts: string[] = [];
  if (needsBold) newFonts.push(`<${p}font><${p}b/>${base}</${p}font>`);
  if (wanted.some((look) => look.startsWith("link"))) {
    const colored = base.replace(/<[\w:]*color\b[^>]*\/>/, "");
    const size = /^(?:<[\w:]*sz\b[^>]*\/>)?/.exec(colored)?.[0] ?? "";
    newFonts.push(`<${p}font><${p}u/>${size}<${p}color rgb="FF0563C1"/>${colored.slice(size.length)}</${p}font>`);
  }
  const newFormats = wanted.map((look, i) => {
    styles.set(look, formatCount + i);
    const font = look.startsWith("bold") ? boldFont : look.startsWith("link") ? linkFont : 0;
    const wrap = /wrap/i.test(look) ? ' wrapText="1"' : "";
    return (
      `<${p}xf numFmtId="0" fontId="${font}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">` +
      `<${p}alignment vertical="top"${wrap}/></${p}xf>`
    );
  });
  editor.splice(part, [
    ...(newFonts.length > 0 ? appendTo(text, fonts, newFonts.join(""), newFonts.length) : []),
    ...appendTo(text, formats, newFormats.join(""), newFormats.length),
  ]);
  return styles;
}

/**
 * The lists of fonts and cell formats, where entries can stand behind them. Null, and the report is plain, where there are
 * none, where their length hangs on who reads, and where somebody refers beyond their end: ours would be taken for what
 * is missing there.
 */
function growingLists(
  editor: PackageEditor,
  root: Element,
): {
  readonly fonts: Element;
  readonly formats: Element;
  readonly fontCount: number;
  readonly formatCount: number;
} | null {
  const fonts = childOf(root, "fonts");
  const formats = childOf(root, "cellXfs");
  const fontCount = fonts && entriesOf(fonts, "font")?.count;
  const formatCount = formats && entriesOf(formats, "xf")?.count;
  // What has no number of its own has number 0: the first of a list is everybody's.
  if (!fonts || !formats || !fontCount || !formatCount) return null;
  for (const element of descendants(root)) {
    if (element.local === "xf" && Number(element.attributes.get("fontId") ?? "0") >= fontCount) return null;
  }
  for (const sheet of editor.workbook().sheets) {
    if (!editor.has(sheet.part)) continue;
    for (const style of sheetStyles(editor, sheet.part)) if (style >= formatCount) return null;
  }
  return { fonts, formats, fontCount, formatCount };
}

/** Size, colour, name and family of the workbook's own font, as they are written, without weight and decoration. */
function fontBase(text: string, font: Element | undefined): string {
  const order = ["sz", "color", "name", "family", "charset", "scheme"];
  return (font?.children ?? [])
    .filter((child) => order.includes(child.local) && child.selfClosing)
    .sort((a, b) => order.indexOf(a.local) - order.indexOf(b.local))
    .map((child) => text.slice(child.start, child.end))
    .join("");
}

/**
 * Removes our report sheets, of one name or all. Returns their names.
 * @param mark the sheets of this mark instead
 */
export function removeReports(editor: PackageEditor, name?: string, mark: string = REPORT_MARK): string[] {
  const removed: string[] = [];
  for (;;) {
    const next = findReport(
      editor,
      (found) => !removed.includes(found) && (name === undefined || found === name),
      mark,
    );
    if (!next) return removed;
    removeReport(editor, next);
    removed.push(next.name);
  }
}

/** Names of our report sheets. */
export function findReports(editor: PackageEditor): string[] {
  const found: string[] = [];
  for (;;) {
    const next = findReport(editor, (name) => !found.includes(name));
    if (!next) return found;
    found.push(next.name);
  }
}

interface FoundReport {
  readonly name: string;
  readonly index: number;
  readonly part: string;
  /** Which tabs each window showed before the report came, as `shownTabs` wrote it. */
  readonly shown: string;
}

function findReport(
  editor: PackageEditor,
  isWanted: (name: string) => boolean,
  mark: string = REPORT_MARK,
): FoundReport | undefined {
  const workbook = editor.workbook();
  const root = editor.outline(workbook.part);
  const names = childOf(root, "definedNames");
  const sheets = childrenOf(childOf(root, "sheets") ?? root, "sheet");
  const targets = new Map(editor.relationships(workbook.part).map((r) => [r.id, r.target]));
  const all = names ? childrenOf(names, "definedName") : [];
  const marked = (name: Element, as: string) => name.attributes.get("name")?.toLowerCase() === as;
  const indexOf = (name: Element) => Number(name.attributes.get("localSheetId") ?? "NaN");
  // Words of drop-downs are no report, though their sheet is ours.
  const words = new Set(all.filter((name) => marked(name, LISTS_MARK)).map(indexOf));
  for (const definedName of all) {
    const index = indexOf(definedName);
    if (!marked(definedName, mark) || (mark === REPORT_MARK && words.has(index))) continue;
    const sheet = sheets[index];
    const part = targets.get(sheet?.relationshipId ?? "");
    const name = sheet?.attributes.get("name") ?? "";
    // The last sheet stays: a workbook must have one.
    if (sheet && part && sheets.length > 1 && isWanted(name)) {
      return { name, index, part, shown: definedName.attributes.get("comment") ?? "" };
    }
  }
  return undefined;
}

function removeReport(editor: PackageEditor, report: FoundReport): void {
  const workbook = editor.workbook();
  const root = editor.outline(workbook.part);
  const text = editor.text(workbook.part);
  const sheets = childOf(root, "sheets")!;
  const sheet = childrenOf(sheets, "sheet")[report.index]!;
  const splices: Splice[] = [...removeFrom(text, sheets, [sheet]).splices];
  const names = childOf(root, "definedNames");
  const count = childrenOf(sheets, "sheet").length;
  if (names) {
    const local = (e: Element): number => Number(e.attributes.get("localSheetId") ?? "NaN");
    const all = childrenOf(names, "definedName");
    // Names that belong to the sheet go with it; those of sheets behind it count one less.
    const fromNames = removeFrom(
      text,
      names,
      all.filter((e) => local(e) === report.index),
    );
    splices.push(...fromNames.splices);
    if (!fromNames.gone) {
      for (const e of all)
        if (local(e) > report.index && local(e) < count)
          splices.push(setAttribute(text, e, "localSheetId", String(local(e) - 1)));
    }
  }
  splices.push(...mendViews(text, root, report, count));
  const used = usedStyles(editor, report.part);
  blankStrings(editor, report.part);
  removeTitle(editor, report.name);
  editor.splice(workbook.part, splices);
  const others = partsBelow(editor, workbook.part, new Set([report.part.toLowerCase()]));
  for (const target of partsBelow(editor, report.part)) if (!others.has(target)) editor.remove(target);
  editor.remove(report.part);
  editor.unrelate(workbook.part, report.part);
  removeLooks(editor, used);
}

/** Attributes of a window that count tabs (ECMA-376 part 1, 18.2.30 CT_BookView). */
const TABS = ["activeTab", "firstSheet"] as const;

/**
 * Which tab each window shows, and which is the first in sight, as the workbook spells it ("-" where it doesn't): kept
 * with the report, so that the copy to hand in opens where the ledger did, even after somebody looked at the report.
 * @example "0,-"
 */
function shownTabs(root: Element): string {
  const views = (childOf(root, "bookViews")?.children ?? []).map((view) =>
    TABS.map((name) => view.attributes.get(name) ?? "-").join(","),
  );
  const shown = views.join(";");
  return /^[\d,;-]{1,200}$/.test(shown) ? shown : "";
}

/** Tabs behind the removed one move up; a window that shows the removed one shows again what it did before. */
function mendViews(text: string, root: Element, report: FoundReport, count: number): Splice[] {
  const shown = report.shown.split(";").map((view) => view.split(",").filter((tab) => /^(?:-|\d{1,9})$/.test(tab)));
  return (childOf(root, "bookViews")?.children ?? []).flatMap((view, i) =>
    TABS.flatMap((name, k) => {
      const spelled = view.attributes.get(name) ?? "-";
      const before = shown[i]?.[k];
      const isLast = report.index === count - 1;
      const tab = spelled === "-" ? 0 : Number(spelled);
      if (!Number.isInteger(tab) || tab >= count || (isLast && spelled === before)) return [];
      const next =
        tab === report.index ? (before === undefined ? tab : Number(before) || 0) : tab > report.index ? tab - 1 : tab;
      const kept = Math.max(0, Math.min(next, count - 2));
      const wanted =
        before !== undefined && (Number(before) || 0) === kept
          ? before
          : spelled === "-" && kept === 0
            ? "-"
            : String(kept);
      return wanted === spelled ? [] : [setAttribute(text, view, name, wanted === "-" ? null : wanted)];
    }),
  );
}

function usedStyles(editor: PackageEditor, part: string): Set<number> {
  return new Set([...editor.text(part).matchAll(/\ss=["'](\d{1,6})["']/g)].map((m) => Number(m[1])));
}

/** Takes the styles out that only what is gone used, as long as they stand at the end of their lists, then their fonts. */
export function removeLooks(editor: PackageEditor, ofGone: ReadonlySet<number>): void {
  const part = editor.workbook().styles;
  if (part === null) return;
  const root = editor.outline(part);
  const formats = childOf(root, "cellXfs");
  const fonts = childOf(root, "fonts");
  const formatEntries = formats && entriesOf(formats, "xf");
  const fontEntries = fonts && entriesOf(fonts, "font");
  if (!formatEntries || !fontEntries || !ofGone.has(formatEntries.count - 1)) return;
  const used = new Set<number>();
  for (const sheet of editor.workbook().sheets) {
    if (editor.has(sheet.part)) for (const style of sheetStyles(editor, sheet.part)) used.add(style);
  }
  const gone = lastEntries(formatEntries, (index) => ofGone.has(index) && !used.has(index));
  const goneFonts = new Set(gone.map((xf) => Number(xf.attributes.get("fontId"))));
  const usedFonts = new Set<number>();
  for (const element of descendants(root)) {
    if (element.local === "xf" && !gone.includes(element)) usedFonts.add(Number(element.attributes.get("fontId")));
  }
  const text = editor.text(part);
  editor.splice(part, [
    ...removeFrom(text, formats, gone).splices,
    ...removeFrom(
      text,
      fonts,
      lastEntries(fontEntries, (index) => goneFonts.has(index) && !usedFonts.has(index)),
    ).splices,
  ]);
}

/** The entries at the end of a list that may go, the first one never among them. */
function lastEntries(
  { entries, count }: NonNullable<ReturnType<typeof entriesOf>>,
  mayGo: (index: number) => boolean,
): Element[] {
  const gone: Element[] = [];
  let end = count;
  for (const { element, index } of [...entries].reverse()) {
    if (index !== end - 1 || index === 0 || !mayGo(index)) break;
    gone.unshift(element);
    end = index;
  }
  return gone;
}
