import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

/** ②二是, （2）二是, 2.二是: two numbers in one place. */
function* find(context: ProofContext): Generator<ProofHit<Data>> {
  // Mostly a stop or the line's beginning stands before 一是.
  const hits = context.hitsOf("ordinal").filter(({ line, start }) => {
    const before = context.lines[line]?.plain[start - 1];
    return before !== undefined && !"。；，、：".includes(before);
  });
  for (const hit of hits) {
    const line = context.lines[hit.line];
    if (!line) continue;
    const match = /([①-⑳]|（\d{1,2}）|\(\d{1,2}\))\s?$/u.exec(line.plain.slice(Math.max(0, hit.start - 6), hit.start));
    if (!match) continue;
    const start = hit.start - match[0].length;
    yield {
      place: placeOf(hit.line, start, hit.end),
      data: { written: line.text.slice(start, hit.end) },
      fix: hit.word,
    };
  }
}

export const numberingDoubled = defineProofRule<Data>({
  alias: "numbering-doubled",
  code: "P305",
  severity: "warning",
  name: { zh: "序号叠用", en: "two numbers in one place" },
  messages: {
    zh: ({ written }) => `“${written}”序号叠用，请保留一个。`,
    en: ({ written }) => `“${written}” numbers twice; keep one.`,
  },
  find,
  page: {
    what: "带圈、带括号的数字紧接“一是、二是”。",
    why: "两套序号叠在一起，多为改稿残留。",
    bad: "②二是责令停业；",
    good: "二是责令停业；",
    todo: "删去一个。",
    en: "② right before 二是.",
  },
  ground: "GB/T 9704—2012 7.3.3。",
});
