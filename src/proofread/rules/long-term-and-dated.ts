import { placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { itemStatus as words } from "../../zh/words/told-status";

const DEADLINE_WORDS = reWith("u")`${words.deadlineWords}`;

type LongTermData = { readonly written: string };

const LONG_TERM_TEXT = reWith("u")`${words.longTermText}`;

function* longTerm(context: ProofContext): Generator<ProofHit<LongTermData>> {
  for (const item of context.document.items) {
    for (const status of item.statuses) {
      if (!/长期/u.test(status.text)) continue;
      const line = context.lines[status.line];
      const date = line?.tokens.find(
        (token) =>
          token.type === "date" && token.start >= status.start && token.end <= status.end && token.month !== null,
      );
      if (!date || !DEADLINE_WORDS.test(status.text) || LONG_TERM_TEXT.test(status.text)) continue;
      yield { place: placeOf(status.line, status.start, status.end), data: { written: date.text } };
    }
  }
}

export const longTermAndDated = defineProofRule<LongTermData>({
  alias: "long-term-and-dated",
  code: "P207",
  severity: "warning",
  name: { zh: "“长期推进”与具体时限并存", en: "long-term and dated at once" },
  messages: {
    zh: ({ written }) => `同一句既说需要长期推进，又写${written}的时限，请明确以哪个为准。`,
    en: ({ written }) => `One sentence calls it long-term and gives the deadline ${written}.`,
  },
  find: longTerm,
  page: {
    what: "状态句里“长期推进、长期整改”与具体完成时限并存。“2025年底前完成，并长期坚持”不报。",
    why: "两种说法的考核方式不同。",
    bad: "此项问题部分已整改，需要长期推进，2022年10月底前落实到位。",
    good: "2022年10月底前落实到位，并长期坚持。",
    todo: "分清阶段时限与长期坚持。",
    en: "Long-term and a fixed deadline in one status sentence.",
  },
  ground: "规则提案 D209。",
});
