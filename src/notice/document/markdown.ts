/** The notice as Markdown: headings of the parts and sections, everything else paragraphs. Open places are bold. */
import { cleanText } from "../markup";
import { inTables } from "./rows";
import type { NoticeBlock, NoticeDocument, NoticeSpan } from "./types";

/** Characters that Markdown (CommonMark 0.31, 2.4) or its tables would read as signs, wherever they stand. */
const SIGNS = /[\\`*_{}[\]<>#|~]/gu;
/** `1.` or `-` at the start of a paragraph would begin a list. */
const LIST_START = /^(\d{1,9})([.)])|^([-+])/u;

function escaped(text: string): string {
  return cleanText(text).replace(SIGNS, "\\$&");
}

function spanText(span: NoticeSpan): string {
  return span.type === "unset" ? `**${escaped(span.text)}**` : escaped(span.text);
}

function paragraph(block: NoticeBlock): string {
  const text = block.spans.map(spanText).join("");
  switch (block.role) {
    case "part":
      return `## ${text}`;
    case "section":
      return `### ${text}`;
    default:
      return text.replace(LIST_START, (_, digits?: string, sign?: string, dash?: string) =>
        dash === undefined ? `${digits ?? ""}\\${sign ?? ""}` : `\\${dash}`,
      );
  }
}

function tableOf(rows: readonly NoticeBlock[]): string {
  const lines = rows.map(({ cells = [] }) => `| ${cells.map((cell) => cell.map(spanText).join("")).join(" | ")} |`);
  const rule = `|${" --- |".repeat(rows[0]?.cells?.length ?? 0)}`;
  return [lines[0] ?? "", rule, ...lines.slice(1)].join("\n");
}

/**
 * @example noticeMarkdown(document).startsWith("# 中共某县某局党组") // true
 */
export function noticeMarkdown(document: NoticeDocument): string {
  const titles = document.blocks.filter((block) => block.role === "title");
  const title = `# ${titles.map((block) => block.spans.map(spanText).join("")).join("")}`;
  const rest = inTables(document.blocks.filter((block) => block.role !== "title")).map((one) =>
    one.type === "block" ? paragraph(one.block) : tableOf(one.rows),
  );
  return `${[title, ...rest].join("\n\n")}\n`;
}
