import { averagesOf } from "../claims/averages";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";

type Data = {
  readonly total: string;
  readonly over: string;
  readonly expected: string;
  readonly written: string;
};

function* find(context: ProofContext): Generator<ProofHit<Data>> {
  for (const { place, money, sure, ...data } of averagesOf(context))
    if (!money) yield { place, data, severity: sure ? "error" : "warning" };
}

export const averageMismatch = defineProofRule<Data>({
  alias: "average-mismatch",
  code: "P109",
  severity: "error",
  name: { zh: "平均数与总数不符", en: "average does not follow from its total" },
  messages: {
    zh: ({ total, over, expected, written }) =>
      `${total}÷${over}＝${expected}，文中写的平均数是${written}，请核对总数、个数和平均数。`,
    en: ({ total, over, expected, written }) => `${total} / ${over} = ${expected}, not ${written}; check all three.`,
  },
  find,
  page: {
    what: "日均、月均、人均、平均每组等，与同句的总数和个数（天数、月数、人数、组数）。平均数四舍五入、截位都认可；一句里有几个总数或几个个数时不报。",
    why: "平均数由两个数除出来，改了其中一个往往忘了改它。",
    bad: "一周共接听热线350个，日均70个。",
    good: "一周共接听热线350个，日均50个。",
    todo: "核对总数、个数和平均数。",
    en: "An average against its total and what it is spread over.",
  },
  ground: "算术。",
});
