import { type Status, STATUS_WORDS } from "../../ledger";
import { placeOf, type CountGroup, type ToldSubject } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { LedgerSide, ProofContext } from "../types";
import { allowedCounts, sectionCounts, tallyOf, totalOf, type SectionCounts } from "./figures";
import { ownGroups, partPlace } from "./statements";
import { SUBJECT_TEXTS, FIGURES_GROUND } from "./words";

type FigureData = {
  readonly subject: ToldSubject;
  readonly status: Status | "total";
  readonly written: number;
  readonly ledger: number;
};

function* figures(context: ProofContext): Generator<ProofHit<FigureData>> {
  const { ledger } = context;
  if (!ledger) return;
  for (const group of ownGroups(context)) {
    const { subject, total } = group;
    const inLedger = totalOf(ledger.tally, subject);
    if (inLedger === null) continue;
    // 「主要问题」 and 「问题」 are told of one level where the ledger has only one.
    if (total.value !== inLedger && !isUpperLevel(ledger, group)) {
      yield {
        place: placeOf(group.line, total.start, total.end),
        data: { subject, status: "total", written: total.value, ledger: inLedger },
      };
    }
    const counts = tallyOf(ledger.tally, subject);
    if (!counts) continue;
    yield* partsOf(group, counts);
  }
  // 其中，资金管理类问题12个，已完成9个: by the section of that name, where the ledger has one.
  for (const group of context.groups) {
    const { subject, total } = group;
    const counts = group.subset && !group.foreign ? sectionCounts(ledger.reading, subject, total.before) : null;
    if (counts === null) continue;
    const data = { subject, status: "total" as const, written: total.value, ledger: counts.total.value };
    if (total.value !== counts.total.value) yield { place: placeOf(group.line, total.start, total.end), data };
    yield* partsOf(group, counts);
  }
}

function* partsOf({ subject, parts }: CountGroup, counts: SectionCounts): Generator<ProofHit<FigureData>> {
  const told = new Set(
    parts.flatMap(({ status, nested, value }) => (status === null || nested || value === 0 ? [] : [status])),
  );
  for (const part of parts) {
    if (part.status === null || part.nested) continue;
    const allowed = allowedCounts(counts, part.status, told);
    if (allowed.includes(part.value)) continue;
    const right = allowed[0] ?? 0;
    yield { place: partPlace(part), data: { subject, status: part.status, written: part.value, ledger: right } };
  }
}

/** 「10个问题」 may speak of the upper level of a ledger whose items are 具体问题. */
function isUpperLevel(ledger: LedgerSide, group: CountGroup): boolean {
  if (group.subject !== "problem" || group.parts.length > 0 || group.total.after.startsWith("具体问题")) return false;
  const { tally } = ledger;
  return group.total.value === totalOf(tally, "parent") || group.total.value === totalOf(tally, "section");
}

export const ledgerFigure = defineProofRule<FigureData>({
  alias: "ledger-figure",
  code: "P801",
  severity: "error",
  name: { zh: "数字与台账不符", en: "figure differs from the ledger" },
  messages: {
    zh: ({ subject, status, written, ledger }) =>
      `${SUBJECT_TEXTS[subject].zh}${status === "total" ? "总数" : STATUS_WORDS[status].zh}通报写${written}，台账是${ledger}。`,
    en: ({ subject, status, written, ledger }) =>
      `${SUBJECT_TEXTS[subject].en}, ${status === "total" ? "total" : STATUS_WORDS[status].en}: ${written} here, ${ledger} in the ledger.`,
  },
  find: figures,
  page: {
    what: "综述里问题、措施、信访件、线索、立行立改、交办事项的总数和各状态数，与所给台账的统计。已完成按三种口径任一相符即可；上轮、往年的数不比。",
    why: "公布的每个数都应有台账的行支持。",
    bad: "通报：已完成整改20个；台账：19个。",
    good: "通报：已完成整改19个；台账：19个。",
    todo: "以台账为准改正，或先更新台账。",
    en: "Totals and status counts of the summary against the ledger's tally.",
  },
  ground: FIGURES_GROUND,
});
