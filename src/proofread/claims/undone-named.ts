/**
 * What is not done, told apart from its whole by the verb of what is done: 受理84件，已办结76件。…未办结的9件均为疑难件. Sentences and
 * paragraphs may stand between; the verb need not be known.
 */
import { reWith } from "../../zh/pattern";
import { undoneBeside as words } from "../../zh/words/claim-rates";
import type { ClaimNode, Paragraph } from "../../reading";
import type { PlainFault } from "./plain";

/** So many counts back, and so many lines, what is done may stand. */
const BACK = 12;
const LINES = 6;

const DENIED = reWith("u")`(?:^|[对其前])[尚仍还]?${words.denied}([^，。；、\d]{2,4})的$`;

/** Wholes that what is done and what is not done do not make up. */
export function undoneNamedFaults(paragraphs: readonly Paragraph[]): readonly PlainFault[] {
  const told: ClaimNode[] = [];
  const faults: PlainFault[] = [];
  for (const { nodes } of paragraphs)
    for (const node of nodes) {
      const verb = DENIED.exec(node.count.before)?.[1];
      const whole = verb === undefined || !node.count.exact ? null : wholeOf(told.slice(-BACK), node, verb);
      if (whole) faults.push(whole);
      told.push(node);
    }
  return faults;
}

function wholeOf(before: readonly ClaimNode[], undone: ClaimNode, verb: string): PlainFault | null {
  const { count: left } = undone;
  const alike = before.filter(({ count }) => count.unit === left.unit);
  const done = alike.filter(({ count }) => count.before.includes(verb)).pop();
  if (!done?.count.exact || DENIED_AT_ALL.test(done.count.before) || done.count.due || done.count.bracket >= 0)
    return null;
  if (left.line - done.count.line > LINES) return null;
  const at = alike.indexOf(done);
  // 已办结76件，正在办理5件，退回3件: more is told of the whole than what is done.
  if (alike.length - 1 > at) return null;
  const { part } = done;
  const wholes = part && part.wholes.length > 0 ? part.wholes : alike.slice(Math.max(0, at - 1), at);
  const [whole] = wholes;
  if (!whole?.count.exact || whole.count.line !== done.count.line || (part?.parts.length ?? 1) > 1) return null;
  if (alike.some(({ count }) => count.start > whole.count.start && count.line === whole.count.line && isApart(count)))
    return null;
  const all = done.count.value + left.value;
  if (whole.count.value < done.count.value || wholes.some(({ count }) => count.value === all)) return null;
  // An earlier list may have taken some out.
  return alike.some(({ count }) => count.value === all) ? null : { whole, members: [done, undone] };
}

/** Out of the running: it is neither done nor not done. */
const isApart = ({ state, lead }: ClaimNode["count"]): boolean => state === "other" || lead === "rest";

const DENIED_AT_ALL = reWith("u")`${words.denied}`;
