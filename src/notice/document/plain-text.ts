/** The notice as plain text: one line a paragraph, two full-width blanks before each, as it is pasted into OA forms. */
import { widthOf } from "../../zh/text";
import { textOfSpans, type NoticeBlock, type NoticeDocument } from "./types";

const INDENT = "　　";
/** Characters a line, for signature and date (GB/T 9704—2012). */
const LINE = 28;

/** A line of the text and the block that it prints, which begins at `at`; null for an empty line. */
interface TextLine {
  readonly text: string;
  readonly block: NoticeBlock | null;
  readonly at: number;
}

const EMPTY: TextLine = { text: "", block: null, at: 0 };

function lineOf(block: NoticeBlock): TextLine {
  const text = textOfSpans(block.spans);
  const before = blanksBefore(block, text);
  return { text: `${before}${text}`, block, at: before.length };
}

function blanksBefore({ role }: NoticeBlock, text: string): string {
  switch (role) {
    case "title":
    case "row":
      return "";
    case "signature":
    case "date":
      return "　".repeat(Math.max(0, Math.floor(LINE - 4 - widthOf(text) / 2)));
    default:
      return INDENT;
  }
}

/**
 * The lines of the text, each with what it prints.
 * @example noticeLines(document)[0]?.block?.role // "title"
 */
export function noticeLines(document: NoticeDocument): readonly TextLine[] {
  return document.blocks.flatMap((block) =>
    block.role === "opening" || block.role === "signature" ? [EMPTY, lineOf(block)] : [lineOf(block)],
  );
}

/**
 * @example noticeText(document).split("\n")[0] // "中共某县某局党组"
 */
export function noticeText(document: NoticeDocument): string {
  return `${noticeLines(document)
    .map(({ text }) => text)
    .join("\n")}\n`;
}
