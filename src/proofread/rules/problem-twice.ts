import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type ProblemData = { readonly firstLine: number; readonly number: string };

/** Problems with the same text, or the same description behind different headlines. */
function* problems(context: ProofContext): Generator<ProofHit<ProblemData>> {
  const seen = new Map<string, number>();
  const seenDescriptions = new Map<string, number>();
  for (const item of context.document.items) {
    const { problem } = item;
    const stop = problem.indexOf("。");
    const description = stop < 0 ? "" : problem.slice(stop + 1);
    const described = description.length >= LONG_ENOUGH;
    const twin = seen.get(problem) ?? (described ? seenDescriptions.get(description) : undefined);
    if (problem.length >= SHORTEST_PROBLEM && !seen.has(problem)) seen.set(problem, item.firstLine + 1);
    if (described && !seenDescriptions.has(description)) seenDescriptions.set(description, item.firstLine + 1);
    if (twin === undefined) continue;
    const { line, start, end } = item.problemPlace;
    const from = stop < 0 || description === "" ? start : Math.min(end - 1, start + stop);
    yield { place: placeOf(line, from, Math.min(end, from + 60)), data: { firstLine: twin, number: item.number } };
  }
}

const SHORTEST_PROBLEM = 8;

const LONG_ENOUGH = 24;

export const problemTwice = defineProofRule<ProblemData>({
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
