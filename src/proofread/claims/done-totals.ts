/**
 * What is done of several wholes, told together behind them: 15个全部整改；28个，已整改25个；合计43个，已整改40个. Each member between
 * ； tells its whole and what is done of it.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { nodesOf, valueSum, type ClaimNode, type Paragraph } from "../../reading";

/** A total of what is done that the members do not make up. */
interface DoneTotalFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

const TOGETHER = reWith("u")`${[...leads.strong, "共"]}[^，。；、\d]{0,6}$`;
const ALL_OF_IT = reWith("u")`^[^，。；、\d]{0,4}${leads.allOfThem}`;

export function doneTotalFaults(paragraph: Paragraph): readonly DoneTotalFault[] {
  const faults: DoneTotalFault[] = [];
  const { nodes, line } = paragraph;
  if (nodes.length < 4 || !line.plain.includes("；")) return faults;
  for (let at = 3; at < nodes.length; at++) {
    const done = nodes[at]!;
    if (done.count.state !== "done" || !done.count.exact || done.count.bracket >= 0) continue;
    const before = nodes[at - 1]!;
    const told = TOGETHER.test(done.count.gap) ? done : before;
    // 两项合计43个，已整改40个: the total of the wholes stands right before.
    if (told === before && !(isTotal(before, done) && done.count.stop === STOPS.comma)) continue;
    const members = membersBefore(paragraph, told);
    if (members === null) continue;
    const sum = valueSum(members.map(({ done: part }) => part));
    const wholes = valueSum(members.map(({ whole }) => whole));
    if (told === before && wholes !== before.count.value) continue;
    // 共完成26个 of other things than these is more than there is of them, or less than any.
    if (
      sum === done.count.value ||
      wholes < done.count.value ||
      members.some((one) => one.done.count.value > done.count.value)
    )
      continue;
    faults.push({ whole: done, members: members.map(({ done: part }) => part) });
  }
  return faults;
}

function isTotal({ count }: ClaimNode, { count: done }: ClaimNode): boolean {
  if (count.sentence !== done.sentence || count.unit !== done.unit || count.state !== null) return false;
  return count.lead === "total" || count.lead === "weakTotal";
}

interface Member {
  readonly whole: ClaimNode;
  readonly done: ClaimNode;
}

/** The members of the enumeration right before a total, with what is done of each; null where one does not tell it. */
function membersBefore(paragraph: Paragraph, { count: total }: ClaimNode): readonly Member[] | null {
  const own = nodesOf(paragraph, total.sentence).filter(({ count }) => count.start < total.start && !count.carrier);
  const list = own.length > 0 ? own : nodesOf(paragraph, total.sentence - 1);
  const groups: ClaimNode[][] = [];
  for (const node of list) {
    if (groups.length === 0 || node.count.stop === STOPS.member) groups.push([node]);
    else groups[groups.length - 1]?.push(node);
  }
  if (groups.length < 2) return null;
  const members: Member[] = [];
  for (const group of groups) {
    const [whole, ...others] = group.filter(
      ({ count }) => count.unit === total.unit && count.exact && count.bracket < 0,
    );
    if (!whole || whole.count.lead === "among" || (whole.count.state !== null && others.length > 0)) return null;
    const done = others.filter(({ count }) => count.state === "done");
    if (others.length === 0 && ALL_OF_IT.test(whole.count.told)) members.push({ whole, done: whole });
    else if (done.length === 1 && done[0]!.count.value <= whole.count.value) members.push({ whole, done: done[0]! });
    else return null;
  }
  return members;
}
