/** Counts told of a part by its name: 主办39件、会办19件。主办件中，已解决28件，列入计划9件. */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { AMONG_THEM, nodesAround, nodesOf, valueSum, type ClaimNode, type Paragraph } from "../../reading";
import { OVERLAP } from "./common-words";

/** A head with the counts told of it, which are more than it holds, or nearly all of it. */
interface HeadFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

/** Between a stop and the first count behind it: the name of what all that follows is of. */
const HEAD = reWith(
  "u",
)`(^|[。；])\s*([^，。；：、\d]{2,8}?)${leads.headNouns}?[中里](?:[，,：:]|(?=${leads.toldOfHead}))`;
/** Stands in whatever heads a list. */
const MAY_HEAD = /[中里][，,：:已未尚]/u;
/** So many counts before it the part may stand. */
const REACH = 12;

/** The part whose name heads the clause of a count, undefined where none does. */
export function partNamedBefore(paragraph: Paragraph, node: ClaimNode): ClaimNode | undefined {
  const { count } = node;
  const head = count.stop === STOPS.piece ? null : HEAD.exec(count.gap);
  if (!head) return undefined;
  const [name = "", mark] = [head[2], head[1]];
  const before = nodesAround(paragraph, count.start, REACH, 0).filter((one) => one.count.end <= count.start);
  // Without a mark of its own it heads the sentence.
  if (mark === "" && before[before.length - 1]?.count.sentence === count.sentence) return undefined;
  return before
    .filter((one) => one.part !== null && one.count.unit === count.unit && one.count.before.endsWith(name))
    .pop();
}

/** Lists that are more than the part they are told of; three or more may tell a little less by a slip only. */
export function headFaults(paragraph: Paragraph): readonly HeadFault[] {
  const faults: HeadFault[] = [];
  const { nodes, line } = paragraph;
  if (!MAY_HEAD.test(line.plain)) return faults;
  for (const [at, node] of nodes.entries()) {
    const next = nodes[at + 1];
    // 未完成的5个问题中，需上级协调的2个，历史遗留的3个
    const isHead =
      next !== undefined && next.count.sentence === node.count.sentence && AMONG_THEM.test(node.count.after);
    const whole = isHead ? node : partNamedBefore(paragraph, node);
    const first = isHead ? next : node;
    if (!whole?.count.exact || whole.count.unit !== first.count.unit || isRead(first, whole)) continue;
    const members = listFrom(paragraph, first, whole.count.value);
    // 4068批次中，普通3108批次、农产品960批次，检出158批次: the first ones are all of them.
    const isFull = members.some((_, last) => last > 0 && valueSum(members.slice(0, last + 1)) === whole.count.value);
    if (members.length > 1 && !isFull && misses(valueSum(members), whole.count.value, members.length))
      faults.push({ whole, members });
  }
  return faults;
}

function misses(sum: bigint, value: bigint, members: number): boolean {
  return sum > value || (members > 2 && sum < value && sum * 100n >= value * NEARLY_ALL);
}

const NEARLY_ALL = 90n;
/** What has come of some of them makes up no more than this with the others, in hundredths. */
const MOST = 115n;

/** The tree has it as a part of the whole beside others: breakdowns.ts has asked. */
function isRead({ part }: ClaimNode, whole: ClaimNode): boolean {
  return part !== null && part.parts.length > 1 && part.wholes[0] === whole;
}

/** The counts from the first on that , or 、 sets side by side, none of them of another, none that things may share. */
function listFrom(paragraph: Paragraph, first: ClaimNode, value: bigint): readonly ClaimNode[] {
  const list: ClaimNode[] = [];
  for (const node of nodesOf(paragraph, first.count.sentence)) {
    const { count } = node;
    if (count.start < first.count.start) continue;
    if (list.length > 0 && (count.stop <= STOPS.member || count.stop > STOPS.piece)) break;
    if (count.unit !== first.count.unit || count.bracket !== first.count.bracket || !count.exact) break;
    if (list.length > 0 && count.lead !== "none" && count.lead !== "rest") break;
    // 38家企业中，大型8家、小型30家，已整改33家: what has come of all of them is another list.
    const isOfAll = first.count.state === null && count.state !== null && count.before !== "";
    if ((isOfAll && valueSum([...list, node]) * 100n > value * MOST) || BESIDE.test(count.before)) break;
    if (OVERLAP.test(count.before) || (list.length > 0 && !isLike(count.before, first.count.before))) return [];
    list.push(node);
  }
  return list;
}

/** 40个中，38个已整改，2个反弹，另新发现5个 */
const BESIDE = reWith("u")`^(?:${[...leads.rest, ...leads.newlyCome]})`;

/** 需协调的2个，历史遗留的3个: both name what they count, or both tell what came of it. */
function isLike(one: string, other: string): boolean {
  return one.endsWith("的") === other.endsWith("的");
}
