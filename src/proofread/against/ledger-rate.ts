import { isPrintOf } from "../percents";
import type { ProofContext } from "../types";
import { defineProofRule, type ProofHit } from "../rule";
import { bareFigures } from "./bare-figures";
import { rateData, type RateData } from "./statements";
import { ratesOf } from "./told-figures";
import { FIGURES_GROUND } from "./words";

function* rates(context: ProofContext): Generator<ProofHit<GroupRateData>> {
  for (const { rate, allowed, group } of ratesOf(context)) {
    if (allowed.some((entry) => isPrintOf(rate.token, entry.numerator, entry.denominator))) continue;
    const first = allowed[0];
    if (first) yield { place: rate.token, data: { ...rateData(rate.token.text, first, rate.token.decimals), group } };
  }
  for (const { token, allowed, group } of bareFigures(context).rates) {
    const [first] = allowed;
    if (!first || allowed.some((entry) => isPrintOf(token, entry.numerator, entry.denominator))) continue;
    yield { place: token, data: { ...rateData(token.text, first, token.decimals), group }, severity: "warning" };
  }
}

type GroupRateData = RateData & { readonly group: string };

export const ledgerRate = defineProofRule<GroupRateData>({
  alias: "ledger-rate",
  code: "P802",
  severity: "error",
  name: { zh: "比率与台账不符", en: "rate differs from the ledger" },
  messages: {
    zh: ({ written, expected, numerator, denominator, group }) =>
      `${group === "" ? "" : `“${group}”`}通报写${written}，按台账 ${numerator}/${denominator} 应为${expected}。`,
    en: ({ written, expected, numerator, denominator, group }) =>
      `${group === "" ? "" : `${group}: `}${written} here; by the ledger ${numerator}/${denominator} is ${expected}.`,
  },
  find: rates,
  page: {
    what: "完成率、办结率、到位率与台账按各口径算出的百分比；小数位数以所写为准。",
    why: "百分比是读者最先看的数，差一个百分点也是公开的错。",
    bad: "通报：完成率87%；台账 19/23，应为83%。",
    good: "通报：完成率83%。",
    todo: "以台账为准改正。",
    en: "Rates against those of the ledger, rounded the same way.",
  },
  ground: FIGURES_GROUND,
});
