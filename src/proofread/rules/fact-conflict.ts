import { readRate, clauseAt, linesWith, startingIn, placeOf, type Line } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { factConflict as words } from "../../zh/words/told-status";

type Data = { readonly first: string; readonly second: string };

const SPENT_AND_LEFT_TEXT = reWith("u")`${words.spentAndLeftText}`;
const SPENT_AND_LEFT_TEXT_2 = reWith("u")`${words.spentAndLeftText2}`;

/** 已全部支付完毕 and, in the same paragraph, the rest of the money taken back. */
function* spentAndLeft(line: Line): Generator<ProofHit<Data>> {
  const spent = line.hits.find((hit) => hit.topic === "spentAll");
  if (!spent || SPENT_AND_LEFT_TEXT.test(line.plain.slice(Math.max(0, spent.start - 4), spent.start))) return;
  for (const left of line.hits) {
    if (left.topic !== "leftOver") continue;
    const clause = clauseAt(line, left);
    if (!SPENT_AND_LEFT_TEXT_2.test(clause.text) || Math.abs(left.start - spent.start) > 200) continue;
    yield { place: placeOf(line.index, left.start, clause.end), data: { first: spent.word, second: left.word } };
    return;
  }
}

const EVERYTHING_AND_LESS_SUBJECT = reWith("u")`${words.everythingAndLessSubject}`;
const EVERYTHING_AND_LESS_ROOT = reWith("u")`${words.everythingAndLessRoot}?率$`;
const EVERYTHING_AND_LESS_LABEL = reWith("u")`${words.everythingAndLessLabel}`;

/** 签约服务全覆盖 beside 签约率85.19%: the same thing, all of it and less than all of it. */
function* everythingAndLess(line: Line): Generator<ProofHit<Data>> {
  for (const hit of line.hits) {
    if (hit.topic !== "everything") continue;
    const clause = clauseAt(line, hit);
    const subject = line.plain.slice(clause.start, hit.start);
    if (EVERYTHING_AND_LESS_SUBJECT.test(subject)) continue;
    for (const token of startingIn(line.tokens, hit.end, hit.end + 121)) {
      if (
        token.type !== "percent" ||
        token.mantissa >= 100 * 10 ** token.decimals ||
        token.start < hit.end ||
        token.start - hit.end > 120
      )
        continue;
      const rate = readRate(line, token, hit.end);
      const root = rate?.label.replace(EVERYTHING_AND_LESS_ROOT, "").slice(-2);
      if (!rate || !root || root.length < 2 || !subject.includes(root) || EVERYTHING_AND_LESS_LABEL.test(rate.label))
        continue;
      const from = Math.max(clause.start, hit.start - 12);
      yield {
        place: placeOf(line.index, from, hit.end),
        data: { first: line.text.slice(from, hit.end), second: `${rate.label.slice(-6)}${token.text}` },
      };
      return;
    }
  }
}

export const factConflict = defineProofRule<Data>({
  alias: "fact-conflict",
  code: "P210",
  severity: "warning",
  name: { zh: "前后事实矛盾", en: "facts that contradict each other" },
  messages: {
    zh: ({ first, second }) => `同一段里“${first}”与“${second}”不能同时成立，请核对。`,
    en: ({ first, second }) => `“${first}” and “${second}” in one paragraph cannot both be true; please check.`,
  },
  find: function* (context: ProofContext) {
    for (const line of linesWith(context, "spentAll")) yield* spentAndLeft(line);
    for (const line of linesWith(context, "everything")) yield* everythingAndLess(line);
  },
  page: {
    what: "同一段里：资金已全部支付完毕又收回存量（结余）资金；某项工作全覆盖又给出同一工作低于100%的比率。要求、目标不报。",
    why: "两句话只有一句是真的。",
    bad: "全面实行签约服务全覆盖……签约率85%。",
    good: "推进签约服务，签约率85%。",
    todo: "核实后保留一种说法。",
    en: "Funds fully spent yet a balance recovered; full coverage yet a rate below 100%.",
  },
  ground: "前后事实一致。",
});
