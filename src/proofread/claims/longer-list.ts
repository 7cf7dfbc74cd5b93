/** States that fall far short of what stands before them are the end of a longer list: 受理130件，认定112件，不予认定19件，终止2件，正在办理7件. */
import { nodesAround, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import { faultOf, isSame, type SumFault } from "./sum-fault";

/** Counts back to the whole of all of them. */
const BACK = 8;
/** They miss it by no more than a sixth. */
const NEAR = 6n;

/** The fault of the longer list; null where one of them holds, or none comes near its whole. */
export function longerListFault({ how, parts, wholes, remote }: Breakdown, paragraph: Paragraph): SumFault | null {
  const [first] = parts;
  const last = parts[parts.length - 1];
  if (how !== "states" || remote || !first || !last) return null;
  const nodes = nodesAround(paragraph, last.count.start, BACK, 0).filter(
    ({ count }) =>
      count.unit === first.count.unit &&
      count.exact &&
      count.bracket < 0 &&
      count.end <= last.count.end &&
      first.count.sentence - count.sentence <= 1,
  );
  const lists = nodes.flatMap((whole, at) => {
    const members = [...nodes.slice(at + 1).filter((node) => node !== last), last];
    const isTold = wholes.includes(whole) || (nodes[at + 1] === first && whole.count.state === null);
    return whole.count.end <= first.count.start && members.length > 1 ? [{ whole, members, isTold }] : [];
  });
  if (lists.some(({ whole, members }) => isSame(valueSum(members), whole, members))) return null;
  const [found] = lists.filter(isNear);
  return found ? faultOf(found.whole, found.members, "sum", "warning") : null;
}

interface LongerList {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
  /** It is read as a whole of the very states, or stands right before them. */
  readonly isTold: boolean;
}

function isNear({ whole, members, isTold }: LongerList): boolean {
  const { value, opens, tellsAll } = whole.count;
  const sum = valueSum(members);
  return (
    (opens || tellsAll || isTold) &&
    (isTold || members.every(({ count }) => count.value < value)) &&
    (sum > value ? sum - value : value - sum) * NEAR <= value
  );
}
