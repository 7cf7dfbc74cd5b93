/**
 * Lists read by where they stand alone, where the tree has told no fault of their whole: 线索76件，初核30件、谈话函询20件、
 * 予以了结28件. What comes near the whole and misses it is worth a look, never certain: the parts may be steps of one way
 * (受理60件，立案30件，办结25件).
 */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { LEFT_OVER, NO_STEPS, OPPOSED, PASSED, STEPS } from "../../zh/words/claim-sides";
import {
  exactOf,
  isOthers,
  valueSum,
  plainLists,
  type Breakdown,
  type ClaimNode,
  type Paragraph,
  type PlainList,
} from "../../reading";
import { EXPLANATIONS, LEADS_IN, nameIn } from "./explain";
import { sharesOf } from "./share-lists";
import { isSame } from "./sum-fault";
import { mayBeSlip } from "./slips";
import { areTransposed } from "./transposed";
import { OVERLAP } from "./common-words";
import { isBesides, isCutByRate, isOfAnotherDeed, isSetApart, tellWholeAgain } from "./no-list";

/** A list that comes near its whole. */
export interface PlainFault {
  readonly whole: ClaimNode;
  readonly members: readonly ClaimNode[];
}

/** Sums up to this share of the whole are slips; larger ones are counts of something else. */
const MOST = 115n;
const MOST_ALIKE = 150n;
const MOST_UNLIKE = 130n;
const LEAST = 90n;
const LEAST_ALIKE = 75n;
const LEAST_ANNOUNCED = 80n;

export function plainFaults(paragraph: Paragraph): readonly PlainFault[] {
  return plainLists(paragraph).flatMap((list) => faultOf(list, paragraph));
}

export function faultOf(list: PlainList, paragraph: Paragraph): readonly PlainFault[] {
  const { whole } = list;
  const members = firstBreakdown(list);
  const last = members[members.length - 1];
  // 涉及甲类38条、乙类27条、其他14条: with its others told, the verb leads in all of them.
  const complete = last !== undefined && isOthers(last.count);
  // Over lines the verb leads in each of them.
  const isLed = list.overLines && members.every(({ count }) => LEADS_IN.test(count.before));
  if (
    members.length < 2 ||
    members.some(({ count }, at) =>
      mayOverlap(isLed || (complete && at === 0) ? namedIn(count.before) : nameIn(members, at)),
    )
  )
    return [];
  if (
    (!list.overLines && isCutByRate(members, paragraph.line)) ||
    isOfAnotherDeed(members, whole) ||
    isSetApart(members)
  )
    return [];
  const { value } = whole.count;
  // 参加230名，应到240名: no list of what came.
  if (members.some(({ count }) => count.due && count.value > value)) return [];
  // 甲类28件，占51%；乙类24件，占45%；其他18件，占4%: the first is one of them.
  const shares = sharesOf(paragraph);
  if (shares.has(whole) && members.every((member) => shares.has(member))) return [];
  if (value === 0n || prefixes(members).some((first) => isSame(valueSum(first), whole, first)) || isBrokenDown(whole))
    return [];
  const sum = valueSum(members);
  if (isSame(sum, whole, members) || haveOwnTotal(whole, members, paragraph)) return [];
  if (isBesideThem(whole, members, sum)) return [];
  const named = areNamed(list, members) || areAllInTurn(members);
  if (!named) {
    // 夜查19次、抽查11次、联合检查11次: the first is a member like the others.
    const [first] = members;
    if (!list.overLines && first && isPieced(first)) return [];
    const most = mostOf(list, members);
    const slip = isSlip(members, value);
    const least = leastOf(list, members, paragraph);
    if (!isNear(sum, value, most, least) && !slip) return [];
    if (members.length === 2 ? !areBoth(list, members, sum > value, slip) : isWay(list, members)) return [];
  }
  const run: Breakdown = {
    how: "kinds",
    wholes: [whole],
    parts: [...members],
    side: null,
    closed: false,
    complete,
    listsSome: members.some(({ part }) => part?.listsSome === true) || leadsInSome(paragraph, list),
    partial: members.some(({ part }) => part?.partial === true) || AND_SO_ON.test(tailOf(paragraph, members)),
    rest: members.some(({ part }) => part?.rest === true),
    inexact: false,
    remote: list.overLines,
  };
  if (EXPLANATIONS.some(({ holds }) => holds(run, whole, paragraph))) return [];
  return [{ whole, members }];
}

/**
 * 2万起，亡144人；此外，厂房亡37人: told besides; 住宅发生火灾9.5万起，车辆火灾2.3万起，厂房火灾1.5万起，库房火灾3.6万起: one of them;
 * 谷物39603吨，稻谷26765吨，小麦2351吨，玉米10015吨: what is left is no slip, and the list does not say to be all.
 */
function isBesideThem(node: ClaimNode, members: readonly ClaimNode[], sum: bigint): boolean {
  if (isBesides(members[0]) || tellWholeAgain(members, node)) return true;
  const whole = node.count;
  if (sum < whole.value)
    return members.length > 2 && (whole.value - sum) * FEW < whole.value && !mayBeSlip(whole.value - sum);
  const noun = whole.before.slice(-NOUN);
  const isNamed = whole.before.length > NOUN && !OF_ALL.test(whole.before);
  return isNamed && members.length > MOST_KINDS && members.every(({ count }) => count.before.endsWith(noun));
}

const OF_ALL = /[共全总]/u;
const NOUN = 2;
/** What a list leaves out is less than one in so many. */
const FEW = 20n;
/** Kinds of one whole told by its own noun: first, again, by name. */
const MOST_KINDS = 3;

function mayOverlap(name: string): boolean {
  return OVERLAP.test(name) && !LEFT.test(name);
}

/** Without the verb that leads in the list. */
function namedIn(first: string): string {
  return first.replace(LEADS_IN, "");
}

/** 议案、建议58件，议案3件，建议55件: the whole names each of its parts. */
function areNamed({ whole }: PlainList, members: readonly ClaimNode[]): boolean {
  const names = whole.count.gap.split(/[、和与及]/u);
  return (
    names.length === members.length &&
    members.every(({ count }, at) => count.before.length > 1 && names[at]?.trim().endsWith(count.before) === true)
  );
}

/** How much more than the whole its parts may seem to be, in hundredths: the surer they are one list, the more. */
function mostOf(list: PlainList, members: readonly ClaimNode[]): bigint {
  if (list.overLines || areAlike(list, members) || isLongList(members) || bearTheUnit(members)) return MOST_ALIKE;
  return members.length > 2 && !areFewer(members) && !haveSteps(members) ? MOST_UNLIKE : MOST;
}

/** How much less. */
function leastOf(list: PlainList, members: readonly ClaimNode[], { line }: Paragraph): bigint {
  if (list.overLines) return endAlike(members) ? LEAST_ALIKE : LEAST;
  const first = members[0]?.count;
  // 线索13桩：停薪留职5桩、长期病休4桩、调离未减4桩: the colon announces all of them.
  const isAnnounced = first && COLON.test(line.plain.slice(list.whole.count.end, first.start));
  return members.length > 2 && isAnnounced && members.slice(1).every(isPieced) ? LEAST_ANNOUNCED : LEAST;
}

const COLON = /^[：:]/u;

/** 综合组5人、督导组8人、宣传组5人 */
function endAlike(members: readonly ClaimNode[]): boolean {
  const last = members[0]?.count.before.slice(-1);
  return (
    members.length > 2 && members.every(({ count }) => count.before.length > 1 && count.before.endsWith(last ?? "#"))
  );
}

/** 优秀卷27卷，合格卷58卷，瑕疵卷5卷 */
function bearTheUnit(members: readonly ClaimNode[]): boolean {
  return members.length > 2 && members.every(({ count }) => count.before.endsWith(count.unit));
}

/** 64 written for 46, in one of the parts or in the whole, and all adds up. */
function isSlip(members: readonly ClaimNode[], value: bigint): boolean {
  if (haveSteps(members) && !LEFT.test(members[members.length - 1]?.count.before ?? "")) return false;
  const digits = 2;
  const sum = valueSum(members);
  return (
    areTransposed(sum, value, digits) ||
    members.some(({ count }) => areTransposed(count.value, count.value + value - sum, digits))
  );
}

/** Of a way: 受理, 立案, 办结. One such word among several makes none. */
function haveSteps(members: readonly ClaimNode[]): boolean {
  const steps = members.filter(({ count }) => STEP.test(count.before)).length;
  return steps > 1 || (steps === 1 && members.length === 2);
}

const STEP = reWith("u")`${STEPS}`;

/** 维持27件、撤销8件、终止29件、驳回6件: so many between 、, and not each fewer than the one before, are one list. */
function isLongList(members: readonly ClaimNode[]): boolean {
  return members.length >= LONG && members.slice(1).every(isPieced) && !areFewer(members);
}

const LONG = 4;

const isPieced = ({ count }: ClaimNode): boolean => count.gap.startsWith("、");

/** Two that make up all: 班子层面24条、个人层面52条; 在控82名，失控3名. */
function areBoth(list: PlainList, members: readonly ClaimNode[], over: boolean, slip: boolean): boolean {
  const [first, second] = members;
  if (!first || !second) return false;
  const [a, b] = [first.count.before, second.count.before];
  if (first.count.state !== "open") {
    if (LEFT.test(b) && (over || slip || shareSign(a, b))) return true;
    if (b.startsWith(NOT) && shareSign(a.slice(-2), b)) return true;
  }
  if (list.overLines && first.count.state === "done" && second.count.state === "open") return true;
  // 当场整改89处，限期整改36处
  if (over && haveTwins(members) && members.every(({ count }) => !TELLS_STATE.test(count.before))) return true;
  if (members.some(({ count }) => count.state !== null && count.state !== "other")) return false;
  if (slip) return true;
  if (a.slice(-1) === b.slice(-1) && OPPOSITE.test(b.slice(-2, -1)) && a !== b) return true;
  // 满意360人、基本满意32人: of the third kind nothing is said.
  if (!over && (a.endsWith(b) || b.endsWith(a))) return false;
  if (haveTwins(members) && !OPPOSITE.test(a.slice(0, 1))) return true;
  if (a.length > 2 && a.slice(0, 3) === b.slice(0, 3) && !haveSteps(members)) return true;
  if (!over) return false;
  // 内控健全的31户，内控存在缺陷的19户
  if (a.length > 3 && b.length > 3 && a.slice(0, 2) === b.slice(0, 2) && !haveSteps(members)) return true;
  return areAlike(list, members) || (!areFewer(members) && (isPieced(second) || !haveSteps(members)));
}

/** 库存320册, 缺考28人, 不予受理9件: what is left of the whole, or was never in. */
const LEFT = reWith("u")`^${LEFT_OVER}`;

const NOT = "未";
/** 已整改, 未整改 */
const TELLS_STATE = /^[已未]/u;

/** 参加考试, 缺考 */
function shareSign(one: string, other: string): boolean {
  return [...one].some((sign) => other.includes(sign));
}

/** 失控, 漏管, 不达标 */
const OPPOSITE = reWith("u")`^${OPPOSED}$`;

/** 第一轮8家，第二轮10家，第三轮11家: counted through from the first, nothing is left out between. */
function areAllInTurn(members: readonly ClaimNode[]): boolean {
  const names = members.map(({ count }) => IN_TURN.exec(count.before));
  return (
    members.length > 2 &&
    names.every((name, at) => name !== null && name[1] === ORDINALS[at] && name[2] === names[0]?.[2])
  );
}

const ORDINALS = "一二三四五六七八九十";
const IN_TURN = /^第([一二三四五六七八九十])([轮批期组次])$/u;

/** A slip: within some hundredths, or a few things of few. */
function isNear(sum: bigint, value: bigint, most: bigint, least = LEAST): boolean {
  if (sum > value && sum - value <= A_FEW && value >= A_FEW * 3n) return true;
  return sum * 100n <= value * most && sum * 100n >= value * least;
}

const A_FEW = exactOf(3);
const AND_SO_ON = /^[^，。；、\d]{0,6}等|^……/u;
const TAIL = 8;

function tailOf({ line }: Paragraph, members: readonly ClaimNode[]): string {
  const end = members[members.length - 1]!.count.end;
  return line.plain.slice(end, end + TAIL);
}

/** Names first, then what has come of all: 来自代表30条、来自患者24条，已采纳41条; 合格197台，需维修11台，已停用6台 is one list. */
function firstBreakdown({ whole, members }: PlainList): readonly ClaimNode[] {
  const [first, second] = members;
  if (first?.count.state !== null || second?.count.state !== null) return members;
  const turn = members.findIndex(({ count }) => count.state === "done");
  const isLast = turn > 1 && turn === members.length - 1 && !STEP.test(members[turn]?.count.before ?? "");
  return turn < 0 || (isLast && isClose(valueSum(members), whole.count.value)) ? members : members.slice(0, turn);
}

/** Within some hundredths: what is done of all would be more. */
function isClose(sum: bigint, value: bigint): boolean {
  const away = sum > value ? sum - value : value - sum;
  return away * 100n <= value * CLOSE;
}

const CLOSE = 5n;

/** 收到来信320封，集中在三个方面：收费问题96封… */
function leadsInSome({ line }: Paragraph, { whole, members: [first] }: PlainList): boolean {
  return first?.count.line === line.index && LISTS_SOME.test(line.plain.slice(whole.count.end, first.count.start));
}

const LISTS_SOME = reWith("u")`${leads.partialBefore}`;

/** …，已整改金额合计3450万元: they have a total of their own; 一车间14台，二车间9台，共计23台: with the first. */
function haveOwnTotal(whole: ClaimNode, members: readonly ClaimNode[], { breakdowns }: Paragraph): boolean {
  return breakdowns.some(({ how, parts, wholes: [total] }) => {
    if (how !== "total" || !total || !members.every((member) => parts.includes(member))) return false;
    return parts.includes(whole) || valueSum(parts) === total.count.value;
  });
}

function prefixes(members: readonly ClaimNode[]): readonly (readonly ClaimNode[])[] {
  return members.map((_, at) => members.slice(0, at + 1)).slice(1);
}

/** A breakdown of the tree makes it up already. */
function isBrokenDown({ count, breakdowns }: ClaimNode): boolean {
  return breakdowns.some(({ parts }) => parts.length > 1 && valueSum(parts) === count.value);
}

/** Steps of one way grow fewer: 初核50件，立案30件，处分25件. A list of 、 or of like names is no way. */
function isWay(list: PlainList, members: readonly ClaimNode[]): boolean {
  if (list.overLines || members.slice(1).some(isPieced) || !haveSteps(members)) return false;
  if (members.some(({ count }) => count.state !== null && count.state !== "done") || areAlike(list, members))
    return false;
  if (members.some(({ count }) => NO_STEP.test(count.before)) || haveTwins(members)) return false;
  return !PASSES.test(members[0]?.count.before ?? "") && areFewer(members);
}

function areFewer(members: readonly ClaimNode[]): boolean {
  return members.every(({ count }, at) => at === 0 || count.value < (members[at - 1]?.count.value ?? 0n));
}

/** 合格31家，限期整改4家: nothing more is done with what is as it ought to be. */
const PASSES = reWith("u")`^${PASSED}$`;

/** 不符合条件15户、材料待补3户 are no steps. */
const NO_STEP = reWith("u")`${NO_STEPS}`;

/** 一般关注65人，重点关注14人: two names of one noun. */
function haveTwins(members: readonly ClaimNode[]): boolean {
  return members.some(
    ({ count }, at) =>
      at > 0 && count.before.length > 2 && members[at - 1]?.count.before.slice(-2) === count.before.slice(-2),
  );
}

/** All names end in one noun, told of the whole too: 一级风险点, 二级风险点 of 风险点. */
function areAlike({ whole }: PlainList, members: readonly ClaimNode[]): boolean {
  const [first = "", ...others] = members.map(({ count }) => count.before);
  let length = 0;
  while (length < first.length && others.every((name) => name.at(-1 - length) === first.at(-1 - length))) length++;
  if (length < 2 || first.length === length) return false;
  // 办公室牵头20个、组织处牵头18个、计财处牵头26个
  if (members.length > 2 && !whole.count.before.endsWith(first.slice(-length))) return true;
  return `${whole.count.before}|${whole.count.after}`.includes(first.slice(-2));
}
