/** How verdicts are made, and what several judgements share. */
import type { Facets } from "./facets";
import type { FigureToken } from "./pieces";
import type { DoubtReason, FixedReason, Verdict } from "./types";

export const place = (name: string): Verdict => ({ type: "place", place: name });
export const fixed = (why: FixedReason): Verdict => ({ type: "fixed", why });
export const doubt = (why: DoubtReason, candidates: readonly string[], words = ""): Verdict => ({
  type: "doubt",
  why,
  candidates: Array.from(new Set(candidates)),
  words,
});

/** What is told of a whole holds for its parts; of units, sections and the like another one takes the first one's place. */
export function beside(told: readonly string[], own: readonly string[]): readonly string[] {
  const keyOf = (filter: string): string => filter.split("=", 1)[0] ?? filter;
  return told.filter((filter) => !own.some((one) => keyOf(one) === keyOf(filter)));
}

/** A word that is a value of a column, too (持续整改): either may be meant. */
export function alsoColumns(verdict: Verdict, { columns }: Facets): Verdict {
  if (columns.length === 0 || verdict.type === "fixed") return verdict;
  const own = verdict.type === "place" ? [verdict.place] : verdict.candidates;
  return doubt("several", [...own, ...columns.map((one) => one.place)]);
}

export function valueOf(token: FigureToken): number {
  return token.type === "percent"
    ? token.mantissa / 10 ** token.decimals
    : (token.mantissa * token.scale) / 10 ** token.decimals;
}
