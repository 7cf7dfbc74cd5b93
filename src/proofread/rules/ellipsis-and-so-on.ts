import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const AND_SO_ON = reWith("gu")`${words.andSoOn}`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.ellipsis)) {
    for (const { 0: written, index } of ownText(line).matchAll(AND_SO_ON))
      yield { place: placeOf(line.index, index, index + written.length), data: { written }, fix: "等" };
  }
}

export const ellipsisAndSoOn = defineProofRule<Data>({
  alias: "ellipsis-and-so-on",
  code: "P722",
  severity: "info",
  name: { zh: "省略号与“等”并用", en: "an ellipsis beside 等" },
  messages: {
    zh: ({ written }) => `“${written}”省略号和“等”意思重复，留一个即可。`,
    en: ({ written }) => `“${written}”: the ellipsis and 等 say the same.`,
  },
  find,
  page: {
    what: "“……等”“等……”连用。",
    why: "两者都表示列举未尽。",
    bad: "购置桌椅、书柜……等办公用品。",
    good: "购置桌椅、书柜等办公用品。",
    todo: "去掉省略号。",
    en: "…… and 等 together.",
  },
  ground: "GB/T 15834—2011 省略号的用法。",
});
