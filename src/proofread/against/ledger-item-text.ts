import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { headOf } from "./statements";
import { FIGURES_GROUND } from "./words";

type TextData = { readonly number: string; readonly ledger: string };

function* texts(context: ProofContext): Generator<ProofHit<TextData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const { matches } of ledger.matches.values()) {
    for (const match of matches) {
      if (!match.differs) continue;
      yield {
        place: headOf(match.notice.problemPlace),
        data: { number: match.ledger.number, ledger: match.ledger.problem.slice(0, 60) },
      };
    }
  }
}

export const ledgerItemText = defineProofRule<TextData>({
  alias: "ledger-item-text",
  code: "P809",
  severity: "warning",
  name: { zh: "问题表述与台账不同", en: "wording differs from the ledger" },
  messages: {
    zh: ({ number, ledger }) => `与台账${number ? `第${number}项` : ""}文字不同，台账写“${ledger}”。`,
    en: ({ ledger }) => `The ledger words it “${ledger}”.`,
  },
  find: texts,
  page: {
    what: "与台账对应的事项，问题文字有出入（不只是详略不同）。",
    why: "问题表述以反馈意见为准，改动一字可能改变意思。",
    bad: "通报：会议制度执行不严；台账：会议制度落实不严。",
    good: "两处一致。",
    todo: "对照反馈意见统一。",
    en: "A problem worded differently than in the ledger.",
  },
  ground: FIGURES_GROUND,
});
