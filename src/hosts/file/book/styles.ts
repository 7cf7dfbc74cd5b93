/** The styles of a workbook that we write: a look and a number format, each pair once, in the order in which it is used. */
import type { BookLook } from "../../../grid";
import { escapeCellText } from "../xlsx/xml-text";
import { MAIN } from "./names";

interface Parts {
  readonly font: number;
  readonly fill: number;
  readonly border: 0 | 1;
  readonly alignment: string;
}

const FONTS =
  '<fonts count="5"><font><sz val="11"/><name val="宋体"/></font>' +
  '<font><b/><sz val="16"/><name val="宋体"/></font>' +
  '<font><sz val="10"/><color rgb="FF595959"/><name val="宋体"/></font>' +
  '<font><b/><sz val="11"/><name val="宋体"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/></font></fonts>';
const FILLS =
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  ["FFE8EEF7", "FFF2F2F2"]
    .map(
      (rgb) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`,
    )
    .join("") +
  "</fills>";
const BORDERS =
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>' +
  ["left", "right", "top", "bottom"].map((s) => `<${s} style="thin"><color rgb="FFBFBFBF"/></${s}>`).join("") +
  "<diagonal/></border></borders>";

const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const TOP = '<alignment vertical="top" wrapText="1"/>';

const LOOKS: Readonly<Record<BookLook, Parts>> = {
  plain: { font: 0, fill: 0, border: 0, alignment: "" },
  title: { font: 1, fill: 0, border: 0, alignment: CENTRED },
  note: { font: 2, fill: 0, border: 0, alignment: '<alignment vertical="center" wrapText="1"/>' },
  head: { font: 3, fill: 2, border: 1, alignment: CENTRED },
  text: { font: 0, fill: 0, border: 1, alignment: TOP },
  count: { font: 0, fill: 0, border: 1, alignment: CENTRED },
  total: { font: 3, fill: 3, border: 1, alignment: CENTRED },
  link: { font: 4, fill: 0, border: 1, alignment: TOP },
};

/** First id of formats that are not Excel's own (ECMA-376 part 1, 18.8.30). */
const FIRST_FORMAT = 164;

export interface BookStyles {
  /** Index into cellXfs. */
  of(look: BookLook, format?: string): number;
  /** Index into dxfs of a fill. */
  ofFill(fill: string): number;
  xml(): string;
}

/** Styles without any use yet; number 0 is the plain one. */
export function createStyles(): BookStyles {
  const formats = new Map<string, number>();
  const styles = new Map<string, { readonly index: number; readonly xml: string }>();
  const fills = new Map<string, number>();
  const of = (look: BookLook, format = ""): number => {
    const key = `${look}\n${format}`;
    const known = styles.get(key);
    if (known !== undefined) return known.index;
    let id = 0;
    if (format !== "") {
      id = formats.get(format) ?? FIRST_FORMAT + formats.size;
      formats.set(format, id);
    }
    const { font, fill, border, alignment } = LOOKS[look];
    const xml =
      `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1"${alignment === "" ? "/>" : ` applyAlignment="1">${alignment}</xf>`}`;
    styles.set(key, { index: styles.size, xml });
    return styles.size - 1;
  };
  of("plain");
  return {
    of,
    ofFill(fill) {
      const index = fills.get(fill) ?? fills.size;
      fills.set(fill, index);
      return index;
    },
    xml: () =>
      `<styleSheet xmlns="${MAIN}">` +
      (formats.size === 0
        ? ""
        : `<numFmts count="${formats.size}">${Array.from(formats, ([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeCellText(code)}"/>`).join("")}</numFmts>`) +
      FONTS +
      FILLS +
      BORDERS +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${styles.size}">${Array.from(styles.values(), ({ xml }) => xml).join("")}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
      (fills.size === 0 ? "" : `<dxfs count="${fills.size}">${Array.from(fills.keys(), dxfXml).join("")}</dxfs>`) +
      "</styleSheet>",
  };
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
