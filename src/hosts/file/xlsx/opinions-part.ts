/**
 * The column of opinions (核验意见) in a workbook of returned rows: known by a hidden name over its cells, which programs move
 * with them. Without it the workbook is what it would have been without the column.
 */
import { areaName, parseArea, parseCell, type Area } from "../../../grid";
import { OPINIONS_MARK } from "../../ours";
import { absolute } from "../book/chart";
import { removeFrom } from "./container";
import { childOf, childrenOf, setAttribute, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { removeLooks } from "./report-part";
import type { Splice } from "./splice";
import { blankUnused, usedStrings } from "./strings-editor";
import { cellText, escapeCellText } from "./xml-text";
import { XmlScanner } from "./xml-scanner";

const FILTER_NAME = "_xlnm._filterdatabase";
/** In the name's comment: the filter came with the column. */
export const OWN_FILTER = "filter";

export interface Opinions {
  readonly sheet: string;
  /** Part of the sheet, and the number of its tab. */
  readonly part: string;
  readonly index: number;
  /** One column, from its heading down. */
  readonly area: Area;
  readonly ownFilter: boolean;
}

/** Columns of opinions in a workbook; none where somebody took the column out, or made it something else. */
export function opinionsOf(editor: PackageEditor): readonly Opinions[] {
  const { part: workbook, sheets } = editor.workbook();
  return names(editor).flatMap((element): Opinions[] => {
    if (element.attributes.get("name")?.toLowerCase() !== OPINIONS_MARK) return [];
    const index = indexOf(element);
    const sheet = sheets[index];
    const area = areaOf(editor.text(workbook), element);
    if (!sheet || sheet.kind !== "worksheet" || !editor.has(sheet.part) || area?.left !== area?.right || !area)
      return [];
    const ownFilter = element.attributes.get("comment") === OWN_FILTER;
    return [{ sheet: sheet.name, part: sheet.part, index, area, ownFilter }];
  });
}

/** Takes the columns out, with what came with them; returns what it was. */
export function removeOpinions(editor: PackageEditor): string[] {
  const all = opinionsOf(editor);
  for (const one of all) removeColumn(editor, one);
  removeNames(editor, all);
  return all.map(({ sheet }) => `opinions:${sheet}`);
}

/** What is left of an area without its last column; the area where that is another one. */
export function withoutColumn(area: Area, col: number): Area {
  return area.right === col && area.left < col ? { ...area, right: col - 1 } : area;
}

function removeColumn(editor: PackageEditor, { part, area, ownFilter }: Opinions): void {
  const text = editor.text(part);
  const root = editor.outline(part);
  const cells = cellsOf(text, part, root, area, editor.limits.depth);
  const cut = (from: number, to: number): Splice => ({ at: from, remove: to - from, insert: "" });
  const cols = childOf(root, "cols");
  const own = cols ? childrenOf(cols, "col").filter((col) => isColumn(col, area.left)) : [];
  const dimension = childOf(root, "dimension");
  editor.splice(part, [
    ...cells.map(({ start, end }) => cut(start, end)),
    ...(cols ? removeFrom(text, cols, own).splices : []),
    ...mergeSplices(text, part, root, area, editor.limits.depth),
    ...filterSplices(text, part, root, area, ownFilter, editor.limits.depth),
    ...(dimension ? refSplices(text, dimension, area.left) : []),
  ]);
  const pieces = cells.map(({ start, end }) => text.slice(start, end)).join("");
  blankUnused(editor, usedStrings(pieces));
  removeLooks(editor, new Set([...pieces.matchAll(/\ss=["'](\d{1,6})["']/g)].map((found) => Number(found[1]))));
}

function isColumn({ attributes }: Element, col: number): boolean {
  return Number(attributes.get("min")) === col + 1 && Number(attributes.get("max")) === col + 1;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Elements of a list that outlines leap over. */
function spansIn(
  text: string,
  part: string,
  list: Element,
  local: string,
  depth: number,
  isWanted: (scanner: XmlScanner) => boolean,
): readonly Span[] {
  const found: Span[] = [];
  const scanner = new XmlScanner(text.slice(list.start, list.end), part, depth);
  while (scanner.next()) {
    if (scanner.kind !== "open" || scanner.local !== local || !isWanted(scanner)) continue;
    const start = list.start + scanner.start;
    scanner.leap();
    found.push({ start, end: list.start + scanner.end });
  }
  return found;
}

function cellsOf(text: string, part: string, root: Element, area: Area, depth: number): readonly Span[] {
  const data = childOf(root, "sheetData");
  if (!data) return [];
  return spansIn(text, part, data, "c", depth, (scanner) => {
    const at = parseCell(scanner.attribute("r") ?? "");
    return at !== null && at.col === area.left && at.row >= area.top && at.row <= area.bottom;
  });
}

function mergeSplices(text: string, part: string, root: Element, area: Area, depth: number): readonly Splice[] {
  const list = childOf(root, "mergeCells");
  if (!list) return [];
  let all = 0;
  const spans = spansIn(text, part, list, "mergeCell", depth, (scanner) => {
    all += 1;
    const merged = parseArea(scanner.attribute("ref") ?? "");
    return merged !== null && merged.left === area.left && merged.right === area.left;
  });
  if (spans.length === 0) return [];
  if (spans.length === all) return [{ at: list.start, remove: list.end - list.start, insert: "" }];
  return [
    ...(list.attributes.has("count") ? [setAttribute(text, list, "count", String(all - spans.length))] : []),
    ...spans.map(({ start, end }) => ({ at: start, remove: end - start, insert: "" })),
  ];
}

/** A filter of ours goes, and what it hid shows again; another one is a column shorter. */
function filterSplices(
  text: string,
  part: string,
  root: Element,
  area: Area,
  isOwn: boolean,
  depth: number,
): readonly Splice[] {
  const filter = childOf(root, "autoFilter");
  const ref = parseArea(filter?.attributes.get("ref") ?? "");
  if (!filter || !ref) return [];
  const whole = { at: filter.start, remove: filter.end - filter.start, insert: "" };
  if (isOwn) return [whole, ...(filter.children.length > 0 ? shownRows(text, part, root, ref, depth) : [])];
  const ours = filter.children.filter((child) => Number(child.attributes.get("colId")) === area.left - ref.left);
  return [
    ...refSplices(text, filter, area.left),
    ...ours.map(({ start, end }) => ({ at: start, remove: end - start, insert: "" })),
  ];
}

function shownRows(text: string, part: string, root: Element, ref: Area, depth: number): readonly Splice[] {
  const data = childOf(root, "sheetData");
  if (!data) return [];
  const splices: Splice[] = [];
  const scanner = new XmlScanner(text.slice(data.start, data.end), part, depth);
  while (scanner.next()) {
    if (scanner.kind !== "open" || scanner.local !== "row") continue;
    const row = Number(scanner.attribute("r")) - 1;
    if (row <= ref.top || row > ref.bottom || scanner.attribute("hidden") === undefined) continue;
    const from = data.start + scanner.start;
    const open = text.slice(from, data.start + scanner.end);
    const hidden = /\shidden=(?:"[^"]*"|'[^']*')/u.exec(open);
    if (hidden) splices.push({ at: from + hidden.index, remove: hidden[0].length, insert: "" });
  }
  return splices;
}

function refSplices(text: string, element: Element, col: number): readonly Splice[] {
  const ref = parseArea(element.attributes.get("ref") ?? "");
  const left = ref && withoutColumn(ref, col);
  return left === null || left === ref ? [] : [setAttribute(text, element, "ref", areaName(left))];
}

function names(editor: PackageEditor): readonly Element[] {
  const list = childOf(editor.outline(editor.workbook().part), "definedNames");
  return list ? childrenOf(list, "definedName") : [];
}

function indexOf({ attributes }: Element): number {
  return Number(attributes.get("localSheetId") ?? "NaN");
}

/** The area behind a sheet's name. */
function areaOf(text: string, name: Element): Area | null {
  const said = cellText(text.slice(name.contentStart, name.contentEnd));
  return parseArea(said.slice(said.lastIndexOf("!") + 1));
}

/** Every mark goes, also one whose column is gone; names of filters follow their filters. */
function removeNames(editor: PackageEditor, all: readonly Opinions[]): void {
  const { part } = editor.workbook();
  const text = editor.text(part);
  const list = childOf(editor.outline(part), "definedNames");
  if (!list) return;
  const gone: Element[] = [];
  const splices: Splice[] = [];
  for (const element of names(editor)) {
    const name = element.attributes.get("name")?.toLowerCase();
    const of = all.find(({ index }) => index === indexOf(element));
    if (name === OPINIONS_MARK || (name === FILTER_NAME && of?.ownFilter === true)) gone.push(element);
    else if (name === FILTER_NAME && of) splices.push(...shrunkName(text, element, of.area.left));
  }
  const removed = removeFrom(text, list, gone);
  editor.splice(part, [...removed.splices, ...(removed.gone ? [] : splices)]);
}

function shrunkName(text: string, element: Element, col: number): readonly Splice[] {
  const area = areaOf(text, element);
  const left = area && withoutColumn(area, col);
  if (area === null || left === null || left === area) return [];
  const raw = text.slice(element.contentStart, element.contentEnd);
  const insert = raw.slice(0, raw.lastIndexOf("!") + 1) + escapeCellText(absolute(left));
  return [{ at: element.contentStart, remove: raw.length, insert }];
}
