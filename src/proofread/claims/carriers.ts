/** 8家单位和15个乡镇，共23个单位: what carries others is told together, whatever each is called. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import type { ClaimNode, Paragraph } from "../../reading";
import { valueSum } from "../../reading";

interface CarrierFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

const TOGETHER = reWith("u")`^[^，。；：、\d]{0,6}[，,]${[...leads.strong, ...leads.weak]}$`;
const JOINED = /^[^，。；：、\d]{0,6}[、和及与][^，。；：、\d]{0,6}$/u;
const ANY_OF_THEM = reWith("u")`^${leads.anyCarrier}`;
/** A slip is no larger, in hundredths of the whole. */
const MOST = 130n;
const LEAST = 75n;

const NONE: readonly CarrierFault[] = [];

export function carrierFaults({ nodes }: Paragraph): readonly CarrierFault[] {
  let faults: CarrierFault[] | null = null;
  for (let at = 2; at < nodes.length; at++) {
    const whole = nodes[at];
    if (whole?.count.carrier !== true || !ANY_OF_THEM.test(whole.count.after) || !TOGETHER.test(whole.count.gap))
      continue;
    let from = at - 1;
    while (from > 0 && JOINED.test(nodes[from]?.count.gap ?? "")) from--;
    const members = nodes.slice(from, at);
    const { family, sentence, value } = whole.count;
    if (members.length < 2 || members.every(({ count }) => count.family === family)) continue;
    if (members.some(({ count }) => !count.carrier || !count.exact || count.sentence !== sentence)) continue;
    const sum = valueSum(members);
    if (sum !== value && sum * 100n <= value * MOST && sum * 100n >= value * LEAST)
      (faults ??= []).push({ whole, members });
  }
  return faults ?? NONE;
}
