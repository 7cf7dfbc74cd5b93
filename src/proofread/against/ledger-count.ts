import { defineProofRule, type ProofHit } from "../rule";
import type { Place } from "../../reading";
import type { ProofContext } from "../types";
import { expectedPercent } from "../percents";
import { askedFigures } from "./asked/read";
import { ledgerFigure } from "./ledger-figure";
import { ledgerGroup } from "./ledger-group";
import { ledgerRate } from "./ledger-rate";
import { FIGURES_GROUND } from "./words";

type CountData = {
  /** What it is told of, in the ledger's own words; "" for all there is. */
  readonly name: string;
  readonly written: string;
  readonly ledger: string;
};

function* counts(context: ProofContext): Generator<ProofHit<CountData>> {
  const { figures, rates } = askedFigures(context);
  if ([...figures, ...rates].every(({ right }) => right)) return;
  // What another rule has against a number is said once.
  const said = [ledgerFigure, ledgerRate, ledgerGroup].flatMap((rule) =>
    Array.from(rule.find(context), (hit) => hit?.place ?? NOWHERE),
  );
  const isSaid = (line: number, at: number): boolean =>
    said.some((place) => place.line === line && place.start <= at && at < place.end);
  for (const { place, start, name, right, written, ledger } of figures)
    if (!right && !isSaid(place.line, start)) yield { place, data: { name, written, ledger } };
  for (const { token, name, right, numerator, denominator } of rates) {
    const expected =
      right || isSaid(token.line, token.start) ? null : expectedPercent(numerator, denominator, token.decimals);
    if (expected !== null) yield { place: token, data: { name, written: token.text, ledger: expected } };
  }
}

const NOWHERE: Place = { line: -1, start: 0, end: 0 };

export const ledgerCount = defineProofRule<CountData>({
  alias: "ledger-count",
  code: "P816",
  severity: "warning",
  name: { zh: "分类、分人、金额等数与台账不符", en: "count by the ledger's own words differs" },
  messages: {
    zh: ({ name, written, ledger }) => `${name === "" ? "这个数" : `「${name}」`}通报写${written}，按台账是${ledger}。`,
    en: ({ name, written, ledger }) =>
      `${name === "" ? "This figure" : name}: ${written} here, ${ledger} by the ledger.`,
  },
  find: counts,
  page: {
    what: "用台账自己的列名、类别、单位、人名、状态说出的数：某人牵头几个、重大隐患几项、某列金额合计、超期最长几天、某月底到期几项、占比和分组完成率。一句话里的词都认得才比，按前后文能有的读法都对不上才提醒。",
    why: "分类、分人的数最难人工逐一核对。",
    bad: "通报：甲某牵头4个；台账：甲某牵头3个。",
    good: "通报：甲某牵头3个。",
    todo: "在台账里按所说的类别筛选，核对后改正。",
    en: "Counts, sums, shares and days told in the ledger's own words: its columns, values, units, people and statuses.",
  },
  ground: FIGURES_GROUND,
});
