/** Headings, what stands under which, and where items begin. */
import { foldLine } from "../../zh/plain";
import type { Heading, HeadingStyle, Label, Line } from "../types";
import { reWith } from "../../zh/pattern";
import { noticeParts as words } from "../../zh/words/notice-parts";
import type { Anchor } from "./anchor";
import { innerPoints, isRunFromOne } from "./inner-points";
import { ANSWERS } from "./labels";

const RANK: Readonly<Record<HeadingStyle, number>> = {
  chinese: 0,
  bracketedChinese: 1,
  arabic: 2,
  labelled: 3,
  bracketedArabic: 4,
  circled: 5,
};

/** Numbered lines in order, without those whose number only stands before a label; their parents are not known yet. */
export function findHeadings(lines: readonly Line[], labels: readonly Label[]): readonly Heading[] {
  const labelStarts = new Map<number, number>();
  for (const label of labels) if (!labelStarts.has(label.line)) labelStarts.set(label.line, label.start);
  const headings: Heading[] = [];
  for (const line of lines) {
    const mark = line.numbering;
    if (mark === null) {
      if (isBareSection(line)) headings.push(bareSection(line));
      continue;
    }
    // （1）整改措施：… is a label, not a heading.
    if (labelStarts.get(line.index) === mark.textStart) continue;
    headings.push({
      style: mark.style,
      number: mark.number,
      mark: line.text.slice(mark.start, mark.textStart).trimEnd(),
      text: line.text.slice(mark.textStart).trim(),
      line: line.index,
      start: mark.start,
      end: line.text.trimEnd().length,
      parent: -1,
    });
  }
  return headings;
}

const BARE_SECTION_TEXT = reWith("u")`^\s*${words.bareSectionText}[：:]?[^，。；：:]{2,30}方面\s*$`;

/** 「反馈问题：××方面」 without its （一）: a section whose number was forgotten. */
function isBareSection(line: Line): boolean {
  const { length } = line.plain;
  return length >= 6 && length <= 40 && line.tokens.length === 0 && BARE_SECTION_TEXT.test(line.plain);
}

function bareSection(line: Line): Heading {
  const text = line.text.trim();
  return {
    style: "bracketedChinese",
    number: null,
    mark: "",
    text,
    line: line.index,
    start: line.indent,
    end: line.indent + text.length,
    parent: -1,
  };
}

// ------------------------------------------------------------------------------------------------------------- anchors

/** An item's anchor is the nearest heading above its answer label. */
export function findAnchors(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let heading = -1;
  /** The last heading before the last answer. */
  let behind = -1;
  let lastLabelWord = "";
  let lastLabelLine = -1;
  let firstWord = "";
  const styles = new Set<HeadingStyle>();
  labels.forEach((label, index) => {
    if (!ANSWERS.has(label.name)) return;
    while (heading + 1 < headings.length && isBefore(headings[heading + 1], label)) {
      heading++;
      // Another part lists other things, with labels of their own: 办理结果 behind parts with 整改结果.
      if (headings[heading]?.style === "chinese") firstWord = "";
    }
    const last = anchors[anchors.length - 1];
    const above = headings[heading];
    // 整改成效 behind numbered measures goes on with the item; the label that began the first item begins the others.
    const begins =
      firstWord === "" ||
      label.word === firstWord ||
      (above !== undefined && styles.has(above.style) && !isRunFromOne(headings, behind + 1, heading));
    if (above && begins && (!last || last.line < above.line) && above.line > lastLabelLine) {
      anchors.push({ heading, line: above.line, label: index });
      styles.add(above.style);
      if (firstWord === "") firstWord = label.word;
      lastLabelWord = label.word;
    } else if (label.word === lastLabelWord && last && label.line > lastLabelLine) {
      const paragraph = paragraphAbove(lines, label, lastLabelLine);
      if (paragraph >= 0) anchors.push({ heading: -1, line: paragraph, label: index });
    } else if (!last && above === undefined) {
      const paragraph = paragraphAbove(lines, label, -1);
      if (paragraph >= 0) anchors.push({ heading: -1, line: paragraph, label: index });
      lastLabelWord = label.word;
    }
    lastLabelLine = label.line;
    behind = heading;
  });
  return anchors.length > 0 ? anchors : anchorsWithoutLabels(headings);
}

function isBefore(heading: Heading | undefined, label: Label): boolean {
  return (
    heading !== undefined && (heading.line < label.line || (heading.line === label.line && heading.start < label.start))
  );
}

function paragraphAbove(lines: readonly Line[], label: Label, floor: number): number {
  for (let line = label.line - 1; line > floor; line--) {
    const candidate = lines[line];
    if (candidate && candidate.indent < candidate.plain.length) return candidate.plain.length <= 400 ? line : -1;
  }
  return -1;
}

/** 台账不清。已完成整改。…: a status right behind the problem. */
const TOLD_DONE = reWith("u")`^[^。]{2,60}。${words.bareStatus}(?:。|$)`;
/** A short name, and a count right behind it. */
const COUNTED_OF = /^([^，。；：、\d]{2,12})[。：][^，。；：\d]{0,8}\d+[个项件条处]/u;
const MIN_ITEMS = 3;

/** Without labels: the deepest numbering whose headings speak of faults. */
function anchorsWithoutLabels(headings: readonly Heading[]): readonly Anchor[] {
  const styles: HeadingStyle[] = ["bracketedArabic", "labelled", "arabic", "bracketedChinese"];
  const under = underRectification(headings);
  for (const style of styles) {
    const found: number[] = [];
    let all = 0;
    headings.forEach((heading, index) => {
      if (heading.style !== style || !under[index]) return;
      all++;
      const told = foldLine(heading.text);
      const head = told.slice(0, 60);
      const name = COUNTED_OF.exec(told)?.[1];
      // 1.甲校。排查问题12个，已整改6个: of somebody that has so many, and no problem.
      const faulty = name ?? head;
      const speaks = words.faultWords.some((word) => faulty.includes(word)) || TOLD_DONE.test(told);
      if (speaks && head.length >= 4) found.push(index);
    });
    if (found.length < MIN_ITEMS || found.length * 5 < all * 4) continue;
    return found.map((index) => ({ heading: index, line: headings[index]?.line ?? 0, label: -1 }));
  }
  return [];
}

const UNDER_RECTIFICATION_TEXT = reWith("u")`${words.underRectificationText}`;
const UNDER_RECTIFICATION_TEXT_2 = reWith("u")`${words.underRectificationText2}`;

/** For each heading: whether it stands under a 一、-heading about the rectification of what was found. */
function underRectification(headings: readonly Heading[]): readonly boolean[] {
  // A notice without 一、-headings has nothing but its items.
  let under = headings.every((heading) => heading.style !== "chinese");
  return headings.map((heading) => {
    if (heading.style !== "chinese") return under;
    const text = foldLine(heading.text);
    under = !UNDER_RECTIFICATION_TEXT.test(text.slice(0, 40)) && UNDER_RECTIFICATION_TEXT_2.test(text.slice(0, 60));
    return under;
  });
}

/** Styles that hold items: those of anchors, and those that mostly lead straight down to one. */
export function structuralStyles(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  labels: readonly Label[],
): ReadonlySet<HeadingStyle> {
  const anchored = new Set(anchors.map((anchor) => anchor.heading));
  const structural = new Set<HeadingStyle>(["chinese"]);
  for (const index of anchored) {
    const heading = headings[index];
    if (heading) structural.add(heading.style);
  }
  const first = anchors[0]?.line ?? 0;
  const leads = new Map<HeadingStyle, { leading: number; all: number }>();
  const labelLines = new Set(labels.map((label) => label.line));
  headings.forEach((heading, index) => {
    if (heading.line < first - 3 && !leadsToAnchor(headings, index, anchored, labelLines)) return;
    const count = leads.get(heading.style) ?? { leading: 0, all: 0 };
    count.all++;
    if (anchored.has(index) || leadsToAnchor(headings, index, anchored, labelLines)) count.leading++;
    leads.set(heading.style, count);
  });
  for (const [style, count] of leads) if (count.leading * 2 >= count.all && count.leading > 0) structural.add(style);
  return structural;
}

/** Indices of the headings that are points of an answer. */
export function pointsOfAnswers(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  labels: readonly Label[],
): ReadonlySet<number> {
  const anchored = new Set(anchors.map((anchor) => anchor.heading));
  const labelLines = new Set(labels.map((label) => label.line));
  return innerPoints(headings, anchors, labels, (heading) => leadsToAnchor(headings, heading, anchored, labelLines));
}

/** Whether only ever deeper headings stand between this one and an anchor. */
function leadsToAnchor(
  headings: readonly Heading[],
  index: number,
  anchored: ReadonlySet<number>,
  labelLines: ReadonlySet<number>,
): boolean {
  let rank = RANK[headings[index]?.style ?? "circled"];
  if (labelLines.has(headings[index]?.line ?? -1)) return false;
  for (let i = index + 1; ; i++) {
    const next = headings[i];
    if (!next || RANK[next.style] <= rank) return false;
    if (anchored.has(i)) return true;
    rank = RANK[next.style];
  }
}

/** Sets the parent of every heading by the rank of its style. */
export function nest(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  structural: ReadonlySet<HeadingStyle>,
  points: ReadonlySet<number>,
): readonly Heading[] {
  const anchored = new Set(anchors.map((anchor) => anchor.heading));
  const stack: number[] = [];
  return headings.map((heading, index) => {
    // Behind an answer's points the outline goes on where it was.
    while (!points.has(index) && points.has(stack[stack.length - 1] ?? -1)) stack.pop();
    const isInner = points.has(index) || (!structural.has(heading.style) && stack.some((i) => anchored.has(i)));
    while (stack.length > 0) {
      const top = headings[stack[stack.length - 1] ?? 0];
      if (!top || RANK[top.style] < RANK[heading.style]) break;
      if (isInner && anchored.has(stack[stack.length - 1] ?? -1)) break;
      stack.pop();
    }
    const parent = stack[stack.length - 1] ?? -1;
    stack.push(index);
    const { style, number, mark, text, line, start, end } = heading;
    return { style, number, mark, text, line, start, end, parent };
  });
}
