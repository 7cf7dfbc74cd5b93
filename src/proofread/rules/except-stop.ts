import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string };

const ENDS = reWith("u")`${words.exceptEnds}$`;
/** 除 opens its clause, or stands behind a short word of its own sentence: 目前除…外. */
const BEFORE_EXCEPT = "扫清排解扣拆消废免删根铲革开辞切剔破戒屏";
const LONGEST = 60;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.except)) {
    const text = ownText(line);
    for (const { start, end } of line.sentences) {
      if (text[end - 1] !== "。" || !ENDS.test(text.slice(Math.max(start, end - 3), end - 1))) continue;
      const from = Math.max(start, end - LONGEST);
      const except = text.slice(from, end).lastIndexOf("除") + from;
      if (except < from || BEFORE_EXCEPT.includes(text[except - 1] ?? " ")) continue;
      // Something is said before it in its clause: …已全部公开，涉密的除外。
      if (/[，,；;]/u.test(text.slice(except, end)) || end - except < 4) continue;
      if (except > start && !/[，,；;：:]$/u.test(text.slice(start, except)) && except - start > 6) continue;
      const written = line.text.slice(except, end);
      yield {
        place: placeOf(line.index, except, end),
        data: { written },
        fix: end < line.text.trimEnd().length ? `${written.slice(0, -1)}，` : undefined,
      };
    }
  }
}

export const exceptStop = defineProofRule<Data>({
  alias: "except-stop",
  code: "P716",
  severity: "warning",
  name: { zh: "“除……外”之后断句", en: "a sentence ends behind 除…外" },
  messages: {
    zh: ({ written }) => `“${written}”话没有说完就用了句号，应为逗号，或缺了后半句。`,
    en: ({ written }) => `“${written}” ends before its main clause; use a comma, or add the missing clause.`,
  },
  find,
  page: {
    what: "句子在“除……外”之后就用句号结束，主句断开或缺失。“涉密的除外。”不报。",
    why: "只说了例外，没有说结论。",
    bad: "除涉密事项外。其他内容均已公开。",
    good: "除涉密事项外，其他内容均已公开。",
    todo: "句号改为逗号，或补上后半句。",
    en: "除…外 followed by a full stop.",
  },
  ground: "GB/T 15834—2011 句号、逗号的用法。",
});
