/** Labels (整改情况：, 整改结果：, 责任单位：…) where they stand. */
import { skipBlanks } from "../headings";
import type { Label, LabelName, Line } from "../types";

/** Labels that head an answer. */
export const ANSWERS: ReadonlySet<LabelName> = new Set(["progress", "result", "measures"]);

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
export function findLabels(lines: readonly Line[]): readonly Label[] {
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
