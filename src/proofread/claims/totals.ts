/** Totals told behind what they count: …，合计28项. */
import type { Severity } from "../../rule";
import { STOPS } from "../../zh/clause";
import { unitFamily } from "../../zh/measure-words";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { nodesOf, valueSum, type Breakdown, type ClaimNode, type Paragraph, type ToldCount } from "../../reading";
import { isShareOf } from "../percents";
import { sharesOf } from "./share-lists";
import { faultOf, isSame, type SumFault } from "./sum-fault";

/** 合计N: the last two or more counts before it, or all that share its state, make it up. */
export function totalFault(run: Breakdown, paragraph: Paragraph): SumFault | null {
  const [whole] = run.wholes;
  if (!whole || run.inexact) return null;
  const { count } = whole;
  const together = count.state === null || run.parts.every(({ part }) => part?.how === "respective");
  const mixed = mixedUnits(run, paragraph);
  if (mixed && valueSum(mixed) === count.value) return null;
  if (mixed && (BRACKETED_UNIT.test(count.after) || isOfMatters(mixed, whole)))
    return faultOf(whole, mixed, "sum", "warning");
  const parts = together ? run.parts : sameState(paragraph, whole);
  if (parts.length < 2) return listedTotal(run, whole);
  if (endSums(parts).some((sum) => isSame(sum, whole, parts))) return null;
  const tops = run.parts.filter((part) => part.part === null || !isNested(part, run.parts));
  if (endSums(tops).some((sum) => isSame(sum, whole, tops))) return null;
  if (run.parts.some((part) => part.count.value === count.value) || distinctSums(run.parts, count.value)) return null;
  const shown = together ? tops : parts;
  // 甲方面18个、已整改16个，乙方面12个、已整改11个，合计整改28个: of those that tell its state, one in each.
  const alike = count.state === "done" && together ? sameState(paragraph, whole) : [];
  if (
    alike.length > 1 &&
    alike.length === tops.length &&
    alike.every((one) => one.part?.wholes.length === 1 || isNested(one, run.parts))
  )
    return alike.some((one) => one.count.value > count.value) || valueSum(alike) === count.value
      ? null
      : faultOf(whole, alike, "sum", "error");
  // 三批分别为26件、32件、22件，共办结76件: no more than what they are is done of them.
  if (together && count.state !== null && isLess(shown, count) && shown[0]?.count.state !== count.state) return null;
  // A whole smaller than one of the counts before it speaks of something else.
  if (shown.length < 2 || shown.some((part) => part.count.value > count.value)) return null;
  // 排名靠前的分别是…，全部问题共163个: the list does not claim to be all.
  if (valueSum(shown) < count.value && shown.some((part) => TOPMOST.test(part.count.gap))) return null;
  // 城区合格320批次、乡镇合格180批次，抽检总数为625批次: more is counted than what came of it.
  if (valueSum(shown) < count.value && haveOneOutcome(shown, whole)) return null;
  // 物业类480件，占32%；噪声类300件，占20%，诉求共1500件: told as shares of it, they are not all of it.
  if (areSharesOf(shown, whole, paragraph)) return null;
  const severity: Severity = count.lead === "total" || run.side !== null || count.state !== null ? "error" : "warning";
  return faultOf(whole, shown, "sum", severity);
}

function areSharesOf(parts: readonly ClaimNode[], whole: ClaimNode, paragraph: Paragraph): boolean {
  const shares = sharesOf(paragraph);
  return parts.every((part) => {
    const token = shares.get(part);
    return token !== undefined && isShareOf(token, part.count.value, whole.count.value);
  });
}

/** 办结第一轮52件、第二轮47件，累计办结99件: the verb before the list is that of its total. */
function listedTotal({ side, parts }: Breakdown, whole: ClaimNode): SumFault | null {
  const verb = whole.count.before.slice(-2);
  const [first] = parts;
  if (side !== "batch" || parts.length < 2 || !first?.count.before.startsWith(verb) || !arePiecesOfList(parts))
    return null;
  return isSame(valueSum(parts), whole, parts) ? null : faultOf(whole, parts, "sum", "warning");
}

function arePiecesOfList(parts: readonly ClaimNode[]): boolean {
  return parts.slice(1).every(({ count }) => count.stop === STOPS.piece);
}

const TOPMOST = reWith("u")`${leads.topmost}`;

function isLess(parts: readonly ClaimNode[], { value, before }: ToldCount): boolean {
  return value <= valueSum(parts) && parts[0]?.count.before.includes(before.slice(-2)) !== true;
}

/** All parts are told by one word of a side (合格), the total is not. */
function haveOneOutcome(parts: readonly ClaimNode[], { count }: ClaimNode): boolean {
  const [first] = parts;
  if (!first) return false;
  const outcomes = [...first.count.sides].filter(([side]) => side !== "kind" && side !== "place");
  return outcomes.some(
    ([side, word]) =>
      !count.sides.has(side) && parts.every((part) => part.count.sides.get(side) === word) && parts.length > 1,
  );
}

/** 共50件（个） */
const BRACKETED_UNIT = /^[（(][个项条件][）)]/u;

/** 来信15封、来电26个、留言19条，共60件次: listed side by side, and told together right behind. */
function isOfMatters(parts: readonly ClaimNode[], { count }: ClaimNode): boolean {
  if (parts.length < 3 || !OF_MATTERS.test(count.unit) || !TOGETHER.test(count.gap)) return false;
  return parts.slice(1).every(({ count: part }) => part.gap.startsWith("、")) && valueSum(parts) <= count.value * 2n;
}

const OF_MATTERS = /[件批]次$/u;
const TOGETHER = reWith("u")`^[，,]${[...leads.strong, ...leads.weak]}$`;

/** 问题30个、线索6件、信访件14件，共50件: counts of a total's sentence, where they bear several measure words. */
function mixedUnits(run: Breakdown, paragraph: Paragraph): readonly ClaimNode[] | null {
  const [whole] = run.wholes;
  if (!whole) return null;
  const all = nodesOf(paragraph, whole.count.sentence).filter(
    ({ count }) =>
      count.end <= whole.count.start &&
      count.exact &&
      count.before !== "" &&
      unitFamily(count.unit) === unitFamily(whole.count.unit),
  );
  return all.some(({ count }) => count.unit !== whole.count.unit) ? all : null;
}

/** Sums of the last two, the last three and so on. */
function endSums(parts: readonly ClaimNode[]): readonly bigint[] {
  const sums: bigint[] = [];
  let sum = 0n;
  for (let at = parts.length - 1; at >= 0; at--) {
    sum += parts[at]?.count.value ?? 0n;
    if (at < parts.length - 1) sums.push(sum);
  }
  return sums;
}

function isNested(node: ClaimNode, among: readonly ClaimNode[]): boolean {
  const whole = node.part?.wholes[0];
  if (!node.part || !whole || !among.includes(whole)) return false;
  return valueSum(node.part.parts) <= whole.count.value;
}

/** Counts of the sentence with the total's own state. */
function sameState(paragraph: Paragraph, whole: ClaimNode): readonly ClaimNode[] {
  const { count } = whole;
  return nodesOf(paragraph, count.sentence).filter(
    (node) =>
      node !== whole &&
      node.count.start < count.start &&
      node.count.state === count.state &&
      node.count.unit === count.unit,
  );
}

/** Whether some of few parts make up the value. */
function distinctSums(parts: readonly ClaimNode[], value: bigint): boolean {
  if (parts.length > 6 || parts.length < 3) return false;
  for (let mask = 0; mask < 1 << parts.length; mask++) {
    const chosen = parts.filter((_, at) => (mask & (1 << at)) !== 0);
    if (chosen.length >= 2 && chosen.length >= parts.length - 1 && valueSum(chosen) === value) return true;
  }
  return false;
}
