/** Which wholes a part may belong to. */
import { added } from "../found";
import type { ClaimNode } from "./claim-node";
import { EXCEPT, isOfAnotherThing, NOT_YET_DUE, opensMember, THERE_ARE } from "./kinds-of-counts";
import { areSiblings } from "./sides";

/** The wholes that a part may belong to, with one more unless its words speak against it. */
export function addWhole(
  wholes: readonly ClaimNode[],
  one: ClaimNode | undefined,
  node: ClaimNode,
): readonly ClaimNode[] {
  const { count } = node;
  if (!one || (one.count.unit !== count.unit && count.state === null)) return wholes;
  if (one.count.family !== count.family || wholes.includes(one) || areSiblings(one, node)) return wholes;
  // 到期24笔，已归还18笔；未到期9笔: what is not due is no part of what is.
  if (one.count.before.startsWith(EXCEPT) || one.count.before.startsWith(`${EXCEPT}了`)) return wholes;
  if (one.count.due && NOT_YET_DUE.test(count.before)) return wholes;
  if (isOfAnotherThing(one.count, count)) return wholes;
  // 有9个单位反映较好；有17个单位逾期: side by side.
  if (THERE_ARE.test(one.count.before) && THERE_ARE.test(count.before)) return wholes;
  // 甲方面3个，已完成1个；乙方面6个，已完成4个: of the whole that its own member opens with.
  if (wholes[0]?.count.line === count.line && opensMember(wholes[0].count, count)) return wholes;
  return added(wholes, one);
}
