/** The part of one sheet of an excerpt. */
import {
  areaName,
  cellName,
  isErrorText,
  parseArea,
  type Area,
  type CellValue,
  type SheetExcerpt,
  UNCALCULATED,
} from "../../../../grid";
import { foldKey, widthOf } from "../../../../zh/text";
import { MAIN } from "../../book/names";
import { childOf, type Element } from "../outline";
import { escapeCellText } from "../xml-text";
import { ownAttributes, plainXml, tag } from "./plain-xml";
import { pageText } from "./page-texts";
import { PAGE_TEXTS, type RichString, type RowStyle, type SheetLook } from "./source";
import type { ExcerptStyles } from "./styles";

/** Strings of the excerpt, each once. */
export interface StringPool {
  /** @param rich the whole item where its letters differ in look */
  add(text: string, rich: string | null): number;
}

interface SheetSource {
  readonly excerpt: SheetExcerpt;
  readonly look: SheetLook;
  readonly styles: ExcerptStyles;
  readonly strings: StringPool;
  readonly rich: readonly (RichString | null)[];
  readonly first: boolean;
}

const LINE_HEIGHT = 15;
const TALLEST_ROW = 409;

function lastColumn({ added, right, form }: SheetExcerpt): number {
  return added?.col ?? right + (form?.beyond.length ?? 0);
}

/** The area of the filter, null where there is none. */
export function filterOf(excerpt: SheetExcerpt, look: SheetLook): Area | null {
  if (!excerpt.filter && childOf(look.root, "autoFilter") === undefined) return null;
  return {
    top: excerpt.head.bottom,
    left: excerpt.left,
    bottom: Math.max(excerpt.head.bottom, excerpt.lines.length - 1),
    right: lastColumn(excerpt),
  };
}

/** XML of the sheet. */
export function sheetXml(source: SheetSource): string {
  const { excerpt, look, first } = source;
  const { root } = look;
  const last = lastColumn(excerpt);
  const rows = excerpt.lines.map((_line, at) => rowXml(source, at)).join("");
  const filter = filterOf(excerpt, look);
  const copy = (local: string): string => {
    const element = childOf(root, local);
    return element === undefined ? "" : plainXml(element);
  };
  const merges = excerpt.merges.map((area) => tag("mergeCell", { ref: areaName(area) }));
  const content = [
    sheetProperties(root),
    tag("dimension", {
      ref: areaName({ top: 0, left: 0, bottom: Math.max(0, excerpt.lines.length - 1), right: last }),
    }),
    viewXml(excerpt, root, first),
    formatXml(root),
    columnsXml(source, last),
    `<sheetData>${rows}</sheetData>`,
    filter === null ? "" : tag("autoFilter", { ref: areaName(filter) }),
    merges.length === 0 ? "" : tag("mergeCells", { count: merges.length }, merges.join("")),
    listsXml(excerpt, look),
    copy("printOptions"),
    copy("pageMargins"),
    copy("pageSetup"),
    headerFooterXml(excerpt, look),
  ];
  return tag("worksheet", { xmlns: MAIN }, content.join(""));
}

function sheetProperties(root: Element): string {
  const properties = childOf(root, "sheetPr");
  if (properties === undefined) return "";
  const kept = ["tabColor", "outlinePr", "pageSetUpPr"].flatMap((local) => childOf(properties, local) ?? []);
  return kept.length === 0 ? "" : tag("sheetPr", {}, kept.map((each) => plainXml(each)).join(""));
}

/** As wide and as large as before, from the top; what was frozen stays so, at the end of the header. */
function viewXml(excerpt: SheetExcerpt, root: Element, first: boolean): string {
  const views = childOf(root, "sheetViews");
  const view = views && childOf(views, "sheetView");
  const pane = view && childOf(view, "pane");
  const { showGridLines, zoomScale, zoomScaleNormal, showZeros } = view ? ownAttributes(view) : {};
  const isFrozen = pane?.attributes.get("state")?.startsWith("frozen") ?? false;
  const below = excerpt.head.bottom + 1;
  const beside = Math.trunc(Number(pane?.attributes.get("xSplit") ?? "0")) || 0;
  const frozen = isFrozen
    ? tag("pane", {
        xSplit: beside > 0 ? beside : null,
        ySplit: below,
        topLeftCell: cellName(below, Math.max(0, beside)),
        activePane: beside > 0 ? "bottomRight" : "bottomLeft",
        state: "frozen",
      })
    : "";
  const attributes = { showGridLines, showZeros, tabSelected: first ? 1 : null, zoomScale, zoomScaleNormal };
  return tag("sheetViews", {}, tag("sheetView", { ...attributes, workbookViewId: 0 }, frozen));
}

function formatXml(root: Element): string {
  const format = childOf(root, "sheetFormatPr");
  const { baseColWidth, defaultColWidth, defaultRowHeight, customHeight } = format ? ownAttributes(format) : {};
  return tag("sheetFormatPr", {
    baseColWidth,
    defaultColWidth,
    defaultRowHeight: defaultRowHeight ?? 15,
    customHeight,
  });
}

function columnsXml({ excerpt, look, styles }: SheetSource, last: number): string {
  const { added } = excerpt;
  const cols: string[] = [];
  const end = added === null ? excerpt.right : last - 1;
  for (const { from, to, attributes } of [...look.columns].sort((a, b) => a.from - b.from)) {
    if (from > end || to < from) continue;
    const { width, style, hidden, customWidth, bestFit } = attributes;
    if (style !== undefined) styles.use(Number(style));
    cols.push(tag("col", { min: from + 1, max: Math.min(to, end) + 1, width, style, hidden, bestFit, customWidth }));
  }
  if (added !== null)
    cols.push(tag("col", { min: added.col + 1, max: added.col + 1, width: added.width, customWidth: 1 }));
  excerpt.form?.beyond.forEach((width, at) => {
    const number = excerpt.right + at + 2;
    cols.push(tag("col", { min: number, max: number, width, customWidth: 1 }));
  });
  return cols.length === 0 ? "" : tag("cols", {}, cols.join(""));
}

function rowXml(source: SheetSource, at: number): string {
  const { excerpt, look, styles } = source;
  const line = excerpt.lines[at]!;
  const rowLook = line.row === null ? undefined : look.rows.get(line.row);
  const last = lastColumn(excerpt);
  const cells: string[] = [];
  for (let col = 0; col <= last; col++) cells.push(cellXml(source, at, col, rowLook));
  const height = heightOf(source, at, rowLook);
  const style = rowLook?.style ?? null;
  return tag(
    "row",
    {
      r: at + 1,
      s: style === null ? null : styles.use(style),
      customFormat: style === null ? null : 1,
      ht: height.points,
      customHeight: height.fixed ? 1 : null,
    },
    cells.join(""),
  );
}

/**
 * The source's height, and room for what is written into a column of ours. A row without a height is fitted to its texts by
 * Excel, but not by every program: it gets what they take.
 */
function heightOf(
  source: SheetSource,
  at: number,
  look: RowStyle | undefined,
): { readonly points: number | null; readonly fixed: boolean } {
  const { added, lines, merges, right, form } = source.excerpt;
  const points = look?.height ?? null;
  const fixed = look?.fixed ?? false;
  const isFilled = form !== undefined && at >= form.from && at <= form.to;
  if ((added === null && !isFilled) || lines[at]?.part !== "data") return { points, fixed };
  const linesIn = (col: number, width: number): number => textLines(lines[at]?.values[col] ?? null, width);
  let most = added === null ? 1 : linesIn(added.col, added.width);
  form?.beyond.forEach((width, index) => (most = Math.max(most, linesIn(right + 1 + index, width))));
  for (let col = 0; (points === null || isFilled) && col <= right; col++) {
    const style = look?.styles.get(col);
    if (style === undefined || !source.styles.wraps(style)) continue;
    if (merges.some((area) => area.left <= col && col <= area.right && area.top <= at && at <= area.bottom)) continue;
    most = Math.max(most, linesIn(col, widthOfColumn(source.look, col)));
  }
  const wanted = Math.min(TALLEST_ROW, most * LINE_HEIGHT);
  if (points === null) return { points: most > 1 ? wanted : null, fixed: false };
  return points >= wanted ? { points, fixed } : { points: wanted, fixed: true };
}

/** Lines that a text takes in a cell so many characters wide. */
function textLines(value: CellValue, width: number): number {
  if (typeof value !== "string") return 1;
  const room = Math.max(1, width - 2);
  return value.split("\n").reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
}

const DEFAULT_WIDTH = 8.43;

function widthOfColumn({ columns, root }: SheetLook, col: number): number {
  const own = columns.find(({ from, to }) => from <= col && col <= to)?.attributes["width"];
  const width = Number(own ?? childOf(root, "sheetFormatPr")?.attributes.get("defaultColWidth") ?? DEFAULT_WIDTH);
  return width > 0 ? width : DEFAULT_WIDTH;
}

function cellXml(source: SheetSource, at: number, col: number, look: RowStyle | undefined): string {
  const { excerpt, styles, strings, rich } = source;
  const value = excerpt.lines[at]?.values[col] ?? null;
  const isOurs = col === excerpt.added?.col;
  const { form } = excerpt;
  const looksLike = form !== undefined && col > excerpt.right ? beyondColumn(source, at, form.like) : col;
  const style = isOurs ? ourStyle(source, at, look) : (look?.styles.get(looksLike) ?? null);
  if (value === null && style === null) return "";
  const attributes = { r: cellName(at, col), s: style === null ? null : styles.use(style) };
  const formula = form?.formulas.get(`${at}:${col}`);
  if (formula !== undefined && typeof value === "number")
    return tag("c", attributes, `<f>${escapeCellText(formula)}</f><v>${value}</v>`);
  return valueXml(attributes, value, (text) => {
    const number = look?.strings.get(col);
    const item = number === undefined || isOurs ? null : (rich[number] ?? null);
    return strings.add(text, item?.text === text ? item.xml : null);
  });
}

/** Columns behind those of a form look like one of its own in its head and its items; elsewhere they have no look. */
function beyondColumn({ excerpt }: SheetSource, at: number, like: number): number {
  const part = excerpt.lines[at]?.part;
  return part === "head" || part === "data" ? like : -1;
}

/** The column of ours looks like the last of the table. */
function ourStyle({ excerpt, styles }: SheetSource, at: number, look: RowStyle | undefined): number | null {
  const beside = look?.styles.get(excerpt.right);
  if (beside === undefined) return null;
  const { part } = excerpt.lines[at]!;
  if (part === "head") return beside;
  return part === "data" ? styles.forText(beside) : null;
}

function valueXml(
  attributes: Readonly<Record<string, string | number | null>>,
  value: CellValue,
  stringOf: (text: string) => number,
): string {
  if (value === null || value === "" || value === UNCALCULATED) return tag("c", attributes);
  if (typeof value === "number")
    return Number.isFinite(value) ? tag("c", attributes, `<v>${value}</v>`) : tag("c", attributes);
  if (typeof value === "boolean") return tag("c", { ...attributes, t: "b" }, `<v>${value ? 1 : 0}</v>`);
  if (isErrorText(value)) return tag("c", { ...attributes, t: "e" }, `<v>${escapeCellText(value)}</v>`);
  return tag("c", { ...attributes, t: "s" }, `<v>${stringOf(value)}</v>`);
}

function listsXml(excerpt: SheetExcerpt, look: SheetLook): string {
  const items = excerpt.lists.map(({ area, words }) =>
    tag(
      "dataValidation",
      { type: "list", allowBlank: 1, showInputMessage: 1, sqref: areaName(area) },
      `<formula1>"${escapeCellText(words.join(","))}"</formula1>`,
    ),
  );
  const all = [...items, ...formLists(excerpt, look)];
  return all.length === 0 ? "" : tag("dataValidations", { count: all.length }, all.join(""));
}

/** A list of words in quotes: what refers to other cells stays in the form. */
const WORDS = /^"[^"]*"$/;

/** Drop-downs of a form's blank row, over all lines that were filled in. */
function formLists({ form, right }: SheetExcerpt, { lists }: SheetLook): readonly string[] {
  if (form === undefined || form.to < form.from) return [];
  return lists.flatMap(({ areas, formula }) => {
    if (!WORDS.test(formula)) return [];
    const over = areas.split(/\s+/).flatMap((name) => {
      const area = parseArea(name);
      if (area === null || area.top > form.blank || form.blank > area.bottom || area.left > right) return [];
      return [areaName({ top: form.from, left: area.left, bottom: form.to, right: Math.min(area.right, right) })];
    });
    if (over.length === 0) return [];
    const attributes = { type: "list", allowBlank: 1, showInputMessage: 1, sqref: over.join(" ") };
    return [tag("dataValidation", attributes, `<formula1>${escapeCellText(formula)}</formula1>`)];
  });
}

function headerFooterXml(excerpt: SheetExcerpt, look: SheetLook): string {
  const element = childOf(look.root, "headerFooter");
  if (element === undefined) return "";
  const known = excerpt.lines
    .filter(({ part }) => part === "title" || part === "above" || part === "head")
    .flatMap(({ values }) => values.filter((value) => typeof value === "string"))
    .map(foldKey)
    .join("\n");
  const texts = PAGE_TEXTS.flatMap((local) => {
    const text = look.pageTexts.get(local) ?? "";
    // A form holds nobody's items: what its pages say is said to all.
    const kept = excerpt.form === undefined ? pageText(text, known) : text;
    return kept === "" ? [] : [tag(local, {}, escapeCellText(kept))];
  });
  const { differentOddEven, differentFirst, scaleWithDoc, alignWithMargins } = ownAttributes(element);
  return tag("headerFooter", { differentOddEven, differentFirst, scaleWithDoc, alignWithMargins }, texts.join(""));
}
