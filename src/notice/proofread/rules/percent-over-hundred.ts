import { readRate } from "../claims/groups";
import { endsPiece } from "../../../zh/clause";
import { placeOf } from "../place";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = { readonly written: string; readonly label: string };

/** Shares of a whole: none of them can pass 100%. Plan fulfilment, growth and investment can. */
const SHARE =
  /(?:整改|完成|办结|销号|到位|落实|覆盖|合格|达标|知晓|满意|参与|参加|参会|参培|出勤|办证|持证|签约|入库|普及|通过|接种|规范化管理|管理|建档|公开|到会|化解|结案|就诊|回访|占)(?:率|比)$|占比$|比例$/u;
const NOT_SHARE = /增长|增速|增幅|同比|环比|超额|任务|目标|投资|计划|预算|提高|上升|增加/u;

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
    const end = above ? token.end + 2 : token.end;
    yield {
      place: placeOf(token.line, floor, end),
      data: { written: line.text.slice(token.start, end), label: rate.label },
      severity: above || !/整改|办结|销号|覆盖|合格|占/u.test(rate.label) ? "warning" : "error",
    };
  }
}

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
    en: "A share (completion, coverage) above 100%; growth rates are left alone.",
  },
  ground: "算术。",
});
