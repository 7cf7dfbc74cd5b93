import { allFaults, stillFaults, type AllFault } from "../claims/all-done";
import { paragraphsOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly all: string; readonly left: string };

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const paragraphs = paragraphsOf(context.lines);
  // Paragraphs stand in text order, so they are walked once beside the lines.
  let next = 0;
  for (const line of signed(context.lines, LINE_SIGN.all)) {
    while (next < paragraphs.length && (paragraphs[next]?.line.index ?? 0) < line.index) next++;
    const paragraph = paragraphs[next];
    for (const fault of allFaults(line, paragraph?.line === line ? paragraph : undefined)) yield hitOf(fault);
  }
  for (const line of signed(context.lines, LINE_SIGN.finished))
    for (const fault of stillFaults(line)) yield hitOf(fault);
}

function hitOf({ place, all, left }: AllFault): ProofHit<Data> {
  return { place, data: { all, left } };
}

export const allButSome = defineProofRule<Data>({
  alias: "all-but-some",
  code: "P111",
  severity: "warning",
  name: { zh: "“全部完成”又有未完成", en: "“all done” beside something not done" },
  messages: {
    zh: ({ all, left }) => `同一句里说“${all}”，又说“${left}”，请核对。`,
    en: ({ all, left }) => `One sentence says “${all}” and “${left}”.`,
  },
  find,
  page: {
    what: "同一句里先说已全部完成（均已整改到位），又说还有几个正在整改；或先说仍在施工，又说已全部完成。写明“除……外”“其余”、隔开时间或另起一批的不报。",
    why: "“全部”与“还有”只能留一个。",
    bad: "反馈问题18个，已全部完成整改，还有1个正在整改。",
    good: "反馈问题18个，除1个正在整改外，其余均已完成整改。",
    todo: "核实后改正。",
    en: "Everything is stated to be done, and part of it is stated not to be.",
  },
  ground: "前后表述一致。",
});
