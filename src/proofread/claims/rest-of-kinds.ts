/** What is left of all kinds together: 312处，其中一般305处、重大7处。已整改一般290处，…；重大5处，…。尚未整改17处. */
import { valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";

/** A whole that what is done of each kind, and what is left, do not make up. */
interface RestFault {
  readonly whole: ClaimNode;
  readonly parts: readonly ClaimNode[];
}

/** Faults of a paragraph: kinds that make up their whole, one count done of each, and one that is left of all. */
export function restOfKindsFaults({ nodes, breakdowns }: Paragraph): readonly RestFault[] {
  if (nodes.length < LEAST) return NONE;
  return breakdowns.flatMap((run) => faultsOf(run, nodes));
}

/** A whole, two kinds, what is done of each, what is left. */
const LEAST = 6;
const NONE: readonly RestFault[] = [];

function faultsOf({ side, wholes, parts }: Breakdown, nodes: readonly ClaimNode[]): readonly RestFault[] {
  const [whole] = wholes;
  const last = parts[parts.length - 1];
  if (!whole || !last || side === null || side === "state" || parts.length < 2) return NONE;
  if (parts.some(({ count }) => count.state !== null) || valueSum(parts) !== whole.count.value) return NONE;
  const behind = nodes.filter(({ count }) => count.start > last.count.end && count.unit === whole.count.unit);
  const done = parts.map(({ count }) =>
    behind.filter((one) => one.count.state === "done" && one.count.sides.get(side) === count.sides.get(side)),
  );
  const left = behind.filter(({ count }) => count.state === "open");
  const [open, other] = left;
  // Of some kind only, or overdue ones: not all that is left.
  if (!open || other || open.count.sides.size > 0 || !open.count.exact) return NONE;
  const told = done.flatMap((list) => (list.length === 1 ? list : []));
  if (told.length !== parts.length || behind.length !== told.length + 1) return NONE;
  const all = [...told, open];
  return valueSum(all) === whole.count.value ? NONE : [{ whole, parts: all }];
}
