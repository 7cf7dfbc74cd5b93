/** What a rate is of in its own clauses, whatever is told around them. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Line, PercentToken } from "../../reading";
import type { Pair } from "./pairs";

/**
 * The only two counts between the last ；or 。 and the rate, where they are of one unit.
 * @example 63个已开工47个，开工率74.6%；10个计划投产项目已投产7个，投产率70% // 7 of 10
 */
export function pairOfItsClauses({ plain }: Line, token: PercentToken, near: readonly ClaimNode[]): Pair | null {
  const from = Math.max(...[..."；;。"].map((stop) => plain.lastIndexOf(stop, token.start)));
  const [whole, part, ...more] = near.filter(({ count }) => count.start > from && count.end <= token.start);
  if (!whole || !part || more.length > 0 || whole.count.unit !== part.count.unit) return null;
  return part.count.value <= whole.count.value ? { part: part.count.value, whole: whole.count.value } : null;
}

/** 整改287余项，整改率80.7%: the count right before it is told roughly, and is what it is of. */
export function isOfUncounted({ tokens }: Line, { start }: PercentToken, floor: number): boolean {
  return tokens.some((one) => one.type === "number" && one.approx && one.unitEnd === floor && one.end < start);
}

/** 新收15件，结案12件: the rate may be of those and of what was left from before. */
export const isOfNewOnes = (near: readonly ClaimNode[], { whole }: Pair): boolean =>
  near.some(({ count }) => count.value === whole && NEWLY_TAKEN.test(count.before));

const NEWLY_TAKEN = reWith("u")`${words.newlyTaken}`;

/** The rate is told smaller than the pair gives. */
export const isLess = ({ mantissa, decimals }: PercentToken, { part, whole }: Pair): boolean =>
  mantissa / 10 ** decimals < (Number(part) / Number(whole)) * 100;
