/** An item's problem as its heading tells it, apart from what else stands in the line; and items without an answer. */
import { reWith } from "../../zh/pattern";
import { answer as words } from "../../zh/words/notice-parts";
import { labelsIn } from "../claims/within";
import { ANSWERS } from "../structure/labels";
import { readItem } from "../structure/items";
import { statusReader } from "../structure/statuses";
import type { HeadingStyle, ReadItem, Place, ReadNotice } from "../types";

interface ToldProblem {
  readonly text: string;
  /** What follows the problem in its line and answers it; null where the line is the problem. */
  readonly answer: Place | null;
}

const ABOUT = /^关于.{2,200}?的?问题[。：:；;]?\s*/u;
const SENTENCE = /^[^。；]{4,}[。；]\s*/u;
const ANSWER_BEGINS = reWith("u")`^${words.begins}`;

/** The problem without the status in brackets beside it, and without an answer that goes on in its line. */
export function problemOf(document: ReadNotice, item: ReadItem): ToldProblem {
  const line = document.lines[item.firstLine];
  if (line === undefined) return { text: item.problem, answer: null };
  const from = Math.max(line.text.indexOf(item.problem, item.problemPlace.start), item.problemPlace.start);
  let [start, end] = [from, from + item.problem.length];
  for (const status of item.statuses) {
    if (status.line !== item.firstLine || status.start < start || status.end > end) continue;
    if (line.text.slice(start, status.start).trim().length === 1) start = status.end + 1;
    else if (line.text.slice(status.end + 1, end).replace(/[。\s]/gu, "") === "") end = status.start - 1;
  }
  const text = line.text.slice(start, end).trim();
  const labelled = labelsIn(document.labels, item.firstLine, item.lastLine).some((label) => ANSWERS.has(label.name));
  if (labelled || item.progressLine !== null) return { text, answer: null };
  const told = line.text.slice(start, end);
  const about = ABOUT.exec(told)?.[0] ?? "";
  const first = about || (SENTENCE.exec(told)?.[0] ?? "");
  const rest = told.slice(first.length);
  if (first === "" || rest.trim() === "" || (about === "" && !ANSWER_BEGINS.test(rest))) return { text, answer: null };
  return { text: first.trim(), answer: { line: item.firstLine, start: start + first.length, end } };
}

/** Headings shorter than this are no problems. */
const SHORTEST = 4;

/** Numbered like the items around them, but nothing below them says that it answers: kept, so that none is lost. */
export function unanswered(document: ReadNotice): readonly ReadItem[] {
  const { headings, items } = document;
  const labelled = items.filter((item) => item.heading >= 0 && item.progressLine !== null);
  if (labelled.length === 0) return [];
  const styles = new Set<HeadingStyle | undefined>(labelled.map((item) => headings[item.heading]?.style));
  const parts = new Set(labelled.map((item) => item.path[0] ?? -1));
  const holders = new Set(items.flatMap((item) => item.path));
  const first = Math.min(...labelled.map((item) => item.firstLine));
  const starts = [...headings.map((heading) => heading.line), ...items.map((item) => item.firstLine)];
  return headings.flatMap((heading, index) => {
    if (!styles.has(heading.style) || heading.text.length < SHORTEST || heading.line < first) return [];
    if ((document.itemOfLine[heading.line] ?? -1) >= 0 || holders.has(index)) return [];
    if (!parts.has(topOf(document, index))) return [];
    const next = Math.min(document.signature?.line ?? Infinity, ...starts.filter((line) => line > heading.line));
    const last = Math.min(next, document.lines.length) - 1;
    const anchor = { heading: index, line: heading.line, label: -1 };
    return [readItem(document.lines, headings, document.labels, anchor, last, AS_WRITTEN)];
  });
}

const AS_WRITTEN = statusReader((text) => text);

function topOf({ headings }: ReadNotice, index: number): number {
  let top = headings[index]?.parent ?? -1;
  while (top >= 0 && (headings[top]?.parent ?? -1) >= 0) top = headings[top]?.parent ?? -1;
  return top;
}
