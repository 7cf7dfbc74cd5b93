/**
 * The notice as a Word document by GB/T 9704—2012. The library is loaded when first used; the same code runs in Node and
 * in browsers and touches neither.
 */
import type { ParagraphChild } from "docx";
import { cleanText } from "../markup";
import { textOfSpans, type BlockRole, type NoticeBlock, type NoticeDocument, type NoticeSpan } from "../document/types";
import { fontOf, fontTable } from "./fonts";
import { CHARACTER, GRID, LINE, PAGE, SIZES, TITLE_LINE } from "./page";
import { coreProperties } from "./properties";
import { signaturePlace } from "./signature-place";

type Docx = typeof import("docx");

export interface WriteOptions {
  /** Paragraphs built, and paragraphs in all; the last call comes when the bytes are there. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets a surface paint between slices of paragraphs. */
  readonly yieldNow?: () => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Style of each role: its id in the document. */
const STYLE_IDS: Readonly<Record<BlockRole, string>> = {
  title: "NoticeTitle",
  opening: "NoticeBody",
  part: "NoticePart",
  section: "NoticeSection",
  parent: "NoticeParent",
  problem: "NoticeProblem",
  body: "NoticeBody",
  contact: "NoticeBody",
  signature: "NoticeSignature",
  date: "NoticeDate",
};

const SLICE = 400;

function paragraphStyles(docx: Docx) {
  const base = { basedOn: "Normal", next: "NoticeBody", quickFormat: true } as const;
  const indent = { firstLineChars: 200, firstLine: 640 } as const;
  const heading = (id: string, name: string, face: "part" | "section" | "body", level: number) => ({
    ...base,
    id,
    name,
    run: { font: fontOf(face), size: SIZES.body },
    paragraph: { indent, keepNext: true, outlineLevel: level },
  });
  return [
    {
      ...base,
      id: "NoticeTitle",
      name: "通报标题",
      run: { font: fontOf("title"), size: SIZES.title },
      paragraph: {
        alignment: docx.AlignmentType.CENTER,
        keepNext: true,
        spacing: { line: TITLE_LINE, lineRule: docx.LineRuleType.EXACT },
      },
    },
    { ...base, id: "NoticeBody", name: "通报正文", paragraph: { indent } },
    heading("NoticePart", "通报一级标题", "part", 0),
    heading("NoticeSection", "通报二级标题", "section", 1),
    heading("NoticeParent", "通报三级标题", "body", 2),
    heading("NoticeProblem", "通报四级标题", "body", 3),
    {
      ...base,
      id: "NoticeSignature",
      name: "通报落款",
      paragraph: { alignment: docx.AlignmentType.RIGHT, keepNext: true, keepLines: true },
    },
    { ...base, id: "NoticeDate", name: "通报成文日期", paragraph: { alignment: docx.AlignmentType.RIGHT } },
  ];
}

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

function footer(docx: Docx, side: "left" | "right") {
  // 7.5: — 1 —, 四号 半角宋体; one character from the outer edge.
  const right = side === "right";
  const space = SIZES.pageNumber * 10;
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
        indent: right ? { right: space } : { left: space },
        children: [
          new docx.TextRun({
            children: ["— ", docx.PageNumber.CURRENT, " —"],
            font: fontOf("pageNumber"),
            size: SIZES.pageNumber,
          }),
        ],
      }),
    ],
  });
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
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
  const children: InstanceType<Docx["Paragraph"]>[] = [];
  const empty = (): void => void children.push(new docx.Paragraph({ style: "NoticeBody" }));
  const total = blocks.length + 1;
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && index % SLICE === 0) {
      options.onProgress?.(index, total);
      throwIfAborted(options.signal);
      await options.yieldNow?.();
    }
    // 7.3.1 and 7.3.5: a line free below the title, and above the signature.
    if (block.role === "opening" || block.role === "signature") empty();
    const right = indents.get(block);
    children.push(
      new docx.Paragraph({
        style: STYLE_IDS[block.role],
        // Every page has its 22 lines, whatever paragraph ends there.
        widowControl: false,
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
    styles: {
      default: {
        document: {
          run: { font: fontOf("body"), size: SIZES.body, language: { value: "en-US", eastAsia: "zh-CN" } },
          paragraph: {
            alignment: docx.AlignmentType.BOTH,
            spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.EXACT },
          },
        },
      },
      paragraphStyles: paragraphStyles(docx),
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.top,
              bottom: PAGE.bottom,
              left: PAGE.left,
              right: PAGE.right,
              header: PAGE.footer,
              footer: PAGE.footer,
            },
          },
          grid: { type: docx.DocumentGridType.LINES_AND_CHARS, linePitch: GRID.linePitch, charSpace: GRID.charSpace },
        },
        footers: { default: footer(docx, "right"), even: footer(docx, "left") },
        children,
      },
    ],
  });
  const bytes = await docx.Packer.pack(file, "uint8array", undefined, [
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "docProps/core.xml", data: coreProperties(title) },
  ]);
  options.onProgress?.(total, total);
  return bytes;
}
