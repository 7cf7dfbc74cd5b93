/** Pairs of counts that a percentage may divide, and how a count finds its whole. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { nodesAround, type ClaimNode, type ToldCount, type Paragraph } from "../../reading";

export interface Pair {
  readonly part: bigint;
  readonly whole: bigint;
}

/** What a percentage may be made of: the pairs to be tried, and the one that is meant. */
export interface RateReading {
  readonly pairs: readonly Pair[];
  readonly meant: Pair | null;
  readonly sure: boolean;
}

export const NOTHING: RateReading = { pairs: [], meant: null, sure: false };

/** Counts a rate may speak of: these many before and behind it. */
const BACK = 14;
const AHEAD = 6;

/** Nodes around a place, in text order. */
export function around(paragraph: Paragraph, at: number): readonly ClaimNode[] {
  return nodesAround(paragraph, at, BACK, AHEAD).filter((node) => node.count.exact);
}

export const ofFamily = (nodes: readonly ClaimNode[], count: ToldCount): readonly ClaimNode[] =>
  nodes.filter((node) => node.count.family === count.family);

export const total = (nodes: readonly ClaimNode[]): bigint => nodes.reduce((sum, { count }) => sum + count.value, 0n);

/** The whole of a part: as the tree has it, else the nearest count before, else a total told behind. */
export function wholeOf(node: ClaimNode, bases: readonly ClaimNode[], at: number, least: bigint): ClaimNode | null {
  const own = node.part?.wholes.find(({ count }) => count.exact && count.value >= least);
  if (own) return own;
  const fitting = bases.filter(
    (base) => base !== node && base.count.value >= least && base.count.sentence === node.count.sentence,
  );
  const before = fitting
    .filter(
      (base) =>
        base.count.end <= node.count.start &&
        (base.part === null ||
          (base.part.wholes.length === 0 && (base.part !== node.part || base.part.how === "respective"))),
    )
    .pop();
  const behind = fitting.filter((base) => base.count.start > at);
  // 建档46200人，应建48000人，建档率96.25%
  const between = fitting.find(
    ({ count }) => count.start > node.count.end && count.end <= at && (count.due || TELLS_ALL.test(count.before)),
  );
  return (
    before ??
    between ??
    behind.find((base) => base.count.lead !== "none" || NAMED_ALL.test(base.count.before)) ??
    onlyOpener(behind)
  );
}

const TELLS_ALL = reWith("u")`^(?:[，,]|其中)?${leads.tellsAll}`;
/** 全部案件为200件, 问题总数30个 */
const NAMED_ALL = reWith("u")`^${leads.namedAll}|${leads.totals}[为是]?$`;

/** 解决率85.5%，解决诉求171件、受理200件 */
function onlyOpener(nodes: readonly ClaimNode[]): ClaimNode | null {
  const [base] = nodes;
  return nodes.length === 1 && base?.count.opens === true && base.count.state !== "done" && base.count.state !== "open"
    ? base
    : null;
}
