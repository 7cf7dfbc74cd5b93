/**
 * word/styles.xml of a notice, written whole: the library has no place for `snapToGrid`, and its headings are blue.
 *
 * The grid of 22 lines and 28 characters stands in the section, as the standard asks. Paragraphs do not snap to it: lines
 * are fixed at 28 pt and characters drawn together by 0.25 pt, which gives the same 22 and 28 in Word, WPS and
 * LibreOffice (LibreOffice puts every character wider than its cell into two).
 */
import { escapeMarkup } from "../markup";
import type { BlockRole } from "../document/types";
import { FONTS } from "./fonts";
import { LINE, SIZES, SPACING, TABLE_LINE, TITLE_LINE } from "./page";

export interface ParagraphStyle {
  readonly id: string;
  /** As Word's list of styles shows it. */
  readonly name: string;
  readonly face?: keyof typeof FONTS;
  readonly size?: number;
  readonly line?: number;
  readonly align?: "left" | "center" | "right";
  /** RRGGBB; black where absent. */
  readonly colour?: string;
  /** First line two characters in (GB/T 9704—2012, 7.3.3). */
  readonly indent?: boolean;
  readonly keepNext?: boolean;
  readonly outline?: number;
}

const STYLES: readonly ParagraphStyle[] = [
  {
    id: "NoticeTitle",
    name: "通报标题",
    face: "title",
    size: SIZES.title,
    line: TITLE_LINE,
    align: "center",
    keepNext: true,
  },
  { id: "NoticeBody", name: "通报正文", indent: true },
  { id: "NoticePart", name: "通报一级标题", face: "part", indent: true, keepNext: true, outline: 0 },
  { id: "NoticeSection", name: "通报二级标题", face: "section", indent: true, keepNext: true, outline: 1 },
  { id: "NoticeParent", name: "通报三级标题", indent: true, keepNext: true, outline: 2 },
  { id: "NoticeProblem", name: "通报四级标题", indent: true, keepNext: true, outline: 3 },
  { id: "NoticeSignature", name: "通报落款", align: "right", keepNext: true },
  { id: "NoticeDate", name: "通报成文日期", align: "right" },
  { id: "NoticeRow", name: "通报表格", size: SIZES.table, line: TABLE_LINE, align: "center" },
];

/** Style of each role. */
export const STYLE_IDS: Readonly<Record<BlockRole, string>> = {
  title: "NoticeTitle",
  opening: "NoticeBody",
  part: "NoticePart",
  section: "NoticeSection",
  parent: "NoticeParent",
  problem: "NoticeProblem",
  body: "NoticeBody",
  contact: "NoticeBody",
  signature: "NoticeSignature",
  date: "NoticeDate",
  row: "NoticeRow",
};

/** Level of each heading's style, 0 for the first. */
export const OUTLINE_LEVELS: Readonly<Partial<Record<BlockRole, number>>> = Object.fromEntries(
  Object.entries(STYLE_IDS).flatMap(([role, id]) => {
    const outline = STYLES.find((style) => style.id === id)?.outline;
    return outline === undefined ? [] : [[role, outline]];
  }),
);

function fonts(face: keyof typeof FONTS): string {
  const latin = escapeMarkup(FONTS.latin);
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:cs="${latin}" w:eastAsia="${escapeMarkup(FONTS[face])}"/>`;
}

function size(halfPoints: number): string {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function spacing(line: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`;
}

// Elements in the order of the schema (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28): Word refuses another.
function paragraphStyle(style: ParagraphStyle): string {
  const { id, name, face, size: points, line, align, indent, keepNext, outline, colour } = style;
  const paragraph = [
    keepNext === true ? "<w:keepNext/>" : "",
    line === undefined ? "" : spacing(line),
    indent === true ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : "",
    align === undefined ? "" : `<w:jc w:val="${align}"/>`,
    outline === undefined ? "" : `<w:outlineLvl w:val="${outline}"/>`,
  ].join("");
  const run = [
    face === undefined ? "" : fonts(face),
    colour === undefined ? "" : `<w:color w:val="${colour}"/>`,
    points === undefined ? "" : size(points),
  ].join("");
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escapeMarkup(name)}"/>` +
    `<w:basedOn w:val="Normal"/><w:next w:val="NoticeBody"/><w:qFormat/>` +
    `${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`
  );
}

/** The part as XML, with the styles of other papers where there are some. */
export function stylesPart(more: readonly ParagraphStyle[] = []): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts("body")}<w:spacing w:val="${SPACING}"/>${size(SIZES.body)}` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
    // Every page has its 22 lines, whatever paragraph ends there.
    `<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>${spacing(LINE)}<w:jc w:val="both"/>` +
    "</w:pPr></w:pPrDefault></w:docDefaults>" +
    // The grid counts from the size of Normal (17.6.5).
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:rPr>${fonts("body")}${size(SIZES.body)}</w:rPr></w:style>` +
    `${[...STYLES, ...more].map(paragraphStyle).join("")}</w:styles>`
  );
}
