import { compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import { earliestDay, labelsIn, placeOf, type DateToken } from "../../reading";
import { defineProofRule, type ProofHit } from "../rule";
import type { ProofContext } from "../types";
import { FIGURES_GROUND } from "./words";

type DeadlineData = { readonly written: string; readonly ledger: string };

/** 整改时限：… of an item against the ledger's deadline. */
function* deadlines(context: ProofContext): Generator<ProofHit<DeadlineData>> {
  const { ledger, document } = context;
  if (!ledger) return;
  for (const { matches } of ledger.matches.values()) {
    for (const match of matches) {
      const deadline = match.ledger.deadline;
      if (deadline.type !== "date") continue;
      // Measures of one item may have deadlines of their own, and a notice may tell them all.
      const dates = [deadline, ...match.ledger.rows.map((row) => row.deadline)].flatMap((read) =>
        read.type === "date" ? [read.date] : [],
      );
      for (const label of labelsIn(document.labels, match.notice.firstLine, match.notice.lastLine)) {
        if (label.name !== "deadline") continue;
        const token = document.lines[label.line]?.tokens.find(
          (candidate): candidate is DateToken => candidate.type === "date" && candidate.start >= label.end,
        );
        if (!token || token.year === null || dates.some((date) => isWithin(token, date))) continue;
        yield {
          place: placeOf(label.line, token.start, token.end),
          data: { written: token.text, ledger: isoDate(deadline.date) },
        };
      }
    }
  }
}

/** Whether the day lies in what was written: 2025年9月底 holds the 30th, 2025年9月 every day of it. */
function isWithin(token: DateToken, date: CivilDate): boolean {
  if (token.year !== date.year) return false;
  if (token.month === null) return true;
  if (token.month !== date.month) return false;
  return token.day === null || compareDates(earliestDay(token, null) ?? date, date) === 0;
}

export const ledgerItemDeadline = defineProofRule<DeadlineData>({
  alias: "ledger-item-deadline",
  code: "P810",
  severity: "error",
  name: { zh: "整改时限与台账不同", en: "deadline differs from the ledger" },
  messages: {
    zh: ({ written, ledger }) => `通报写${written}，台账时限是${ledger}。`,
    en: ({ written, ledger }) => `${written} here, ${ledger} in the ledger.`,
  },
  find: deadlines,
  page: {
    what: "条目里“整改时限：”所写日期与台账同一事项的时限。",
    why: "两处时限不同，超期无从判断。",
    bad: "通报：整改时限：2025年10月底；台账：2025年9月30日。",
    good: "两处一致。",
    todo: "核实后统一。",
    en: "The deadline told of an item against the ledger's.",
  },
  ground: FIGURES_GROUND,
});
