/** The styles of an excerpt: all of the source's looks, no name and no number format that the excerpt does not use. */
import type { Element } from "../outline";
import { DECLARATION, ownAttributes, ownChildren, plainXml, tag } from "./plain-xml";
import { isTrue } from "../workbook-part";
import { MAIN } from "../../book/names";

export interface ExcerptStyles {
  /** Notes that a style is used; the same index. */
  use(style: number): number;
  /** A style for text of ours that looks like one of the source's. */
  forText(style: number): number;
  /** Whether text in it goes on below where it is too long. */
  wraps(style: number): boolean;
  xml(): string;
}

/** Names of styles and of what hangs on tables are texts of people. */
const LISTS: readonly string[] = ["fonts", "fills", "borders", "cellStyleXfs"];

/** @param root `styleSheet` of the source, null where it has none */
export function createExcerptStyles(root: Element | null): ExcerptStyles {
  const list = (local: string): readonly Element[] => {
    const found = root === null ? undefined : ownChildren(root).find((child) => child.local === local);
    return found === undefined ? [] : ownChildren(found);
  };
  const xfs = list("cellXfs");
  const used = new Set<number>();
  const texts = new Map<number, number>();
  return {
    use(style) {
      used.add(style);
      return style;
    },
    forText(style) {
      const known = texts.get(style) ?? xfs.length + texts.size;
      texts.set(style, known);
      return known;
    },
    wraps(style) {
      const xf = xfs[style];
      const alignment = xf && ownChildren(xf).find(({ local }) => local === "alignment");
      return isTrue(alignment?.attributes.get("wrapText"));
    },
    xml() {
      if (root === null) return EMPTY;
      const formats = new Set([...used].map((style) => xfs[style]?.attributes.get("numFmtId")));
      const numFmts = list("numFmts").map((element) => {
        const id = element.attributes.get("numFmtId");
        return plainXml(element, formats.has(id) ? {} : { formatCode: "General" });
      });
      const cellXfs = [...xfs.map((xf) => plainXml(xf)), ...[...texts.keys()].map((style) => textXf(xfs[style]))];
      const colors = ownChildren(root).find(({ local }) => local === "colors");
      const counted = (local: string, items: readonly string[]): string =>
        items.length === 0 ? "" : tag(local, { count: items.length }, items.join(""));
      return (
        DECLARATION +
        tag(
          "styleSheet",
          { xmlns: MAIN },
          counted("numFmts", numFmts) +
            LISTS.map((local) =>
              counted(
                local,
                list(local).map((each) => plainXml(each)),
              ),
            ).join("") +
            counted("cellXfs", cellXfs) +
            NORMAL +
            (colors ? plainXml(colors) : ""),
        )
      );
    },
  };
}

const NORMAL = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

function textXf(xf: Element | undefined): string {
  const attributes = xf === undefined ? { fontId: 0, fillId: 0, borderId: 0 } : ownAttributes(xf);
  return tag(
    "xf",
    { ...attributes, numFmtId: 0, applyAlignment: 1 },
    tag("alignment", { horizontal: "left", vertical: "top", wrapText: 1 }),
  );
}

const EMPTY =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  `<cellXfs count="1"><xf xfId="0"/></cellXfs>${NORMAL}</styleSheet>`;
