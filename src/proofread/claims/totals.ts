/** Totals told behind what they count: …，合计28项. */
import type { Severity } from "../../rule";
import { STOPS } from "../../zh/clause";
import { unitFamily } from "../../zh/measure-words";
import { reWith } from "../../zh/pattern";
import { others } from "../../zh/words/claim-others";
import { leads } from "../../zh/words/claim-leads";
import { doneState } from "../../zh/words/claim-states";
import {
  arePieced,
  exactOf,
  exactValue,
  nodesOf,
  valueSum,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  type ToldCount,
} from "../../reading";
import { isShareOf } from "../percents";
import { sharesOf } from "./share-lists";
import { isCertain } from "./certain";
import { mayBeOneSlip } from "./one-slip";
import { faultOf, isSame, type SumFault } from "./sum-fault";
import { TWICE, TWICE_REACH } from "./common-words";

/** 合计N: the last two or more counts before it, or all that share its state, make it up. */
export function totalFault(run: Breakdown, paragraph: Paragraph): SumFault | null {
  const [whole] = run.wholes;
  if (!whole || run.inexact || WEIGHTED.test(whole.count.before) || WEIGHTED.test(whole.count.gap)) return null;
  const { count } = whole;
  const ifCertain = (parts: readonly ClaimNode[]): Severity =>
    isCertain(whole, parts, paragraph) ? "error" : "warning";
  // 新建42公里，改造68公里，合计完成110公里: where none of them tells a state, the total's is theirs.
  const together =
    count.state === null ||
    run.parts.every(({ part }) => part?.how === "respective") ||
    ((count.lead === "total" || arePieced(run.parts)) &&
      run.parts.every((part) => part.count.state === null && !part.count.due));
  // 来信57件、来访43批、来电180件，共280件（批）
  if (BRACKETED_UNIT.test(paragraph.line.plain.slice(count.end, count.end + 4))) {
    const before = countsBefore(paragraph, whole);
    if (valueSum(before) === count.value) return null;
    if (before.length > run.parts.length) return faultOf(whole, before, "sum", "warning");
  }
  // 市政府收到11件，受理6件；县政府和市级部门收到申请共21件: with words of its own behind the ；.
  const own = /[；;][^；;]*$/u.exec(count.gap)?.[0] ?? "";
  if (own.length > LONGEST_LEAD && !OF_ALL_THESE.test(own)) return null;
  const mixed = mixedUnits(run, paragraph);
  if (mixed && valueSum(mixed) === count.value) return null;
  if (mixed && (BRACKETED_UNIT.test(count.after) || isOfMatters(mixed, whole)))
    return faultOf(whole, mixed, "sum", "warning");
  // 问题21个、16个，已分别整改20个、14个，共整改34个
  const told = count.state === null ? [] : run.parts.filter(({ part }) => part?.how === "respective");
  if (
    told.length > 1 &&
    told[0]?.count.state === count.state &&
    told[told.length - 1] === run.parts[run.parts.length - 1]
  )
    return endSums(run.parts).some((sum) => isSame(sum, whole, told))
      ? null
      : faultOf(whole, told, "sum", ifCertain(told));
  // 牵头12项，配合8项；牵头9项，配合15项；共21项: of those told by one verb.
  if (sumsByWord(run.parts).includes(count.value)) return null;
  const parts = together || bearVerb(run, count) ? run.parts : sameState(paragraph, whole);
  if (parts.length < 2) return listedTotal(run, whole);
  if (endSums(parts).some((sum) => isSame(sum, whole, parts))) return null;
  const tops = run.parts.filter((part) => part.part === null || !isNested(part, run.parts));
  // 甲局6个完成4个，乙局3个完成3个，共完成9个: all there is of them is not what is done.
  const eachDone = !together && parts.length === tops.length && parts.every((one) => isNested(one, tops));
  if (!eachDone && endSums(tops).some((sum) => isSame(sum, whole, tops))) return null;
  if (
    run.parts.some((part) => part.count.value === count.value) ||
    (!run.parts.every(({ part }) => part?.how === "respective") && distinctSums(run.parts, count.value))
  )
    return null;
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
      : faultOf(whole, alike, "sum", ifCertain(alike));
  // 三批分别为26件、32件、22件，共办结76件: no more than what they are is done of them.
  if (together && count.state !== null && isLess(shown, count) && shown[0]?.count.state !== count.state) return null;
  // 自查19个，互查23个，剔除重复4个后共38个
  const less = run.parts.filter((part) => TAKEN_AWAY.test(part.count.before));
  if (less.length > 0 && valueSum(run.parts) - valueSum(less) * 2n === count.value) return null;
  // 512个，836个，去重后共1187个: how many were taken out is not told.
  if (TAKEN_OUT.test(count.gap) && valueSum(run.parts) > count.value) return null;
  // 认领38个，认领24个，其中2个共同认领，共60个
  const shared = countsBefore(paragraph, whole).filter(
    ({ count: { told, unit } }) => unit === count.unit && SHARED.test(told),
  );
  if (
    shared.length > 0 &&
    valueSum(run.parts.filter((part) => !shared.includes(part))) - valueSum(shared) === count.value
  )
    return null;
  // 上期已完成42个，本期新完成6个、退回2个，累计完成46个
  const back = countsBefore(paragraph, whole).filter(
    (part) => GONE.test(part.count.before) && part.count.unit === count.unit,
  );
  if (back.length > 0 && valueSum(run.parts.filter((part) => !back.includes(part))) - valueSum(back) === count.value)
    return null;
  // 停产6家、限期48家、当场71家，共涉及企业102家，其中部分企业存在多类问题
  if (valueSum(shown) > count.value && TWICE.test(paragraph.line.plain.slice(count.end, count.end + TWICE_REACH)))
    return null;
  // 今年新签32份，续签18份，有效协议累计146份: what was there before is in it.
  if (
    SO_FAR.test(count.before) &&
    valueSum(shown) !== count.value &&
    run.parts.some((part) => OF_LATE.test(part.count.before))
  )
    return null;
  // 预算15亿元，实际完成15亿元，加上补助13亿元、上年结余0.7亿元，收入合计29亿元: what was planned is not added, what was left is.
  if (count.family === "元" && mayBeBalanced(paragraph, count)) return null;
  // 落地5家公司。…。…总数达120家: of nothing told so far before it.
  if (shown.some((part) => part.count.line === count.line && count.sentence - part.count.sentence > 1)) return null;
  // A whole smaller than one of the counts before it speaks of something else.
  if (shown.length < 2 || shown.some((part) => part.count.value > count.value)) return null;
  if (shown.every(({ part }) => !part?.wholes.length) && leavesMore(count, valueSum(shown))) return null;
  // 排名靠前的分别是…，全部问题共163个: the list does not claim to be all.
  if (valueSum(shown) < count.value && shown.some((part) => TOPMOST.test(part.count.gap))) return null;
  // 城区合格320批次、乡镇合格180批次，抽检总数为625批次: more is counted than what came of it.
  if (valueSum(shown) < count.value && haveOneOutcome(shown, whole)) return null;
  // 甲科2个完成1个，乙科的问题均已完成，共完成3个: of some it is only said that all of theirs is.
  if (valueSum(shown) < count.value && tellsWithoutNumber(paragraph, shown, whole)) return null;
  if (isOfMixedList(paragraph, whole)) return null;
  // 新制定36件，通过35件，现行有效共计306件: no slip leaves less than half of it.
  if (count.state === null && valueSum(shown) * 2n < count.value) return null;
  // 31个省份和5个单列市，共109个城市的…: not of so few.
  if (count.lead === "weakTotal" && count.after !== "" && valueSum(shown) * 2n < count.value) return null;
  // 物业类480件，占32%；噪声类300件，占20%，诉求共1500件: told as shares of it, they are not all of it.
  if (areSharesOf(shown, whole, paragraph)) return null;
  const isTotal = count.lead === "total" || run.side !== null || count.state !== null;
  const list = lastThatSlips(shown, count.value);
  return faultOf(whole, list, "sum", isTotal ? ifCertain(list) : "warning");
}

/** 甲类5个；乙类、丙类各4个，合计7个: of the last of them, where all are too far from the total. */
function lastThatSlips(parts: readonly ClaimNode[], total: bigint): readonly ClaimNode[] {
  const slips = (list: readonly ClaimNode[]): boolean =>
    mayBeOneSlip(
      valueSum(list),
      total,
      list.map(({ count }) => count.value),
    );
  if (slips(parts)) return parts;
  const ends = parts.map((_, at) => parts.slice(parts.length - 1 - at));
  return ends.find((list) => (list.length > 1 || (list[0]?.count.times ?? 1n) > 1n) && slips(list)) ?? parts;
}

/** 城关镇23处，河口镇17处，全县共153处; 累计230家: other places, or earlier times, have the rest, where that is no slip. */
function leavesMore({ before, gap, value }: ToldCount, sum: bigint): boolean {
  if (OF_ALL.test(before) || OF_YEARS.test(gap)) return sum * 10n < value * 9n;
  return before.includes(leads.byNow) && sum * 2n < value;
}

const OF_ALL = reWith("u")`^${leads.asOfNow}?${leads.ofAll}`;
/** 三年来共开展督查31次, behind what was done this year. */
const OF_YEARS = reWith("u")`[，,；;][^，,；;。]{0,4}${leads.spanBehind}`;

/** 13个市州、某林区、91个单位、48所高校，共计153个: counted by other words too, or named without a number. */
function isOfMixedList(paragraph: Paragraph, whole: ClaimNode): boolean {
  const before = countsBefore(paragraph, whole);
  let [sum, bare] = [0n, 0];
  for (let at = before.length - 1; at >= 0; at--) {
    const { count } = before[at]!;
    sum += count.value;
    if (count.stop !== STOPS.piece || at === 0) break;
    bare += count.gap.replace(IN_BRACKETS, "").split("、").slice(1, -1).length;
  }
  return sum <= whole.count.value && whole.count.value - sum <= exactOf(bare);
}

const IN_BRACKETS = /[（(][^）)]{0,60}[）)]/gu;

/** The sums of those parts that end in the same two characters, where there are several such. */
function sumsByWord(parts: readonly ClaimNode[]): readonly bigint[] {
  const words = new Map<string, ClaimNode[]>();
  for (const part of parts) {
    const word = part.count.before.slice(-2);
    const alike = words.get(word);
    if (alike) alike.push(part);
    else words.set(word, [part]);
  }
  return words.size > 1 ? [...words.values()].filter((list) => list.length > 1).map(valueSum) : [];
}

/**
 * 一季度追缴欠税26万元，二季度追缴31万元，三季度8万元，累计追缴65万元: one of several alike each, by the verb of the total, which
 * those behind the first may leave out.
 */
function bearVerb({ side, parts: [first, ...others] }: Breakdown, { before }: ToldCount): boolean {
  const verb = before.slice(-2);
  if (side !== "batch" || !first || others.length === 0 || !first.count.before.includes(verb)) return false;
  return others.every(({ count }) => count.before.includes(verb) || (count.state === null && count.told === ""));
}

/** A clause between the first part and the total says of others that all of it is done, and of how many it is. */
function tellsWithoutNumber({ line }: Paragraph, parts: readonly ClaimNode[], { count }: ClaimNode): boolean {
  const [first] = parts;
  if (!first || count.state !== "done") return false;
  const clauses = line.plain.slice(first.count.end, count.start).split(/[，；。：]/u);
  return clauses.some((clause) => !/\d/u.test(clause) && ALL_DONE.test(clause));
}

const ALL_DONE = reWith("u")`.${leads.allOfThem}.{0,2}${doneState.verbs}`;

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

const SHARED = reWith("u")`${leads.shared}`;
const GONE = reWith("u")`${leads.gone}$`;
const TAKEN_OUT = reWith("u")`${leads.takenAway}后`;
/** 累计, 总数已达: what there is by now. */
const SO_FAR = reWith("u")`${others.stock}[已共]?${others.stockLinks}?$`;
const OF_LATE = reWith("u")`${others.ofLate}`;
const TAKEN_AWAY = reWith("u")`^${leads.takenAway}`;
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
const LONGEST_LEAD = 10;
const OF_ALL_THESE = reWith("u")`${others.together}`;
const BRACKETED_UNIT = /^[（(][个项条件批次人户家处起名]{1,2}[）)]/u;

/** Counts of a total's sentence before it, whatever they count. */
function countsBefore(paragraph: Paragraph, { count: total }: ClaimNode): readonly ClaimNode[] {
  return paragraph.nodes.filter(
    ({ count }) => count.sentence === total.sentence && count.end <= total.start && count.exact,
  );
}

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

/** Sums of the last two, the last three and so on; of the last one where it is told of several each. */
function endSums(parts: readonly ClaimNode[]): readonly bigint[] {
  const sums: bigint[] = [];
  let sum = 0n;
  for (let at = parts.length - 1; at >= 0; at--) {
    sum += valueSum(parts.slice(at, at + 1));
    // 甲科、乙科各4个，合计8个: one count is several of them.
    if (at < parts.length - 1 || (parts[at]?.count.times ?? 1n) > 1n) sums.push(sum);
  }
  return sums;
}

/** Of a balance of money: some of all amounts told before the total, whatever they are of, make it up. */
function mayBeBalanced({ line }: Paragraph, total: ToldCount): boolean {
  const sentence = line.sentences[total.sentence];
  if (!sentence || !BALANCE.test(line.plain.slice(sentence.start, total.start))) return false;
  const values = sentence.tokens.flatMap((token) =>
    token.type === "number" && token.unit === "元" && token.start < total.start ? [exactValue(token)] : [],
  );
  if (values.length > MOST_AMOUNTS) return true;
  let sums: readonly bigint[] = [0n];
  for (const value of values) sums = [...sums, ...sums.map((sum) => sum + value)];
  return sums.includes(total.value);
}

const WEIGHTED = reWith("u")`${others.weighted}`;
const BALANCE = reWith("u")`${others.balance}`;
const MOST_AMOUNTS = 12;

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
