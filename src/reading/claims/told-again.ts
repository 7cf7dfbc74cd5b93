/** A number that points back to one before it and counts nothing anew: 未整改18个，针对未整改的18个问题逐项明确时限. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import type { Breakdown } from "./claim-node";
import type { ToldCount } from "./counts";

/**
 * Whether a count tells a part of the run once more: the very number and unit, led in as something to be done to it, or named
 * by the words of that part.
 * @example 采纳31条，未采纳14条，对14条未采纳建议逐一说明 // true of the second 14
 */
export function isToldAgain({ parts }: Breakdown, count: ToldCount): boolean {
  return parts.some(
    ({ count: told }) =>
      told.value === count.value && told.unit === count.unit && told.exact && count.exact && pointsAt(told, count),
  );
}

function pointsAt(told: ToldCount, { before, after, state }: ToldCount): boolean {
  const isLedIn = POINTS.test(before) && !POINTS.test(told.before);
  if (isLedIn && (THESE.test(before) || (state !== null && state === told.state))) return true;
  const name = told.before === "" ? told.told : told.before.replace(ADVERBS, "");
  if (name.length < SHORTEST) return false;
  const text = before === "" || isLedIn ? `${before}${after}` : before.endsWith(OF) ? before : "";
  return text.includes(name);
}

const OF = "的";
const SHORTEST = 2;
const ADVERBS = reWith("u")`^${leads.alreadyThere}`;
const POINTS = reWith("u")`^${leads.andAlso}?${leads.pointing}|^${leads.these}`;
const THESE = reWith("u")`${leads.these}$`;
