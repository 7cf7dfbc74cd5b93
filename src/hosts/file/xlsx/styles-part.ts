import { builtInFormat, type CellLook } from "../../../grid";
import { paintOf, readThemeColours } from "./colours";
import type { PartSource } from "./package";
import { isTrue } from "./workbook-part";
import { XmlScanner } from "./xml-scanner";

/** What of a cell's style matters for reading it: per index into cellXfs. */
export interface CellStyles {
  /** Number format code; undefined for General. */
  readonly formats: readonly (string | undefined)[];
  readonly struck: readonly boolean[];
  /** Colour of the cell's ground as the file names it (FF92D050, theme 9), null for none and white. */
  readonly fills: readonly (string | null)[];
  /** Whether the cell may be edited on a protected sheet. */
  readonly unlocked: readonly boolean[];
  /** How the cell looks where a sheet is shown. */
  readonly looks: readonly CellLook[];
}

const NO_STYLES: CellStyles = { formats: [], struck: [], fills: [], unlocked: [], looks: [] };

/** Reads formats, strike-through and locks of the cell styles; a workbook without a styles part has none. */
export function readCellStyles(pack: PartSource, part: string | null): CellStyles {
  if (part === null) return NO_STYLES;
  const scanner = new XmlScanner(pack.text(part), part, pack.limits.depth);
  const custom = new Map<number, string>();
  const fontStruck: boolean[] = [];
  const fontBold: boolean[] = [];
  const grounds: (string | null)[] = [];
  const paints: (string | null)[] = [];
  const theme = readThemeColours(pack);
  let solid = false;
  const formats: (string | undefined)[] = [];
  const struck: boolean[] = [];
  const fills: (string | null)[] = [];
  const unlocked: boolean[] = [];
  const looks: CellLook[] = [];
  const path: string[] = [];
  let main = "";
  while (scanner.next()) {
    if (scanner.kind === "close") path.length = scanner.depth;
    if (scanner.kind !== "open") continue;
    if (scanner.depth === 1) main = scanner.namespace;
    path[scanner.depth - 1] = scanner.namespace === main ? scanner.local : "";
    const section = path[1] ?? "";
    const local = path[scanner.depth - 1];
    if (section === "numFmts" && local === "numFmt" && scanner.depth === 3) {
      custom.set(Number(scanner.attribute("numFmtId")), scanner.attribute("formatCode") ?? "");
    } else if (section === "fonts" && local === "font" && scanner.depth === 3) {
      fontStruck.push(false);
      fontBold.push(false);
    } else if (section === "fonts" && local === "b" && scanner.depth === 4) {
      fontBold[fontBold.length - 1] = isOn(scanner.attribute("val"));
    } else if (section === "fonts" && local === "strike" && scanner.depth === 4) {
      fontStruck[fontStruck.length - 1] = isOn(scanner.attribute("val"));
    } else if (section === "fills" && local === "fill" && scanner.depth === 3) {
      grounds.push(null);
      paints.push(null);
      solid = false;
    } else if (section === "fills" && local === "patternFill" && scanner.depth === 4) {
      solid = scanner.attribute("patternType") === "solid";
    } else if (section === "fills" && local === "fgColor" && scanner.depth === 5 && solid) {
      grounds[grounds.length - 1] = colourOf(scanner);
      paints[paints.length - 1] = paintOf((name) => scanner.attribute(name), theme);
    } else if (section === "cellXfs" && local === "xf" && scanner.depth === 3) {
      const id = Number(scanner.attribute("numFmtId") ?? "0");
      const code = custom.get(id) ?? builtInFormat(id);
      formats.push(code === null || /^general$/i.test(code) ? undefined : code);
      struck.push(fontStruck[Number(scanner.attribute("fontId") ?? "0")] ?? false);
      fills.push(grounds[Number(scanner.attribute("fillId") ?? "0")] ?? null);
      unlocked.push(false);
      looks.push({
        bold: fontBold[Number(scanner.attribute("fontId") ?? "0")] ?? false,
        wrap: false,
        fill: paints[Number(scanner.attribute("fillId") ?? "0")] ?? null,
      });
    } else if (section === "cellXfs" && local === "alignment" && scanner.depth === 4) {
      looks[looks.length - 1] = { ...looks[looks.length - 1]!, wrap: isTrue(scanner.attribute("wrapText")) };
    } else if (section === "cellXfs" && local === "protection" && scanner.depth === 4) {
      const locked = scanner.attribute("locked");
      unlocked[unlocked.length - 1] = locked !== undefined && !isTrue(locked);
    }
  }
  return { formats, struck, fills, unlocked, looks };
}

/** A colour as the file names it; white is the ground of paper and none. */
function colourOf(scanner: XmlScanner): string | null {
  const rgb = scanner.attribute("rgb");
  if (rgb !== undefined) return /^(?:FF|00)?FFFFFF$/i.test(rgb) ? null : rgb.toUpperCase();
  const theme = scanner.attribute("theme");
  // The first colour of a theme is the ground of its sheets.
  if (theme !== undefined) return theme === "0" && scanner.attribute("tint") === undefined ? null : `theme ${theme}`;
  const indexed = scanner.attribute("indexed");
  return indexed === undefined || ["1", "9", "64", "65"].includes(indexed) ? null : `indexed ${indexed}`;
}

/** A boolean property of a font: there without a value means true. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || isTrue(value);
}
