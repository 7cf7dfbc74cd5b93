/** The sign-off sheet as a Word document: A4, fixed lines of 16 pt, 五号; file and fingerprint small in the footer. */
import { cleanText } from "../markup";
import { fontOf, fontTable } from "../docx/fonts";
import { coreProperties } from "../docx/properties";
import { themePart } from "../docx/theme-part";
import { OPINION_HEADS, PENDING_HEADS, signoffHeadings } from "./sheet";
import type { SignoffSheet } from "./types";

type Docx = typeof import("docx");

/** Twips: margins of 20 mm, lines of 16 pt. */
const PAGE = { width: 11906, height: 16838, margin: 1134, footer: 500 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const LINE = 320;
/** Half-points. */
const SIZES = { title: 36, body: 21, foot: 14 } as const;
const PENDING_COLUMNS = [0.08, 0.44, 0.18, 0.16, 0.14];
const OPINION_COLUMNS = [0.16, 0.44, 0.2, 0.2];
const OPINION_HEIGHT = 800;

interface TextOptions {
  readonly heading?: boolean;
  readonly centred?: boolean;
  readonly indent?: boolean;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
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
          text: cleanText(value),
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
  ) => {
    const columns = shares.map((share) => Math.round(share * TEXT_WIDTH));
    const row = (values: readonly string[], head: boolean, keepNext: boolean) =>
      new docx.TableRow({
        cantSplit: true,
        tableHeader: head,
        ...(head || height === 0 ? {} : { height: { value: height, rule: docx.HeightRule.ATLEAST } }),
        children: values.map(
          (value, index) =>
            new docx.TableCell({
              width: { size: columns[index] ?? 0, type: docx.WidthType.DXA },
              margins: { left: 60, right: 60 },
              verticalAlign: docx.VerticalAlignTable.CENTER,
              children: [text(value, { centred: head, keepNext })],
            }),
        ),
      });
    return new docx.Table({
      width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
      columnWidths: columns,
      layout: docx.TableLayoutType.FIXED,
      rows: [
        row(heads, true, height > 0),
        ...rows.map((values, index) => row(values, false, height > 0 && index < rows.length - 1)),
      ],
    });
  };
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
  const headings = signoffHeadings(sheet);
  const [unit = "", asOf = ""] = sheet.head;
  const pending = sheet.pending.map((one) => [one.number, one.problem, one.unit, one.deadline, one.status]);
  return [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { after: 120, line: 600, lineRule: docx.LineRuleType.EXACT },
      children: [new docx.TextRun({ text: sheet.title, font: fontOf("title"), size: SIZES.title })],
    }),
    new docx.Paragraph({
      tabStops: [{ type: docx.TabStopType.RIGHT, position: TEXT_WIDTH }],
      children: [new docx.TextRun({ children: [cleanText(unit), new docx.Tab(), cleanText(asOf)] })],
    }),
    text("一、综述", { heading: true }),
    text(sheet.paragraph, { indent: true }),
    text("二、数字及其依据", { heading: true }),
    ...sheet.figures.map((line) => text(line, { indent: true })),
    text(headings.pending, { heading: true }),
    ...(pending.length === 0 ? [] : [table(PENDING_COLUMNS, PENDING_HEADS, pending)]),
    text(headings.open, { heading: true }),
    ...sheet.open.map((line) => text(line, { indent: true })),
    text(headings.ignored, { heading: true }),
    ...sheet.ignored.map((line) => text(line, { indent: true })),
    text(""),
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
  const { width, height, margin } = PAGE;
  const file = new docx.Document({
    title: sheet.title,
    styles: {
      default: {
        document: {
          run: { font: fontOf("pageNumber"), size: SIZES.body, language: { value: "en-US", eastAsia: "zh-CN" } },
          paragraph: { spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: {
              top: margin,
              bottom: margin + LINE,
              left: margin,
              right: margin,
              header: PAGE.footer,
              footer: PAGE.footer,
            },
          },
        },
        footers: { default: footer(docx, sheet.foot) },
        children: bodyOf(docx, sheet),
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(sheet.title) },
  ]);
}
