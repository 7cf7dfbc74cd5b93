/** The sign-off sheet as a Word document: A4, fixed lines of 16 pt, 五号; file and fingerprint small in the footer. */
import { cleanText } from "../markup";
import { fontOf } from "../docx/fonts";
import { packPlain, PLAIN_WIDTH, plainTable, plainTitle } from "../docx/plain-page";
import { OPINION_HEADS, PENDING_COLUMNS, PENDING_HEADS, NOTHING, SIGNOFF_HEADINGS, signoffLines } from "./sheet";
import type { SignoffSheet } from "./types";

type Docx = typeof import("docx");

/** Twips between lines: 16 pt. */
const LINE = 320;
/** Half-points. */
const SIZES = { body: 21, foot: 14 } as const;
/** 2025年12月底前 stands on one line. */
const OPINION_COLUMNS = [0.16, 0.44, 0.2, 0.2];
const OPINION_HEIGHT = 800;

interface TextOptions {
  readonly heading?: boolean;
  readonly centred?: boolean;
  readonly indent?: boolean;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
}

/** A line may end behind 、 between numbers or cells too, which LibreOffice takes for one word (1、4、7). */
function breakable(text: string): string {
  return text.replace(/(?<=[\dA-Z])、(?=[\dA-Z])/gu, "、\u200b");
}

/** Paragraphs and tables of the sheet. */
function createParts(docx: Docx) {
  const text = (value: string, options: TextOptions = {}) =>
    new docx.Paragraph({
      alignment: options.centred === true ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
      ...(options.indent === true ? { indent: { firstLineChars: 200, firstLine: 420 } } : {}),
      ...(options.heading === true ? { spacing: { before: 100 } } : {}),
      ...(options.heading === true || options.keepNext === true ? { keepNext: true } : {}),
      children: [
        new docx.TextRun({
          text: breakable(cleanText(value)),
          ...(options.heading === true ? { font: fontOf("part") } : {}),
        }),
      ],
    });
  /** `height`: rows to write into; such a table stays on one page. */
  const table = (
    shares: readonly number[],
    heads: readonly string[],
    rows: readonly (readonly string[])[],
    height = 0,
  ) =>
    plainTable(docx, {
      shares,
      heads,
      rows,
      height,
      margins: { left: 60, right: 60 },
      cell: (value, { row, head }) => [text(value, { centred: head, keepNext: height > 0 && row < rows.length - 1 })],
    });
  return { text, table };
}

function footer(docx: Docx, lines: readonly string[]) {
  const small = (children: (string | (typeof docx.PageNumber)["CURRENT" | "TOTAL_PAGES"])[]) =>
    new docx.Paragraph({
      spacing: { line: 200, lineRule: docx.LineRuleType.EXACT },
      children: [new docx.TextRun({ children, size: SIZES.foot, color: "444444" })],
    });
  return new docx.Footer({
    children: [
      ...lines.map((line) => small([cleanText(line)])),
      small(["第 ", docx.PageNumber.CURRENT, " 页，共 ", docx.PageNumber.TOTAL_PAGES, " 页"]),
    ],
  });
}

/** What the sheet says, from the title to the opinions. */
function bodyOf(docx: Docx, sheet: SignoffSheet) {
  const { text, table } = createParts(docx);
  const lines = signoffLines(sheet);
  const [unit = "", asOf = ""] = sheet.head;
  const pending = sheet.pending.map((one) => [one.number, one.problem, one.unit, one.deadline, one.status]);
  return [
    plainTitle(docx, sheet.title, 120, true),
    new docx.Paragraph({
      tabStops: [{ type: docx.TabStopType.RIGHT, position: PLAIN_WIDTH }],
      children: [new docx.TextRun({ children: [cleanText(unit), new docx.Tab(), cleanText(asOf)] })],
    }),
    text(SIGNOFF_HEADINGS.paragraph, { heading: true }),
    text(sheet.paragraph, { indent: true }),
    text(SIGNOFF_HEADINGS.figures, { heading: true }),
    ...sheet.figures.map((line) => text(line, { indent: true })),
    text(SIGNOFF_HEADINGS.pending, { heading: true }),
    ...(pending.length === 0
      ? [text(NOTHING, { indent: true })]
      : [
          table(
            PENDING_COLUMNS.map((share) => share / 100),
            PENDING_HEADS,
            pending,
          ),
        ]),
    text(SIGNOFF_HEADINGS.open, { heading: true }),
    ...lines.open.map((line) => text(line, { indent: true })),
    text(SIGNOFF_HEADINGS.ignored, { heading: true }),
    // No page holds signatures alone.
    ...lines.ignored.map((line, index) => text(line, { indent: true, keepNext: index === lines.ignored.length - 1 })),
    text("", { keepNext: true }),
    table(
      OPINION_COLUMNS,
      OPINION_HEADS,
      sheet.signatures.map((name) => [name, "", "", "　年　月　日"]),
      OPINION_HEIGHT,
    ),
  ];
}

/**
 * @example await writeSignoff(signoffSheet(input))
 */
export async function writeSignoff(sheet: SignoffSheet): Promise<Uint8Array> {
  const docx: Docx = await import("docx");
  return packPlain(docx, {
    title: sheet.title,
    font: "pageNumber",
    size: SIZES.body,
    line: LINE,
    exact: true,
    foot: LINE,
    footer: footer(docx, sheet.foot),
    children: bodyOf(docx, sheet),
  });
}
