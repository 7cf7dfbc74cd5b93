/**
 * What is done of each, against how much there is of it: kinds named alike twice (重大隐患12处…，重大隐患已整改11处), and two
 * lists in the same order (甲、乙分别发现12个、8个，整改10个、7个).
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { doneState } from "../../zh/words/claim-states";
import type { Breakdown, ClaimNode, Paragraph } from "../../reading";

/** More done than there is. */
interface EachDoneFault {
  readonly whole: ClaimNode;
  readonly part: ClaimNode;
}

export function eachDoneFaults(paragraph: Paragraph): readonly EachDoneFault[] {
  if (paragraph.nodes.length < 3) return NONE;
  const faults: EachDoneFault[] = [];
  namedAlike(paragraph, faults);
  if (paragraph.breakdowns.some(isRespective)) inOrder(paragraph, faults);
  return faults;
}

const NONE: readonly EachDoneFault[] = [];

const LEAD = reWith("u")`^${[...leads.among, "，", ","]}`;
const DONE_BEHIND = reWith("u")`^${doneState.noun}?(?:${doneState.already}|${doneState.verbs})`;
const SHORTEST = 3;

/** 重大隐患12处。…，重大隐患已整改13处: named by the very words of a count before, and a word of done. */
function namedAlike({ line, nodes }: Paragraph, faults: EachDoneFault[]): void {
  for (let at = 0; at < nodes.length - 1; at++) {
    const whole = nodes[at];
    if (!whole || !hasItsUnit(nodes, at) || !isToldAgain(line.plain, whole.count.start, whole.count.end)) continue;
    // 本月重大隐患8处、已整改8处，累计重大隐患12处、已整改11处: of what is named so last.
    const behind = nodes.slice(at + 1, at + FARTHEST);
    const part = behind.find((one) => isNamedAlike(whole, one));
    const again = part && behind.some((one) => one.count.start < part.count.start && isNamedAlike(one, part));
    if (part && !again && part.count.value > whole.count.value) faults.push({ whole, part });
  }
}

/** Whether anything behind it is counted by its measure word. */
function hasItsUnit(nodes: readonly ClaimNode[], at: number): boolean {
  const unit = nodes[at]?.count.unit;
  for (let next = at + 1; next < nodes.length && next < at + FARTHEST; next++)
    if (nodes[next]?.count.unit === unit) return true;
  return false;
}

/** Whether the last characters of its name stand behind it once more: else no other name can begin with it. */
function isToldAgain(plain: string, start: number, end: number): boolean {
  return start >= 2 && plain.includes(plain.slice(start - 2, start), end);
}

const FARTHEST = 12;

function isNamedAlike({ count: whole }: ClaimNode, { count: part }: ClaimNode): boolean {
  const { before } = part;
  if (
    !whole.exact ||
    !part.exact ||
    whole.unit !== part.unit ||
    before.length <= SHORTEST ||
    part.state !== "done" ||
    whole.state !== null
  )
    return false;
  const name = whole.before.replace(LEAD, "");
  return name.length >= SHORTEST && before.startsWith(name) && DONE_BEHIND.test(before.slice(name.length));
}

/** 分别发现12个、8个，整改14个、7个: the second list has as many members, and nothing but marks between them. */
function inOrder({ nodes, breakdowns }: Paragraph, faults: EachDoneFault[]): void {
  for (const run of breakdowns) {
    const { parts } = run;
    if (!isRespective(run) || parts.length < 2) continue;
    const last = parts[parts.length - 1];
    const from = last ? nodes.indexOf(last) + 1 : nodes.length;
    const done = nodes.slice(from, from + parts.length);
    const [first, ...others] = done;
    if (first?.count.state !== "done" || done.length < parts.length) continue;
    const isList = others.every(({ count }) => count.before === "" && count.stop === STOPS.piece && count.exact);
    const next = nodes[from + parts.length]?.count;
    if (!isList || next?.gap.startsWith("、") === true || first.count.sentence !== last?.count.sentence) continue;
    for (const [at, whole] of parts.entries()) {
      const part = done[at];
      if (part && part.count.unit === whole.count.unit && part.count.value > whole.count.value)
        faults.push({ whole, part });
    }
  }
}

function isRespective({ how }: Breakdown): boolean {
  return how === "respective";
}
