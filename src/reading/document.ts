/** Lines become headings, labels and items: the shape of a notice, whatever numbering it uses. */
import { civilDate, compareDates, type CivilDate } from "../zh/civil-date";
import type { Kind } from "../ledger";
import type {
  DateToken,
  Heading,
  HeadingStyle,
  ItemStatus,
  Label,
  LabelName,
  Line,
  ReadNotice,
  NoticeItem,
  Place,
} from "./types";
import { labelsIn } from "./claims/within";
import { skipBlanks } from "./headings";
import { readStatusText } from "../zh/status";
import { statusOfSentence, statusOfWords } from "../zh/status-sentence";
import { readLines } from "./lines";
import { charTable, foldLine, isHan, isIn } from "../zh/plain";
import { reWith } from "../zh/pattern";
import { noticeParts as words } from "../zh/words/notice-parts";

const RANK: Readonly<Record<HeadingStyle, number>> = {
  chinese: 0,
  bracketedChinese: 1,
  arabic: 2,
  labelled: 3,
  bracketedArabic: 4,
  circled: 5,
};
const ANSWERS: ReadonlySet<LabelName> = new Set(["progress", "result", "measures"]);

/** Reads a notice from its physical lines. */
export function readDocument(texts: readonly string[]): ReadNotice {
  const lines = readLines(texts);
  const labels = findLabels(lines);
  const headings = findHeadings(lines, labels);
  const anchors = findAnchors(lines, headings, labels);
  const structural = structuralStyles(headings, anchors, labels);
  const withParents = nest(headings, anchors, structural);
  const signOff = findSignOff(lines);
  const textEnd = Math.min(signOff.signature?.line ?? lines.length, signOff.signed?.line ?? lines.length);
  const items = readItems(lines, withParents, labels, anchors, structural, textEnd);
  const itemOfLine = new Array<number>(lines.length).fill(-1);
  items.forEach((item, index) => {
    for (let line = item.firstLine; line <= item.lastLine; line++) itemOfLine[line] = index;
  });
  const bodyStart = items[0]?.firstLine ?? lines.length;
  return {
    lines,
    headings: withParents,
    labels,
    items,
    itemOfLine,
    headingLines: new Set(withParents.map((heading) => heading.line)),
    title: findTitle(lines),
    ...signOff,
    ...findInspection(lines, bodyStart),
    bodyStart,
  };
}

// ------------------------------------------------------------------------------------------------- labels and headings

const LABEL_NAMES: ReadonlySet<string> = new Set<LabelName>([
  "progress",
  "result",
  "measures",
  "deadline",
  "unit",
  "person",
  "leader",
  "problem",
]);

function isLabelName(value: string): value is LabelName {
  return LABEL_NAMES.has(value);
}

/** Labels stand at the beginning of a line, behind its numbering, or behind the end of a sentence. */
function findLabels(lines: readonly Line[]): readonly Label[] {
  const labels: Label[] = [];
  for (const line of lines) {
    let last = -1;
    for (const hit of line.hits) {
      if (hit.topic !== "label" || !isLabelName(hit.value) || hit.start < last) continue;
      const mark = line.numbering;
      let before = hit.start - 1;
      while (line.plain.charCodeAt(before) === 32) before--;
      const atStart = before < line.indent || (mark !== null && mark.textStart === hit.start);
      // Labels in a row are set apart by blanks: 责任单位：… 整改时限：….
      const apart = before < hit.start - 1 && labels[labels.length - 1]?.line === line.index;
      if (!atStart && !apart && !"。；;【】）)！".includes(line.plain[before] ?? " ")) continue;
      labels.push({ name: hit.value, word: hit.word.slice(0, -1), line: line.index, start: hit.start, end: hit.end });
      last = hit.end;
    }
    if (last < 0) {
      const bare = bareLabel(line);
      if (bare) labels.push(bare);
    }
  }
  return labels;
}

const BARE_LABELS: ReadonlyMap<string, LabelName> = new Map<string, LabelName>([
  ["整改情况", "progress"],
  ["整改进展情况", "progress"],
  ["整改落实情况", "progress"],
  ["整改进展", "progress"],
  ["整改措施", "measures"],
  ["整改成效", "measures"],
  ["整改措施及成效", "measures"],
  ["整改结果", "result"],
]);

/** With its brackets and blanks around. */
const LONGEST_BARE_LABEL = 40;

/** 【整改情况】 or 整改情况 alone on a line. */
function bareLabel(line: Line): Label | null {
  const { plain, indent } = line;
  if (plain.startsWith("整改", indent)) {
    // 整改情况 已整改完成。: a blank stands for the colon.
    const end = plain.indexOf(" ", indent);
    const name = end > indent && end - indent <= 8 ? BARE_LABELS.get(plain.slice(indent, end)) : undefined;
    if (name !== undefined && skipBlanks(plain, end) < plain.length)
      return { name, word: plain.slice(indent, end), line: line.index, start: indent, end: end + 1 };
  }
  if (plain.length > LONGEST_BARE_LABEL) return null;
  const open = plain[indent] === "【" || plain[indent] === "[";
  const start = open ? indent + 1 : indent;
  const close = open ? plain.indexOf(plain[indent] === "【" ? "】" : "]", start) : plain.trimEnd().length;
  if (close < 0 || close - start > 8 || close <= start) return null;
  const name = BARE_LABELS.get(plain.slice(start, close).trim());
  return name === undefined
    ? null
    : { name, word: plain.slice(start, close), line: line.index, start, end: open ? close + 1 : close };
}

function findHeadings(lines: readonly Line[], labels: readonly Label[]): readonly Heading[] {
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

/** Where an item begins: a heading, or a bare paragraph above a label. */
interface Anchor {
  readonly heading: number;
  readonly line: number;
  readonly label: number;
}

/** An item's anchor is the nearest heading above its answer label. */
function findAnchors(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let heading = -1;
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
    const begins = firstWord === "" || label.word === firstWord || (above !== undefined && styles.has(above.style));
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

const FAULT_WORDS = [
  "问题",
  "不",
  "差距",
  "短板",
  "薄弱",
  "滞后",
  "缺",
  "不足",
  "欠缺",
  "宽松",
  "漏洞",
  "违规",
  "风险",
];
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
      const head = heading.text.slice(0, 60);
      if (FAULT_WORDS.some((word) => head.includes(word)) && head.length >= 4) found.push(index);
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
    const { text } = heading;
    under = !UNDER_RECTIFICATION_TEXT.test(text.slice(0, 40)) && UNDER_RECTIFICATION_TEXT_2.test(text.slice(0, 60));
    return under;
  });
}

/** Styles that hold items: those of anchors, and those that mostly lead straight down to one. */
function structuralStyles(
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

/** Whether only ever deeper headings stand between this one and an anchor. */
function leadsToAnchor(
  headings: readonly Heading[],
  index: number,
  anchored: ReadonlySet<number>,
  labelLines: ReadonlySet<number>,
): boolean {
  let rank = RANK[headings[index]?.style ?? "circled"];
  if (labelLines.has(headings[index]?.line ?? -1)) return false;
  for (let i = index + 1; i < headings.length && i - index < 5; i++) {
    const next = headings[i];
    if (!next || RANK[next.style] <= rank) return false;
    if (anchored.has(i)) return true;
    rank = RANK[next.style];
  }
  return false;
}

/** Sets the parent of every heading by the rank of its style. */
function nest(
  headings: readonly Heading[],
  anchors: readonly Anchor[],
  structural: ReadonlySet<HeadingStyle>,
): readonly Heading[] {
  const anchored = new Set(anchors.map((anchor) => anchor.heading));
  const stack: number[] = [];
  return headings.map((heading, index) => {
    const isInner = !structural.has(heading.style) && stack.some((i) => anchored.has(i));
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

// --------------------------------------------------------------------------------------------------------------- items

function readItems(
  lines: readonly Line[],
  headings: readonly Heading[],
  labels: readonly Label[],
  anchors: readonly Anchor[],
  structural: ReadonlySet<HeadingStyle>,
  textEnd: number,
): readonly NoticeItem[] {
  const ends = headings.filter((heading) => structural.has(heading.style)).map((heading) => heading.line);
  let end = 0;
  const tells = statusReader();
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

function isBlank(line: Line | undefined): boolean {
  if (line === undefined || line.indent >= line.plain.length) return true;
  return !isHan(line.plain.charCodeAt(line.indent)) && line.indent >= line.plain.trimEnd().length;
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

/** Begins 此项问题…, 该问题…, 本项…, 目前已…. */
const THIS = charTable("此该本目现");

/** A sentence of more characters, blanks and all, tells more than a status. */
const LONGEST_STATUS = 120;

/** An item tells its status once or twice. */
const MOST_STATUSES = 50;

const STATUSES_TEXT = reWith("u")`^${words.statusesText[0]}${words.statusesText[1]}`;
const STATUSES_TEXT_2 = reWith("u")`^${words.statusesText2}`;

/** Statuses told in an item: the value of a result label, the first sentence of an answer, and status sentences. */
function readStatuses(
  lines: readonly Line[],
  labels: readonly Label[],
  first: number,
  last: number,
  tells: StatusReader,
): readonly ItemStatus[] {
  const statuses: ItemStatus[] = [];
  const push = (place: Place, text: string, status: ItemStatus["status"] | null): void => {
    if (status === null) return;
    if (statuses.length >= MOST_STATUSES) return;
    for (const known of statuses) if (known.line === place.line && known.start === place.start) return;
    statuses.push({ line: place.line, start: place.start, end: place.end, text, status });
  };
  for (const label of labels) {
    const line = lines[label.line];
    if (!line || !ANSWERS.has(label.name)) continue;
    const end = firstSentenceEnd(line, label.end);
    if (end - label.end > LONGEST_STATUS) continue;
    const text = line.plain.slice(label.end, end);
    const place = { line: label.line, start: label.end, end };
    if (label.name === "result") push(place, text.trim(), text.length <= 40 ? tells.result(text) : null);
    else push(place, text.trim(), tells.sentence(text.trim()));
  }
  for (let index = first; index <= last; index++) {
    const line = lines[index];
    if (!line) continue;
    for (const sentence of line.sentences) {
      if (sentence.end - sentence.start > 60 || !isIn(THIS, line.plain, skipBlanks(line.plain, sentence.start)))
        continue;
      const text = line.plain.slice(sentence.start, sentence.end).trim();
      // 目前已完成整改。 closes an item; before its end it may be told of the problem.
      const isLast = index === last && sentence.end >= line.plain.trimEnd().length;
      if (STATUSES_TEXT.test(text) || (isLast && STATUSES_TEXT_2.test(text)))
        push(sentence, text, tells.sentence(text));
    }
    const tail = trailingBracket(line.plain);
    if (tail) push({ line: index, start: tail.start, end: tail.end }, tail.text, tells.sentence(tail.text));
  }
  return statuses;
}

/** Reads statuses; the items of a notice tell theirs in the same few words, which are read once. */
interface StatusReader {
  readonly result: (text: string) => ItemStatus["status"] | null;
  readonly sentence: (text: string) => ItemStatus["status"] | null;
}

function statusReader(): StatusReader {
  return { result: remember(statusOfResult), sentence: remember(statusOfSentence) };
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

function statusOfResult(text: string): ItemStatus["status"] | null {
  const bare = text.replace(/[。；;\s]+$/u, "").trim();
  return readStatusText(bare, "problem") ?? statusOfWords(bare) ?? (bare.startsWith("完成") ? "done" : null);
}

function firstSentenceEnd(line: Line, from: number): number {
  for (const sentence of line.sentences) if (sentence.end > from) return sentence.end;
  return line.plain.length;
}

/** What a line that ends in a bracket ends with; other blanks than spaces are folded or rare, and tried below. */
const BRACKET_TAIL = charTable("）)】。\ufeff\u1680\u2028\u2029\u205f\v\f");

/** （已完成整改） at the end of a line. */
function trailingBracket(plain: string): { start: number; end: number; text: string } | null {
  if (plain.length > 4000) return null;
  let last = plain.length - 1;
  while (last >= 0 && plain.charCodeAt(last) === 32) last--;
  if (!isIn(BRACKET_TAIL, plain, last)) return null;
  const trimmed = plain.trimEnd();
  const stop = trimmed.endsWith("。") ? trimmed.length - 1 : trimmed.length;
  const close = trimmed[stop - 1];
  if (close !== "）" && close !== ")" && close !== "】") return null;
  const open = Math.max(
    trimmed.lastIndexOf("（", stop),
    trimmed.lastIndexOf("(", stop),
    trimmed.lastIndexOf("【", stop),
  );
  if (open < 0 || stop - open > 24) return null;
  return { start: open + 1, end: stop - 1, text: trimmed.slice(open + 1, stop - 1) };
}

// --------------------------------------------------------------------------------------------- title, sign-off, dates

const TITLE_WORDS = ["通报", "公告", "公示", "报告", "通告", "情况"];

/** The title: short lines at the top, before the first sentence, that name a kind of document. */
function findTitle(lines: readonly Line[]): ReadNotice["title"] {
  let first = -1;
  let last = -1;
  for (const line of lines.slice(0, 12)) {
    if (isBlank(line)) continue;
    const text = line.plain.trim();
    const sentence = /[。；！？]/u.test(text) || text.length > 70 || line.numbering?.style === "chinese";
    if (sentence) break;
    if (first < 0) first = line.index;
    last = line.index;
  }
  if (first < 0) return null;
  const text = lines
    .slice(first, last + 1)
    .map((line) => line.text.trim())
    .join("");
  const squeezed = foldLine(text).replace(/\s+/gu, "");
  if (!TITLE_WORDS.some((word) => squeezed.includes(word))) return null;
  return { firstLine: first, lastLine: last, text };
}

const SIGNER_ENDS = reWith("u")`${words.signerEnds}$`;
const TAIL_LINES = 8;

/** Signature and date among the last lines. */
function findSignOff(lines: readonly Line[]): Pick<ReadNotice, "signature" | "signed"> {
  let signature: Place | null = null;
  let signed: ReadNotice["signed"] = null;
  let seen = 0;
  for (let index = lines.length - 1; index >= 0 && seen < TAIL_LINES; index--) {
    const line = lines[index];
    if (!line || isBlank(line)) continue;
    seen++;
    const text = line.plain.trim();
    const place = { line: index, start: line.indent, end: line.indent + text.length };
    if (text.length > 60 || /[。；]/u.test(text)) break;
    const date = line.tokens.find((token): token is DateToken => token.type === "date" && token.day !== null);
    const full = date ? dateOf(date) : null;
    if (!signed && date && full) signed = { line: index, start: date.start, end: date.end, date: full };
    const rest = date ? text.slice(0, Math.max(0, date.start - line.indent)).trim() : text;
    if (!signature && rest.length >= 3 && rest.length <= 45 && SIGNER_ENDS.test(rest) && !/[：:]/u.test(rest)) {
      signature = { ...place, end: line.indent + rest.length };
    }
    if (!signed) {
      const chinese = chineseDateOf(text);
      if (chinese) signed = { ...place, date: chinese };
    }
  }
  // A title of one or two lines must not sign its own document.
  if (signature && signature.line <= (findTitle(lines)?.lastLine ?? -1)) signature = null;
  return { signature, signed };
}

const CHINESE_DIGITS = "〇一二三四五六七八九";

/** 二〇二五年六月五日 as a date. */
function chineseDateOf(text: string): CivilDate | null {
  const match =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/u.exec(
      text.replace(/\s+/gu, ""),
    );
  if (!match) return null;
  const year = Number([...(match[1] ?? "")].map((char) => String(Math.max(0, CHINESE_DIGITS.indexOf(char)))).join(""));
  const small = (value: string): number => {
    const [tens, ones] = value.includes("十") ? value.split("十") : ["", value];
    const digit = (char: string | undefined): number => (char ? CHINESE_DIGITS.indexOf(char) : 0);
    return value.includes("十") ? (tens ? digit(tens) : 1) * 10 + digit(ones) : digit(ones);
  };
  return civilDate(year, small(match[2] ?? ""), small(match[3] ?? ""));
}

/** A token with year, month and day as a date; null where a part is missing or the day does not exist. */
export function dateOf(token: DateToken): CivilDate | null {
  if (token.year === null || token.yearDigits !== 4 || token.month === null || token.day === null) return null;
  return civilDate(token.year, token.month, token.day);
}

/** 反馈 is told behind the day and before the next one; the first day of a range is none. */
function isFeedbackDay(line: Line, token: DateToken, end: number): boolean {
  return !/^[至—]/u.test(line.plain.slice(token.end)) && line.plain.slice(token.end, end).includes("反馈");
}

const INSPECTION_TEXT = reWith("u")`${words.inspectionText}`;

/** Dates of inspection and feedback from the introduction. */
function findInspection(
  lines: readonly Line[],
  bodyStart: number,
): Pick<ReadNotice, "inspectionFrom" | "inspectionTo" | "feedback"> {
  let from: CivilDate | null = null;
  let to: CivilDate | null = null;
  let feedback: ReadNotice["feedback"] = null;
  for (const line of lines.slice(0, Math.min(bodyStart, 20))) {
    let year: number | null = null;
    for (const sentence of line.sentences) {
      const text = line.plain.slice(sentence.start, sentence.end);
      const dates = sentence.tokens.filter((token): token is DateToken => token.type === "date");
      const complete: CivilDate[] = [];
      for (const [index, token] of dates.entries()) {
        if (token.year !== null && token.yearDigits === 4) year = token.year;
        if (year === null || token.month === null) continue;
        const date = civilDate(year, token.month, token.day ?? 1);
        if (date) complete.push(date);
        if (
          !feedback &&
          date &&
          token.day !== null &&
          isFeedbackDay(line, token, dates[index + 1]?.start ?? sentence.end)
        )
          feedback = { line: line.index, start: token.start, end: token.end, date };
      }
      if (!from && complete.length >= 2 && INSPECTION_TEXT.test(text) && dates.some((token) => token.joinsNext)) {
        from = complete[0] ?? null;
        to = complete[1] ?? null;
      }
    }
    if (from && feedback) break;
  }
  if (from && feedback && compareDates(feedback.date, from) === 0) feedback = null;
  return { inspectionFrom: from, inspectionTo: to, feedback };
}
