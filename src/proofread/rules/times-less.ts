import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const TIMES_LESS = reWith("gu")`${words.fewer}了?${words.hedged}?(?:\d{1,4}(?:\.\d{1,2})?|${words.few})多?倍`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.times)) {
    for (const { 0: written, index } of ownText(line).matchAll(TIMES_LESS))
      yield { place: placeOf(line.index, index, index + written.length), data: { written } };
  }
}

export const timesLess = defineProofRule<Data>({
  alias: "times-less",
  code: "P727",
  severity: "info",
  name: { zh: "减少用“倍”", en: "decrease stated as a multiple" },
  messages: {
    zh: ({ written }) => `“${written}”：减少、下降不用“倍”，宜写百分比或分数。`,
    en: ({ written }) => `“${written}”: a decrease is not stated as a multiple; use a percentage or fraction.`,
  },
  find,
  page: {
    what: "减少、下降、压减等后面用“几倍”。增加、提高用“倍”不报。",
    why: "减少一倍就没有了，减少两倍说不通。",
    bad: "投诉量减少1倍。",
    good: "投诉量减少一半。",
    todo: "改写为百分比或分数。",
    en: "Decreases are told in percent or fractions, not in times.",
  },
  ground: "数量增减的表述习惯。",
});
