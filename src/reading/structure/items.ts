/** Items of a notice: from its anchors to where the next part begins. */
import { kindOfValue, type Kind } from "../../ledger";
import { labelsIn } from "../claims/within";
import type { Heading, Label, Line, ReadItem } from "../types";
import { charTable, foldLine, isIn } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { noticeParts as words } from "../../zh/words/notice-parts";
import { LINES_A_STEP } from "../steps";
import { isBlankLine } from "./blank";
import { ANSWERS } from "./labels";
import type { Anchor } from "./anchor";
import { readStatuses, statusReader, type StatusReader } from "./statuses";

/** The items that begin at the anchors, in order, in steps. `parts` end an item, `textEnd` is the line of signature and date. */
export function* readItems(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
  anchors: readonly Anchor[],
  parts: readonly Heading[],
  textEnd: number,
  speak: (text: string) => string,
): Generator<void, readonly ReadItem[]> {
  const ends = parts.map((heading) => heading.line);
  let end = 0;
  const tells = statusReader(speak);
  const items: ReadItem[] = [];
  for (const anchor of anchors) {
    while (end < ends.length && (ends[end] ?? 0) <= anchor.line) end++;
    const next = Math.min(anchors[items.length + 1]?.line ?? textEnd, ends[end] ?? textEnd, textEnd);
    const closing = closingLine(lines, anchor.line, next);
    items.push(readItem(lines, headings, labels, anchor, Math.max(anchor.line, closing - 1), tells));
    if (items.length % LINES_A_STEP === 0) yield;
  }
  return items;
}

const CLOSING_BEGINS = charTable(words.closing.map((word) => word.slice(0, 1)).join(""));

/** The line of the closing words after the last item; else `next`. */
function closingLine(lines: readonly Line[], from: number, next: number): number {
  for (let line = from + 1; line < next; line++) {
    const { plain = "", indent = 0 } = lines[line] ?? {};
    if (isIn(CLOSING_BEGINS, plain, indent) && words.closing.some((word) => plain.startsWith(word, indent)))
      return line;
  }
  return next;
}

/** One item, from its anchor to the last line that may be its own. */
export function readItem(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
  anchor: Anchor,
  lastFound: number,
  tells: StatusReader,
): ReadItem {
  let lastLine = lastFound;
  while (lastLine > anchor.line && isBlankLine(lines[lastLine])) lastLine--;
  const heading = headings[anchor.heading];
  const own = labelsIn(labels, anchor.line, lastLine);
  const answer = own.find((label) => ANSWERS.has(label.name)) ?? null;
  const line = lines[anchor.line];
  const start = heading?.start ?? line?.indent ?? 0;
  const textStart = heading ? heading.start + heading.mark.length : start;
  const sameLine = answer !== null && answer.line === anchor.line;
  const end = sameLine ? answer.start : (line?.text.trimEnd().length ?? 0);
  const { kind, section, parent, path } = above(headings, heading?.parent ?? -1);
  return {
    heading: anchor.heading,
    kind,
    firstLine: anchor.line,
    lastLine,
    problemPlace: { line: anchor.line, start, end },
    number: heading ? numberOf(heading) : "",
    problem: (line?.text.slice(textStart, end) ?? "").trim(),
    progressLine: answer?.line ?? (lastLine > anchor.line ? anchor.line + 1 : null),
    statuses: readStatuses(lines, own, anchor.line, lastLine, tells),
    section,
    parent,
    path,
  };
}

/** What the headings above an item tell of it. */
type Above = Pick<ReadItem, "kind" | "section" | "parent" | "path">;

const KNOWN = new WeakMap<readonly Heading[], Map<number, Above>>();

/** The same for all items under one heading, -1 for none, and read once. */
function above(headings: readonly Heading[], parent: number): Above {
  const known = KNOWN.get(headings) ?? new Map<number, Above>();
  if (known.size === 0) KNOWN.set(headings, known);
  let read = known.get(parent);
  if (read === undefined) known.set(parent, (read = readAbove(headings, parent)));
  return read;
}

function readAbove(headings: readonly Heading[], parent: number): Above {
  const path: number[] = [];
  for (let up = parent; up >= 0; up = headings[up]?.parent ?? -1) path.unshift(up);
  const names = path.map((i) => headings[i]);
  return {
    kind: kindOf(names),
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
  const told = foldLine(heading?.text ?? "");
  return SECTION_TITLE_TEXT.test(told) && !SECTION_TITLE_TEXT_2.test(told) ? titleOf(heading) : null;
}

const HANDED = reWith("u")`${words.handed}`;
const FAULT = reWith("u")`${words.fault}`;

/**
 * Kind by the headings above; the innermost that tells one counts. 移交信访件办理情况 holds letters; 信访工作不力 and
 * 信访工作方面 hold problems.
 */
function kindOf(path: readonly (Heading | undefined)[]): Kind {
  for (let at = path.length - 1; at >= 0; at--) {
    const text = foldLine(path[at]?.text ?? "").split(/[。；]/u, 1)[0] ?? "";
    if (!HANDED.test(text) || FAULT.test(text)) continue;
    const kind = kindOfValue(text.slice(0, LONGEST_KIND));
    if (kind !== null) return kind === "accountability" ? "problem" : kind;
  }
  return "problem";
}

/** 三、县委第一巡察组移交信访件办理情况 */
const LONGEST_KIND = 30;
