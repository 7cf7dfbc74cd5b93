/** What is overdue, told behind a list that is whole without it: 已整改35个，正在整改5个，超期未整改3个. */
import { reWith } from "../../zh/pattern";
import { LATE } from "../../zh/words/claim-states";
import { valueSum, type Breakdown, type ClaimNode } from "../../reading";

/** Whether all parts but those overdue make up the whole, and no more is overdue than is open. */
export function areLateOfOpen({ parts }: Breakdown, { count: { value } }: ClaimNode): boolean {
  const late = parts.filter(({ count }) => count.state !== "done" && IS_LATE.test(count.before));
  const others = parts.filter((part) => !late.includes(part));
  if (late.length === 0 || others.length === 0 || valueSum(others) !== value) return false;
  return valueSum(late) <= valueSum(others.filter(({ count }) => count.state === "open"));
}

const IS_LATE = reWith("u")`${LATE}`;
