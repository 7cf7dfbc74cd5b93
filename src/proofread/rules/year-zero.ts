import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf, LINE_SIGN, signed } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string };

const YEAR = reWith("gu")`(?<![\da-zA-Z〇零○])[一二]${words.yearDigits}{3}(?=年)`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const line of signed(context.lines, LINE_SIGN.zero)) {
    for (const { 0: written, index } of ownText(line).matchAll(YEAR)) {
      const right = written.replace(/[零○0oO]/gu, "〇");
      if (right !== written)
        yield { place: placeOf(line.index, index, index + 5), data: { written, right }, fix: `${right}年` };
    }
  }
}

export const yearZero = defineProofRule<Data>({
  alias: "year-zero",
  code: "P724",
  severity: "info",
  name: { zh: "汉字年份里的“零”", en: "零 in a year in characters" },
  messages: {
    zh: ({ written, right }) => `年份“${written}年”用汉字书写时，零写作“〇”：“${right}年”。`,
    en: ({ written, right }) => `“${written}年” is written “${right}年”.`,
  },
  find,
  page: {
    what: "汉字书写的年份用了“零”、圆圈符号、数字0或字母O。",
    why: "编号、年份中的“0”写作“〇”，计量才写作“零”。",
    bad: "二零二五年十月",
    good: "二〇二五年十月",
    todo: "改为“〇”，或改用阿拉伯数字。",
    en: "Years in characters take 〇.",
  },
  ground: "GB/T 15835—2011 “零”和“〇”的用法。",
});
