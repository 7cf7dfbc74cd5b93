/** A letter that is mostly a table, as a Word document: A4, title, a sentence, the table, a line where to answer. */
import { fontOf, fontTable } from "../docx/fonts";
import { coreProperties } from "../docx/properties";
import { themePart } from "../docx/theme-part";
import { cleanText } from "../markup";

type Docx = typeof import("docx");

interface TableLetter {
  readonly title: string;
  /** To whom. */
  readonly to: string;
  /** Paragraphs before and behind the table. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly heads: readonly string[];
  /** Shares of the width, together 1. */
  readonly shares: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** Twips: margins of 20 mm; lines of 18 pt. */
const PAGE = { width: 11906, height: 16838, margin: 1134, footer: 500 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const LINE = 360;
/** Half-points. */
const SIZES = { title: 36, body: 24, table: 21 } as const;

/**
 * @example await writeTableLetter({ title: "修改意见", to: "县财政局", before: [], after: [], heads: ["序号"], shares: [1], rows: [["1"]] })
 */
export async function writeTableLetter(letter: TableLetter): Promise<Uint8Array> {
  const docx: Docx = await import("docx");
  const { width, height, margin, footer } = PAGE;
  const file = new docx.Document({
    title: letter.title,
    styles: {
      default: {
        document: {
          run: { font: fontOf("body"), size: SIZES.body, language: { value: "en-US", eastAsia: "zh-CN" } },
          paragraph: { spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.AT_LEAST } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: footer, footer },
          },
        },
        footers: { default: pageNumbers(docx) },
        children: bodyOf(docx, letter),
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(letter.title) },
  ]);
}

function pageNumbers(docx: Docx) {
  const children = ["第 ", docx.PageNumber.CURRENT, " 页，共 ", docx.PageNumber.TOTAL_PAGES, " 页"];
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children, size: SIZES.table, font: fontOf("pageNumber") })],
      }),
    ],
  });
}

function bodyOf(docx: Docx, letter: TableLetter) {
  const paragraph = (text: string, indented: boolean) =>
    new docx.Paragraph({
      ...(indented ? { indent: { firstLineChars: 200, firstLine: 480 } } : {}),
      children: [new docx.TextRun({ text: cleanText(text) })],
    });
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { after: 240, line: 600, lineRule: docx.LineRuleType.AT_LEAST },
      children: [new docx.TextRun({ text: cleanText(letter.title), font: fontOf("title"), size: SIZES.title })],
    }),
    paragraph(`${letter.to}：`, false),
    ...letter.before.map((text) => paragraph(text, true)),
    tableOf(docx, letter),
    ...letter.after.map((text) => paragraph(text, true)),
  ];
}

function tableOf(docx: Docx, { heads, shares, rows }: TableLetter) {
  const columns = shares.map((share) => Math.round(share * TEXT_WIDTH));
  const cell = (text: string, index: number, head: boolean) =>
    new docx.TableCell({
      width: { size: columns[index] ?? 0, type: docx.WidthType.DXA },
      margins: { left: 70, right: 70, top: 30, bottom: 30 },
      verticalAlign: docx.VerticalAlignTable.CENTER,
      children: text.split("\n").map(
        (line) =>
          new docx.Paragraph({
            alignment: head || index === 0 ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            spacing: { line: 300, lineRule: docx.LineRuleType.AT_LEAST },
            children: [
              new docx.TextRun({ text: cleanText(line), size: SIZES.table, font: fontOf(head ? "part" : "body") }),
            ],
          }),
      ),
    });
  const row = (texts: readonly string[], head: boolean) =>
    new docx.TableRow({
      cantSplit: true,
      tableHeader: head,
      children: texts.map((text, index) => cell(text, index, head)),
    });
  return new docx.Table({
    width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
    columnWidths: columns,
    layout: docx.TableLayoutType.FIXED,
    rows: [row(heads, true), ...rows.map((texts) => row(texts, false))],
  });
}
