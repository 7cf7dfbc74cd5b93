import { isoDate, type CivilDate } from "../../zh/civil-date";
import { placeOf, type DateToken } from "../../reading";
import { reWith } from "../../zh/pattern";
import { againstLedger as words } from "../../zh/words/told-counts";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { FIGURES_GROUND } from "./words";

type AsOfData = { readonly written: string; readonly ledger: string };

/** Days a notice says it is as of, other than the ledger's. */
export function* statedOtherwise(context: ProofContext): Generator<ProofHit<AsOfData>> {
  const { ledger, document } = context;
  // A ledger that states no date and is given none is judged by today: the notice knows better.
  if (!ledger || ledger.reading.asOf.source === "today") return;
  const { date } = ledger.reading.asOf;
  for (const line of context.lines) {
    if ((document.itemOfLine[line.index] ?? -1) >= 0) continue;
    for (const token of line.tokens) {
      if (token.type !== "date" || token.month === null || token.day === null) continue;
      const before = line.plain.slice(Math.max(0, token.start - REACH), token.start);
      if (!AS_OF.test(before) || OF_LAST_TIME.test(before)) continue;
      if (isSameDay(token, date)) continue;
      yield {
        place: placeOf(line.index, token.start, token.end),
        data: { written: token.text, ledger: isoDate(date) },
      };
    }
  }
}

const REACH = 12;
const AS_OF = /截[至止](?:到)?\s*$/u;
/** 与上期（截至2026年11月30日）相比: the day of what it is compared with. */
const OF_LAST_TIME = reWith("u")`(?:${words.earlier})[^，。；、]{0,4}截[至止](?:到)?\s*$`;

function isSameDay(token: DateToken, date: CivilDate): boolean {
  return token.month === date.month && token.day === date.day && (token.year === null || token.year === date.year);
}

export const ledgerAsOf = defineProofRule<AsOfData>({
  alias: "ledger-as-of",
  code: "P805",
  severity: "error",
  name: { zh: "截至日期与台账不同", en: "as-of date differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `通报写截至${written}，台账统计截止${ledger}。`,
    en: ({ written, ledger }) => `As of ${written} here, ${ledger} in the ledger.`,
  },
  find: statedOtherwise,
  page: {
    what: "综述“截至某月某日”与台账的统计截止日；台账没有写明统计截止日时不比。",
    why: "数字随日期变，日期不同就不是同一个数。",
    bad: "通报：截至12月20日；台账统计截止12月22日。",
    good: "通报：截至12月22日。",
    todo: "改正日期，或按该日期重新统计。",
    en: "The as-of date of the summary against the ledger's.",
  },
  ground: FIGURES_GROUND,
});
