import { isNumeral } from "../../zh/numerals";
import { dutyLines, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

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

function sentences(context: ProofContext): readonly ProofHit<TextData>[] {
  const hits: ProofHit<TextData>[] = [];
  const { document } = context;
  const seen = new Map<string, number>();
  const duties = dutyLines(document);
  let lastLine = -1;
  let told = 0;
  for (const line of context.lines) {
    // Rows of tables repeat by nature: heads, names, figures.
    if (line.text.includes("\t") || document.cells.has(line.index) || duties.has(line.index)) continue;
    const item = document.itemOfLine[line.index] ?? -1;
    const isProblem = item >= 0 && document.items[item]?.problemPlace.line === line.index;
    if (isProblem) continue;
    for (const sentence of line.sentences) {
      if (sentence.end - sentence.start < SHORTEST) continue;
      const key = line.plain.slice(behindOrdinal(line.plain, sentence.start), sentence.end);
      if (key.length < SHORTEST) continue;
      const twin = seen.get(key);
      if (twin === undefined) {
        seen.set(key, line.index + 1);
        continue;
      }
      // One finding a line: a repeated paragraph repeats all of its sentences.
      if (lastLine === line.index) continue;
      lastLine = line.index;
      told++;
      hits.push({
        place: placeOf(line.index, sentence.start, sentence.end),
        data: { firstLine: twin },
        // A notice that repeats itself throughout does so on purpose.
        severity: told > MOST_WARNINGS ? "info" : "warning",
      });
    }
  }
  return hits;
}

export const textTwice = defineProofRule<TextData>({
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
    what: "24字以上的整句（不计“一是”等序词）重复出现；每段报一处，问题表述另有“问题重复”一条检查。",
    why: "同一举措用在两个问题上，常是复制误贴。",
    bad: "两项的整改情况有一句完全相同。",
    good: "各项写各自的举措。",
    todo: "删去误贴，或改写为各自的情况。",
    en: "Long sentences that occur twice.",
  },
  ground: "规则提案 L005。",
});
