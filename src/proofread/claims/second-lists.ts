/**
 * Lists that must be all of a whole broken down before in another way: 93件，线上71件、线下22件；当场办结64件、限时办结29件. What the tree has
 * no word for is known by its form: a name and its opposite (发现问题57家，未发现问题173家), or 、 between names that end alike.
 */
import { STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { FAULTLESS, PASSED } from "../../zh/words/claim-sides";
import { nodesOf, valueSum, type Breakdown, type ClaimNode, type Paragraph } from "../../reading";
import { OVERLAP } from "./common-words";

/** A list that misses its whole. */
interface ListFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

/** Members that miss their whole by more, in hundredths, are of something else. */
const MOST = 130n;
const LEAST = 75n;

export function secondListFaults(paragraph: Paragraph): readonly ListFault[] {
  let faults: ListFault[] | null = null;
  for (const { wholes, parts, how } of paragraph.breakdowns) {
    const [whole] = wholes;
    if (!whole) continue;
    if (how === "bracket") {
      const bracket = passedOrNot(paragraph, whole, parts);
      if (bracket) (faults ??= []).push(bracket);
    }
    if (parts.length < 2 || valueSum(parts) !== whole.count.value || whole.count.carrier) continue;
    const members = listBehind(paragraph, parts);
    if (members.length < 2 || isExplained(paragraph, whole, members)) continue;
    (faults ??= []).push({ whole, members });
  }
  const others = doneOrNot(paragraph);
  return faults === null ? others : [...faults, ...others];
}

const NONE: readonly ListFault[] = [];

/** 排查356条，苗头性287条、激化性69条，已稳控341条，未稳控15条: a verb and its denial make up the first whole of their sentence. */
function doneOrNot(paragraph: Paragraph): readonly ListFault[] {
  const { nodes } = paragraph;
  // A whole, what is done and what is not, all of one measure word.
  if (paragraph.alike < 3) return NONE;
  const faults: ListFault[] = [];
  for (let at = 2; at < nodes.length; at++) {
    const [done, not] = [nodes[at - 1]!, nodes[at]!];
    const verb = DENIED.exec(not.count.before)?.[1];
    if (verb === undefined || !done.count.before.endsWith(verb) || !isOfOneList(done, not)) continue;
    const before = nodesOf(paragraph, not.count.sentence).filter(({ count }) => count.start < done.count.start);
    const [whole] = before.filter(({ count }) => count.unit === not.count.unit);
    const members = [done, not];
    if (!whole || !whole.count.tellsAll || !whole.count.exact || whole.count.state !== null) continue;
    if (members.some(({ count }) => count.value > whole.count.value)) continue;
    // 退回3件，已办结50件，未办结4件: what is out of the running, or told of some of them, is of the whole too.
    if (before.some(({ count }) => count.state !== null || count.lead === "rest" || count.due)) continue;
    if (!isExplained(paragraph, whole, members)) faults.push({ whole, members });
  }
  return faults;
}

const DENIED = /^[尚仍还]?未([\u4e00-\u9fff]{2,5})$/u;

function isOfOneList({ count: a }: ClaimNode, { count: b }: ClaimNode): boolean {
  if (a.unit !== b.unit || a.sentence !== b.sentence || a.bracket >= 0 || b.bracket >= 0) return false;
  // What the tree has words for it has read itself.
  return a.exact && b.exact && b.state === null && b.stop >= STOPS.comma && !a.before.startsWith(NOT_YET);
}

const NOT_YET = "未";

/** The list that begins behind ；the parts, told by opposite names or by names that end alike. */
function listBehind(paragraph: Paragraph, parts: readonly ClaimNode[]): readonly ClaimNode[] {
  const last = parts[parts.length - 1]!.count;
  const behind = nodesOf(paragraph, last.sentence).filter(({ count }) => count.start > last.start);
  const [first] = behind;
  if (first?.count.stop !== STOPS.member || first.count.unit !== last.unit || first.count.lead !== "none") return [];
  const members: ClaimNode[] = [];
  for (const node of behind) {
    if (members.length > 0 && node.count.stop !== STOPS.piece && node.count.stop !== STOPS.comma) break;
    if (node.count.unit !== last.unit || node.count.bracket >= 0 || !node.count.exact || node.count.lead !== "none")
      break;
    members.push(node);
  }
  const [a, b] = members;
  if (!a || !b || members.some(({ count }) => OVERLAP.test(count.before))) return [];
  if (areOpposite(a.count.before, b.count.before)) return [a, b];
  // 责令整改19家、当场纠正24家、未发现问题34家: with those that have nothing, all are told.
  const end = members[members.length - 1]!.count;
  if (members.length > 2 && NOTHING_FOUND.test(end.before)) return members;
  return members.length === 2 && b.count.stop === STOPS.piece && areTwins(a, b) ? members : [];
}

/** 发现问题单位, 未发现问题单位 */
function areOpposite(one: string, other: string): boolean {
  const name = NEGATED.exec(other)?.[1];
  return name !== undefined && name.length > 1 && one.endsWith(name);
}

const NOTHING_FOUND = reWith("u")`^[未无没]${FAULTLESS}`;
const NEGATED = /^[未不非无](.+)$/u;

/** 当场办结, 限时办结: one noun or verb, in one state. */
function areTwins({ count: a }: ClaimNode, { count: b }: ClaimNode): boolean {
  return (
    a.state === b.state && a.before.length > 2 && a.before !== b.before && a.before.slice(-2) === b.before.slice(-2)
  );
}

/** They make up the whole, or another count told before, or are not near it. */
function isExplained({ nodes }: Paragraph, whole: ClaimNode, members: readonly ClaimNode[]): boolean {
  const sum = valueSum(members);
  const { value } = whole.count;
  if (sum * 100n > value * MOST || sum * 100n < value * LEAST) return true;
  const from = members[0]!.count.start;
  return nodes.some(({ count }) => count.start < from && count.unit === whole.count.unit && count.value === sum);
}

/** 34座（合格30座，责令整改4座）: what is as it ought to be, and what is not, in brackets of their own. */
function passedOrNot(paragraph: Paragraph, whole: ClaimNode, parts: Breakdown["parts"]): ListFault | null {
  const [first] = parts;
  if (!first || parts.length > 1 || !PASSES.test(first.count.before)) return null;
  const members = nodesOf(paragraph, first.count.sentence).filter(({ count }) => count.bracket === first.count.bracket);
  const [, second] = members;
  if (members.length !== 2 || second?.count.unit !== first.count.unit || !second.count.exact) return null;
  return valueSum(members) > whole.count.value ? { whole, members } : null;
}

const PASSES = reWith("u")`^${PASSED}$`;
