/** What is overdue beside what is open, told without 其中: 未销号问题24个，超期未办的31个. No more is overdue than is open. */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { LATE } from "../../zh/words/claim-states";
import { leads } from "../../zh/words/claim-leads";
import type { ClaimNode, Paragraph } from "../../reading";

/** More overdue than open. */
interface OverdueFault {
  readonly whole: ClaimNode;
  readonly part: ClaimNode;
}

const OVERDUE = reWith("u")`^(?:${leads.beforeLate})?${LATE}[仍尚]?未`;
const NOT_DUE = reWith("u")`${[...leads.notYetDue, ...LATE]}`;

const NONE: readonly OverdueFault[] = [];

export function overdueFaults({ nodes }: Paragraph): readonly OverdueFault[] {
  let faults: OverdueFault[] | null = null;
  for (let at = 1; at < nodes.length; at++) {
    const [whole, part] = [nodes[at - 1]!, nodes[at]!];
    if (whole.count.unit !== part.count.unit) continue;
    if (part.count.value > whole.count.value && isTold(whole, part)) (faults ??= []).push({ whole, part });
  }
  return faults ?? NONE;
}

/** Side by side and of one unit; beside a whole they may be two classes of it (未到期9个，逾期未办12个). */
function isTold({ count: open, part: of }: ClaimNode, { count }: ClaimNode): boolean {
  if (open.state !== "open" || open.sentence !== count.sentence) return false;
  if (!open.exact || !count.exact || count.stop < STOPS.comma || open.bracket !== count.bracket) return false;
  return OVERDUE.test(count.before) && !NOT_DUE.test(`${open.before}${open.told}`) && (of?.wholes.length ?? 0) === 0;
}
