/** The sign-off sheet as a Word document: one A4 page, fixed lines of 15 pt, 五号. */
import { cleanText } from "../markup";
import { fontOf, fontTable } from "../docx/fonts";
import { coreProperties } from "../docx/properties";
import { themePart } from "../docx/theme-part";
import { ignoredHeading, moreText, openHeading } from "./sheet";
import type { SignoffSheet } from "./types";

type Docx = typeof import("docx");

/** Twips: margins of 20 mm, lines of 15 pt. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
const LINE = 300;
const SIZES = { title: 36, body: 21, hash: 18 } as const;
const FACT_COLUMNS = [0.16, 0.84];
const FIGURE_COLUMNS = [0.1, 0.24, 0.11, 0.55];
const SIGNATURE_COLUMNS = [0.16, 0.34, 0.16, 0.34];
const SIGNATURE_HEIGHT = 520;

function share(parts: readonly number[]): number[] {
  return parts.map((part) => Math.round(part * TEXT_WIDTH));
}

/**
 * @example await writeSignoff(signoffSheet(input))
 */
export async function writeSignoff(sheet: SignoffSheet): Promise<Uint8Array> {
  const docx: Docx = await import("docx");
  const text = (
    value: string,
    options: {
      readonly heading?: boolean;
      readonly size?: number;
      readonly centred?: boolean;
      readonly indent?: boolean;
    } = {},
  ) =>
    new docx.Paragraph({
      alignment: options.centred === true ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
      ...(options.indent === true ? { indent: { firstLineChars: 200, firstLine: 420 } } : {}),
      ...(options.heading === true ? { spacing: { before: 80 } } : {}),
      children: [
        new docx.TextRun({
          text: cleanText(value),
          size: options.size ?? SIZES.body,
          ...(options.heading === true ? { font: fontOf("part") } : {}),
        }),
      ],
    });
  const cell = (value: string, width: number, options: Parameters<typeof text>[1] = {}, middle = false) =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { left: 60, right: 60 },
      ...(middle ? { verticalAlign: docx.VerticalAlignTable.CENTER } : {}),
      children: [text(value, options)],
    });
  const grid = (columns: readonly number[], rows: InstanceType<Docx["TableRow"]>[]) =>
    new docx.Table({
      width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
      columnWidths: [...columns],
      layout: docx.TableLayoutType.FIXED,
      rows,
    });
  const row = (values: readonly string[], columns: readonly number[], options: Parameters<typeof text>[1] = {}) =>
    new docx.TableRow({
      cantSplit: true,
      children: values.map((value, index) => cell(value, columns[index] ?? 0, options)),
    });

  const factColumns = share(FACT_COLUMNS);
  const figureColumns = share(FIGURE_COLUMNS);
  const signatureColumns = share(SIGNATURE_COLUMNS);
  const facts = sheet.facts.map(
    ({ label, value }) =>
      new docx.TableRow({
        children: [
          cell(label, factColumns[0] ?? 0),
          cell(value, factColumns[1] ?? 0, label === "SHA-256" ? { size: SIZES.hash } : {}),
        ],
      }),
  );
  const figures = sheet.figures.map(({ text: value, metric, definition, numbers }) =>
    row([value, metric, definition, numbers], figureColumns),
  );
  const signatures = [0, 2].map(
    (from) =>
      new docx.TableRow({
        height: { value: SIGNATURE_HEIGHT, rule: docx.HeightRule.ATLEAST },
        children: sheet.signatures
          .slice(from, from + 2)
          .flatMap((name, index) => [
            cell(name, signatureColumns[index * 2] ?? 0, {}, true),
            cell("　　　　　　　年　月　日", signatureColumns[index * 2 + 1] ?? 0, {}, true),
          ]),
      }),
  );
  const lines = (list: readonly string[], more: string | null) =>
    [...list, ...(more === null ? [] : [more])].map((one) => text(one));

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
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
              header: 400,
              footer: 400,
            },
          },
        },
        children: [
          new docx.Paragraph({
            alignment: docx.AlignmentType.CENTER,
            spacing: { after: 150, line: 600, lineRule: docx.LineRuleType.EXACT },
            children: [new docx.TextRun({ text: sheet.title, font: fontOf("title"), size: SIZES.title })],
          }),
          grid(factColumns, facts),
          text("一、综述", { heading: true }),
          text(sheet.paragraph, { indent: true }),
          text("二、数字、口径和事项", { heading: true }),
          grid(figureColumns, [
            row(["数字", "含义", "口径", "事项编号"], figureColumns, { centred: true }),
            ...figures,
          ]),
          ...lines(sheet.definitions, moreText(sheet.moreFigures, "个数字")),
          text(openHeading(sheet), { heading: true }),
          ...lines(sheet.open, moreText(sheet.moreOpen, "处")),
          text(ignoredHeading(sheet), { heading: true }),
          ...lines(sheet.ignored, moreText(sheet.moreIgnored, "处")),
          new docx.Paragraph({ spacing: { line: 150, lineRule: docx.LineRuleType.EXACT } }),
          grid(signatureColumns, signatures),
          // Word needs a paragraph behind a table; it must not open a second page.
          new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT } }),
        ],
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(sheet.title) },
  ]);
}
