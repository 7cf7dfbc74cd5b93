/** Word documents on plain A4, without the grid of GB/T 9704—2012: margins of 20 mm, tables over the whole line. */
import type { FileChild, Footer, Paragraph, Table, TableCell } from "docx";
import { cleanText } from "../markup";
import { fontOf, fontTable } from "./fonts";
import { coreProperties } from "./properties";
import { themePart } from "./theme-part";

type Docx = typeof import("docx");

/** Twips. */
const PAGE = { width: 11906, height: 16838, margin: 1134, footer: 500 } as const;
const TITLE = { size: 36, line: 600 } as const;
export const PLAIN_WIDTH = PAGE.width - 2 * PAGE.margin;

interface PlainPage {
  readonly title: string;
  readonly font: Parameters<typeof fontOf>[0];
  /** Half-points. */
  readonly size: number;
  /** Twips between lines; `exact`, or as much as the characters need at least. */
  readonly line: number;
  readonly exact: boolean;
  /** Twips that a footer of several lines needs above the margin. */
  readonly foot?: number;
  readonly footer: Footer;
  readonly children: readonly FileChild[];
}

function ruleOf(docx: Docx, exact: boolean) {
  return exact ? docx.LineRuleType.EXACT : docx.LineRuleType.AT_LEAST;
}

/** The page as .docx bytes, the same on every computer. */
export async function packPlain(docx: Docx, page: PlainPage): Promise<Uint8Array> {
  const { margin, footer, width, height } = PAGE;
  const run = { font: fontOf(page.font), size: page.size, language: { value: "en-US", eastAsia: "zh-CN" } };
  const paragraph = { spacing: { before: 0, after: 0, line: page.line, lineRule: ruleOf(docx, page.exact) } };
  const file = new docx.Document({
    title: page.title,
    styles: { default: { document: { run, paragraph } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: {
              top: margin,
              bottom: margin + (page.foot ?? 0),
              left: margin,
              right: margin,
              header: footer,
              footer,
            },
          },
        },
        footers: { default: page.footer },
        children: page.children,
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(page.title) },
  ]);
}

export function plainTitle(docx: Docx, title: string, after: number, exact: boolean): Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { after, line: TITLE.line, lineRule: ruleOf(docx, exact) },
    children: [new docx.TextRun({ text: cleanText(title), font: fontOf("title"), size: TITLE.size })],
  });
}

interface PlainTable {
  /** Shares of the width, together 1. */
  readonly shares: readonly number[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Twips of a row below the head, at least. */
  readonly height?: number;
  readonly margins: { readonly left: number; readonly right: number; readonly top?: number; readonly bottom?: number };
  readonly cell: (
    text: string,
    at: { readonly col: number; readonly row: number; readonly head: boolean },
  ) => Paragraph[];
}

/** A table whose head comes again on every page and whose rows stay whole. */
export function plainTable(docx: Docx, { shares, heads, rows, height = 0, margins, cell }: PlainTable): Table {
  const widths = shares.map((share) => Math.round(share * PLAIN_WIDTH));
  const rowOf = (texts: readonly string[], row: number) => {
    const head = row < 0;
    const cells = texts.map(
      (text, col): TableCell =>
        new docx.TableCell({
          width: { size: widths[col] ?? 0, type: docx.WidthType.DXA },
          margins,
          verticalAlign: docx.VerticalAlignTable.CENTER,
          children: cell(text, { col, row, head }),
        }),
    );
    return new docx.TableRow({
      cantSplit: true,
      tableHeader: head,
      ...(head || height === 0 ? {} : { height: { value: height, rule: docx.HeightRule.ATLEAST } }),
      children: cells,
    });
  };
  return new docx.Table({
    width: { size: PLAIN_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    rows: [rowOf(heads, -1), ...rows.map(rowOf)],
  });
}
