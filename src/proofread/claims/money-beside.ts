/**
 * Money told beside what it stands for: 22个，涉及金额1380万元。已整改19个，涉及金额1205万元；正在整改3个，涉及金额175万元. Where the things add
 * up, their money does.
 */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { valueSum, type ClaimNode, type Paragraph } from "../../reading";
import { isSame } from "./sum-fault";

/** Money of parts that does not make up the money of their whole. */
interface MoneyFault {
  readonly whole: ClaimNode;
  readonly parts: readonly ClaimNode[];
}

const ITS_MONEY = reWith("u")`^[^，。；、\d]{0,4}[，、（(]?${leads.itsMoney}?[为达共计]{0,2}$`;

const NONE: readonly MoneyFault[] = [];

export function moneyBesideFaults({ nodes, breakdowns }: Paragraph): readonly MoneyFault[] {
  if (nodes.length < LEAST) return NONE;
  let behind: Map<ClaimNode, ClaimNode> | null = null;
  const faults: MoneyFault[] = [];
  for (const { wholes, parts, inexact } of breakdowns) {
    const [top] = wholes;
    if (!top || parts.length < 2 || inexact || top.count.family === MONEY) continue;
    behind ??= moneyBehind(nodes);
    const known = behind;
    const whole = known.get(top);
    const money = parts.flatMap((part) => known.get(part) ?? []);
    if (!whole || money.length !== parts.length || valueSum(parts) !== top.count.value) continue;
    if (!isSame(valueSum(money), whole, money)) faults.push({ whole, parts: money });
  }
  return faults;
}

/** A whole and two parts, with the money of each. */
const LEAST = 6;
const MONEY = "元";

/** By a count, the money that stands right behind it. */
function moneyBehind(nodes: readonly ClaimNode[]): Map<ClaimNode, ClaimNode> {
  const behind = new Map<ClaimNode, ClaimNode>();
  nodes.forEach((node, at) => {
    const next = nodes[at + 1];
    if (!next?.count.exact || next.count.family !== MONEY || node.count.family === MONEY) return;
    if (next.count.sentence === node.count.sentence && ITS_MONEY.test(next.count.gap)) behind.set(node, next);
  });
  return behind;
}
