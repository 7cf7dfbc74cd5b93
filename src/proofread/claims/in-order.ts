/** Two lists told in the same order: 三局各有8个、11个、6个，已分别整改8个、10个、6个. Of each no more is done than there was. */
import { reWith } from "../../zh/pattern";
import { OPENERS, leads } from "../../zh/words/claim-leads";
import { RESPECTIVELY, type ClaimNode, type Paragraph } from "../../reading";

interface OrderFault {
  readonly whole: ClaimNode;
  readonly part: ClaimNode;
}

const BARE = /^\s*[、和与及]\s*$/u;

const NONE: readonly OrderFault[] = [];

export function inOrderFaults({ nodes, line }: Paragraph): readonly OrderFault[] {
  if (!line.plain.includes(RESPECTIVELY)) return NONE;
  const faults: OrderFault[] = [];
  let before: readonly ClaimNode[] = [];
  for (let at = 0; at < nodes.length;) {
    let to = at + 1;
    while (to < nodes.length && BARE.test(nodes[to]!.count.gap)) to++;
    const list = nodes.slice(at, to);
    if (list.length > 1 && areInOrder(before, list))
      list.forEach((part, index) => {
        const whole = before[index]!;
        if (part.count.value > whole.count.value) faults.push({ whole, part });
      });
    before = list;
    at = to;
  }
  return faults;
}

/** The second tells 分别 what is done, the first what there was; measure words go in the same order. */
function areInOrder(wholes: readonly ClaimNode[], parts: readonly ClaimNode[]): boolean {
  const [whole] = wholes;
  const [part] = parts;
  if (!whole || !part || wholes.length !== parts.length || whole.count.sentence !== part.count.sentence) return false;
  if (part.count.state !== "done" || !part.count.gap.includes(RESPECTIVELY) || whole.count.state !== null) return false;
  if (!OPENS.test(whole.count.before) && !whole.count.due) return false;
  return wholes.every(({ count }, at) => count.exact && parts[at]!.count.exact && count.unit === parts[at]!.count.unit);
}

const OPENS = reWith("u")`${[...OPENERS, ...leads.eachHas]}`;
