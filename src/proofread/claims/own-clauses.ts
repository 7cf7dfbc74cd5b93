/** What a rate is of in its own clauses, whatever is told around them. */
import { NO_STOP } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Line, PercentToken } from "../../reading";
import { isShareOf } from "../percents";
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

/**
 * 192个村已竣工，覆盖8635户，完成率44.3%; 逮捕25人，不捕24人，不捕率48.98%: of the last count before it, in what holds that, or in
 * both of the last two. Of tenths at least, which few pairs print by chance.
 */
export function isOfTheLast(token: PercentToken, near: readonly ClaimNode[], meant: Pair, isDone: boolean): boolean {
  const before = near.filter(({ count }) => count.end <= token.start);
  const last = before.pop();
  if (!last || token.decimals === 0 || token.approx || (isDone && NOT_DONE.has(last.count.state ?? ""))) return false;
  const { value, unit, sentence } = last.count;
  const alike = before.filter(({ count }) => count.unit === unit && count.sentence === sentence);
  const beside = alike[alike.length - 1];
  const isSum = !isDone && beside !== undefined && beside === before[before.length - 1];
  return (
    // 到期45项，完成43项: what else its own numerator may be of was asked before.
    (value !== meant.part && alike.some(({ count }) => count.value > value && isShareOf(token, value, count.value))) ||
    (isSum && isShareOf(token, value, value + beside.count.value))
  );
}

const NOT_DONE: ReadonlySet<string> = new Set(["open", "other"]);

/** 1876件，累计化解638件。市直单位化解8件，化解率6.61%: of some of them that a later sentence names; how many they had nobody told. */
export function isOfSomeNamed(token: PercentToken, near: readonly ClaimNode[], { part, whole }: Pair): boolean {
  const own = near.filter(({ count }) => count.value === part && count.end <= token.start).pop();
  const above = own?.part?.wholes.find(({ count }) => count.value === whole);
  if (!own || !above || own.count.sentence === above.count.sentence || own.count.before.length < NAMED) return false;
  if (own.count.state === null || own.count.stop !== NO_STOP || OF_ALL_AGAIN.test(own.count.before)) return false;
  return near.some(
    (node) =>
      node !== own &&
      node.count.state === own.count.state &&
      node.count.sentence === above.count.sentence &&
      node.part?.wholes.includes(above) === true,
  );
}

/** A name of two characters and the verb with its adverb. */
const NAMED = 5;
const OF_ALL_AGAIN = reWith("u")`^${words.ofAllAgain}`;

/** The rate is told smaller than the pair gives. */
export const isLess = ({ mantissa, decimals }: PercentToken, { part, whole }: Pair): boolean =>
  mantissa / 10 ** decimals < (Number(part) / Number(whole)) * 100;
