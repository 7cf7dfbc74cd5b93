/** Counts that stand one behind the other and are no list of parts: by the words between them, whatever they add up to. */
import type { ClaimNode, Line } from "../../reading";

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

const ENDS_WITH_RATE = /率[^，。；\d]{0,3}\d[^；;]{0,12}[；;]/u;

/**
 * Whether one thing is said of each part, and not of their whole.
 * @example 处分134人。…25人因此被处理，22人因此被处理 // true
 */
export function isOfAnotherDeed(parts: readonly ClaimNode[], { count: whole }: ClaimNode): boolean {
  const deed = parts[0]?.count.told.slice(-SAID) ?? "";
  if (deed.length < SAID || parts.length < 2 || !parts.every(({ count }) => count.told.endsWith(deed))) return false;
  const told = `${whole.before}${whole.after}`;
  return ![...deed].some((_, at) => at > 0 && told.includes(deed.slice(at - 1, at + 1)));
}

/** Signs of what is said of all of them. */
const SAID = 4;
