/**
 * Marks: conditional formats of our own in the sheets, their formats at the end of the workbook's dxfs.
 */
import { cellName, parseArea } from "../../../grid";
import { HostError, type Mark } from "../../port";
import { appendTo, removeFrom } from "./container";
import { isMarkFormula, MARK_LOOKS, markFormula } from "../../ours";
import { childOf, childrenOf, descendants, entriesOf, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import type { Splice } from "./splice";
import { ensureStyles } from "./styles-editor";
import { placeFor } from "./worksheet-order";
import type { SheetEntry } from "./workbook-part";
import { escapeXml } from "./xml-text";

type Severity = Mark["severity"];

/**
 * Formats of marks: told apart by weight and underline as well as by colour, dark text on a light
 * ground, so that they stay readable on a black-and-white printout.
 */
const FORMATS: Readonly<Record<Severity, { readonly font: string; readonly color: string; readonly fill: string }>> = {
  error: { font: "<b/>", color: "FF9C0006", fill: "FFFFC7CE" },
  warning: { font: "", color: "FF7F6000", fill: "FFFFEB9C" },
  risk: { font: "<b/>", color: "FF5B2C83", fill: "FFE8D9F3" },
  change: { font: "", color: "FF375623", fill: "FFE2EFDA" },
  info: { font: "", color: "FF1F4E78", fill: "FFDDEBF7" },
};

/** Areas in one format's address list: far below every program's limit. */
const AREAS_A_FORMAT = 250;

/** Adds marks to their sheets; of several on one cell the gravest shows. Returns how many cells are marked. */
export function addMarks(editor: PackageEditor, marks: readonly Mark[]): number {
  const bySheet = new Map<string, Map<string, Mark>>();
  for (const mark of marks) {
    const cells = bySheet.get(mark.sheet) ?? new Map<string, Mark>();
    bySheet.set(mark.sheet, cells);
    const key = `${mark.row},${mark.col}`;
    const other = cells.get(key);
    if (!other || MARK_LOOKS.indexOf(mark.severity) < MARK_LOOKS.indexOf(other.severity)) cells.set(key, mark);
  }
  const sheets = worksheetsNamed(editor, bySheet);
  const used = MARK_LOOKS.filter((severity) =>
    sheets.some(([, cells]) => [...cells.values()].some((mark) => mark.severity === severity)),
  );
  if (used.length === 0) return 0;
  const formats = addFormats(editor, used);
  let count = 0;
  for (const [sheet, cells] of sheets) {
    markSheet(editor, sheet.part, [...cells.values()], formats);
    count += cells.size;
  }
  return count;
}

function worksheetsNamed<T>(editor: PackageEditor, byName: ReadonlyMap<string, T>): [SheetEntry, T][] {
  const list: [SheetEntry, T][] = [];
  for (const sheet of editor.workbook().sheets) {
    const found = byName.get(sheet.name);
    if (found !== undefined && sheet.kind === "worksheet" && editor.has(sheet.part)) list.push([sheet, found]);
  }
  return list;
}

/** Formats that stand where somebody refers to without there being one: without any look, as nothing has none. */
const PADDING = "<dxf><font></font></dxf>";
/** Beyond it the numbers are noise. */
const MOST_PADDING = 100;

/**
 * Adds our formats at the end of the workbook's.
 * @throws HostError damaged ("dangling") where no number would be safe: the list's length hangs on who reads, or others
 * refer far beyond its end
 */
function addFormats(editor: PackageEditor, used: readonly Severity[]): Map<Severity, number> {
  const part = ensureStyles(editor);
  const root = editor.outline(part);
  const list = childOf(root, "dxfs");
  const hidden = [...descendants(root)].some((e) => e.local === "dxfs" && e !== list);
  const count = list ? entriesOf(list, "dxf")?.count : 0;
  if (hidden || count === undefined) throw new HostError("damaged", "dangling");
  let free = count;
  for (const id of usedFormats(editor, part)) free = Math.max(free, id + 1);
  const padding = free - count;
  if (padding > MOST_PADDING) throw new HostError("damaged", "dangling");
  const p = root.prefix;
  const formats = used.map((severity) => {
    const { font, color, fill } = FORMATS[severity];
    return `<dxf><font>${font}<color rgb="${color}"/></font><fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor rgb="${fill}"/></patternFill></fill></dxf>`;
  });
  const ours = prefixed(PADDING.repeat(padding) + formats.join(""), p);
  const added = padding + used.length;
  editor.splice(
    part,
    list
      ? appendTo(editor.text(part), list, ours, added)
      : [{ at: placeFor(root, "dxfs"), remove: 0, insert: `<${p}dxfs count="${added}">${ours}</${p}dxfs>` }],
  );
  return new Map(used.map((severity, i) => [severity, free + i]));
}

export function isPadding(xml: string, prefix: string): boolean {
  return xml === prefixed(PADDING, prefix);
}

function prefixed(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
}

function markSheet(
  editor: PackageEditor,
  part: string,
  marks: readonly Mark[],
  formats: ReadonlyMap<Severity, number>,
): void {
  const root = editor.outline(part);
  const p = root.prefix;
  // Behind every rule there is: ours must not hide or stop another's.
  let priority = highestPriority(root);
  let insert = "";
  for (const severity of MARK_LOOKS) {
    const areas = areasOf(marks.filter((mark) => mark.severity === severity));
    for (let from = 0; from < areas.length; from += AREAS_A_FORMAT) {
      priority++;
      insert +=
        `<${p}conditionalFormatting sqref="${areas.slice(from, from + AREAS_A_FORMAT).join(" ")}">` +
        `<${p}cfRule type="expression" dxfId="${formats.get(severity) ?? 0}" priority="${priority}">` +
        `<${p}formula>${escapeXml(markFormula(severity))}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
    }
  }
  editor.splice(part, [{ at: placeFor(root, "conditionalFormatting"), remove: 0, insert }]);
}

function highestPriority(root: Element): number {
  let highest = 0;
  for (const element of descendants(root)) {
    if (element.local !== "cfRule") continue;
    const priority = Number(element.attributes.get("priority"));
    if (Number.isInteger(priority) && priority > highest) highest = priority;
  }
  return highest;
}

/** Cells as areas, runs down a column put together. */
function areasOf(marks: readonly Mark[]): string[] {
  const cells = [...marks].sort((a, b) => a.col - b.col || a.row - b.row);
  const areas: string[] = [];
  for (let i = 0; i < cells.length;) {
    const { row, col } = cells[i]!;
    let last = row;
    i++;
    while (i < cells.length && cells[i]!.col === col && cells[i]!.row === last + 1) {
      last++;
      i++;
    }
    areas.push(last === row ? cellName(row, col) : `${cellName(row, col)}:${cellName(last, col)}`);
  }
  return areas;
}

/** Cells under conditional formats of ours, wherever they are now; those only whose formula is `wanted`. */
export function countMarks(editor: PackageEditor, wanted: (formula: string) => boolean = isMarkFormula): number {
  let count = 0;
  for (const sheet of editor.workbook().sheets) {
    if (sheet.kind === "chart" || !editor.text(sheet.part).includes("taizhang:")) continue;
    const text = editor.text(sheet.part);
    for (const format of descendants(editor.outline(sheet.part))) {
      if (format.local !== "conditionalFormatting" || !format.children.some((rule) => isOurs(text, rule, wanted)))
        continue;
      const below = childOf(format, "sqref");
      count += cellsIn(format.attributes.get("sqref") ?? (below ? textOf(text, below) : ""));
    }
  }
  return count;
}

/** Cells of a list of areas such as `A1 B2:B5`. */
function cellsIn(list: string): number {
  return list.split(/\s+/).reduce((sum, name) => {
    const area = parseArea(name);
    return area ? sum + (area.bottom - area.top + 1) * (area.right - area.left + 1) : sum;
  }, 0);
}

function isOurs(text: string, rule: Element, wanted: (formula: string) => boolean = isMarkFormula): boolean {
  return (
    rule.local === "cfRule" &&
    [...descendants(rule)].some((e) => (e.local === "formula" || e.local === "f") && wanted(textOf(text, e)))
  );
}

/**
 * Removes our conditional formats from all sheets, wherever they are and whoever wrote them anew, and the formats they
 * used. Returns the sheets that had some.
 */
export function removeMarks(editor: PackageEditor): string[] {
  const workbook = editor.workbook();
  const sheets: string[] = [];
  const formats = new Set<number>();
  for (const sheet of workbook.sheets) {
    if (sheet.kind === "chart" || !editor.has(sheet.part) || !editor.text(sheet.part).includes("taizhang:")) continue;
    const splices = cutRules(editor.text(sheet.part), editor.outline(sheet.part), formats);
    if (splices.length === 0) continue;
    editor.splice(sheet.part, splices);
    sheets.push(sheet.name);
  }
  if (formats.size > 0 && workbook.styles) removeFormats(editor, workbook.styles, formats);
  return sheets;
}

function cutRules(text: string, root: Element, formats: Set<number>): Splice[] {
  const splices: Splice[] = [];
  const ours = (rule: Element): boolean => isOurs(text, rule);
  const note = (rule: Element): void => {
    const id = rule.attributes.get("dxfId");
    if (id !== undefined) formats.add(Number(id));
  };
  for (const format of childrenOf(root, "conditionalFormatting")) {
    const rules = format.children.filter(ours);
    rules.forEach(note);
    if (rules.length > 0) cut(format, rules, ["cfRule"], splices);
  }
  const extensions = childOf(root, "extLst");
  if (extensions) cutExtended(extensions, ours, splices);
  return splices;
}

/** Rules in the list of 2010 extensions (x14), where Excel keeps what refers to other sheets. */
function cutExtended(extensions: Element, isOurs: (rule: Element) => boolean, splices: Splice[]): void {
  const emptied: Element[] = [];
  for (const extension of extensions.children) {
    for (const list of extension.children.filter((e) => e.local === "conditionalFormattings")) {
      const gone: Element[] = [];
      const pending: Splice[] = [];
      for (const format of list.children) {
        const ours = format.children.filter(isOurs);
        if (ours.length === 0) continue;
        if (ours.length === format.children.filter((e) => e.local === "cfRule").length) gone.push(format);
        else ours.forEach((rule) => pending.push(cutOf(rule)));
      }
      if (gone.length > 0 && gone.length === list.children.length) {
        if (extension.children.length === 1) emptied.push(extension);
        else splices.push(cutOf(list));
      } else splices.push(...pending, ...gone.map(cutOf));
    }
  }
  if (emptied.length === 0) return;
  if (emptied.length === extensions.children.length) splices.push(cutOf(extensions));
  else splices.push(...emptied.map(cutOf));
}

/** Cuts the rules, or the whole element when nothing else of that kind is left in it. */
function cut(format: Element, ours: readonly Element[], kinds: readonly string[], splices: Splice[]): void {
  const all = format.children.filter((e) => kinds.includes(e.local));
  if (all.length === ours.length) splices.push(cutOf(format));
  else splices.push(...ours.map(cutOf));
}

function cutOf(element: Element): Splice {
  return { at: element.start, remove: element.end - element.start, insert: "" };
}

function textOf(text: string, element: Element): string {
  return text
    .slice(element.contentStart, element.contentEnd)
    .replace(/&(quot|#34|#x22);/gi, '"')
    .replace(/&(apos|#39|#x27);/gi, "'");
}

/** Takes the formats out that only our rules used, as long as they stand at the end: the numbers of others stay. */
function removeFormats(editor: PackageEditor, part: string, formats: ReadonlySet<number>): void {
  const root = editor.outline(part);
  const text = editor.text(part);
  const list = childOf(root, "dxfs");
  const all = list && entriesOf(list, "dxf");
  if (!all) return;
  const used = usedFormats(editor, part);
  const gone: Element[] = [];
  let end = all.count;
  for (const { element, index } of [...all.entries].reverse()) {
    if (index !== end - 1) break;
    const isEmpty = gone.length > 0 && isPadding(text.slice(element.start, element.end), element.prefix);
    if (!isEmpty && (!formats.has(index) || used.has(index))) break;
    gone.unshift(element);
    end = index;
  }
  editor.splice(part, removeFrom(text, list, gone).splices);
}

/** Every dxfId that is still referred to, by rules, tables, pivot tables, sorts, filters and table styles. */
export function usedFormats(editor: PackageEditor, styles: string): Set<number> {
  const used = new Set<number>();
  const sheets = editor.workbook().sheets.map((sheet) => sheet.part);
  const parts = [styles, ...sheets.filter((part) => editor.has(part))];
  for (const name of editor.names()) if (/\/(tables|pivotTables)\/[^/]+\.xml$/i.test(name)) parts.push(name);
  for (const part of new Set(parts)) {
    for (const element of descendants(editor.outline(part))) {
      for (const [name, value] of element.attributes) {
        if (/dxfId$/i.test(name) && /^\d{1,9}$/.test(value)) used.add(Number(value));
      }
    }
  }
  return used;
}
