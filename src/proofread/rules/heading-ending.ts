import { placeOf, type Heading, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly mark: string; readonly heading: string };

/** Longer ones are paragraphs of text, and may be broken into lines by a conversion. */
const LONGEST = 40;
const ENDS = "；;，,、";

/** A heading that closes as if its sentence went on, with a text of its own below. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const { document, lines } = context;
  const byLine = new Map(document.headings.map((heading) => [heading.line, heading] as const));
  for (const heading of document.headings) {
    const mark = lines[heading.line]?.text[heading.end - 1] ?? "";
    if (!ENDS.includes(mark) || mark === "" || heading.end - heading.start > LONGEST) continue;
    const next = nextLine(lines, heading.line);
    // A list of short members ends them so, the last but one before its last.
    if (next === null || isMember(byLine.get(next.index), heading)) continue;
    yield {
      place: placeOf(heading.line, Math.max(heading.start, heading.end - 8), heading.end),
      data: { mark, heading: heading.text },
    };
  }
}

function nextLine(lines: readonly Line[], from: number): Line | null {
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line && line.indent < line.plain.length) return line;
  }
  return null;
}

function isMember(next: Heading | undefined, heading: Heading): boolean {
  return next !== undefined && next.style === heading.style;
}

export const headingEnding = defineProofRule<Data>({
  alias: "heading-ending",
  code: "P717",
  severity: "warning",
  name: { zh: "标题末尾标点有误", en: "a heading ends in a comma or semicolon" },
  messages: {
    zh: ({ mark, heading }) => `标题“${heading}”以“${mark}”结尾，下面另起正文，应去掉标点或改用句号。`,
    en: ({ mark, heading }) => `The heading “${heading}” ends in “${mark}”.`,
  },
  find,
  page: {
    what: "“一、（一）1.（1）”的小标题以分号、逗号、顿号结尾，而下一行是正文或下级标题。逐条并列的短句（下一行是同级序号）不报。",
    why: "多是从句子里截取标题时带下来的标点，或正文丢了半句。",
    bad: "1.会议多、文件多；（下一行）整改情况：已压减。",
    good: "1.会议多、文件多。",
    todo: "去掉标点，或核对是否漏字。",
    en: "Headings that end in ；，、 with their text below.",
  },
  ground: "GB/T 15834—2011 的标点用法。",
});
