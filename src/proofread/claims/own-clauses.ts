/** What a rate is of in its own clauses, whatever is told around them. */
import { NO_STOP } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Line, PercentToken } from "../../reading";
import type { Severity } from "../../rule";
import { isShareOf } from "../percents";
import { isMostlyIn, wordsAround } from "./name-pairs";
import { total, type Pair } from "./pairs";

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

/**
 * 应缴386人，已缴386人: what is told as a part may be all of its whole; 新开工4.26万个，今年新开工4.26万个: one figure told twice is of nothing.
 */
export function isAllOfIt(near: readonly ClaimNode[], told: bigint): boolean {
  const [first, ...more] = near.filter(({ count }) => count.value === told);
  if (!first) return false;
  const isTwice = more.some(
    ({ count }) => count.state === first.count.state && count.before.slice(-2) === first.count.before.slice(-2),
  );
  return !isTwice && [first, ...more].some(({ part, count }) => part !== null || count.state !== null || count.due);
}

/**
 * How sure a share is of the count before it: certain where what it is told by names nothing else (占比, 占总数的) or its base alone
 * (占反馈问题的), and the count itself is not called so (宽带用户1.34亿户，占用户总数21.7%); null where it is of something else (“四新”企业占比).
 */
export function severityOfShare(
  { plain }: Line,
  token: PercentToken,
  near: readonly ClaimNode[],
  of: ClaimNode | undefined,
  label: string,
  { part, whole }: Pair,
): Severity | null {
  const at = label.indexOf(OF);
  // 重大隐患占隐患总数的: of what is named behind 占.
  const name = (at > 0 && !label.startsWith(OF_ALL, at) ? label.slice(at) : label).replace(SHARE_WORDS, "");
  const isTogether = TOGETHER.test(label);
  const isLast = of !== undefined && (of.count.value === part || of.count.value === whole);
  if (name === "") return isTogether || isLast ? "error" : "warning";
  const told = near.filter(({ count }) => count.value === part || count.value === whole);
  if (at >= 0 && !label.startsWith(OF_ALL, at))
    return (isLast || at > 0) && told.every(({ count }) => count.value !== part || !count.before.includes(name))
      ? "error"
      : "warning";
  if (CLOSED.test(plain.slice(0, token.start - label.length))) return null;
  return bears(told, name) ? "warning" : null;
}

/** Whether a name is told beside counts: short, or most of it, by two characters, stands around them. */
export function bears(told: readonly ClaimNode[], name: string): boolean {
  return name.length < LONG_NAME || isMostlyIn(name, wordsAround(told));
}

const LONG_NAME = 4;

const OF = "占";
const OF_ALL = "占比";
/** A name in marks goes before. */
const CLOSED = /[”’》]$/u;
const TOGETHER = reWith("u")`${words.sharedTogether}`;
const SHARE_WORDS = reWith("gu")`${words.shareFrame}`;

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
  // 分阶段整改问题13个。…；分阶段整改10个，整改率76.92%: hundredths fit nothing by chance, a sentence before.
  const alike = before.filter(
    ({ count }) => count.unit === unit && (count.sentence === sentence || token.decimals > 1),
  );
  const beside = alike[alike.length - 1];
  const isSum = !isDone && beside !== undefined && beside === before[before.length - 1];
  return (
    // 到期45项，完成43项: what else its own numerator may be of was asked before.
    (value !== meant.part && alike.some(({ count }) => count.value > value && isShareOf(token, value, count.value))) ||
    (isSum && isShareOf(token, value, value + beside.count.value))
  );
}

const NOT_DONE: ReadonlySet<string> = new Set(["open", "other"]);

/**
 * 市政府办理369件，…，已解决234件，占63.4%；列入计划120件，占32.5%: a share of tenths that a count of its sentence gives; 15个已完成问题占
 * 44.1%，19个未完成问题占55.9%: of all that is told in the sentence.
 */
export function isShareHere(
  { sentences }: Line,
  token: PercentToken,
  near: readonly ClaimNode[],
  { part }: Pair,
): boolean {
  const own = near.filter(({ count }) => count.value === part && count.end <= token.start).pop()?.count;
  if (!own) return false;
  const here = near.filter(({ count }) => count.unit === own.unit && count.sentence === own.sentence);
  const shares = sentences[own.sentence]?.tokens.filter(({ type }) => type === "percent").length ?? 0;
  if (shares > 1 && here.length > 1 && isShareOf(token, part, total(here))) return true;
  return (
    token.decimals > 0 &&
    here.some(({ count }) => count.start < own.start && count.value > part && isShareOf(token, part, count.value))
  );
}

/** 任务1852套。开工2164套，开工率116.9%: no part of anything is more than all of it; it is of a plan told elsewhere. */
export const isOfPlan = (token: PercentToken, { part, whole }: Pair): boolean =>
  token.mantissa > 100 * 10 ** token.decimals && token.mantissa < 400 * 10 ** token.decimals && part <= whole;

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

/** The numerator stands before the rate. */
export function isToldBefore(near: readonly ClaimNode[], token: PercentToken, { part }: Pair): boolean {
  return near.some(({ count }) => count.value === part && count.end <= token.start);
}
