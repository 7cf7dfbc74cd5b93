/**
 * word/theme/theme1.xml that names the standard's typefaces only: WPS and Word look for every face a theme names, used or
 * not, and report those a computer lacks.
 */
import { escapeMarkup } from "../markup";
import { FONTS } from "./fonts";

const COLOURS = [
  ["dk1", "000000"],
  ["lt1", "FFFFFF"],
  ["dk2", "000000"],
  ["lt2", "FFFFFF"],
  ["accent1", "C00000"],
  ["accent2", "404040"],
  ["accent3", "7F7F7F"],
  ["accent4", "595959"],
  ["accent5", "A6A6A6"],
  ["accent6", "262626"],
  ["hlink", "000000"],
  ["folHlink", "000000"],
] as const;

function faces(eastAsian: string): string {
  return (
    `<a:latin typeface="${escapeMarkup(FONTS.latin)}"/><a:ea typeface="${escapeMarkup(eastAsian)}"/>` +
    `<a:cs typeface="${escapeMarkup(FONTS.latin)}"/>`
  );
}

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="6350">${FILL}<a:prstDash val="solid"/></a:ln>`;
const EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";

/** The part as XML (ECMA-376 part 1, 20.1.6.9): lists of three, as the schema wants them. */
export function themePart(): string {
  const colours = COLOURS.map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`).join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="GB/T 9704"><a:themeElements>' +
    `<a:clrScheme name="GB/T 9704">${colours}</a:clrScheme>` +
    `<a:fontScheme name="GB/T 9704"><a:majorFont>${faces(FONTS.title)}</a:majorFont>` +
    `<a:minorFont>${faces(FONTS.body)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="GB/T 9704"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}
