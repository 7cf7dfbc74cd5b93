import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const TWICE = reWith(
  "gu",
)`${words.approxBefore}\s?\d[\d.]{0,12}${words.scales}{0,2}(?:${words.approxAfter}|[一-龥]{1,2}${words.unitAround})`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  let last = -1;
  for (const { line: index } of context.numbers.filter(({ approx }) => approx)) {
    const line = context.lines[index];
    if (!line || index === last) continue;
    last = index;
    for (const { 0: written, index: start } of ownText(line).matchAll(TWICE))
      yield { place: placeOf(index, start, start + written.length), data: { written } };
  }
}

export const approxTwice = defineProofRule<Data>({
  alias: "approx-twice",
  code: "P726",
  severity: "info",
  name: { zh: "约数重复", en: "approximation stated twice" },
  messages: {
    zh: ({ written }) => `“${written}”前后都表示约数，留一个即可。`,
    en: ({ written }) => `“${written}” states the approximation twice; keep one.`,
  },
  find,
  page: {
    what: "“约、近”与“余、多、左右”同时用在一个数上。",
    why: "意思重复；“近30”是不足30，“30多”是超过30，放在一起还互相矛盾。",
    bad: "走访近30多户。",
    good: "走访30多户。",
    todo: "留一个。",
    en: "约 or 近 before, and 余, 多 or 左右 behind one number.",
  },
  ground: "GB/T 15835—2011 概数的写法。",
});
