import type { Kind } from "../../ledger";
import { announcedGroups, placeOf, type Place, type ToldSubject } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { SUBJECT_TEXTS, FIGURES_GROUND } from "./words";

type MissingData = { readonly count: number; readonly numbers: string; readonly subject: ToldSubject };

/** Where to tell of what is not there: the announced total, else the last item. */
function totalPlace(context: ProofContext, kind: Kind): Place {
  const group = announcedGroups(context).find((candidate) => candidate.subject === kind);
  if (group) return placeOf(group.line, group.start, group.total.end);
  const items = context.document.items.filter((item) => item.kind === kind);
  return items[items.length - 1]?.problemPlace ?? placeOf(0, 0, 0);
}

function* missing(context: ProofContext): Generator<ProofHit<MissingData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const [kind, { missing: absent }] of ledger.matches) {
    if (absent.length === 0) continue;
    const numbers = absent.slice(0, 5).map((item) => item.number || item.problem.slice(0, 10));
    yield {
      place: totalPlace(context, kind),
      data: { count: absent.length, numbers: numbers.join("、"), subject: kind },
    };
  }
}

export const ledgerItemMissing = defineProofRule<MissingData>({
  alias: "ledger-item-missing",
  code: "P806",
  severity: "warning",
  name: { zh: "台账有、通报没有的事项", en: "items missing from the notice" },
  messages: {
    zh: ({ count, numbers, subject }) =>
      `台账里有${count}项${SUBJECT_TEXTS[subject].zh}通报没有列出：${numbers}${count > 5 ? "等" : ""}。`,
    en: ({ count, numbers, subject }) =>
      `${count} ${SUBJECT_TEXTS[subject].en} in the ledger are not listed in the notice: ${numbers}.`,
  },
  find: missing,
  page: {
    what: "通报逐项列出某类事项时，台账中找不到对应条目的。按问题文字对应，标题与全文的长短不同不算不同。",
    why: "漏列一项，总数就与正文不符。",
    bad: "台账12项，通报列11项。",
    good: "一一对应。",
    todo: "补列；不宜公开的在内部说明。",
    en: "Items of the ledger that the notice doesn't list.",
  },
  ground: FIGURES_GROUND,
});
