/** Two parts that say all of their whole, though they don't say so. */
import { reWith } from "../../zh/pattern";
import { FUNDS } from "../../zh/words/claim-sides";
import type { Breakdown } from "../../reading";

/** 涉及甲单位6.8万元、乙单位7.6万元; 其中上缴国库70万元、退还群众48万元; 县级财政200万元，自筹90万元 */
export function areMeantToBeAll(run: Breakdown): boolean {
  if (run.parts.length !== 2) return false;
  if (run.how === "kinds" && run.side === "kind") return true;
  return areTwins(run) || isMoneyGone(run) || areFunds(run);
}

/** 其中一般程序34件、简易程序24件: two of one noun. */
function areTwins({ how, parts }: Breakdown): boolean {
  const [a = "", b = ""] = parts.map(({ count }) => count.before);
  return how === "among" && a.length > 2 && b.length > 2 && a.slice(-2) === b.slice(-2);
}

/** What was recovered goes to the treasury, or back. */
function isMoneyGone({ side, parts }: Breakdown): boolean {
  return side === "refund" && parts.every(({ count }) => count.family === MONEY);
}

/** Where the money of one thing comes from. */
function areFunds({ parts }: Breakdown): boolean {
  return parts.every(({ count }) => count.family === MONEY && FUND.test(count.before));
}

const MONEY = "元";
const FUND = reWith("u")`${FUNDS}`;
