import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string };

const PADDED = reWith("u")`${words.beforeZero}0[1-9](?=[月日])`;
const ZERO = reWith("gu")`(${words.beforeZero})0(?=[1-9])`;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const { line: index, start, end, text: written } of context.dates) {
    if (!PADDED.test(written) || /\d/u.test(context.lines[index]?.plain[start - 1] ?? " ")) continue;
    const right = written.replace(ZERO, "$1");
    const line = context.lines[index];
    if (line && ownText(line)[start] === written[0])
      yield { place: placeOf(index, start, end), data: { written, right }, fix: right };
  }
}

export const leadingZero = defineProofRule<Data>({
  alias: "leading-zero",
  code: "P725",
  severity: "info",
  name: { zh: "月、日编了虚位", en: "a padded month or day" },
  messages: {
    zh: ({ written, right }) => `月、日不编虚位：“${written}”宜写作“${right}”。`,
    en: ({ written, right }) => `“${written}” is better written “${right}”.`,
  },
  find,
  page: {
    what: "“2026年01月”“3月05日”里的0。",
    why: "公文日期不编虚位（1不编为01）。",
    bad: "2026年01月召开会议。",
    good: "2026年1月召开会议。",
    todo: "去掉0。",
    en: "Months and days are not padded with a zero.",
  },
  ground: "GB/T 9704—2012 成文日期的写法。",
});
