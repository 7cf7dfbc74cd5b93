import { FULL_WIDTH, standsInChinese } from "../../zh/full-width";
import { openPlacesIn, placeOf, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly marks: string; readonly count: number; readonly lines: number };

/** Half-width marks in Chinese, places to be filled in apart. */
function strayMarks(line: Line): readonly number[] {
  const { text, half } = line;
  if (half.length === 0) return NONE;
  const open = openPlacesIn(text);
  return half.filter((at) => {
    if (open.some((place) => at > place.start && at < place.end)) return false;
    // The folded line has the same offsets, but ．and the like were full-width in the text.
    return standsInChinese(text, at);
  });
}

const NONE: readonly number[] = [];

/** One finding a text, at its first mark; its fix replaces all of them. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const marked = context.lines.map((line) => ({ line, at: strayMarks(line) })).filter((entry) => entry.at.length > 0);
  const [first] = marked;
  if (!first) return;
  const at = first.at[0] ?? 0;
  const start = Math.max(0, at - 4);
  const end = Math.min(first.line.text.length, at + 5);
  const replaced = new Set(first.at.filter((one) => one < end));
  const fix = [...first.line.text.slice(start, end)]
    .map((char, i) => (replaced.has(start + i) ? (FULL_WIDTH.get(char) ?? char) : char))
    .join("");
  const also = marked.flatMap(({ line, at: offsets }) =>
    offsets
      .filter((one) => line !== first.line || one >= end)
      .map((one) => ({ place: placeOf(line.index, one, one + 1), fix: FULL_WIDTH.get(line.text[one] ?? "") ?? "" })),
  );
  const marks = [...new Set(marked.flatMap((entry) => entry.at.map((i) => entry.line.text[i] ?? "")))].join(" ");
  const count = marked.reduce((sum, entry) => sum + entry.at.length, 0);
  yield { place: placeOf(first.line.index, start, end), data: { marks, count, lines: marked.length }, fix, also };
}

export const halfWidth = defineProofRule<Data>({
  alias: "half-width",
  code: "P708",
  severity: "warning",
  name: { zh: "半角标点混入", en: "half-width punctuation" },
  messages: {
    zh: ({ marks, count, lines }) =>
      lines > 1
        ? `全文${lines}段共${count}处用了半角标点（${marks}），中文应使用全角标点，可一并替换。`
        : `这一段有${count}处半角标点（${marks}），应使用全角标点。`,
    en: ({ marks, count, lines }) =>
      lines > 1
        ? `${count} half-width marks (${marks}) in ${lines} paragraphs; Chinese text takes full-width ones.`
        : `${count} half-width marks (${marks}) in this paragraph.`,
  },
  find,
  page: {
    what: "汉字之间的半角逗号、分号、冒号、括号、句点。全文只报一处，采纳时一并替换。",
    why: "中文标点占一个字的位置。",
    bad: "完善制度,加强检查。",
    good: "完善制度，加强检查。",
    todo: "替换为全角标点。",
    en: "Half-width punctuation between Chinese characters.",
  },
  ground: "GB/T 15834—2011 标点符号的位置和书写形式。",
});
