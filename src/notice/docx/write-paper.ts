/**
 * Papers beside the notice as Word documents: letters in the letter form of GB/T 9704—2012 (10.1), forms and lists on the
 * same page. The library is loaded when first used.
 */
import { widthOf } from "../../zh/text";
import { cleanText } from "../markup";
import type { Paper, PaperBlock, PaperCell, PaperRow, PaperSpan } from "../document/paper";
import { fontTable } from "./fonts";
import { CHARACTER, PAGE } from "./page";
import { pageNumber, pageOf } from "./page-parts";
import { markSize, PAPER_STYLE_IDS, PAPER_STYLES, RED } from "./paper-styles";
import { coreProperties } from "./properties";
import { signaturePlace } from "./signature-place";
import { stylesPart } from "./styles-part";
import { themePart } from "./theme-part";

type Docx = typeof import("docx");
type Paragraph = InstanceType<Docx["Paragraph"]>;
type Paragraphs = Extract<PaperBlock, { type: "paragraph" }>;
type Table = Extract<PaperBlock, { type: "table" }>;

const MM = 1440 / 25.4;
const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** 10.1: the name 30 mm from the top; red lines of 170 mm, centred on the page, 4 mm below it and 20 mm from the bottom. */
const LETTER = {
  top: Math.round(30 * MM),
  bottom: Math.round(20 * MM),
  gap: 4 * 2.835,
  left: Math.round(20 * MM) - PAGE.left,
  right: Math.round(20 * MM) - PAGE.right,
} as const;

/** A run for every span, a break for every line of it. */
function runs(docx: Docx, spans: readonly PaperSpan[], more: { readonly size?: number } = {}) {
  return spans.flatMap(({ text, open }) =>
    cleanText(text)
      .split(/\r\n|[\r\n]/u)
      .map(
        (line, index) =>
          new docx.TextRun({
            text: line,
            ...more,
            ...(index > 0 ? { break: 1 } : {}),
            ...(open === true ? { highlight: "yellow" as const } : {}),
          }),
      ),
  );
}

function textOf(spans: readonly PaperSpan[]): string {
  return spans.map(({ text }) => text).join("");
}

/** A paragraph a line: cells hold several. */
function cellParagraphs(docx: Docx, { spans, head, align }: PaperCell): Paragraph[] {
  const lines: PaperSpan[][] = [[]];
  for (const span of spans) {
    const [first = "", ...rest] = span.text.split(/\r\n|[\r\n]/u);
    lines.at(-1)?.push({ ...span, text: first });
    for (const line of rest) lines.push([{ ...span, text: line }]);
  }
  return lines.map(
    (line) =>
      new docx.Paragraph({
        style: head === true ? "PaperHead" : "PaperCell",
        ...(align === "center" ? { alignment: docx.AlignmentType.CENTER } : {}),
        children: runs(docx, line),
      }),
  );
}

/** Rows whose cells have no more characters stay on one page; longer ones may fill it, and go on. */
const LONGEST_WHOLE_ROW = 150;

function staysWhole({ cells }: PaperRow): boolean {
  return cells.every(({ spans }) => textOf(spans).length <= LONGEST_WHOLE_ROW);
}

function tableOf(docx: Docx, { widths, rows, repeat }: Table) {
  const sum = widths.reduce((all, width) => all + width, 0);
  const columns = widths.map((width) => Math.round((width / sum) * TEXT_WIDTH));
  const rowOf = (row: PaperRow, index: number) => {
    const { cells, height } = row;
    let col = 0;
    return new docx.TableRow({
      cantSplit: staysWhole(row),
      ...(repeat === true && index === 0 ? { tableHeader: true } : {}),
      ...(height === undefined ? {} : { height: { value: Math.round(height * MM), rule: docx.HeightRule.ATLEAST } }),
      children: cells.map((cell) => {
        const over = cell.over ?? 1;
        const width = columns.slice(col, col + over).reduce((all, one) => all + one, 0);
        col += over;
        return new docx.TableCell({
          columnSpan: over,
          width: { size: width, type: docx.WidthType.DXA },
          verticalAlign: docx.VerticalAlignTable.CENTER,
          margins: { left: 80, right: 80, top: 40, bottom: 40, marginUnitType: docx.WidthType.DXA },
          children: cellParagraphs(docx, cell),
        });
      }),
    });
  };
  return new docx.Table({
    width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
    columnWidths: columns,
    layout: docx.TableLayoutType.FIXED,
    rows: rows.map(rowOf),
  });
}

/** Indents from the right of signature and date, which hang on their words. */
function rightIndents(blocks: readonly PaperBlock[]): ReadonlyMap<PaperBlock, number> {
  const find = (role: Paragraphs["role"]) =>
    blocks.find((block): block is Paragraphs => block.type === "paragraph" && block.role === role);
  const signature = find("signature");
  const date = find("date");
  if (signature === undefined || date === undefined) return new Map();
  const place = signaturePlace(textOf(signature.spans), textOf(date.spans));
  return new Map<PaperBlock, number>([
    [signature, Math.round(place.signature * CHARACTER)],
    [date, Math.round(place.date * CHARACTER)],
  ]);
}

function bodyOf(docx: Docx, blocks: readonly PaperBlock[]) {
  const indents = rightIndents(blocks);
  const empty = (keepNext: boolean) => new docx.Paragraph({ style: "PaperAddressee", keepNext });
  // 7.3.5: signature and date never stand on a page of their own.
  const beforeSignature = blocks.findIndex((block) => block.type === "paragraph" && block.role === "signature") - 1;
  return blocks.flatMap((block, index): readonly (Paragraph | InstanceType<Docx["Table"]>)[] => {
    const before = blocks[index - 1];
    const afterTitle = before?.type === "paragraph" && before.role === "title";
    if (block.type === "table") return [...(afterTitle ? [empty(true)] : []), tableOf(docx, block)];
    if (block.role === "mark") return [];
    const right = indents.get(block);
    const paragraph = new docx.Paragraph({
      style: PAPER_STYLE_IDS[block.role],
      ...(right === undefined ? {} : { indent: { right } }),
      ...(index === beforeSignature ? { keepNext: true, keepLines: true } : {}),
      children: runs(docx, block.spans),
    });
    // A line free around the title and above the signature (7.3.1, 7.3.5; 10.1), and below a table.
    const free =
      afterTitle || block.role === "signature" || (block.role === "title" && index > 0) || before?.type === "table";
    return free ? [empty(block.role === "signature"), paragraph] : [paragraph];
  });
}

/** Above and below the first page of a letter: the issuer's name, and the red lines. */
function letterFrame(docx: Docx, mark: Paragraphs) {
  const indent = { left: LETTER.left, right: LETTER.right };
  const line = (style: "thickThinSmallGap" | "thinThickSmallGap") => ({ style, color: RED, size: 24, space: 1 });
  return {
    headers: {
      first: new docx.Header({
        children: [
          new docx.Paragraph({
            style: "PaperMark",
            indent,
            border: { bottom: { ...line("thickThinSmallGap"), space: Math.round(LETTER.gap) } },
            children: runs(docx, mark.spans, { size: markSize(widthOf(textOf(mark.spans)) / 2) }),
          }),
        ],
      }),
    },
    footer: new docx.Footer({
      children: [
        new docx.Paragraph({ style: "PaperNote", indent, border: { top: line("thinThickSmallGap") }, children: [] }),
      ],
    }),
  };
}

/**
 * A paper as .docx bytes, the same on every computer.
 * @example const bytes = await writePaper(letter)
 */
export async function writePaper({ title, blocks }: Paper): Promise<Uint8Array> {
  const docx = await import("docx");
  const mark = blocks.find((block): block is Paragraphs => block.type === "paragraph" && block.role === "mark");
  const frame = mark === undefined ? null : letterFrame(docx, mark);
  const page = pageOf(docx);
  const margin = frame === null ? page.page.margin : { ...page.page.margin, header: LETTER.top, footer: LETTER.bottom };
  const file = new docx.Document({
    title,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          ...page,
          page: { ...page.page, margin },
          ...(frame === null ? {} : { titlePage: true }),
        },
        ...(frame === null ? {} : { headers: frame.headers }),
        footers: {
          default: pageNumber(docx, "right"),
          even: pageNumber(docx, "left"),
          ...(frame === null ? {} : { first: frame.footer }),
        },
        children: bodyOf(docx, blocks),
      },
    ],
  });
  return docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/styles.xml", data: stylesPart(PAPER_STYLES) },
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(title) },
  ]);
}
