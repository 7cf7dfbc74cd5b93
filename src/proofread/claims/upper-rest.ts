/**
 * What is left behind a part that is broken down to the last: 87个。证照不全的有11个，其中已补办8个，关停3个。其余76个证照齐全. Of the part
 * nothing is left, so it is left of what that is a part of.
 */
import { nodesAround, valueSum, type ClaimNode, type Paragraph } from "../../reading";
import type { PlainFault } from "./plain";

/** Counts back to the whole. */
const BACK = 12;

/** Wholes that the part and what is left do not make up. */
export function upperRestFaults(paragraph: Paragraph): readonly PlainFault[] {
  return paragraph.breakdowns.flatMap(({ how, closed, wholes: [inner], parts }) => {
    const rest = parts[parts.length - 1];
    if (!closed || how === "rest" || !inner || !rest || rest.count.lead !== "rest" || parts.length < 3) return [];
    if (valueSum(parts.slice(0, -1)) !== inner.count.value) return [];
    const above = nodesAround(paragraph, inner.count.start, BACK, 0).filter((node) => isAbove(node, inner));
    if (above.some(({ count }) => count.value === inner.count.value + rest.count.value)) return [];
    const [whole] = above.filter(({ count }) => count.tellsAll || count.opens);
    return whole && whole.count.value > rest.count.value ? [{ whole, members: [inner, rest] }] : [];
  });
}

function isAbove({ count }: ClaimNode, { count: inner }: ClaimNode): boolean {
  return count.exact && count.unit === inner.unit && count.end <= inner.start && count.value > inner.value;
}
