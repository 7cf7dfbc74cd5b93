import { wholeAmount, placeOf } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { reWith } from "../../zh/pattern";
import { againstLedger as words } from "../../zh/words/told-counts";
import { FIGURES_GROUND } from "./words";

type PersonsData = { readonly what: string; readonly written: number; readonly ledger: number };

const PERSONS_BEFORE = reWith("u")`问责${words.personsBefore[0]}*\d{1,4}[人名][、，（(]?${words.personsBefore[1]}?$`;

const PERSONS_BEFORE_2 = reWith("u")`问责${words.personsBefore2}*$`;

function* persons(context: ProofContext): Generator<ProofHit<PersonsData>> {
  const accountability = context.ledger?.tally.accountability;
  if (!accountability) return;
  const names = [...accountability.byForm.keys()].sort((a, b) => b.length - a.length);
  for (const line of context.lines) {
    if ((context.document.itemOfLine[line.index] ?? -1) >= 0) continue;
    for (const token of line.tokens) {
      if (token.type !== "number" || (token.unit !== "人" && token.unit !== "人次" && token.unit !== "名")) continue;
      const written = wholeAmount(token);
      if (written === null) continue;
      const before = line.plain.slice(Math.max(0, token.start - 12), token.start);
      const form = names.find((name) => before.endsWith(name));
      const place = placeOf(line.index, token.start, token.end);
      if (form !== undefined) {
        const ledger = accountability.byForm.get(form)?.value ?? 0;
        if (written !== ledger) yield { place, data: { what: form, written, ledger } };
      } else if (token.unit === "人次" && PERSONS_BEFORE.test(before)) {
        // 共追责问责4人、6人次
        const ledger = accountability.personTimes.value;
        if (written !== ledger) yield { place, data: { what: "问责人次", written, ledger } };
      } else if (PERSONS_BEFORE_2.test(before)) {
        const ledger = token.unit === "人次" ? accountability.personTimes.value : accountability.persons.value;
        if (written !== ledger)
          yield { place, data: { what: token.unit === "人次" ? "问责人次" : "问责人数", written, ledger } };
      }
    }
  }
}

export const ledgerAccountability = defineProofRule<PersonsData>({
  alias: "ledger-accountability",
  code: "P804",
  severity: "error",
  name: { zh: "问责人数与台账不符", en: "accountability figure differs from the ledger" },
  messages: {
    zh: ({ what, written, ledger }) => `${what}通报写${written}，台账是${ledger}。`,
    en: ({ what, written, ledger }) => `${what}: ${written} here, ${ledger} in the ledger.`,
  },
  find: persons,
  page: {
    what: "综述里的问责人数、人次和各处理方式的人数，与问责台账。",
    why: "一人两种处理方式是1人2人次，最容易写错。",
    bad: "通报：问责21人；台账20人、21人次。",
    good: "通报：问责20人（21人次）。",
    todo: "以台账为准改正。",
    en: "Persons, occurrences and forms of accountability against the ledger.",
  },
  ground: FIGURES_GROUND,
});
