/** Whether the parts of a breakdown make up their whole: exact arithmetic, and every reading tried before a word is said. */
import { NO_STOP, STOPS } from "../../zh/clause";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { others } from "../../zh/words/claim-others";
import { LATE } from "../../zh/words/claim-states";
import {
  valueSum,
  nodesAround,
  nodesOf,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  plainLists,
} from "../../reading";
import { isCertain, isToldOnBehind } from "./certain";
import { longerListFault } from "./longer-list";
import { isBesides, isCutByRate, isOfAnotherDeed, isSetApart, tellWholeAgain } from "./no-list";
import { EXPLANATIONS, standsBeside } from "./explain";
import { isOfAnother, isPlan } from "./of-another";
import { faultOf, isSame, type SumFault } from "./sum-fault";
import { severityOver, severityUnder } from "./sum-severity";
import { isBesideIt, isFarOff, isMember, isNoBreakdown, isOfTime } from "./told-elsewhere";
import { OLD_ONES } from "./common-words";

/** The fault of one breakdown, null where some reading makes it right. */
export function breakdownFault(run: Breakdown, paragraph: Paragraph): SumFault | null {
  if (run.inexact || run.wholes.length === 0 || isOfTime(run)) return null;
  const sum = valueSum(run.parts);
  const rest = fineRest(run);
  if (rest) return faultOf(rest, run.parts, "sum", "warning");
  if (run.wholes.some((whole) => isSame(sum, whole, run.parts)) && !isRestOfDue(run)) return null;
  // 分别为45个、30个，已整改42个、27个: each is of its own.
  if (run.wholes[0]?.part?.how === "respective") return null;
  // 产销分别为241万辆和243万辆。甲类产销分别为78万辆和72万辆: the last of a list is the whole of no other list.
  if (run.how === "respective" && run.wholes.some(({ count }) => count.before === AND)) return null;
  // 立行立改的12个已全部完成，年底前完成的10个已完成6个: nothing more is done of what all is done of.
  if (run.how === "states" && run.wholes[0] && isAllDone(run.wholes[0])) return null;
  if (isAddedTo(run) || run.wholes.some((whole) => isMadeUpBefore(run, whole) || isToldWithin(run, whole))) return null;
  const subset = restOfSubset(run, paragraph);
  if (subset !== undefined) return subset;
  if (isOfWhatIsNotDue(run) || isOfSeveral(run, sum, paragraph)) return null;
  const whole = likeliest(run, sum);
  if (!whole.count.exact) return null;
  if (isFarOff(run, whole, paragraph) || isSetApart([whole])) return null;
  const { value } = whole.count;
  const tooBig = run.parts.find((part) => part.count.value > value);
  const sure = !run.remote && isOnly(whole, run);
  // 58条，其中气象31条，短信推送210万条: of another order, of something else.
  if (tooBig && tooBig.count.value > value * (run.remote ? ANOTHER_TIME : ANOTHER_ORDER)) return null;
  if (tooBig) {
    // 发展党员8名，其中女党员3名。慰问老党员30名: 其中 speaks of its own sentence.
    if (run.how === "among" && tooBig.count.sentence > (run.parts[0]?.count.sentence ?? 0)) return null;
    if (isBesideIt(run, whole, tooBig) || (run.remote && isMember(whole))) return null;
    if (standsBeside(run, whole) || isOfAnother(run, whole, tooBig, paragraph)) return null;
    // 建议类180件，占5%。按时办结3528件: of the whole of the list that ends before it.
    if (tooBig.count.sentence !== whole.count.sentence && isHeldAbove(whole, tooBig)) return null;
    if (tooBig.count.state === "done" && (NEWLY_COME.test(whole.count.before) || hasOldOnes(paragraph, whole, tooBig)))
      return null;
    if (isMoreOverdue(run, tooBig)) return faultOf(run.wholes[0] ?? whole, [tooBig], "part", "error");
    if (isMoreThanOpen(run, tooBig)) return faultOf(run.wholes[0] ?? whole, [tooBig], "part", "warning");
    if (isOfItsOwnVerb(run, tooBig)) return faultOf(run.wholes[0] ?? whole, [tooBig], "part", "warning");
    if (
      run.wholes.some((one) => one.count.value >= tooBig.count.value) &&
      !run.parts.some((p) => p.count.state !== null)
    )
      return null;
    // 新修订6项，废止2项，继续执行19项: a member of a list that nothing is the whole of is none itself.
    if (run.how === "states" && isMemberOfList(whole)) return null;
    if (run.how === "kinds" && !(run.side !== null && EXCLUSIVE.has(run.side))) return null;
    if (tooBig.count.value <= severalWholes(run, paragraph) || (run.remote && run.parts.length < 2)) return null;
    if (run.how === "states" && tooBig.count.sentence !== whole.count.sentence && run.parts.length < 2) return null;
    const isStep = run.how === "states" && (whole.count.state !== null || tooBig.count.stop === STOPS.member);
    const certain =
      sure &&
      !isPlan(whole) &&
      !isStep &&
      !areCases(whole, tooBig) &&
      isPlainPart(whole, tooBig) &&
      isCertain(whole, [tooBig], paragraph);
    return faultOf(whole, [tooBig], "part", certain ? "error" : "warning");
  }
  if (run.parts.length < 2) return restOverLines(run, paragraph);
  // Over paragraphs only states and classes make up all of a whole; a list with a total of its own belongs to that.
  if (run.remote && ((sum < value && !tellsAllOver(run)) || hasOwnTotal(run, paragraph))) return null;
  if (isNoBreakdown(run, whole) || isNoListOf(run, whole, paragraph)) return null;
  const severity = sum > value ? severityOver(run) : severityUnder(run, sum, value);
  if (severity === null || EXPLANATIONS.some(({ holds }) => holds(run, whole, paragraph))) return null;
  const certain =
    (sure || nearest(run, whole)) &&
    isCertain(whole, run.parts, paragraph) &&
    !(sum < value && isToldOnBehind(run.parts, paragraph));
  const fault = faultOf(whole, run.parts, "sum", certain ? severity : "warning");
  return fault.near ? fault : longerListFault(run, paragraph);
}

/** 42个问题已整改39个。 and, in the next paragraph, 其余3个正在整改。 */
function restOverLines(run: Breakdown, paragraph: Paragraph): SumFault | null {
  const [whole, ...others] = run.wholes;
  if (!run.remote || !whole || others.length > 0 || run.parts[0]?.count.lead !== "rest") return null;
  const told = whole.breakdowns.filter((one) => one !== run);
  const [own] = told;
  if (told.length !== 1 || own?.side !== "state" || own.closed || own.inexact || own.remote) return null;
  const parts = [...own.parts, ...run.parts];
  const together: Breakdown = { ...run, parts, closed: true };
  if (valueSum(parts) === whole.count.value) return null;
  if (EXPLANATIONS.some(({ holds }) => holds(together, whole, paragraph))) return null;
  return faultOf(whole, parts, "sum", "warning");
}

/** 自查发现问题326个，县级抽查发现问题74个，已整改391个，正在整改9个: of the two before it together. */
function isOfSeveral({ how, parts, remote }: Breakdown, sum: bigint, paragraph: Paragraph): boolean {
  const [first] = parts;
  if (!first || remote || how === "among" || how === "bracket") return false;
  const nodes = nodesAround(paragraph, first.count.start, BACK, 0);
  let together = 0n;
  for (let at = nodes.indexOf(first) - 1, told = 0; at >= 0 && together < sum; at--) {
    const { count, part } = nodes[at]!;
    if (part !== null && part.wholes.length > 0 && count.sentence === first.count.sentence) return false;
    if (count.unit !== first.count.unit || !count.exact || count.bracket !== first.count.bracket) return false;
    together += count.value;
    if (++told > 1 && together === sum) return true;
  }
  return false;
}

/** Of the very measure word and sentence, and named by nothing behind it: 反馈问题23个，已完成整改28个. */
function isPlainPart({ count: whole }: ClaimNode, { count }: ClaimNode): boolean {
  return (
    count.token.unit === whole.token.unit &&
    count.sentence === whole.sentence &&
    count.value <= whole.value * TIMES_TOO_LARGE
  );
}

/** What is larger still was read of another whole. */
const TIMES_TOO_LARGE = 4n;

/** What no list can be: cut in two by a rate, or told of another deed than its whole. */
function isNoListOf({ how, side, closed, parts }: Breakdown, whole: ClaimNode, { line }: Paragraph): boolean {
  if (how === "bracket" || closed) return false;
  if (isSetApart(parts)) return true;
  return (how === "states" && isCutByRate(parts, line)) || (side === null && isOfAnotherDeed(parts, whole));
}

/** A slip makes a part ten times too large at most. */
const ANOTHER_ORDER = 20n;
/** 减刑82万件。⏎2007年审结885.1万件: over paragraphs not even that. */
const ANOTHER_TIME = 5n;

/** 到期任务18项，已完成17项，…，其余22项按计划推进: what is left is of a whole that is not told here. */
function isOfWhatIsNotDue({ closed, parts, wholes: [whole] }: Breakdown): boolean {
  const rest = parts[parts.length - 1]?.count;
  // 应于9月底前完成的32个已完成30个，另有13个期限未到
  if (whole?.count.due === true && rest && TIME_LEFT.test(rest.after)) return true;
  if (!closed || !rest || whole?.count.due !== true || !EXPIRED.test(whole.count.before)) return false;
  return rest.value > whole.count.value || AHEAD.test(rest.after);
}

const NOT_DUE = reWith("u")`^[均尚都]?${leads.notYetDue}`;
/** 限期年内整改的50个, 其余8个整改时限为明年: what was due, and what is not yet. */
function isLater({ count: inner }: ClaimNode, { count: rest }: ClaimNode): boolean {
  if (TIME_LEFT.test(rest.after) || NOT_DUE.test(rest.after)) return inner.due;
  return LATER.test(rest.after) && (inner.due || inner.sides.has("term") || inner.sides.has("deadline"));
}

const LATER = reWith("u")`${leads.later}`;
const TIME_LEFT = reWith("u")`${leads.timeLeft}`;
const EXPIRED = reWith("u")`${leads.expired}`;
const AHEAD = reWith("u")`${leads.goesOn}`;

function isMemberOfList({ part, count }: ClaimNode): boolean {
  return !count.opens && part !== null && part.wholes.length === 0 && part.parts.length > 1;
}

/** No part is larger. */
function couldHold(whole: ClaimNode, parts: readonly ClaimNode[]): boolean {
  return parts.every(({ count }) => count.value <= whole.count.value);
}

function isHeldAbove({ part }: ClaimNode, { count }: ClaimNode): boolean {
  return part?.wholes.some((above) => above.count.value >= count.value) === true;
}

/** 新收案件240件，审结241件: old ones are done beside the new. */
/** Closed in a year were not all opened in it. */
const areCases = ({ count: one }: ClaimNode, { count: other }: ClaimNode): boolean =>
  CASES_OPENED.test(one.before) && CASES_CLOSED.test(other.before);
const CASES_OPENED = reWith("u")`${leads.opened}`;
const CASES_CLOSED = reWith("u")`${leads.closed}`;
const NEWLY_COME = reWith("u")`${leads.newlyCome}`;

/** 清退37名，其中甲19名、乙11名、丙7名。补录35名: what the sentence before made up is not told of any further. */
function isMadeUpBefore({ how, parts }: Breakdown, whole: ClaimNode): boolean {
  if (how === "states" || how === "rest") return false;
  return parts.some(
    ({ count }, at) =>
      at > 1 &&
      count.sentence > (parts[at - 1]?.count.sentence ?? 0) &&
      isSame(valueSum(parts.slice(0, at)), whole, parts.slice(0, at)),
  );
}

/** 建成43万个站点，已建成1188个中心、43万个站点: the whole itself, told again among others. */
function isToldWithin({ how, parts }: Breakdown, whole: ClaimNode): boolean {
  const bare = parts.filter(({ count }) => count.state === null);
  return how !== "bracket" && parts.length > 1 && tellWholeAgain(bare, whole);
}

/** 收入130.2亿元，其中出让收入125.6亿元。加上转移性收入33.8亿元; 2万起，亡144人；此外，厂房亡37人: beside the whole, not of it. */
function isAddedTo({ parts }: Breakdown): boolean {
  return parts.some(({ count }, at) => ADDED.test(count.before) || (at === 0 && isBesides(parts[0])));
}

const ADDED = reWith("u")`^${others.added}`;

/** 总额1234.56万元，已拨付1000万元，剩余234.65万元: who tells the rest as finely as the whole has not rounded what is between. */
function fineRest({ how, closed, inexact, parts, wholes: [whole, other] }: Breakdown): ClaimNode | null {
  const [paid, rest] = parts;
  if (!closed || inexact || how === "total" || !whole || other || !paid || !rest || parts.length > 2) return null;
  const { token } = whole.count;
  const isFine =
    token.decimals > 0 && rest.count.token.decimals === token.decimals && rest.count.token.scale === token.scale;
  const isRound = paid.count.token.decimals === 0 && paid.count.token.scale === token.scale;
  return isFine && isRound && valueSum(parts) !== whole.count.value ? whole : null;
}

function isAllDone({ count: { state, told } }: ClaimNode): boolean {
  return state === "done" && ALL_DONE.test(told);
}

const AND = "和";
const ALL_DONE = reWith("u")`^[^，。；、\d]{0,2}${leads.allOfThem}`;

/** 受理1860件，上年旧存214件，审结1905件 */
function hasOldOnes({ line }: Paragraph, { count: whole }: ClaimNode, { count: part }: ClaimNode): boolean {
  return whole.line === part.line && OLD_ONES.test(line.plain.slice(whole.end, part.end + OLD_BEHIND));
}

/** （含上年结转7件） */
const OLD_BEHIND = 8;

/** No other candidate could hold the largest part. */
function isOnly(whole: ClaimNode, { wholes, parts }: Breakdown): boolean {
  return wholes.every((one) => one === whole || !couldHold(one, parts));
}

/** 已完成27个、未完成4个，其中超期6个: what is overdue is of what is open, of nothing above. */
function isMoreOverdue({ how, wholes, parts }: Breakdown, part: ClaimNode): boolean {
  const [inner] = wholes;
  if (how !== "among" || parts.length > 1 || inner?.count.state !== "open") return false;
  return OVERDUE.test(part.count.before) && part.count.value > inner.count.value;
}

/** 已缴清70户、仍欠缴12户，其中欠缴两年以上13户: told alone and right behind a comma, of what is open. */
function isMoreThanOpen({ how, wholes: [inner], parts }: Breakdown, { count }: ClaimNode): boolean {
  if (how !== "among" || parts.length > 1 || inner?.count.state !== "open" || count.value <= inner.count.value)
    return false;
  return count.stop === STOPS.comma && count.state === null && count.sentence === inner.count.sentence;
}

/** 收回588份，其中有效问卷598份; 办结90件，其中按期办结95件: of what is told right before, by its verb or as what is valid of it. */
function isOfItsOwnVerb({ how, wholes: [inner], parts }: Breakdown, { count }: ClaimNode): boolean {
  if (how !== "among" || parts.length > 1 || inner?.count.state !== "done" || count.value <= inner.count.value)
    return false;
  const verb = inner.count.before.slice(-2);
  return count.before.endsWith(verb) || VALID.test(count.before);
}

const VALID = reWith("u")`${leads.among}?${leads.validOnes}`;

/** Sides that tell how things of a whole turned out: no part of it is larger. */
const EXCLUSIVE: ReadonlySet<string> = new Set(["truth", "satisfaction", "timely"]);
const OVERDUE = reWith("u")`${LATE}`;

function hasOwnTotal(run: Breakdown, paragraph: Paragraph): boolean {
  let counted = COUNTED.get(paragraph);
  if (!counted) {
    counted = new Set(paragraph.breakdowns.filter(({ how }) => how === "total").flatMap(({ parts }) => parts));
    COUNTED.set(paragraph, counted);
  }
  for (const part of run.parts) if (counted.has(part)) return true;
  return false;
}

/** What the totals of a paragraph count. */
const COUNTED = new WeakMap<Paragraph, ReadonlySet<ClaimNode>>();

/** 52项中，到期的24项已完成21项；其余28项未到期: what is left behind ； goes with the inner whole, not with its part. */
function restOfSubset(run: Breakdown, paragraph: Paragraph): SumFault | null | undefined {
  const [nearest] = run.wholes;
  // 53个，其中应于年底前完成的45个，已完成41个；其余8个: of the two before, one is of the other.
  const inner = run.wholes.find(({ part, count }) => count.due && part?.wholes[0] === nearest) ?? nearest;
  const rest = run.parts[run.parts.length - 1];
  if (!run.closed || !inner || !rest || run.parts.length !== 2) return undefined;
  const outers = [...run.wholes.filter((whole) => whole !== inner), ...wholesBefore(paragraph, inner)];
  // 58个中，限期年内整改的50个已整改47个，其余8个明年到期
  if (outers.some(({ count }) => count.value === inner.count.value + rest.count.value)) return null;
  if (isBesidePart(run, inner, paragraph)) return null;
  // 48项已到时限的，…，其余22项未到时限: whatever stands before it.
  if (rest.count.stop > STOPS.member && !isLater(inner, rest)) return undefined;
  const outer = outers.find((one) => one.count.value > inner.count.value && one.count.start < inner.count.start);
  if (!outer) return undefined;
  const sum = inner.count.value + rest.count.value;
  const severity = isCertain(outer, [inner, rest], paragraph) ? "error" : "warning";
  return sum === outer.count.value ? null : faultOf(outer, [inner, rest], "sum", severity);
}

/** Wholes of the sentence before one that is told of some of them: 58个问题中，…的50个. */
function wholesBefore(paragraph: Paragraph, { count: inner }: ClaimNode): readonly ClaimNode[] {
  return nodesOf(paragraph, inner.sentence).filter(
    ({ count, part }) => part === null && count.exact && count.unit === inner.unit && count.end <= inner.start,
  );
}

/** 96条，要求年底前完成的70条已完成68条，其余26条明年完成: beside a count between, of the very whole. */
function isBesidePart({ parts: [first, rest] }: Breakdown, { count: whole }: ClaimNode, paragraph: Paragraph): boolean {
  if (!first || !rest) return false;
  return nodesOf(paragraph, first.count.sentence).some(
    ({ count }) =>
      count.start > whole.start &&
      count.end <= first.count.start &&
      count.unit === first.count.unit &&
      count.value + rest.count.value === whole.value,
  );
}

/** 66项，11月底前到期40项，已完成38项；其余28项未到时限: beside what was due, whatever the rest makes with what is done. */
function isRestOfDue({ closed, parts, wholes: [inner, outer] }: Breakdown): boolean {
  const rest = parts[parts.length - 1];
  if (!closed || !rest || !inner || !outer || parts.length !== 2) return false;
  return inner.count.value < outer.count.value && isLater(inner, rest);
}

/** The first whole is the one told right before: other candidates were only readings to be tried. */
function nearest(run: Breakdown, whole: ClaimNode): boolean {
  return whole === run.wholes[0];
}

/** The wholes of the sentence together: 甲招14人，乙招30人，已招22人. */
function severalWholes(run: Breakdown, paragraph: Paragraph): bigint {
  const [first] = run.wholes;
  if (!first || run.wholes.length < 2 || run.how === "among" || run.how === "bracket") return 0n;
  // 第一批12个，第二批15个，已整改24个
  const list = first.part;
  if (list?.wholes.length === 0 && list.side === "batch" && list.parts.length > 1) return valueSum(list.parts);
  // 35个已整改29个: told right behind it, of no other.
  if (run.parts.length === 1 && run.parts[0]?.count.stop === NO_STOP) return 0n;
  // 区级交办86项，我街道承接14项: the nearest is a share of those before.
  if (run.wholes.some(({ count }) => NARROWING.test(count.before))) return 0n;
  const listed = new Set(
    plainLists(paragraph).flatMap(({ whole, members }) =>
      (whole === first || run.wholes.includes(whole)) && !isListMate(members[0]) ? members : [],
    ),
  );
  return valueSum(
    nodesOf(paragraph, first.count.sentence).filter((node) => {
      const { count, part, breakdowns } = node;
      return (
        part === null &&
        !listed.has(node) &&
        count.unit === first.count.unit &&
        count.line === first.count.line &&
        (breakdowns.length === 0 || breakdowns.includes(run)) &&
        (run.parts[0]?.count.stop !== STOPS.comma || !crossesMember(paragraph, count.end, run))
      );
    }),
  );
}

/** 甲问题19个、乙问题14个: 、 makes the first of a list no whole of the others. */
const isListMate = (member: ClaimNode | undefined): boolean => member?.count.gap.startsWith("、") === true;

const NARROWING = reWith("u")`${leads.narrowing}`;

/** ；stands between: another member of an enumeration. */
function crossesMember({ line }: Paragraph, from: number, run: Breakdown): boolean {
  const to = run.parts[0]?.count.start ?? from;
  return line.plain.slice(from, to).includes("；");
}

/** The whole the sum comes nearest to, the first of equals. */
function likeliest(run: Breakdown, sum: bigint): ClaimNode {
  const [first, ...others] = run.wholes;
  if (!first) throw new Error("a breakdown without a whole");
  const away = (node: ClaimNode): bigint => (sum > node.count.value ? sum - node.count.value : node.count.value - sum);
  if (!couldHold(first, run.parts)) {
    // 未开工8个，其中省级12个、市级18个: of the upper whole, not of the part right before.
    const upper = others.find((node) => couldHold(node, run.parts) && run.parts.length >= 2 && run.side !== null);
    if (upper) return upper;
  }
  if (run.how === "among" || run.how === "bracket" || run.parts[0]?.count.stop === NO_STOP) return first;
  return others.reduce((best, node) => (away(node) < away(best) ? node : best), first);
}

/** Counts back to those that a list may be of together. */
const BACK = 8;

/** 共检查128处。 and, in another paragraph, 省级19处，市级37处，县级62处. */
function tellsAllOver({ side, complete, parts }: Breakdown): boolean {
  return (complete && parts.length > 2) || side === "state" || (side !== null && CLASSES.has(side) && parts.length > 2);
}

/** Sides by which all of a whole is sorted. */
const CLASSES: ReadonlySet<string> = new Set(["level", "quality", "grade", "truth", "satisfaction"]);
