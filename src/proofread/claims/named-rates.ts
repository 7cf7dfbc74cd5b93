/** Rates with a name: 整改完成率 divides what is done, 不合格率 what bears its name, 回收率 what was got back. */
import { reWith } from "../../zh/pattern";
import { THINGS, rates as words } from "../../zh/words/claim-rates";
import { changes } from "../../zh/words/claim-changes";
import { LATE } from "../../zh/words/claim-states";
import type { ClaimNode, Line, PercentToken } from "../../reading";
import { NOT, readAlike, readBearing } from "./bearing-rates";
import { readDone } from "./done-rates";
import { readSaved } from "./saved-rates";
import { NOTHING, type Pair, type RateReading } from "./pairs";

export const DONE_RATE = reWith("u")`${words.done}率$`;
const CHANGE = reWith("u")`${words.change}`;
/** 了结 before 了. */
const FILLER = reWith("gu")`${[...words.done, ...words.filler]}`;
const THING = reWith("u")`${THINGS}`;

/** 整改率, 满意率, 不合格率, 归还率. */
export function readNamed(
  around: readonly ClaimNode[],
  { line, sentence }: { readonly line: Line; readonly sentence: number },
  token: PercentToken,
  label: string,
): RateReading {
  if (CHANGE.test(label))
    return readSaved(
      around.filter(({ count }) => count.sentence === sentence),
      label,
    );
  if (!/[率度](?:（[^）]{0,60}）)?$/u.test(label)) return NOTHING;
  const near = ofItsPeriod(around, label);
  const named = DONE_RATE.test(label) ? nodesNamed(near, label) : near;
  const inTime = IN_TIME.test(label);
  const here = named.filter(({ count }) => count.sentence === sentence && !(inTime && TOO_LATE.test(count.before)));
  const scope = here.length > 0 ? here : named.filter((node) => node.count.end <= token.start);
  const isDone = DONE_RATE.test(label) && !NOT.test(label.replace(TIMELY, ""));
  const told = bracketed(here, token);
  // 完成率43%（应完成7个，其中已完成3个）: told of the very counts in brackets behind it, of nothing else.
  if (isDone && told.length > 1 && told.some(({ count }) => count.state === null))
    return readDone(told, told, token.start, label);
  const reading = isDone ? readDone(scope, named, token.start, label) : readBearing(scope, named, token.start, label);
  if (isDone && isOfAnotherDeed(label, near)) return { ...reading, meant: null };
  if (isDone && reading.meant && isOfOneMember(here, line, token)) return { ...reading, meant: null };
  if (isDone && reading.meant && inTime && isLessInTime(token, reading.meant, scope))
    return { ...reading, meant: null };
  if (isDone && reading.meant && told.length === 0 && isOfSomethingElse(label, near))
    return { ...reading, meant: null };
  if (reading.meant) return DUE_RATE.test(label) ? ofWhatWasDue(reading, scope) : reading;
  const actual = isDone ? readActual(scope) : NOTHING;
  if (actual.meant) return actual;
  const inBracket = isDone ? readBracket(near, told, token.start) : NOTHING;
  if (inBracket.meant) return inBracket;
  const own = ofMember(here, line, token);
  const alike = readAlike(own.length > 1 ? own : scope, token.start, label);
  if (alike.meant) return { ...alike, pairs: [...reading.pairs, ...alike.pairs] };
  const only = readOnlyTwo(here, token, label);
  return only.meant || isDone ? only : readExact(near, token.start, label);
}

/** 审结240件，维持205件，改判21件，改判率8.8%: the very name of a count, in a list behind the first of its sentence. */
function readExact(near: readonly ClaimNode[], at: number, label: string): RateReading {
  const name = label.replace(/率$/u, "");
  const own = near.filter(({ count }) => count.end <= at && isCalled(count.before, name));
  const [part] = own.slice(-1);
  if (!part || own.length > 1) return NOTHING;
  // 合格279家。…抽检1800批次，合格率98.6%: of what is counted last.
  if (near.some(({ count }) => count.start > part.count.start && count.end <= at && count.unit !== part.count.unit))
    return NOTHING;
  const bases = near.filter(
    ({ count }) =>
      count.sentence === part.count.sentence && count.end <= part.count.start && count.unit === part.count.unit,
  );
  const larger = bases.filter(({ count }) => count.value > part.count.value);
  const [whole] = larger;
  if (!whole || whole !== bases[0]) return NOTHING;
  const pairs = larger.map(({ count }) => ({ part: part.count.value, whole: count.value }));
  return { pairs, meant: { part: part.count.value, whole: whole.count.value }, sure: false };
}

/** 覆盖率87.5%，其中应训96人，参训84人: the only two counts of the sentence, one of them told to be due or the rate one of reach. */
function readOnlyTwo(here: readonly ClaimNode[], token: PercentToken, label: string): RateReading {
  const [first, second, more] = here;
  if (!first || !second || more || first.count.unit !== second.count.unit || NOT.test(label)) return NOTHING;
  const [part, whole] = first.count.value < second.count.value ? [first, second] : [second, first];
  const isReach = REACH_RATE.test(label) && whole === first && whole.count.tellsAll;
  if (!(whole.count.due && !part.count.due) && !isReach && !isRightBehind(whole, part, token)) return NOTHING;
  if (part.count.state !== null && part.count.state !== "done") return NOTHING;
  return { pairs: [], meant: { part: part.count.value, whole: whole.count.value }, sure: false };
}

/** 抽查药店75家，凭处方销售的69家，规范率94%: right behind the two, and within a few points of what they give. */
function isRightBehind({ count: whole }: ClaimNode, { count: part }: ClaimNode, token: PercentToken): boolean {
  if (
    !whole.tellsAll ||
    whole.end > part.start ||
    part.state !== null ||
    part.due ||
    token.start - part.end > LONGEST_LABEL
  )
    return false;
  const share = (Number(part.value) / Number(whole.value)) * 100;
  return Math.abs(share - token.mantissa / 10 ** token.decimals) <= FEW_POINTS;
}

const LONGEST_LABEL = 8;
const FEW_POINTS = 6;

/** 任务20项，完成率95%（19项）: how many it is stands in a bracket of its own behind it. */
function readBracket(near: readonly ClaimNode[], told: readonly ClaimNode[], at: number): RateReading {
  const [part, more] = told;
  const [whole] = near.filter(({ count }) => count.end <= at).slice(-1);
  if (!part || more || !whole || part.count.start !== part.count.bracket + 1 || part.count.after !== "") return NOTHING;
  if (part.count.unit !== whole.count.unit || part.count.value > whole.count.value || whole.count.state !== null)
    return NOTHING;
  return { pairs: [], meant: { part: part.count.value, whole: whole.count.value }, sure: false };
}

const REACH_RATE = reWith("u")`${words.reach}率$`;

/** 一季度完成率62%，…，二季度末未完成29个: counts of another period are none of the rate's; nor are their wholes. */
function ofItsPeriod(near: readonly ClaimNode[], label: string): readonly ClaimNode[] {
  const period = PERIOD.exec(label)?.[0];
  if (period === undefined) return near;
  const told = near.flatMap(({ count }) => PERIOD.exec(count.before)?.[0] ?? []);
  return told.length > 0 && !told.includes(period) ? [] : near;
}

const PERIOD = reWith("u")`${changes.inPeriod}`;

/** 办结241件，按期办结率74.69%: some were done too late, where nothing says which were due or in time. */
function isLessInTime(token: PercentToken, { part, whole }: Pair, scope: readonly ClaimNode[]): boolean {
  if (scope.some(({ count }) => count.due || count.sides.has("timely") || count.sides.has("deadline"))) return false;
  return Number(part) * 100 > (token.mantissa / 10 ** token.decimals) * Number(whole);
}

/** 计划巡查240次，实际巡查252次，计划完成率105%: what was really done may be more than was planned. */
function readActual(scope: readonly ClaimNode[]): RateReading {
  const [plan, secondPlan] = scope.filter(({ count }) => count.due);
  const [real, secondReal] = scope.filter(({ count }) => ACTUAL.test(count.before));
  if (!plan || !real || secondPlan || secondReal || plan.count.unit !== real.count.unit) return NOTHING;
  return { pairs: [], meant: { part: real.count.value, whole: plan.count.value }, sure: true };
}

const ACTUAL = /实际[^，。；、\d]{0,4}$/u;

/** 完成率达97.5%（40条中完成39条）: told of the very counts that stand in brackets behind it. */
function bracketed(here: readonly ClaimNode[], token: PercentToken): readonly ClaimNode[] {
  return here.filter(({ count }) => count.bracket === token.end);
}

/** 资金到位率 of 完成投资 and 支付: the deed it is called by is told of no count. */
function isOfAnotherDeed(label: string, near: readonly ClaimNode[]): boolean {
  const deed = DEED.exec(label)?.[1];
  if (deed === undefined || GENERAL.test(label)) return false;
  return !near.some(({ count }) => [...deed].some((sign) => `${count.before}${count.told}`.includes(sign)));
}

const DEED = reWith("u")`(${words.deeds})率$`;
const GENERAL = reWith("u")`${words.general}`;

/** 9个问题，已完成3个；1件信访件，达进度1件，完成率0%: between ；， a whole of its own of which nothing says what is done. */
function isOfOneMember(here: readonly ClaimNode[], line: Line, token: PercentToken): boolean {
  const own = ofMember(here, line, token);
  if (own.length === 0) return false;
  if (
    !own.some(({ count }) => count.opens) ||
    own.some(({ count: { state } }) => state === "done" || state === "basic")
  )
    return false;
  return (
    own.some(({ count }) => count.state === null && !count.opens) ||
    (own.length < here.length && own.every(({ count }) => count.state !== "open"))
  );
}

/** Counts between the ； that a rate stands between. */
function ofMember(here: readonly ClaimNode[], { plain }: Line, token: PercentToken): readonly ClaimNode[] {
  const from = plain.lastIndexOf("；", token.start);
  const behind = plain.indexOf("；", token.end);
  return here.filter(({ count }) => count.start > from && (behind < 0 || count.end <= behind));
}

/** 到期销号率 divides what was due, where the text tells it. */
const DUE_RATE = reWith("u")`${words.ofDue}`;

function ofWhatWasDue(reading: RateReading, scope: readonly ClaimNode[]): RateReading {
  const wholes = scope.flatMap(({ part }) => part?.wholes ?? []);
  const all = [...scope, ...wholes].filter(({ count }) => count.due);
  const expired = all.filter(({ count }) => DUE_RATE.test(count.before));
  const due = (expired.length > 0 ? expired : all).map(({ count }) => count.value);
  const pairs = reading.pairs.filter(({ whole }) => due.includes(whole));
  const { meant } = reading;
  if (pairs.length === 0 || !meant) return reading;
  return { ...reading, pairs, meant: due.includes(meant.whole) ? meant : (pairs[0] ?? meant) };
}

/** 按时完成率: what was done too late is not in it. */
const IN_TIME = reWith("u")`^${words.inTime}`;
const TOO_LATE = reWith("u")`${LATE}`;
const TIMELY = reWith("gu")`${words.timely}(?=${words.done})`;

/** 措施落实率 speaks of 措施, 资金整改率 of money: where the text counts them, of nothing else. */
function nodesNamed(near: readonly ClaimNode[], label: string): readonly ClaimNode[] {
  const money = label.includes("资金") || label.includes("追缴") || label.includes("金额");
  if (money) return near.filter((node) => node.count.family === "元");
  const thing = THING.exec(label)?.[0];
  if (thing === undefined) return ofItsMeasure(near, label);
  const speaks = (node: ClaimNode): boolean => `${node.count.before}|${node.count.after}`.includes(thing);
  const own = near.filter((node) => speaks(node) || node.part?.wholes.some(speaks) === true);
  return own.length > 1 ? own : near;
}

/** 图斑416个、912亩，图斑整改率…，面积整改率…: of what is measured like the count that bears the name. */
function ofItsMeasure(near: readonly ClaimNode[], label: string): readonly ClaimNode[] {
  const name = label.slice(0, NAME);
  if (GENERAL_NAMES.has(name)) return near;
  const named = near.find(({ count }) => count.before.endsWith(name));
  return named && label.length > NAME + RATE_OF_DONE
    ? near.filter(({ count }) => count.unit === named.count.unit)
    : near;
}

const NAME = 2;
const GENERAL_NAMES: ReadonlySet<string> = new Set([...words.filler, ...words.done]);
/** 整改率 */
const RATE_OF_DONE = 2;

/** A rate whose name holds more than the text's own words (上级转办件办结率) is a rate of something else. */
export function isOfSomethingElse(label: string, near: readonly ClaimNode[]): boolean {
  const rest = label.replace(FILLER, "").replace(/[的\s]/gu, "");
  if (rest.length < 2) return false;
  return !near.some(({ count }) => `${count.gap}${count.after}`.includes(rest));
}

/** 改判, or shortened behind its denial: 不捕 of 不批准逮捕. */
function isCalled(before: string, name: string): boolean {
  if (before === name) return true;
  const [first = "", second = "", more] = name;
  return more === undefined && NOT.test(first) && before.startsWith(first) && before.endsWith(second) && second !== "";
}
