import { clauseAt, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { deadlineVague as words } from "../../zh/words/told-dates";

type Data = { readonly written: string; readonly how: "year" | "cut" };

const STRIVING = reWith("u")`${words.striving}`;

const WITHOUT_YEAR: ReadonlySet<string> = new Set(words.withoutYear);
const FIND_BEFORE = reWith("u")`${words.findBefore}$`;
const FIND_AFTER = reWith("u")`^${words.findAfter}`;
const FIND_BEFORE_2 = reWith("u")`${words.findBefore2}`;
const FIND_BEFORE_3 = reWith("u")`${words.findBefore3}`;
const FIND_AFTER_2 = reWith("u")`${words.findAfter2}`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const hit of context.hitsOf("deadlineWord")) {
    const line = context.lines[hit.line];
    if (!line) continue;
    const clause = clauseAt(line, hit);
    const before = line.plain.slice(clause.start, hit.start);
    const after = line.plain.slice(hit.end, clause.end);
    const place = placeOf(hit.line, Math.max(clause.start, hit.start - 6), Math.min(clause.end, hit.end + 6));
    if (hit.word === "年度") {
      // 力争到年度实现: 底 or 末 is missing; 年度目标, 本年度 are words of their own.
      if (!FIND_BEFORE.test(before) || FIND_AFTER.test(after)) continue;
      yield { place, data: { written: `${before.slice(-3)}${hit.word}`, how: "cut" } };
      continue;
    }
    if (!WITHOUT_YEAR.has(hit.word)) continue;
    if (FIND_BEFORE_2.test(before.trimEnd())) continue;
    if (!FIND_BEFORE_3.test(before) || !FIND_AFTER_2.test(after) || !STRIVING.test(clause.text)) continue;
    yield { place, data: { written: hit.word, how: "year" } };
  }
}

export const deadlineVague = defineProofRule<Data>({
  alias: "deadline-vague",
  code: "P209",
  severity: "warning",
  name: { zh: "时限不完整", en: "incomplete deadline" },
  messages: {
    zh: ({ written, how }) =>
      how === "cut" ? `“${written}”疑缺“底”“末”等字，时限不完整。` : `时限“${written}”没有写明年份。`,
    en: ({ written, how }) =>
      how === "cut" ? `“${written}” lacks 底 or 末.` : `The deadline “${written}” names no year.`,
  },
  find,
  page: {
    what: "“争取（力争）……上半年、下半年、年底前完成”没有年份，“到年度”缺“底”。",
    why: "通报会被长期查阅，没有年份的时限过后无从判断。",
    bad: "争取在上半年全部整改。",
    good: "争取2026年上半年全部整改。",
    todo: "写明年份。",
    en: "Half-years and year-ends without a year in a promise.",
  },
  ground: "规则提案 D203、D207；GB/T 15835—2011。",
});
