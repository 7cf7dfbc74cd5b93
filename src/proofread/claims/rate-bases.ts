/** What a rate's numerator may be divided by: any count that holds it, several wholes together. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode } from "../../reading";
import { ofFamily, total, type Pair } from "./pairs";

/** 总体办结率 is of several wholes. */
export const TOTAL_RATE = reWith("u")`^[^，。]{0,6}${words.whole}`;
/** Told to be left out of what a rate divides by. */
export const EXCLUDED = /^不[纳计]入/u;

/** Every count a numerator may be divided by: distinct tokens only. */
export function basesOf(nodes: readonly ClaimNode[]): (node: ClaimNode, part: bigint) => readonly bigint[] {
  return (node, part) => {
    const values: bigint[] = [];
    const own = node.part?.wholes ?? [];
    for (const base of new Set([...own, ...ofFamily(nodes, node.count)])) {
      if (base === node || base.count.value < part) continue;
      values.push(base.count.value);
      const out = nodes.filter((one) => one.count.state === "other" && one.part?.wholes.includes(base));
      if (out.some(({ count }) => EXCLUDED.test(count.before))) values.pop();
      if (out.length > 0 && base.count.value - total(out) >= part) values.push(base.count.value - total(out));
    }
    if (ALL.test(node.count.after) || ALL.test(node.count.before)) values.push(part);
    return values;
  };
}

const ALL = reWith("u")`${words.all}`;

/** Several wholes together: 30件办结28件，50件办结47件，总体办结率93.75%. */
export function togetherPairs(scope: readonly ClaimNode[], done: readonly ClaimNode[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const first = done[0];
  if (!first || done.length < 2) return pairs;
  const family = done.filter(({ count }) => count.family === first.count.family);
  const sum = total(family);
  for (const base of ofFamily(scope, first.count))
    if (base.count.value >= sum && !family.includes(base)) pairs.push({ part: sum, whole: base.count.value });
  // 12个已整改完毕，9个已整改7个: what is all done is its own whole.
  const wholes = [
    ...new Set(
      family
        .map((node) => node.part?.wholes[0] ?? (node.count.told === "" ? undefined : node))
        .filter((whole) => whole !== undefined),
    ),
  ];
  if (wholes.length >= 2 && total(wholes) >= sum) pairs.push({ part: sum, whole: total(wholes) });
  return pairs;
}
