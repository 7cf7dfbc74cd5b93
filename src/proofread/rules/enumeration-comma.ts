import { placeOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const BETWEEN = /[》”]、[《“]/gu;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.enumeration)) {
    if (line.marks.length < 4) continue;
    for (const { 0: written, index } of line.text.matchAll(BETWEEN)) {
      // Of one kind on both sides; 《甲》、“乙” are two things of two kinds.
      if ((written[0] === "》") !== (written[2] === "《")) continue;
      yield {
        place: placeOf(line.index, index, index + 3),
        data: { written },
        fix: `${written[0]}${written[2]}`,
      };
    }
  }
}

export const enumerationComma = defineProofRule<Data>({
  alias: "enumeration-comma",
  code: "P719",
  severity: "info",
  name: { zh: "书名号、引号之间的顿号", en: "、 between titles or quotes" },
  messages: {
    zh: ({ written }) => `并列的书名号或引号之间通常不用顿号：“${written}”。`,
    en: ({ written }) => `Titles and quotes side by side usually take no 、 (“${written}”).`,
  },
  find,
  page: {
    what: "并列的书名号之间、引号之间用了顿号；中间有括注或别的文字的不报。",
    why: "书名号、引号本身已经隔开并列的各项。",
    bad: "修订《差旅费管理办法》、《公务接待办法》。",
    good: "修订《差旅费管理办法》《公务接待办法》。",
    todo: "可以去掉顿号；全文统一即可。",
    en: "、 between 》《 or ”“.",
  },
  ground: "GB/T 15834—2011 顿号的用法。",
});
