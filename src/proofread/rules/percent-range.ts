import { reWith } from "../../zh/pattern";
import { noticeStyle as words } from "../../zh/words/notice-style";
import { ownText, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly right: string };

const RANGE = reWith(
  "gu",
)`(?<![\d.a-zA-Z-])(\d{1,3}(?:\.\d{1,2})?)(?:(${words.rangeSigns})|%?(-))(\d{1,3}(?:\.\d{1,2})?%)`;
const HYPHEN = "-";

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  let last = -1;
  for (const { line: index } of context.percents) {
    const line = context.lines[index];
    if (!line || index === last) continue;
    last = index;
    for (const found of ownText(line).matchAll(RANGE)) {
      const [written, from = "", sign = "—", hyphen, to = ""] = found;
      if (hyphen === HYPHEN && Number(from) >= Number.parseFloat(to)) continue;
      // 由15至30% may count something before it; 15% 至 30% is meant where both are shares.
      const place = placeOf(index, found.index, found.index + written.length);
      const right = `${from}%${sign}${to}`;
      yield { place, data: { written, right }, fix: right };
    }
  }
}

export const percentRange = defineProofRule<Data>({
  alias: "percent-range",
  code: "P723",
  severity: "info",
  name: { zh: "百分数范围前一个缺%", en: "a range of percentages with one %" },
  messages: {
    zh: ({ written, right }) =>
      written.split("%").length > 2
        ? `百分数的范围“${written}”不用短横，宜写作“${right}”。`
        : `百分数的范围“${written}”，前一个数也应带百分号：“${right}”。`,
    en: ({ written, right }) => `“${written}” is better written “${right}”.`,
  },
  find,
  page: {
    what: "“15～30%”一类的百分数范围，前一个数没有百分号；“90%-95%”用了半角短横。",
    why: "前一个数会被读成整数。",
    bad: "覆盖率提高15～30%。",
    good: "覆盖率提高15%～30%。",
    todo: "补上百分号。",
    en: "Ranges of percentages take % on both numbers.",
  },
  ground: "GB/T 15835—2011 数值范围的写法。",
});
