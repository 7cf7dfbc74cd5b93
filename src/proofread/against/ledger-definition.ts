import { isPrintOf } from "../percents";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { allowedCounts, chosenDone, tallyOf } from "./figures";
import { rateData } from "./statements";
import { ratesOf, toldFigures } from "./told-figures";
import { FIGURES_GROUND } from "./words";

function* definitions(context: ProofContext): Generator<ProofHit<DefinitionData>> {
  for (const { rate, allowed, group } of ratesOf(context)) {
    if (group !== "") continue;
    const told = allowed.filter((entry) => isPrintOf(rate.token, entry.numerator, entry.denominator));
    const chosen = allowed.find((entry) => entry.chosen);
    if (!chosen || told.length === 0 || told.some((entry) => entry.chosen)) continue;
    const { written, expected } = rateData(rate.token.text, chosen, rate.token.decimals);
    yield { place: rate.token, data: { written, expected } };
  }
  const { ledger } = context;
  if (!ledger) return;
  for (const { told, status, value, held, place } of toldFigures(context)) {
    const counts = tallyOf(ledger.tally, told.subject);
    if (status !== "done" || !counts || held.some(({ group }) => group !== "")) continue;
    const named = new Set(told.parts.flatMap((part) => (part.status === null ? [] : [part.status])));
    const chosen = chosenDone(counts, ledger.tally.definition, named);
    if (value !== chosen && allowedCounts(counts, "done").includes(value))
      yield { place, data: { written: String(value), expected: String(chosen) } };
  }
}

type DefinitionData = { readonly written: string; readonly expected: string };

export const ledgerDefinition = defineProofRule<DefinitionData>({
  alias: "ledger-definition",
  code: "P803",
  severity: "warning",
  name: { zh: "口径与台账统计不同", en: "counted differently from the ledger" },
  messages: {
    zh: ({ written, expected }) => `${written}是按另一口径算的，按所选口径应为${expected}，请统一口径或写明。`,
    en: ({ written, expected }) =>
      `${written} is counted by another definition; by the chosen one it would be ${expected}. Use one definition, or state which is used.`,
  },
  find: definitions,
  page: {
    what: "完成数、百分比能由台账算出，但不是所选口径（已完成、含基本完成、含阶段性完成）。",
    why: "口径不同的比率不能放在一起比。",
    bad: "按“已完成”统计，通报用了含基本完成的比率。",
    good: "口径一致，或在括号里写明。",
    todo: "统一口径，或写明口径。",
    en: "A rate the ledger supports, but by another definition than the chosen one.",
  },
  ground: FIGURES_GROUND,
});
