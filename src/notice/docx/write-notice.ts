/**
 * The notice as a Word document by GB/T 9704—2012. The library is loaded when first used; the same code runs in Node and
 * in browsers and touches neither.
 */
import type { ParagraphChild } from "docx";
import { cleanText } from "../markup";
import { inTables } from "../document/rows";
import { textOfSpans, type BlockRole, type NoticeBlock, type NoticeDocument, type NoticeSpan } from "../document/types";
import { fontTable } from "./fonts";
import { headingLevels } from "../document/outline";
import { widthOf } from "../../zh/text";
import { CHARACTER, CHARACTERS, PAGE } from "./page";
import { pageOf, pageNumber } from "./page-parts";
import { coreProperties } from "./properties";
import { signaturePlace } from "./signature-place";
import { OUTLINE_LEVELS, STYLE_IDS, stylesPart } from "./styles-part";
import { themePart } from "./theme-part";

type Docx = typeof import("docx");

interface WriteOptions {
  /** Paragraphs built, and paragraphs in all; the last call comes when the bytes are there. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets a surface paint between slices of paragraphs. */
  readonly yieldNow?: () => Promise<void>;
  readonly signal?: AbortSignal;
}

const SLICE = 400;

/** A run for every span; open places are marked so that nobody prints them unseen. */
function runs(docx: Docx, spans: readonly NoticeSpan[]): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let plain = "";
  const flush = (): void => {
    if (plain !== "") children.push(new docx.TextRun(plain));
    plain = "";
  };
  for (const span of spans) {
    if (span.type !== "unset") {
      plain += cleanText(span.text);
      continue;
    }
    flush();
    children.push(new docx.TextRun({ text: cleanText(span.text), highlight: "yellow" }));
  }
  flush();
  return children;
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
}

/** Rows as a table over the whole line; its head is repeated on every page. */
function tableOf(docx: Docx, rows: readonly NoticeBlock[]): InstanceType<Docx["Table"]> {
  const columns = Math.max(1, ...rows.map(({ cells = [] }) => cells.length));
  const first = columns === 1 ? LINE_WIDTH : Math.round(LINE_WIDTH * FIRST_COLUMN);
  const other = columns === 1 ? 0 : Math.floor((LINE_WIDTH - first) / (columns - 1));
  const widths = Array.from({ length: columns }, (_column, index) => (index === 0 ? first : other));
  return new docx.Table({
    width: { size: LINE_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    alignment: docx.AlignmentType.CENTER,
    rows: rows.map(
      ({ cells = [] }, index) =>
        new docx.TableRow({
          tableHeader: index === 0,
          cantSplit: true,
          children: cells.map(
            (cell, col) =>
              new docx.TableCell({
                width: { size: widths[col] ?? other, type: docx.WidthType.DXA },
                margins: { left: 40, right: 40 },
                verticalAlign: docx.VerticalAlignTable.CENTER,
                children: [new docx.Paragraph({ style: STYLE_IDS.row, children: runs(docx, cell) })],
              }),
          ),
        }),
    ),
  });
}

const LINE_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Names take the room, figures are short. */
const FIRST_COLUMN = 0.3;

/** Two characters of the first line are its indent. */
const ONE_LINE = CHARACTERS - 2;

/** Headings that are the text of a problem. */
const PROBLEM_ROLES: ReadonlySet<BlockRole> = new Set(["parent", "problem"]);

/**
 * What a heading has besides its style: its level where one above it is absent, and a long problem is text that pages may
 * break in. Kept with what follows it would move to the next page whole, and all headings above it. The name of a part or
 * section stays with what follows, however long: alone at the foot of a page it heads nothing.
 */
function headingOptions(
  block: NoticeBlock,
  level: number | null,
): { readonly outlineLevel?: number; readonly keepNext?: boolean } {
  if (level === null) return {};
  const long = PROBLEM_ROLES.has(block.role) && widthOf(textOfSpans(block.spans)) / 2 > ONE_LINE;
  return {
    ...(OUTLINE_LEVELS[block.role] === level - 1 ? {} : { outlineLevel: level - 1 }),
    ...(long ? { keepNext: false } : {}),
  };
}

/** Extra properties of the few paragraphs whose place depends on their words. */
function rightIndents(blocks: readonly NoticeBlock[]): ReadonlyMap<NoticeBlock, number> {
  const signature = blocks.find((block) => block.role === "signature");
  const date = blocks.find((block) => block.role === "date");
  if (signature === undefined || date === undefined) return new Map();
  const place = signaturePlace(textOfSpans(signature.spans), textOfSpans(date.spans));
  return new Map([
    [signature, Math.round(place.signature * CHARACTER)],
    [date, Math.round(place.date * CHARACTER)],
  ]);
}

/**
 * A notice as .docx bytes. Rejects with the signal's reason when aborted.
 * @example const bytes = await writeNotice(composeNotice(reading, tally, facts, style, { precision: 0 }))
 */
export async function writeNotice(document: NoticeDocument, options: WriteOptions = {}): Promise<Uint8Array> {
  const docx = await import("docx");
  const { blocks } = document;
  const indents = rightIndents(blocks);
  const children: (InstanceType<Docx["Paragraph"]> | InstanceType<Docx["Table"]>)[] = [];
  const empty = (keepNext: boolean): void =>
    void children.push(new docx.Paragraph({ style: "NoticeBody", ...(keepNext ? { keepNext } : {}) }));
  const levels = headingLevels(blocks);
  const total = blocks.length + 1;
  for (const one of inTables(blocks)) {
    if (one.type === "table") {
      children.push(tableOf(docx, one.rows));
      continue;
    }
    const { block, index } = one;
    if (index > 0 && index % SLICE === 0) {
      options.onProgress?.(index, total);
      throwIfAborted(options.signal);
      await options.yieldNow?.();
    }
    // 7.3.1 and 7.3.5: a line free below the title, and above the signature.
    if (block.role === "opening" || block.role === "signature") empty(block.role === "signature");
    // No page holds a signature alone (7.3.5: the last page has text).
    const isLast = blocks[index + 1]?.role === "signature";
    const right = indents.get(block);
    children.push(
      new docx.Paragraph({
        style: STYLE_IDS[block.role],
        ...headingOptions(block, levels[index] ?? null),
        ...(isLast ? { keepNext: true } : {}),
        // An address that cannot be broken would draw the line before it apart.
        ...(block.role === "contact" ? { alignment: docx.AlignmentType.LEFT } : {}),
        ...(right === undefined ? {} : { indent: { right } }),
        children: runs(docx, block.spans),
      }),
    );
  }
  throwIfAborted(options.signal);
  const title = blocks
    .filter((block) => block.role === "title")
    .map((block) => textOfSpans(block.spans))
    .join("");
  const file = new docx.Document({
    title,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: pageOf(docx),
        footers: { default: pageNumber(docx, "right"), even: pageNumber(docx, "left") },
        children,
      },
    ],
  });
  const bytes = await docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/styles.xml", data: stylesPart() },
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "word/theme/theme1.xml", data: themePart() },
    { path: "docProps/core.xml", data: coreProperties(title) },
  ]);
  options.onProgress?.(total, total);
  return bytes;
}
