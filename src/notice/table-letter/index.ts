/** A letter that is mostly a table, as a Word document: A4, title, a sentence, the table, a line where to answer. */
import { fontOf } from "../docx/fonts";
import { packPlain, plainTable, plainTitle } from "../docx/plain-page";
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

/** Half-points, and twips between lines. */
const SIZES = { body: 24, table: 21 } as const;
const LINES = { body: 360, table: 300 } as const;

/**
 * @example await writeTableLetter({ title: "修改意见", to: "县财政局", before: [], after: [], heads: ["序号"], shares: [1], rows: [["1"]] })
 */
export async function writeTableLetter(letter: TableLetter): Promise<Uint8Array> {
  const docx: Docx = await import("docx");
  return packPlain(docx, {
    title: letter.title,
    font: "body",
    size: SIZES.body,
    line: LINES.body,
    exact: false,
    footer: pageNumbers(docx),
    children: bodyOf(docx, letter),
  });
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
    plainTitle(docx, letter.title, 240, false),
    paragraph(`${letter.to}：`, false),
    ...letter.before.map((text) => paragraph(text, true)),
    tableOf(docx, letter),
    ...letter.after.map((text) => paragraph(text, true)),
  ];
}

function tableOf(docx: Docx, { heads, shares, rows }: TableLetter) {
  return plainTable(docx, {
    shares,
    heads,
    rows,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    cell: (text, { col, head }) =>
      text.split("\n").map(
        (line) =>
          new docx.Paragraph({
            alignment: head || col === 0 ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            spacing: { line: LINES.table, lineRule: docx.LineRuleType.AT_LEAST },
            children: [
              new docx.TextRun({ text: cleanText(line), size: SIZES.table, font: fontOf(head ? "part" : "body") }),
            ],
          }),
      ),
  });
}
