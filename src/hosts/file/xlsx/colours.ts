/**
 * Colours of a workbook as they are painted: by their digits, by the workbook's theme with a tint, by Excel's old palette
 * (ECMA-376 part 1, 18.8.3 and 18.8.27).
 */
import type { PartSource } from "./package";
import { XmlScanner } from "./xml-scanner";

const THEME = "xl/theme/theme1.xml";

/** The colours of a theme in the order in which cells count them: light and dark stand the other way round in its part. */
const ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/** Office's own theme, for workbooks without one. */
const OFFICE = "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47".split(" ");

/** The palette of Excel 97, from its ninth colour on; the first eight are the same as these first eight. */
const INDEXED = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** Six digits a colour, in the order of `theme` in a cell's style. */
export function readThemeColours(pack: PartSource): readonly string[] {
  if (!pack.has(THEME)) return OFFICE;
  const scanner = new XmlScanner(pack.text(THEME), THEME, pack.limits.depth);
  const colours = [...OFFICE];
  let name = "";
  while (scanner.next()) {
    if (scanner.kind !== "open") continue;
    if (ORDER.includes(scanner.local)) name = scanner.local;
    const digits = scanner.attribute(scanner.local === "sysClr" ? "lastClr" : "val");
    if ((scanner.local === "srgbClr" || scanner.local === "sysClr") && name !== "" && digits !== undefined) {
      if (/^[0-9a-f]{6}$/i.test(digits)) colours[ORDER.indexOf(name)] = digits.toUpperCase();
      name = "";
    }
    if (scanner.local === "fontScheme") break;
  }
  return colours;
}

/**
 * A colour as `#rrggbb`, null for white and for what is no colour.
 * @param attribute reads an attribute of the colour's element
 * @example paintOf((name) => ({ rgb: "FF92D050" })[name], []) // "#92D050"
 */
export function paintOf(attribute: (name: string) => string | undefined, theme: readonly string[]): string | null {
  const rgb = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(attribute("rgb") ?? "")?.[1];
  const indexed = Number(attribute("indexed") ?? "NaN");
  const digits = rgb ?? theme[Number(attribute("theme") ?? "NaN")] ?? INDEXED[indexed >= 8 ? indexed - 8 : indexed];
  if (digits === undefined) return null;
  const tint = Number(attribute("tint") ?? "0");
  const painted = tint === 0 || !Number.isFinite(tint) ? digits.toUpperCase() : tinted(digits, tint);
  return painted === "FFFFFF" ? null : `#${painted}`;
}

/** Lighter for tints above 0, darker below: the lightness moves, the hue stays. */
function tinted(digits: string, tint: number): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255);
  const most = Math.max(...parts);
  const least = Math.min(...parts);
  const light = (most + least) / 2;
  const moved = Math.max(0, Math.min(1, tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
  // Around the lightness, as much as the saturation leaves room for there.
  const room = (lightness: number): number => 1 - Math.abs(2 * lightness - 1);
  const scale = room(light) === 0 ? 0 : room(moved) / room(light);
  return parts
    .map((part) => Math.round(Math.max(0, Math.min(1, moved + (part - light) * scale)) * 255))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}
