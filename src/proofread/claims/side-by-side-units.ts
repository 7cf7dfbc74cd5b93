/** 食堂186家、经营户324户，共510户: counts of several measure words, joined by 、 and told together right behind. */
import { reWith } from "../../zh/pattern";
import { charTable, isIn } from "../../zh/plain";
import { leads } from "../../zh/words/claim-leads";
import { valueSum, type ClaimNode, type Paragraph } from "../../reading";

interface MixedFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

const TOGETHER = reWith("u")`^[，,]${[...leads.strong, "共"]}$`;
/** What counts things: 次 and 元 do not. */
const UNITS: ReadonlySet<string> = new Set([..."家户个所座处项件条名人台栋间辆起例宗份"]);

const NONE: readonly MixedFault[] = [];
/** One of the characters of these words stands right before the total. */
const TOGETHER_ENDS = charTable([...leads.strong, "共"].join(""));

export function mixedFaults({ nodes, line }: Paragraph): readonly MixedFault[] {
  let faults: MixedFault[] | null = null;
  for (let at = 2; at < nodes.length; at++) {
    const whole = nodes[at]!;
    const { count } = whole;
    if (!isIn(TOGETHER_ENDS, line.plain, count.start - 1)) continue;
    if (!count.exact || !UNITS.has(count.unit) || count.carrier || !TOGETHER.test(count.gap) || count.after !== "")
      continue;
    let from = at - 1;
    while (from > 0 && nodes[from]!.count.gap.startsWith("、") && !/[，；：]/u.test(nodes[from]!.count.gap)) from--;
    const members = nodes.slice(from, at);
    if (members.length < 2 || members.every((one) => one.count.family === count.family)) continue;
    if (members.some(({ count: one }) => !isLike(one, count))) continue;
    if (valueSum(members) !== count.value) (faults ??= []).push({ whole, members });
  }
  return faults ?? NONE;
}

function isLike(one: ClaimNode["count"], total: ClaimNode["count"]): boolean {
  return (
    one.exact &&
    !one.carrier &&
    UNITS.has(one.unit) &&
    one.sentence === total.sentence &&
    one.state === null &&
    one.bracket < 0
  );
}
