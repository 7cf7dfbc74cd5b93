/**
 * Typefaces of GB/T 9704—2012 (5.2.2, 7.3) by name, with what stands in where a computer lacks them: Word and WPS follow
 * `altName`, then family, pitch and character set of the font table (ECMA-376 part 1, 17.8.3).
 */
import { escapeMarkup } from "../markup";

export const FONTS = {
  title: "方正小标宋简体",
  body: "仿宋_GB2312",
  part: "黑体",
  section: "楷体_GB2312",
  pageNumber: "宋体",
  /** Digits and Latin letters, in every style. */
  latin: "Times New Roman",
} as const;

interface FontEntry {
  readonly name: string;
  readonly alternative: string;
  readonly family: "roman" | "modern" | "script" | "swiss";
  /** 86: GB2312. */
  readonly charset: "86" | "00";
  readonly panose: string;
}

const TABLE: readonly FontEntry[] = [
  // 小标宋 is sold; 华文中宋 comes with Office for Windows and Mac.
  { name: FONTS.title, alternative: "华文中宋", family: "script", charset: "86", panose: "02010601030101010101" },
  // The _GB2312 faces came with Windows XP; since Vista there are 仿宋 and 楷体.
  { name: FONTS.body, alternative: "仿宋", family: "modern", charset: "86", panose: "02010609060101010101" },
  { name: FONTS.section, alternative: "楷体", family: "modern", charset: "86", panose: "02010609060101010101" },
  { name: FONTS.part, alternative: "SimHei", family: "modern", charset: "86", panose: "02010609060101010101" },
  { name: FONTS.pageNumber, alternative: "SimSun", family: "roman", charset: "86", panose: "02010600030101010101" },
  {
    name: FONTS.latin,
    alternative: "Liberation Serif",
    family: "roman",
    charset: "00",
    panose: "02020603050405020304",
  },
];

/** word/fontTable.xml. */
export function fontTable(): string {
  const fonts = TABLE.map(
    ({ name, alternative, family, charset, panose }) =>
      `<w:font w:name="${escapeMarkup(name)}"><w:altName w:val="${escapeMarkup(alternative)}"/>` +
      `<w:panose1 w:val="${panose}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/>` +
      `<w:pitch w:val="${charset === "86" ? "default" : "variable"}"/></w:font>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`
  );
}

/** Attributes of a run in one of the faces; digits and Latin in Times New Roman. */
export function fontOf(face: keyof typeof FONTS): { ascii: string; hAnsi: string; cs: string; eastAsia: string } {
  const latin = face === "pageNumber" ? FONTS.pageNumber : FONTS.latin;
  return { ascii: latin, hAnsi: latin, cs: FONTS.latin, eastAsia: FONTS[face] };
}
