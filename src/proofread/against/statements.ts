/** Statements of a notice about what a ledger holds, as the rules against it look at them. */
import { announcedGroups, placeOf, type CountGroup, type CountPart, type Place } from "../../reading";
import { expectedPercent } from "../percents";
import type { ProofContext } from "../types";

/** A group about all that the ledger holds: told outside of the items, or inside one about the feedback as a whole. */
export function* ownGroups(context: ProofContext): Generator<CountGroup> {
  const announced = new Set(announcedGroups(context));
  for (const group of context.groups) {
    const { foreign, subset, subject, total } = group;
    const ofFeedback = !foreign && !subset && subject === "problem" && /反馈/u.test(total.before);
    if (announced.has(group) || ofFeedback) yield group;
  }
}

/** A part with the words before its number. */
export function partPlace(part: CountPart): Place {
  return placeOf(part.line, Math.max(0, part.start - part.before.length), part.end);
}

export type RateData = {
  readonly written: string;
  readonly expected: string;
  readonly numerator: number;
  readonly denominator: number;
};

/** What is said of a rate: as written, and as the entry prints with as many decimals. */
export function rateData(
  written: string,
  entry: { numerator: number; denominator: number },
  decimals: number,
): RateData {
  const { numerator, denominator } = entry;
  return { written, expected: expectedPercent(numerator, denominator, decimals) ?? "—", numerator, denominator };
}

/** The beginning of a long place. */
export function headOf(place: Place): Place {
  return placeOf(place.line, place.start, Math.min(place.end, place.start + 40));
}
