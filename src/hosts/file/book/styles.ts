/** The styles of a workbook that we write: a look and a number format, each pair once, in the order in which it is used. */
import type { BookLook } from "../../../grid";
import { escapeCellText } from "../xlsx/xml-text";
import { MAIN } from "./names";

interface Parts {
  readonly font: number;
  /** From 1, of ours; 0 for none. */
  readonly fill: number;
  readonly border: 0 | 1;
  readonly alignment: string;
}

const FONTS = [
  '<font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="16"/><name val="宋体"/></font>',
  '<font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font>',
];
/** The first two fills of every workbook. */
const FIXED_FILLS = ["none", "gray125"].map((type) => `<fill><patternFill patternType="${type}"/></fill>`);
const FILLS = ["FFE8EEF7", "FFF2F2F2"].map(
  (rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
);
const BORDERS = [
  "<border><left/><right/><top/><bottom/><diagonal/></border>",
  `<border>${["left", "right", "top", "bottom"].map((s) => `<${s} style="thin"><color rgb="FFBFBFBF"/></${s}>`).join("")}<diagonal/></border>`,
];

const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const TOP = '<alignment vertical="top" wrapText="1"/>';

const LOOKS: Readonly<Record<BookLook, Parts>> = {
  plain: { font: 0, fill: 0, border: 0, alignment: "" },
  title: { font: 1, fill: 0, border: 0, alignment: CENTRED },
  note: { font: 2, fill: 0, border: 0, alignment: '<alignment vertical="center" wrapText="1"/>' },
  head: { font: 3, fill: 1, border: 1, alignment: CENTRED },
  text: { font: 0, fill: 0, border: 1, alignment: TOP },
  count: { font: 0, fill: 0, border: 1, alignment: CENTRED },
  total: { font: 3, fill: 2, border: 1, alignment: CENTRED },
  link: { font: 4, fill: 0, border: 1, alignment: TOP },
};

/** First id of formats that are not Excel's own (ECMA-376 part 1, 18.8.30). */
const FIRST_FORMAT = 164;

export interface BookStyles {
  /** Index into cellXfs. */
  of(look: BookLook, format?: string): number;
  /** Index into dxfs of a fill. */
  ofFill(fill: string): number;
  /** Entries of the lists of a style sheet, in the order of the schema. */
  lists(): StyleLists;
  /** A style sheet of these alone. */
  xml(): string;
}

interface StyleLists {
  readonly numFmts: readonly string[];
  readonly fonts: readonly string[];
  readonly fills: readonly string[];
  readonly borders: readonly string[];
  readonly cellXfs: readonly string[];
  readonly dxfs: readonly string[];
}

/** How many entries stand before ours in each list; of number formats the first free id. */
export type StyleBase = Readonly<Record<keyof StyleLists, number>>;

const ALONE: StyleBase = {
  numFmts: FIRST_FORMAT,
  fonts: 0,
  fills: FIXED_FILLS.length,
  borders: 0,
  cellXfs: 0,
  dxfs: 0,
};

/** Styles without any use yet; the first is the plain one. */
export function createStyles(base: StyleBase = ALONE): BookStyles {
  const formats = new Map<string, number>();
  const styles = new Map<string, { readonly index: number; readonly xml: string }>();
  const fills = new Map<string, number>();
  const of = (look: BookLook, format = ""): number => {
    const key = `${look}\n${format}`;
    const known = styles.get(key);
    if (known !== undefined) return known.index;
    let id = 0;
    if (format !== "") {
      id = formats.get(format) ?? base.numFmts + formats.size;
      formats.set(format, id);
    }
    const { font, fill, border, alignment } = LOOKS[look];
    const fillId = fill === 0 ? 0 : base.fills + fill - 1;
    const xml =
      `<xf numFmtId="${id}" fontId="${base.fonts + font}" fillId="${fillId}" borderId="${base.borders + border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1"${alignment === "" ? "/>" : ` applyAlignment="1">${alignment}</xf>`}`;
    const index = base.cellXfs + styles.size;
    styles.set(key, { index, xml });
    return index;
  };
  of("plain");
  const lists = (): StyleLists => ({
    numFmts: Array.from(formats, ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeCellText(code)}"/>`),
    fonts: FONTS,
    fills: FILLS,
    borders: BORDERS,
    cellXfs: Array.from(styles.values(), ({ xml }) => xml),
    dxfs: Array.from(fills.keys(), dxfXml),
  });
  return {
    of,
    ofFill(fill) {
      const index = fills.get(fill) ?? base.dxfs + fills.size;
      fills.set(fill, index);
      return index;
    },
    lists,
    xml: () => {
      const { numFmts, fonts, fills: own, borders, cellXfs, dxfs } = lists();
      return (
        `<styleSheet xmlns="${MAIN}">${listXml("numFmts", numFmts)}${listXml("fonts", fonts)}` +
        listXml("fills", [...FIXED_FILLS, ...own]) +
        listXml("borders", borders) +
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
        listXml("cellXfs", cellXfs) +
        '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
        `${listXml("dxfs", dxfs)}</styleSheet>`
      );
    },
  };
}

/** A list of a style sheet; nothing where it is empty. */
export function listXml(name: keyof StyleLists, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `<${name} count="${entries.length}">${entries.join("")}</${name}>`;
}

function dxfXml(fill: string): string {
  const text = reads(fill) ? "FF000000" : "FFFFFFFF";
  return (
    `<dxf><font><b/><color rgb="${text}"/></font><fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/>` +
    `<bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`
  );
}

/** Whether black reads better than white on a fill: relative luminance of WCAG 2.2, at which both contrasts are equal. */
function reads(fill: string): boolean {
  const channel = (at: number): number => {
    const share = parseInt(fill.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) > 0.179;
}
