import { isNumeral } from "../../zh/numerals";
import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type ProblemData = { readonly firstLine: number; readonly number: string };

/** Problems with the same text, or the same description behind different headlines. */
function* problems(context: ProofContext): Generator<ProofHit<ProblemData>> {
  const seen = new Map<string, number>();
  for (const item of context.document.items) {
    const { problem } = item;
    const stop = problem.indexOf("。");
    const description = stop < 0 ? "" : problem.slice(stop + 1);
    const keys = description.length >= LONG_ENOUGH ? [problem, `描述${description}`] : [problem];
    const twin = keys.map((key) => seen.get(key)).find((line) => line !== undefined);
    for (const key of keys) if (key.length >= SHORTEST_PROBLEM && !seen.has(key)) seen.set(key, item.firstLine + 1);
    if (twin === undefined) continue;
    const { line, start, end } = item.problemPlace;
    const from = stop < 0 || description === "" ? start : Math.min(end - 1, start + stop);
    yield { place: placeOf(line, from, Math.min(end, from + 60)), data: { firstLine: twin, number: item.number } };
  }
}

const SHORTEST_PROBLEM = 8;
const LONG_ENOUGH = 24;

export const problemDuplicate = defineProofRule<ProblemData>({
  alias: "problem-twice",
  code: "P306",
  severity: "warning",
  name: { zh: "问题重复", en: "the same problem twice" },
  messages: {
    zh: ({ firstLine }) => `问题表述与第${firstLine}行相同，请核对是否重复列项或误贴。`,
    en: ({ firstLine }) => `The problem repeats that of line ${firstLine}.`,
  },
  find: problems,
  page: {
    what: "两个条目的问题全文相同，或标题不同而具体表述相同。",
    why: "多半是复制后忘了改，总数也会因此多一。",
    bad: "问题①……未制定规则。问题②……未制定规则。（表述全同）",
    good: "两个问题各有表述。",
    todo: "核对反馈意见原文。",
    en: "Two items with the same problem text or description.",
  },
  ground: "规则提案 L005。",
});

type TextData = { readonly firstLine: number };

/** Sentences shorter than this recur by nature (此项问题已整改，…). */
const SHORTEST = 24;
const MOST_WARNINGS = 3;

/** Behind blanks and 一是, 二是. */
function behindOrdinal(plain: string, start: number): number {
  let at = start;
  while (plain.charCodeAt(at) === 32) at++;
  for (let length = 2; length <= 3; length++)
    if (plain[at + length - 1] === "是" && isNumeral(plain.charCodeAt(at))) return at + length;
  return at;
}

function* sentences(context: ProofContext): Generator<ProofHit<TextData>> {
  const { document } = context;
  const seen = new Map<string, { line: number; item: number }>();
  let lastLine = -1;
  let told = 0;
  for (const line of context.lines) {
    const item = document.itemOfLine[line.index] ?? -1;
    const isProblem = item >= 0 && document.items[item]?.problemPlace.line === line.index;
    for (const sentence of line.sentences) {
      if (sentence.end - sentence.start < SHORTEST || isProblem) continue;
      const key = line.plain.slice(behindOrdinal(line.plain, sentence.start), sentence.end);
      if (key.length < SHORTEST) continue;
      const twin = seen.get(key);
      if (!twin) {
        seen.set(key, { line: line.index + 1, item });
        continue;
      }
      // One finding a line: a repeated paragraph repeats all of its sentences.
      if (lastLine === line.index) continue;
      lastLine = line.index;
      told++;
      yield {
        place: placeOf(line.index, sentence.start, sentence.end),
        data: { firstLine: twin.line },
        // A notice that repeats itself throughout does so on purpose.
        severity: told > MOST_WARNINGS ? "info" : "warning",
      };
    }
  }
}

export const textDuplicate = defineProofRule<TextData>({
  alias: "text-twice",
  code: "P307",
  severity: "warning",
  name: { zh: "语句、举措重复", en: "the same sentence twice" },
  messages: {
    zh: ({ firstLine }) => `这一句与第${firstLine}行完全相同，请核对是否误贴或一事两报。`,
    en: ({ firstLine }) => `The sentence repeats one of line ${firstLine}.`,
  },
  find: sentences,
  page: {
    what: "24字以上的整句（不计“一是”等序词）重复出现；每段报一处，问题表述另由 problem-twice 检查。",
    why: "同一举措用在两个问题上，常是复制误贴。",
    bad: "两项的整改情况有一句完全相同。",
    good: "各项写各自的举措。",
    todo: "删去误贴，或改写为各自的情况。",
    en: "Long sentences that occur twice.",
  },
  ground: "规则提案 L005。",
});
