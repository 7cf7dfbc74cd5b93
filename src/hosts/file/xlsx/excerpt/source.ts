/** How a sheet looks: styles of its cells, heights, widths and runs of its texts, by row and column. */
import { childOf, childrenOf, readOutline, type Element } from "../outline";
import type { XlsxPackage } from "../package";
import { isTrue } from "../workbook-part";
import { cellText, decodePart } from "../xml-text";
import { XmlScanner } from "../xml-scanner";
import { parseCell } from "../../../../grid";
import { ownChildren, plainXml, tag } from "./plain-xml";

export interface RowStyle {
  /** Height in points; null where the program chooses. */
  readonly height: number | null;
  readonly fixed: boolean;
  readonly style: number | null;
  /** Style by column. */
  readonly styles: ReadonlyMap<number, number>;
  /** Number of the shared string by column. */
  readonly strings: ReadonlyMap<number, number>;
}

interface ColumnLook {
  readonly from: number;
  readonly to: number;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface SheetLook {
  readonly root: Element;
  readonly rows: ReadonlyMap<number, RowStyle>;
  readonly columns: readonly ColumnLook[];
  /** Texts of headers and footers by their element. */
  readonly pageTexts: ReadonlyMap<string, string>;
  /** Drop-downs: their areas as written, and the formula of their words. */
  readonly lists: readonly { readonly areas: string; readonly formula: string }[];
}

/** Elements of `headerFooter`, in their order. */
export const PAGE_TEXTS = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"] as const;

/** A text whose letters differ in look. */
export interface RichString {
  readonly text: string;
  /** The whole item. */
  readonly xml: string;
}

const OPAQUE: ReadonlySet<string> = new Set(["sheetData"]);

/** Reads how a sheet looks. */
export function readSheetLook(pack: XlsxPackage, part: string): SheetLook {
  const { text } = decodePart(pack.bytes(part, "sheet"), part);
  const root = readOutline(text, part, pack.limits.depth, OPAQUE);
  const cols = childOf(root, "cols");
  const pages = childOf(root, "headerFooter");
  const lists = childOf(root, "dataValidations");
  return {
    root,
    rows: readRows(text, part, pack.limits.depth),
    lists: (lists ? childrenOf(lists, "dataValidation") : [])
      .filter(({ attributes }) => attributes.get("type") === "list")
      .map((list) => {
        const formula = childOf(list, "formula1");
        return {
          areas: list.attributes.get("sqref") ?? "",
          formula: formula === undefined ? "" : cellText(text.slice(formula.contentStart, formula.contentEnd)),
        };
      }),
    columns: (cols ? childrenOf(cols, "col") : []).map(({ attributes }) => ({
      from: Number(attributes.get("min") ?? "1") - 1,
      to: Number(attributes.get("max") ?? "1") - 1,
      attributes: Object.fromEntries(attributes),
    })),
    pageTexts: new Map(
      (pages?.children ?? []).map((each) => [each.local, cellText(text.slice(each.contentStart, each.contentEnd))]),
    ),
  };
}

function readRows(text: string, part: string, depth: number): ReadonlyMap<number, RowStyle> {
  const rows = new Map<number, RowStyle>();
  const scanner = new XmlScanner(text, part, depth);
  let styles = new Map<number, number>();
  let strings = new Map<number, number>();
  let row = -1;
  let col = -1;
  let shared = false;
  let inside = false;
  while (scanner.next()) {
    if (scanner.kind === "close" && scanner.local === "sheetData") break;
    if (scanner.kind !== "open") continue;
    if (scanner.local === "sheetData") inside = true;
    else if (!inside) continue;
    else if (scanner.local === "row") {
      row = numberOf(scanner.attribute("r"), row + 2) - 1;
      col = -1;
      styles = new Map();
      strings = new Map();
      const height = scanner.attribute("ht");
      rows.set(row, {
        height: height === undefined ? null : Number(height),
        fixed: isTrue(scanner.attribute("customHeight")),
        style: isTrue(scanner.attribute("customFormat")) ? numberOf(scanner.attribute("s"), 0) : null,
        styles,
        strings,
      });
    } else if (scanner.local === "c") {
      col = parseCell(scanner.attribute("r") ?? "")?.col ?? col + 1;
      styles.set(col, numberOf(scanner.attribute("s"), 0));
      shared = scanner.attribute("t") === "s";
    } else if (scanner.local === "v" && shared) strings.set(col, Number(scanner.readText()));
  }
  return rows;
}

function numberOf(text: string | undefined, otherwise: number): number {
  const number = Number(text ?? "NaN");
  return Number.isInteger(number) && number >= 0 ? number : otherwise;
}

/** Texts whose letters differ in look, by their number; null for plain ones. Guides to reading are left out. */
export function readRichStrings(pack: XlsxPackage, part: string | null): readonly (RichString | null)[] {
  if (part === null) return [];
  const { text } = decodePart(pack.bytes(part, "strings"), part);
  const root = readOutline(text, part, pack.limits.depth);
  return childrenOf(root, "si").map((item) => {
    const runs = childrenOf(item, "r");
    if (runs.length === 0) return null;
    const written = runs.map((run) => {
      const letters = childOf(run, "t");
      return letters ? text.slice(letters.contentStart, letters.contentEnd) : "";
    });
    // Anything but plain letters (a comment, CDATA) is not worth its look.
    if (written.some((raw) => raw.includes("<"))) return null;
    const xml = runs.map((run, at) => runXml(run, written[at] ?? "")).join("");
    return { text: written.map(cellText).join(""), xml: tag("si", {}, xml) };
  });
}

function runXml(run: Element, raw: string): string {
  const look = ownChildren(run).find(({ local }) => local === "rPr");
  return tag("r", {}, `${look ? plainXml(look) : ""}<t xml:space="preserve">${raw}</t>`);
}
