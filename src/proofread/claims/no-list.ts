/** Counts that stand one behind the other and are no list of parts: by the words between them, whatever they add up to. */
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import type { ClaimNode, Line } from "../../reading";
import { sharesPair } from "./name-pairs";

/**
 * Whether a rate ends what is told before the ；.
 * @example 已整改2799项，整改率93.1%；重大隐患529项 // true; where each member has a rate of its own, false
 */
export function isCutByRate(parts: readonly ClaimNode[], { plain }: Line): boolean {
  const cuts = parts
    .slice(1)
    .map(({ count }, at) => ENDS_WITH_RATE.test(plain.slice(parts[at]?.count.end ?? 0, count.start)));
  return cuts.includes(true) && cuts.includes(false);
}

/**
 * Whether a later one is told of another bearer, or by a word that sets it apart from what the others are of.
 * @example 排查最多的是甲区，2592家，已关停751家，…，最少的是乙区，28家 // true; 已办结135件，受理前化解17件, true
 */
export const isSetApart = (parts: readonly ClaimNode[]): boolean =>
  parts.some(({ count }, at) => (at > 0 && MOST_OR_LEAST.test(count.gap)) || BEFOREHAND.test(count.before)) ||
  // 总投资3.82亿元，年度计划投资2.47亿元，完成投资2.41亿元: what was planned, and what is done of it.
  (parts.some((part) => part.count.family === "元" && part.count.before.includes(PLANNED)) &&
    parts.some(({ count }) => count.state === "done"));

const PLANNED = "计划";
const MOST_OR_LEAST = reWith("u")`${others.mostOrLeast}`;
const BEFOREHAND = reWith("u")`${others.beforehand}`;

const ENDS_WITH_RATE = /率[^，。；\d]{0,3}\d[^；;]{0,12}[；;]/u;

/**
 * Whether one thing is said of each part, and not of their whole.
 * @example 处分134人。…25人因此被处理，22人因此被处理 // true
 */
export function isOfAnotherDeed(parts: readonly ClaimNode[], { count: whole }: ClaimNode): boolean {
  const deed = parts[0]?.count.told.slice(-SAID) ?? "";
  if (deed.length < SAID || parts.length < 2 || !parts.every(({ count }) => count.told.endsWith(deed))) return false;
  return !sharesPair(deed, `${whole.before}${whole.after}`);
}

/** Signs of what is said of all of them. */
const SAID = 4;

/** 2万起，亡144人；此外，厂房亡37人: beside what stands before it. */
export const isBesides = (first: ClaimNode | undefined): boolean => BESIDES.test(first?.count.gap ?? "");

const BESIDES = reWith("u")`[，；。,;]${others.besides}`;

/** 建成43万个站点，已建成1188个中心、43万个站点: the whole itself, told again among others. */
export function tellWholeAgain(parts: readonly ClaimNode[], { count: whole }: ClaimNode): boolean {
  const thing = whole.after.slice(0, NOUN);
  if (thing.length < NOUN) return false;
  return parts.some(({ count }) => count.value === whole.value && count.after.startsWith(thing));
}

const NOUN = 2;
