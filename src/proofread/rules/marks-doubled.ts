import { ownText, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

/** Two stops side by side; 。。。 stands for an ellipsis and is left alone. */
const DOUBLED = /(?<![。，、；：])(?:[，、；：][，。、；：]|。[，。、；：])(?![。，、；：])/gu;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of context.lines) {
    for (const { 0: written, index } of ownText(line).matchAll(DOUBLED)) {
      const same = written[0] === written[1];
      yield {
        place: placeOf(line.index, Math.max(0, index - 2), index + 2),
        data: { written },
        fix: same ? line.text.slice(Math.max(0, index - 2), index + 1) : undefined,
      };
    }
  }
}

export const marksDoubled = defineProofRule<Data>({
  alias: "marks-doubled",
  code: "P718",
  severity: "warning",
  name: { zh: "标点重叠", en: "two stops side by side" },
  messages: {
    zh: ({ written }) => `标点“${written}”连用，应只留一个。`,
    en: ({ written }) => `"${written}" stands side by side; keep one.`,
  },
  find,
  page: {
    what: "句号、逗号、顿号、分号、冒号两个连用。",
    why: "删改文字后留下的多余标点。",
    bad: "组织学习6次，，参加300人次。",
    good: "组织学习6次，参加300人次。",
    todo: "留一个合适的。",
    en: "Two stops in a row.",
  },
  ground: "GB/T 15834—2011 的标点用法。",
});
