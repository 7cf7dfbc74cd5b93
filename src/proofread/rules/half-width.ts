import { isHan } from "../../zh/plain";
import { openPlacesIn, placeOf, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly marks: string; readonly count: number; readonly lines: number };

const FULL = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["(", "（"],
  [")", "）"],
  ["?", "？"],
  ["!", "！"],
  [".", "。"],
]);

/** Half-width marks between Han characters; a period only where Han characters stand on both sides. */
function strayMarks(line: Line): readonly number[] {
  const { text, half } = line;
  if (half.length === 0) return NONE;
  const open = openPlacesIn(text);
  return half.filter((at) => {
    if (open.some((place) => at > place.start && at < place.end)) return false;
    const mark = text[at] ?? "";
    // The folded line has the same offsets, but ．and the like were full-width in the text.
    if (!FULL.has(mark) || (mark === "!" && text.startsWith("错误", at - 2))) return false;
    const before = isHan(text.charCodeAt(at - 1)) || "”》）".includes(text[at - 1] ?? " ");
    const after = isHan(text.charCodeAt(at + 1)) || "“《（".includes(text[at + 1] ?? " ");
    if (mark === ".") return before && after;
    if (mark === "(") return before || after;
    return before && (after || at === text.length - 1 || mark === ")");
  });
}

const NONE: readonly number[] = [];

/** A document that uses half-width marks throughout is told once. */
const MOST = 5;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const marked = context.lines.map((line) => ({ line, at: strayMarks(line) })).filter((entry) => entry.at.length > 0);
  const total = marked.reduce((sum, entry) => sum + entry.at.length, 0);
  const many = marked.length > MOST;
  for (const { line, at } of many ? marked.slice(0, 1) : marked) {
    const first = at[0] ?? 0;
    const marks = [
      ...new Set(
        (many ? marked.flatMap((entry) => entry.at.map((i) => entry.line.text[i])) : at.map((i) => line.text[i])).map(
          String,
        ),
      ),
    ];
    const start = Math.max(0, first - 4);
    const end = Math.min(line.text.length, first + 5);
    const written = line.text.slice(start, end);
    const fix = [...written].map((char, i) => (at.includes(start + i) ? (FULL.get(char) ?? char) : char)).join("");
    yield {
      place: placeOf(line.index, start, end),
      data: { marks: marks.join(" "), count: many ? total : at.length, lines: many ? marked.length : 1 },
      fix: many ? undefined : fix,
    };
  }
}

export const halfWidth = defineProofRule<Data>({
  alias: "half-width",
  code: "P708",
  severity: "warning",
  name: { zh: "半角标点混入", en: "half-width punctuation" },
  messages: {
    zh: ({ marks, count, lines }) =>
      lines > 1
        ? `全文${lines}段共${count}处用了半角标点（${marks}），中文应使用全角标点，建议统一替换。`
        : `这一段有${count}处半角标点（${marks}），应使用全角标点。`,
    en: ({ marks, count, lines }) =>
      lines > 1
        ? `${count} half-width marks (${marks}) in ${lines} paragraphs; Chinese text takes full-width ones.`
        : `${count} half-width marks (${marks}) in this paragraph.`,
  },
  find,
  page: {
    what: "汉字之间的半角逗号、分号、冒号、括号、句点。每段报一处；超过5段的全文只报一处。",
    why: "中文标点占一个字的位置。",
    bad: "完善制度,加强检查。",
    good: "完善制度，加强检查。",
    todo: "替换为全角标点。",
    en: "Half-width punctuation between Chinese characters.",
  },
  ground: "GB/T 15834—2011 5.1。",
});
