/** The notice as plain text: one line a paragraph, two full-width blanks before each, as it is pasted into OA forms. */
import { widthOf } from "../../zh/text";
import { textOfSpans, type NoticeBlock, type NoticeDocument } from "./types";

const INDENT = "　　";
/** Characters a line, for signature and date (GB/T 9704—2012). */
const LINE = 28;

function line(block: NoticeBlock): string {
  const text = textOfSpans(block.spans);
  switch (block.role) {
    case "title":
    case "row":
      return text;
    case "signature":
    case "date":
      return `${"　".repeat(Math.max(0, Math.floor(LINE - 4 - widthOf(text) / 2)))}${text}`;
    default:
      return `${INDENT}${text}`;
  }
}

/**
 * @example noticeText(document).split("\n")[0] // "中共某县某局党组"
 */
export function noticeText(document: NoticeDocument): string {
  const lines = document.blocks.flatMap((block) =>
    block.role === "opening" || block.role === "signature" ? ["", line(block)] : [line(block)],
  );
  return `${lines.join("\n")}\n`;
}
