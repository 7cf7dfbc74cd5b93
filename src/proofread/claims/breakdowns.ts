/** Whether the parts of a breakdown make up their whole: exact arithmetic, and every reading tried before a word is said. */
import type { Severity } from "../../rule";
import { STOPS } from "../../zh/clause";
import { unitFamily } from "../../zh/measure-words";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { PERSON_SIDES } from "../../zh/words/claim-sides";
import { CARRIED_OVER } from "../../zh/words/claim-states";
import {
  valueSum,
  nodesOf,
  type Place,
  exactText,
  decimalPlaces,
  type ToldCount,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  listsOverLines,
  plainLists,
  AMONG_THEM,
} from "../../reading";
import { eachFaults } from "./each";
import { EXPLANATIONS, standsBeside } from "./explain";
import { faultOf as plainFaultOf, plainFaults } from "./plain";
import { areTransposed } from "./transposed";

/** Parts that do not make up their whole. Figures are plain decimal text in the unit of the whole. */
interface SumFault {
  readonly place: Place;
  readonly how: "sum" | "part";
  readonly parts: readonly string[];
  readonly sum: string;
  readonly whole: string;
  readonly difference: string;
  readonly unit: string;
  readonly severity: Severity;
}

/** Faults of one paragraph, in text order. */
export function sumFaults(paragraph: Paragraph): readonly SumFault[] {
  const faults: SumFault[] = [];
  for (const run of paragraph.breakdowns) {
    const fault = run.how === "total" ? totalFault(run, paragraph) : breakdownFault(run, paragraph);
    if (fault) faults.push(fault);
  }
  for (const { each, names, total } of eachFaults(paragraph)) faults.push(eachFaultOf(each, names, total));
  if (faults.length === 0)
    for (const { whole, members } of plainFaults(paragraph)) faults.push(faultOf(whole, members, "sum", "warning"));
  return faults;
}

function eachFaultOf(each: ToldCount, names: number, total: ToldCount): SumFault {
  const sum = each.value * BigInt(names);
  return {
    place: { line: total.line, start: each.start, end: total.end },
    how: "sum",
    parts: Array.from({ length: names }, () => exactText(each.value)),
    sum: exactText(sum),
    whole: exactText(total.value),
    difference: exactText(sum > total.value ? sum - total.value : total.value - sum),
    unit: total.token.unit,
    severity: "error",
  };
}

/** Lists whose members are paragraphs of their own. */
export function faultsOverLines(paragraphs: readonly Paragraph[]): readonly SumFault[] {
  return listsOverLines(paragraphs).flatMap((list) => {
    const paragraph = paragraphs.find(({ line }) => line.index === list.whole.count.line);
    const faults = paragraph ? plainFaultOf(list, paragraph) : [];
    return faults.map(({ whole, members }) => faultOf(whole, members, "sum", "warning"));
  });
}

function breakdownFault(run: Breakdown, paragraph: Paragraph): SumFault | null {
  if (run.inexact || run.wholes.length === 0) return null;
  const sum = valueSum(run.parts);
  if (run.wholes.some((whole) => isSame(sum, whole, run.parts))) return null;
  // 分别为45个、30个，已整改42个、27个: each is of its own.
  if (run.wholes[0]?.part?.how === "respective") return null;
  const subset = restOfSubset(run);
  if (subset !== undefined) return subset;
  if (isOfWhatIsNotDue(run)) return null;
  const whole = likeliest(run, sum);
  if (!whole.count.exact) return null;
  const { value } = whole.count;
  const tooBig = run.parts.find((part) => part.count.value > value);
  const sure = !run.remote && isOnly(whole, run);
  // 58条，其中气象31条，短信推送210万条: of another order, of something else.
  if (tooBig && tooBig.count.value > value * ANOTHER_ORDER) return null;
  if (tooBig) {
    if (standsBeside(run, whole)) return null;
    if (isMoreOverdue(run, tooBig)) return faultOf(run.wholes[0] ?? whole, [tooBig], "part", "error");
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
    return faultOf(whole, [tooBig], "part", sure ? "error" : "warning");
  }
  if (run.parts.length < 2) return restOverLines(run, paragraph);
  // Over paragraphs only states make up all of a whole; a list with a total of its own belongs to that.
  if (run.remote && ((sum < value && run.side !== "state") || hasOwnTotal(run, paragraph))) return null;
  const severity = sum > value ? severityOver(run) : severityUnder(run, sum, value);
  if (severity === null || EXPLANATIONS.some(({ holds }) => holds(run, whole, paragraph))) return null;
  return faultOf(whole, run.parts, "sum", sure || severity !== "error" || nearest(run, whole) ? severity : "warning");
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

/** A slip makes a part ten times too large at most. */
const ANOTHER_ORDER = 20n;

/** 到期任务18项，已完成17项，…，其余22项按计划推进: what is left is of a whole that is not told here. */
function isOfWhatIsNotDue({ closed, parts, wholes: [whole] }: Breakdown): boolean {
  const rest = parts[parts.length - 1]?.count;
  if (!closed || !rest || whole?.count.due !== true || !EXPIRED.test(whole.count.before)) return false;
  return rest.value > whole.count.value || AHEAD.test(rest.after);
}

const EXPIRED = reWith("u")`${leads.expired}`;
const AHEAD = reWith("u")`${leads.goesOn}`;

function isMemberOfList({ part, count }: ClaimNode): boolean {
  return !count.opens && part !== null && part.wholes.length === 0 && part.parts.length > 1;
}

/** No other candidate could hold the largest part. */
function isOnly(whole: ClaimNode, { wholes, parts }: Breakdown): boolean {
  const most = parts.reduce((max, { count }) => (count.value > max ? count.value : max), 0n);
  return wholes.every((one) => one === whole || one.count.value < most);
}

/** 已完成27个、未完成4个，其中超期6个: what is overdue is of what is open, of nothing above. */
function isMoreOverdue({ how, wholes, parts }: Breakdown, part: ClaimNode): boolean {
  const [inner] = wholes;
  if (how !== "among" || parts.length > 1 || inner?.count.state !== "open") return false;
  return OVERDUE.test(part.count.before) && part.count.value > inner.count.value;
}

/** Sides that tell how things of a whole turned out: no part of it is larger. */
const EXCLUSIVE: ReadonlySet<string> = new Set(["truth", "satisfaction", "timely"]);
const OVERDUE = reWith("u")`${["超期", "逾期", "超时"]}`;

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
function restOfSubset(run: Breakdown): SumFault | null | undefined {
  const [inner, ...outers] = run.wholes;
  const rest = run.parts[run.parts.length - 1];
  if (!run.closed || !inner || !rest || rest.count.stop > STOPS.member || run.parts.length !== 2) return undefined;
  const outer = outers.find((one) => one.count.value > inner.count.value && one.count.start < inner.count.start);
  if (!outer) return undefined;
  const sum = inner.count.value + rest.count.value;
  return sum === outer.count.value ? null : faultOf(outer, [inner, rest], "sum", "error");
}

/** The first whole is the one told right before: other candidates were only readings to be tried. */
function nearest(run: Breakdown, whole: ClaimNode): boolean {
  return whole === run.wholes[0];
}

/** The wholes of the sentence together: 甲招14人，乙招30人，已招22人. */
function severalWholes(run: Breakdown, paragraph: Paragraph): bigint {
  const [first] = run.wholes;
  if (!first || run.wholes.length < 2 || run.how === "among" || run.how === "bracket") return 0n;
  // 35个已整改29个: told right behind it, of no other.
  if (run.parts.length === 1 && run.parts[0]?.count.stop === NO_STOP) return 0n;
  // 区级交办86项，我街道承接14项: the nearest is a share of those before.
  if (run.wholes.some(({ count }) => NARROWING.test(count.before))) return 0n;
  const listed = new Set(
    plainLists(paragraph).flatMap(({ whole, members }) =>
      whole === first || run.wholes.includes(whole) ? members : [],
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

const NO_STOP = 9;
const NARROWING = reWith("u")`${leads.narrowing}`;

/** ；stands between: another member of an enumeration. */
function crossesMember({ line }: Paragraph, from: number, run: Breakdown): boolean {
  const to = run.parts[0]?.count.start ?? from;
  return line.plain.slice(from, to).includes("；");
}

/** Amounts told with fewer decimals than their whole are rounded. */
function isSame(sum: bigint, whole: ClaimNode, parts: readonly ClaimNode[]): boolean {
  const { value } = whole.count;
  if (sum === value) return true;
  if (whole.count.family !== "元") return false;
  const places = [whole, ...parts].map(({ count }) => decimalPlaces(count.token));
  const difference = sum > value ? sum - value : value - sum;
  return difference * 2n <= places.reduce((all, place) => all + place, 0n) && difference < (coarsest(places) || 1n);
}

function coarsest(places: readonly bigint[]): bigint {
  return places.reduce((most, place) => (place > most ? place : most), 0n);
}

/** The whole the sum comes nearest to, the first of equals. */
function likeliest(run: Breakdown, sum: bigint): ClaimNode {
  const [first, ...others] = run.wholes;
  if (!first) throw new Error("a breakdown without a whole");
  const away = (node: ClaimNode): bigint => (sum > node.count.value ? sum - node.count.value : node.count.value - sum);
  const most = run.parts.reduce((max, { count }) => (count.value > max ? count.value : max), 0n);
  if (first.count.value < most) {
    // 未开工8个，其中省级12个、市级18个: of the upper whole, not of the part right before.
    const upper = others.find((node) => node.count.value >= most && run.parts.length >= 2 && run.side !== null);
    if (upper) return upper;
  }
  if (run.how === "among" || run.how === "bracket" || run.parts[0]?.count.stop === NO_STOP) return first;
  return others.reduce((best, node) => (away(node) < away(best) ? node : best), first);
}

/** More than the whole: certain where the parts exclude one another. */
function severityOver(run: Breakdown): Severity | null {
  if (run.how === "rest" || run.parts.some(({ count }) => CARRIED.test(count.before))) return "warning";
  if (run.how === "bracket" || run.how === "respective" || run.closed) return "error";
  if (isOfStates(run)) return "error";
  if (run.side === null) return run.how === "among" || run.complete || isOfThem(run) ? "warning" : null;
  return PERSON_SIDES.includes(run.side) && run.parts.length < 2 ? null : "error";
}

const CARRIED = reWith("u")`${CARRIED_OVER}`;

/** 87件积案中，化解71件，稳控18件: all of them are of what is told to hold them. */
function isOfThem({ wholes: [whole] }: Breakdown): boolean {
  return whole !== undefined && AMONG_THEM.test(whole.count.after);
}

/** States with a bare verb between them: 已了结5件、立案1件，正在核实3件. */
function isOfStates({ how, side, parts }: Breakdown): boolean {
  if (how !== "states" || side !== null) return false;
  const told = parts.map(({ count }) => count.state);
  const more = told.filter((state) => state === "open" || state === "other" || state === "basic").length;
  return told.filter((state) => state === "done").length === 1 && more > 0 && told.length - more - 1 <= more;
}

/** Of a list whose parts reach this share of the whole, a slip is likelier than a list meant to be partial. */
const NEARLY_ALL = 75n;
/** The same for parts that are not known to exclude each other. */
const ALL_BUT_A_FEW = 90n;

/** Less than the whole: a fault where the parts claim to be all. */
function severityUnder(run: Breakdown, sum: bigint, whole: bigint): Severity | null {
  if (run.how === "rest" || run.complete) return "warning";
  if (run.closed || run.how === "bracket" || run.how === "respective") return "error";
  if (run.side === "state" || isOfStates(run)) {
    const states = new Set(run.parts.map(({ count }) => count.state));
    if (states.size < 2) return null;
    if (run.parts.some(({ count }) => CARRIED.test(count.before))) return "warning";
    return states.has("open") && (states.has("done") || states.has("basic")) ? "error" : "warning";
  }
  if (run.side !== null && leavesNothing(run, run.side)) return "warning";
  // 涉及甲单位6.8万元、乙单位7.6万元: without 其中 two parts are meant to be all.
  if (
    run.parts.length === 2 &&
    ((run.how === "kinds" && run.side === "kind") || areTwins(run)) &&
    sum * 100n >= whole * ALL_BUT_A_FEW
  )
    return "warning";
  // 854万元，其中600万元、245万元: two digits changed places.
  if (run.parts.length >= 2 && areTransposed(sum, whole)) return "warning";
  if (run.parts.length >= 3 && sum * 100n >= whole * (run.side === null ? ALL_BUT_A_FEW : NEARLY_ALL)) return "warning";
  return null;
}

/** 其中一般程序34件、简易程序24件: two of one noun. */
function areTwins({ how, parts }: Breakdown): boolean {
  const [a = "", b = ""] = parts.map(({ count }) => count.before);
  return how === "among" && a.length > 2 && b.length > 2 && a.slice(-2) === b.slice(-2);
}

/** Sides whose words leave nothing out. */
const COMPLETE: ReadonlySet<string> = new Set(["common", "gender"]);

/** 合格 and 不合格, 满意 and 不满意: a word and its opposite. */
function leavesNothing(run: Breakdown, side: string): boolean {
  if (COMPLETE.has(side)) return true;
  const told = run.parts.map(({ count }) => count.sides.get(side) ?? "");
  return told.some((word) => told.some((other) => other !== word && other.endsWith(word) && NEGATED.test(other)));
}

const NEGATED = /^[不未非]/u;

/** 合计N: the last two or more counts before it, or all that share its state, make it up. */
function totalFault(run: Breakdown, paragraph: Paragraph): SumFault | null {
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
  const severity: Severity = count.lead === "total" || run.side !== null || count.state !== null ? "error" : "warning";
  return faultOf(whole, shown, "sum", severity);
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

function faultOf(whole: ClaimNode, parts: readonly ClaimNode[], how: "sum" | "part", severity: Severity): SumFault {
  const sum = valueSum(parts);
  const { value } = whole.count;
  const all: readonly ToldCount[] = [whole.count, ...parts.map(({ count }) => count)];
  const last = parts[parts.length - 1]?.count ?? whole.count;
  const near = all.filter(
    (count) =>
      count.line === last.line &&
      (count.line !== whole.count.line || count.sentence === whole.count.sentence || count !== whole.count),
  );
  const money = whole.count.family === "元";
  const scale = money ? BigInt(whole.count.token.scale) : 1n;
  const text = (n: bigint): string => exactText(scale > 1n ? n / scale : n);
  return {
    place: {
      line: last.line,
      start: Math.min(...near.map((count) => count.start)),
      end: Math.max(...near.map((count) => count.end)),
    },
    how,
    parts: parts.map(({ count }) => text(count.value)),
    sum: text(sum),
    whole: text(value),
    difference: text(sum > value ? sum - value : value - sum),
    unit: money && scale > 1n ? `${SCALES.get(whole.count.token.scale) ?? ""}元` : whole.count.token.unit,
    severity,
  };
}

const SCALES: ReadonlyMap<number, string> = new Map([
  [1000, "千"],
  [10000, "万"],
  [100000000, "亿"],
]);
