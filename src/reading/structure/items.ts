/** Items of a notice: from its anchors to where the next part begins. */
import type { Kind } from "../../ledger";
import { labelsIn } from "../claims/within";
import type { Heading, HeadingStyle, Label, Line, NoticeItem } from "../types";
import { charTable, isIn } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { noticeParts as words } from "../../zh/words/notice-parts";
import { isBlank } from "./blank";
import { ANSWERS } from "./labels";
import type { Anchor } from "./outline";
import { readStatuses, statusReader, type StatusReader } from "./statuses";

/** The items that begin at the anchors, in order. `textEnd` is the line of signature and date. */
export function readItems(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
  anchors: readonly Anchor[],
  structural: ReadonlySet<HeadingStyle>,
  textEnd: number,
  speak: (text: string) => string,
): readonly NoticeItem[] {
  const ends = headings.filter((heading) => structural.has(heading.style)).map((heading) => heading.line);
  let end = 0;
  const tells = statusReader(speak);
  return anchors.map((anchor, index) => {
    while (end < ends.length && (ends[end] ?? 0) <= anchor.line) end++;
    const next = Math.min(anchors[index + 1]?.line ?? textEnd, ends[end] ?? textEnd, textEnd);
    const closing = closingLine(lines, anchor.line, next);
    return readItem(lines, headings, labels, anchor, Math.max(anchor.line, closing - 1), tells);
  });
}

const CLOSING_WORDS = ["欢迎广大", "欢迎干部", "欢迎社会", "欢迎各界", "联系电话", "联系方式", "电子邮箱", "通讯地址"];

const CLOSING_BEGINS = charTable(CLOSING_WORDS.map((word) => word.slice(0, 1)).join(""));

/** The line of the closing words after the last item; else `next`. */
function closingLine(lines: readonly Line[], from: number, next: number): number {
  for (let line = from + 1; line < next; line++) {
    const { plain = "", indent = 0 } = lines[line] ?? {};
    if (isIn(CLOSING_BEGINS, plain, indent) && CLOSING_WORDS.some((word) => plain.startsWith(word, indent)))
      return line;
  }
  return next;
}

function readItem(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
  anchor: Anchor,
  lastFound: number,
  tells: StatusReader,
): NoticeItem {
  let lastLine = lastFound;
  while (lastLine > anchor.line && isBlank(lines[lastLine])) lastLine--;
  const heading = headings[anchor.heading];
  const own = labelsIn(labels, anchor.line, lastLine);
  const answer = own.find((label) => ANSWERS.has(label.name)) ?? null;
  const path: number[] = [];
  for (let parent = heading?.parent ?? -1; parent >= 0; parent = headings[parent]?.parent ?? -1) path.unshift(parent);
  const line = lines[anchor.line];
  const start = heading?.start ?? line?.indent ?? 0;
  const textStart = heading ? heading.start + heading.mark.length : start;
  const sameLine = answer !== null && answer.line === anchor.line;
  const end = sameLine ? answer.start : (line?.text.trimEnd().length ?? 0);
  const names = path.map((i) => headings[i]);
  return {
    heading: anchor.heading,
    kind: kindOf(names),
    firstLine: anchor.line,
    lastLine,
    problemPlace: { line: anchor.line, start, end },
    number: heading ? numberOf(heading) : "",
    problem: (line?.text.slice(textStart, end) ?? "").trim(),
    progressLine: answer?.line ?? (lastLine > anchor.line ? anchor.line + 1 : null),
    statuses: readStatuses(lines, own, anchor.line, lastLine, tells),
    section: titleOf(names.find((h) => h?.style === "bracketedChinese")) ?? sectionTitle(names[0]),
    parent: titleOf([...names].reverse().find((h) => h && h.style !== "chinese" && h.style !== "bracketedChinese")),
    path,
  };
}

function numberOf(heading: Heading): string {
  return heading.number === null ? "" : String(heading.number);
}

function titleOf(heading: Heading | undefined): string | null {
  if (!heading) return null;
  const text = heading.text.split(/[。；]/u, 1)[0] ?? "";
  return text.replace(/^反馈问题[：:]/u, "").trim() || null;
}

const SECTION_TITLE_TEXT = reWith("u")`${words.sectionTitleText}`;
const SECTION_TITLE_TEXT_2 = reWith("u")`${words.sectionTitleText2}`;

/** 一、党的建设方面 names a section; 二、整改落实情况 only holds the items. */
function sectionTitle(heading: Heading | undefined): string | null {
  return heading && SECTION_TITLE_TEXT.test(heading.text) && !SECTION_TITLE_TEXT_2.test(heading.text)
    ? titleOf(heading)
    : null;
}

/** Kind by the headings above; the innermost that tells one counts. */
function kindOf(path: readonly (Heading | undefined)[]): Kind {
  for (let at = path.length - 1; at >= 0; at--) {
    const text = path[at]?.text.slice(0, 40) ?? "";
    if (text.includes("线索")) return "clue";
    if (text.includes("信访")) return "letter";
    if (text.includes("立行立改")) return "immediate";
    if (text.includes("交办") || text.includes("移交事项")) return "matter";
  }
  return "problem";
}
