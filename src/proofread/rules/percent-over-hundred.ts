import { exactValue, readRate, placeOf, type NumberToken, type PercentToken } from "../../reading";
import { isShareOf } from "../percents";
import { endsPiece } from "../../zh/clause";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { percentOverHundred as words } from "../../zh/words/rates";

type Data = { readonly written: string; readonly label: string };

/** Shares of a whole: none of them can pass 100%. Plan fulfilment, growth and investment can. */
const SHARE = reWith("u")`${words.share}`;
const NOT_SHARE = reWith("u")`${words.notShare}`;

const FIND_LABEL = reWith("u")`${words.findLabel}`;

/** 拆违任务12.6万平方米，实际拆除13.1万平方米，完成率104%: of a plan of what is measured, not of things solved one by one. */
const PLANNED = reWith("u")`${leads.plan}\d[\d.]*[万亿]?[^\d个项件条起][^。；]{0,90}$`;
const PLAN_REACH = 90;

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const token of context.percents) {
    const line = context.lines[token.line];
    if (!line) continue;
    const scale = 10 ** token.decimals;
    const above = line.plain.startsWith("以上", token.end) && token.mantissa === 100 * scale;
    if (token.mantissa <= 100 * scale && !above) continue;
    let floor = token.start;
    while (floor > 0 && token.start - floor < 40 && !endsPiece(line.plain.charCodeAt(floor - 1))) floor--;
    const rate = readRate(line, token, floor);
    if (!rate || !SHARE.test(rate.label) || NOT_SHARE.test(rate.label)) continue;
    if (PLANNED.test(line.plain.slice(Math.max(0, floor - PLAN_REACH), floor))) continue;
    // 任务1852台。已淘汰2866台，占比154.75%: what two counts of the line give is no share, whatever it is called.
    const counts = line.tokens.flatMap((one) => (one.type === "number" && one.end <= token.start ? [one] : []));
    if (counts.some((one) => counts.some((base) => base.unit === one.unit && isOf(token, one, base)))) continue;
    // 监察矿井314矿次，覆盖率249%: whoever is visited more than once is counted more than once.
    if (TIMES.test(line.plain.slice(Math.max(0, floor - TIMES_REACH), floor))) continue;
    const end = above ? token.end + 2 : token.end;
    yield {
      place: placeOf(token.line, floor, end),
      data: { written: line.text.slice(token.start, end), label: rate.label },
      severity: above || !FIND_LABEL.test(rate.label) ? "warning" : "error",
    };
  }
}

const TIMES = /\d[^，。；、\d]{0,3}次[，,]$/u;
const TIMES_REACH = 12;

const isOf = (token: PercentToken, one: NumberToken, base: NumberToken): boolean =>
  isShareOf(token, exactValue(one), exactValue(base));

export const percentOverHundred = defineProofRule<Data>({
  alias: "percent-over-hundred",
  code: "P103",
  severity: "error",
  name: { zh: "比率超过百分之百", en: "share above 100%" },
  messages: {
    zh: ({ written, label }) => `${label}不可能是${written}，请核对。`,
    en: ({ written }) => `A share cannot be ${written}; check it.`,
  },
  find,
  page: {
    what: "完成率、覆盖率、占比等份额写成超过100%或“100%以上”。增长率、任务完成比例可以超过100%，不报。",
    why: "部分不会大于整体。",
    bad: "整改完成率达105%。",
    good: "整改完成率达100%，同比增长105%。",
    todo: "核对分子、分母，改正百分比。",
    en: "A share (completion, coverage) above 100%; growth rates are not reported.",
  },
  ground: "算术。",
});
