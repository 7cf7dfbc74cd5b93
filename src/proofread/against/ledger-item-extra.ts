import { defineProofRule, type ProofHit } from "../rule";
import type { ToldSubject } from "../../reading";
import type { ProofContext } from "../types";
import { headOf } from "./statements";
import { SUBJECT_TEXTS, FIGURES_GROUND } from "./words";

type ItemData = { readonly number: string; readonly subject: ToldSubject };

function* extra(context: ProofContext): Generator<ProofHit<ItemData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const [kind, { extra: more }] of ledger.matches)
    for (const item of more) yield { place: headOf(item.problemPlace), data: { number: item.number, subject: kind } };
}

export const ledgerItemExtra = defineProofRule<ItemData>({
  alias: "ledger-item-extra",
  code: "P807",
  severity: "warning",
  name: { zh: "通报有、台账没有的事项", en: "item not in the ledger" },
  messages: {
    zh: ({ subject }) => `台账里找不到这一项${SUBJECT_TEXTS[subject].zh}，请核对文字或补入台账。`,
    en: () => "This item is not in the ledger; check the wording, or add it to the ledger.",
  },
  find: extra,
  page: {
    what: "通报逐项列出的事项在台账里没有对应条目。",
    why: "没有台账支持的事项，数字也就没有依据。",
    bad: "通报多列一项。",
    good: "一一对应。",
    todo: "核对问题文字，或补入台账。",
    en: "Items of the notice that the ledger doesn't have.",
  },
  ground: FIGURES_GROUND,
});
