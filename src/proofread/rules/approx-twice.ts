import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { LINE_SIGN, ownText, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

/** 约30余户, 大约投入10万元左右, 60多人左右, 超过50余家 */
const TWICE = reWith(
  "gu",
)`(?:${words.approxBefore}${words.approxVerbs}?\s?\d[\d.]{0,12}${words.scales}{0,2}(?:${words.approxAfter}|(?:%|[一-龥]{1,2})${words.around})|${words.more}\s?\d[\d.]{0,12}${words.scales}{0,2}[余多]|\d[\d.]{0,12}${words.scales}{0,2}[余多]${words.scales}?[一-龥]{1,2}${words.around})`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  const hedged = new Set(context.numbers.filter(({ approx }) => approx).map(({ line }) => line));
  for (const line of context.lines) {
    if (!hedged.has(line.index) && (line.signs & LINE_SIGN.around) === 0) continue;
    for (const { 0: written, index: start } of ownText(line).matchAll(TWICE))
      yield { place: placeOf(line.index, start, start + written.length), data: { written } };
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
