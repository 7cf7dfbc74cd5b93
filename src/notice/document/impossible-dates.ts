/** Dates of a notice that cannot all be right, told before it leaves. */
import { compareDates, type CivilDate } from "../../zh/civil-date";
import type { FactName, Facts } from "./facts";
import type { DateOfNotice, NoticeWarning } from "./types";

const AS_OF = "统计截止日";

/** What comes before what: the inspection ends, is fed back, is counted, is signed, and its publication ends. */
const ORDER = [
  ["inspectedTo", "feedbackDate"],
  ["feedbackDate", "asOf"],
  ["feedbackDate", "signDate"],
  ["asOf", "signDate"],
  ["signDate", "publicTo"],
] as const satisfies readonly (readonly [DateOfNotice["of"], DateOfNotice["of"]])[];

/**
 * @param facts the form with what the ledger states
 * @param labels of its fields, in the words of the inspection
 * @example impossibleDates({ ...NO_FACTS, feedbackDate: later }, asOf, FACT_LABELS)[0]?.type // "dates"
 */
export function impossibleDates(
  facts: Facts,
  asOf: CivilDate,
  labels: Readonly<Record<FactName, string>>,
): readonly NoticeWarning[] {
  const named = (of: DateOfNotice["of"], date: CivilDate): DateOfNotice => ({
    of,
    date,
    label: of === "asOf" ? AS_OF : labels[of],
  });
  return ORDER.flatMap(([first, second]): readonly NoticeWarning[] => {
    const earlier = first === "asOf" ? asOf : facts[first];
    const later = second === "asOf" ? asOf : facts[second];
    if (earlier === null || later === null || compareDates(earlier, later) <= 0) return [];
    return [{ type: "dates", earlier: named(first, earlier), later: named(second, later) }];
  });
}
