/** Rates with a name: 整改完成率 divides what is done, 不合格率 what bears its name, 回收率 what was got back. */
import { reWith } from "../../zh/pattern";
import { THINGS, rates as words } from "../../zh/words/claim-rates";
import { changes } from "../../zh/words/claim-changes";
import type { ClaimNode, ToldCount, Line, PercentToken } from "../../reading";
import { NOTHING, ofFamily, total, wholeOf, type Pair, type RateReading } from "./pairs";

export const DONE_RATE = reWith("u")`${words.done}率$`;
const NOT = /[未不没逾超]/u;
const TOTAL_RATE = reWith("u")`^[^，。]{0,6}${words.whole}`;
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
  if (!/[率度](?:（[^）]*）)?$/u.test(label) || CHANGE.test(label)) return NOTHING;
  const near = ofItsPeriod(around, label);
  const named = DONE_RATE.test(label) ? nodesNamed(near, label) : near;
  const inTime = IN_TIME.test(label);
  const here = named.filter(({ count }) => count.sentence === sentence && !(inTime && LATE.test(count.before)));
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
  return readOnlyTwo(here, label);
}

/** 覆盖率87.5%，其中应训96人，参训84人: the only two counts of the sentence, one of them told to be due or the rate one of reach. */
function readOnlyTwo(here: readonly ClaimNode[], label: string): RateReading {
  const [first, second, more] = here;
  if (!first || !second || more || first.count.unit !== second.count.unit || NOT.test(label)) return NOTHING;
  const [part, whole] = first.count.value < second.count.value ? [first, second] : [second, first];
  const isReach = REACH_RATE.test(label) && whole === first && whole.count.tellsAll;
  if (!(whole.count.due && !part.count.due) && !isReach) return NOTHING;
  if (part.count.state !== null && part.count.state !== "done") return NOTHING;
  return { pairs: [], meant: { part: part.count.value, whole: whole.count.value }, sure: false };
}

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
  const all = scope.filter(({ count }) => count.due);
  const expired = all.filter(({ count }) => DUE_RATE.test(count.before));
  const due = (expired.length > 0 ? expired : all).map(({ count }) => count.value);
  const pairs = reading.pairs.filter(({ whole }) => due.includes(whole));
  const { meant } = reading;
  if (pairs.length === 0 || !meant) return reading;
  return { ...reading, pairs, meant: due.includes(meant.whole) ? meant : (pairs[0] ?? meant) };
}

/**
 * A rate whose numerator only shares a character with its name (回收率 of 收回480份, 退单率 of 退回75件), or is what was got of
 * what was due (应到65人，实到61人，参会率). Only where one count of the sentence can be meant.
 */
export function readAlike(scope: readonly ClaimNode[], at: number, label: string): RateReading {
  const root = rootOf(label);
  if (root === "" || NOT.test(root)) return NOTHING;
  const bearing = scope.filter(
    ({ count }) =>
      !count.due &&
      scope.some((other) => other.count.value > count.value) &&
      [...root].some((sign) => `${count.before}|${count.told}`.includes(sign)),
  );
  const got = scope.filter(({ count }) => count.state === "done" && GOT.test(count.before));
  const absent = PRESENT.test(root) ? scope.filter(({ count }) => ABSENT.test(count.before)) : [];
  const [part, other] = bearing.length > 0 ? bearing : absent.length > 0 ? absent : got;
  if (!part || (other?.count.unit === part.count.unit && other.count.stop !== 5)) return NOTHING;
  // 主办50件、协办36件，办复率100%: told of each alike, of none alone.
  if (other && areTwins(other.count.before, part.count.before)) return NOTHING;
  const base = wholeOf(part, ofFamily(scope, part.count), at, part.count.value);
  if (!base || base === part || (bearing.length === 0 && !base.count.due)) return NOTHING;
  const bases = ofFamily(scope, part.count).filter((node) => node !== part && node.count.value >= part.count.value);
  const pairs = bases.flatMap(({ count: { value: whole } }) =>
    [part.count.value, whole - part.count.value].map((one) => ({ part: one, whole })),
  );
  const negated = absent.includes(part) || NOT.test(`${part.count.before}|${part.count.told}`);
  const value = negated ? base.count.value - part.count.value : part.count.value;
  return { pairs, meant: { part: value, whole: base.count.value }, sure: bases.length === 1 };
}

/** 主办, 协办; 较好 is a kind of 好. */
function areTwins(one: string, two: string): boolean {
  return one.slice(-1) === two.slice(-1) && !one.endsWith(two) && !two.endsWith(one);
}

const PRESENT = reWith("u")`${words.present}`;
const ABSENT = reWith("u")`${words.absent}`;
const GOT = reWith("u")`${words.got}[^，。；、\d]{0,3}$`;

const RATE = "率";
const RATE_SIGN = reWith("u")`${["进度", "率", "度"]}$`;

/** 回收 of 问卷回收率 */
function rootOf(label: string): string {
  return label.replace(RATE_SIGN, "").slice(-2);
}

/** 按时完成率: what was done too late is not in it. */
const IN_TIME = reWith("u")`^${["按期", "按时", "如期"]}`;
const LATE = reWith("u")`${["超期", "逾期", "超时"]}`;
const TIMELY = reWith("gu")`${["按期", "按时", "如期", "超期", "逾期"]}(?=${words.done})`;

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

export function readDone(
  scope: readonly ClaimNode[],
  named: readonly ClaimNode[],
  at: number,
  label: string,
): RateReading {
  const told = scope.filter(({ count }) => count.state === "done");
  const done = told.length > 0 ? told : scope.filter(({ count }) => DID.test(count.before) && !count.due);
  const partly = scope.filter(({ count }) => count.state === "basic");
  const pairs: Pair[] = [];
  const groups = new Map<ClaimNode, ClaimNode[]>();
  for (const node of scope)
    for (const whole of node.part?.wholes ?? []) groups.set(whole, [...(groups.get(whole) ?? []), node]);
  const bases = basesOf(named);
  for (const node of [...done, ...partly]) {
    for (const part of numerators(node, scope)) for (const whole of bases(node, part)) pairs.push({ part, whole });
  }
  // What is not done leaves what is.
  const meantOf: { pair: Pair; at: number }[] = [];
  for (const [whole, parts] of groups) {
    const open = parts.filter(({ count }) => count.state === "open");
    if (open.length === 0) continue;
    const left = whole.count.value - total(open);
    if (left < 0n) continue;
    pairs.push({ part: left, whole: whole.count.value });
    for (const one of open) pairs.push({ part: whole.count.value - one.count.value, whole: whole.count.value });
    if (done.length === 0) meantOf.push({ pair: { part: left, whole: whole.count.value }, at: whole.count.start });
  }
  for (const node of done) pairs.push(...ofSomeClasses(node, scope));
  pairs.push(...togetherPairs(scope, done));
  if (TOTAL_RATE.test(label) && done.length >= 2) {
    const all = togetherPairs(scope, done);
    // 46个问题。立行立改类31个已完成30个，…，综合完成率76.1%: of all that was told before.
    pairs.push(...togetherPairs(named, done));
    const best = all[all.length - 1];
    if (best) return { pairs, meant: best, sure: true };
  }
  // 剩余4处已采取停气措施: what is left, though something is done about it.
  for (const node of done) {
    const whole = node.count.lead === "rest" ? node.part?.wholes[0]?.count.value : undefined;
    if (whole !== undefined && whole > node.count.value) pairs.push({ part: whole - node.count.value, whole });
  }
  const before = done.filter(({ count }) => count.end <= at);
  const numerator = before[before.length - 1] ?? done[0];
  if (numerator) {
    const base = wholeOf(numerator, ofFamily(scope, numerator.count), at, numerator.count.value);
    const list = numerator.breakdowns.find(({ how }) => how === "total");
    if (list && total(list.parts) >= numerator.count.value) {
      const pair = { part: numerator.count.value, whole: total(list.parts) };
      if (list.parts.every(({ count }) => count.state !== "done"))
        return { pairs: [...pairs, pair], meant: pair, sure: true };
    }
    if (base && base !== numerator && done.length === 1 && isSmallRest(numerator.count, base.count))
      return { pairs, meant: { part: base.count.value - numerator.count.value, whole: base.count.value }, sure: false };
    if (base && base !== numerator) {
      const excluded = total(
        scope.filter(
          ({ count, part }) => count.state === "other" && part === numerator.part && EXCLUDED.test(count.before),
        ),
      );
      return {
        pairs,
        meant: { part: numerator.count.value, whole: base.count.value - excluded },
        sure: true,
      };
    }
    const above = totalAbove(numerator, named);
    if (above) return { pairs, meant: { part: numerator.count.value, whole: above.count.value }, sure: false };
    return doneAndOpen(numerator, scope, pairs);
  }
  const rest = meantOf[0];
  return { pairs, meant: rest?.pair ?? null, sure: meantOf.length === 1 };
}

/** 违规资金共3750万元。已上缴…、归还…，已整改合计3450万元: the only whole of the sentence before, of what is told together. */
function totalAbove({ count }: ClaimNode, named: readonly ClaimNode[]): ClaimNode | null {
  if (count.lead !== "total" && count.lead !== "weakTotal") return null;
  const before = named.filter((node) => node.count.sentence === count.sentence - 1 && node.count.unit === count.unit);
  const [only, other] = before;
  return only && !other && only.count.tellsAll && only.count.state === null && only.count.value >= count.value
    ? only
    : null;
}

/** Less than half of its whole, told as what is left. */
function isSmallRest({ lead, value }: ToldCount, whole: ToldCount): boolean {
  return lead === "rest" && value * 2n < whole.value;
}

/** Classes of progress beside what is done; more are no summary of one whole. */
const MOST_CLASSES = 5;

/**
 * 11个，已完成6个，正在整改3个，长期坚持1个，延期1个，完成率75%: a rate may leave out what is not due yet, whatever class that
 * is; never all that is not done.
 */
function ofSomeClasses(node: ClaimNode, scope: readonly ClaimNode[]): readonly Pair[] {
  const whole = node.part?.wholes[0]?.count.value;
  const classes = scope.filter((one) => one !== node && one.part === node.part && one.count.state !== "done");
  if (whole === undefined || classes.length < 2 || classes.length > MOST_CLASSES) return [];
  // Only where the classes are all there is: a slip in the whole is no base of its own.
  if (total(node.part?.parts ?? []) !== whole) return [];
  const pairs: Pair[] = [];
  for (let mask = 1; mask < (1 << classes.length) - 1; mask++) {
    const out = total(classes.filter((_, at) => (mask & (1 << at)) !== 0));
    if (whole - out > node.count.value) pairs.push({ part: node.count.value, whole: whole - out });
  }
  return pairs;
}

const DID = reWith("u")`^${words.did}[^，。；、\d]{1,6}$`;

/** 办理80件，尚有6件未办结: of 86, or 74 of 80. */
function doneAndOpen({ count, part }: ClaimNode, scope: readonly ClaimNode[], pairs: readonly Pair[]): RateReading {
  const open = scope.filter((node) => node.count.state === "open" && node.count.family === count.family);
  const [left] = open;
  if (!left || open.length > 1 || left.part !== part || left.count.value > count.value)
    return { pairs, meant: null, sure: false };
  const all = count.value + left.count.value;
  const others = [
    { part: count.value, whole: all },
    { part: count.value - left.count.value, whole: count.value },
  ];
  return { pairs: [...pairs, ...others], meant: others[1] ?? null, sure: false };
}

const EXCLUDED = /^不[纳计]入/u;

/** Done, with what is basically, for this stage or for long done. */
function numerators(node: ClaimNode, scope: readonly ClaimNode[]): readonly bigint[] {
  const { value } = node.count;
  const beside = scope.filter(
    (one) =>
      one !== node &&
      one.part === node.part &&
      one.part !== null &&
      (one.count.state === "basic" || isLongTerm(one.count)),
  );
  return [value, ...beside.map((one) => value + one.count.value), value + total(beside)];
}

const LONG_TERM = reWith("u")`${["长期", "持续"]}`;

function isLongTerm(count: ToldCount): boolean {
  return count.state === "open" && LONG_TERM.test(`${count.before}${count.after}`);
}

/** Every count a numerator may be divided by: distinct tokens only. */
function basesOf(nodes: readonly ClaimNode[]): (node: ClaimNode, part: bigint) => readonly bigint[] {
  return (node, part) => {
    const values: bigint[] = [];
    const own = node.part?.wholes ?? [];
    for (const base of new Set([...own, ...ofFamily(nodes, node.count)])) {
      if (base === node || base.count.value < part) continue;
      values.push(base.count.value);
      const out = nodes.filter((one) => one.count.state === "other" && one.part?.wholes.includes(base));
      if (out.some(({ count }) => EXCLUDED.test(count.before))) values.pop();
      if (out.length > 0 && base.count.value - total(out) >= part) values.push(base.count.value - total(out));
    }
    if (ALL.test(node.count.after) || ALL.test(node.count.before)) values.push(part);
    return values;
  };
}

const ALL = reWith("u")`${["全部", "均已", "全都", "都已"]}`;

/** Several wholes together: 30件办结28件，50件办结47件，总体办结率93.75%. */
function togetherPairs(scope: readonly ClaimNode[], done: readonly ClaimNode[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const first = done[0];
  if (!first || done.length < 2) return pairs;
  const family = done.filter(({ count }) => count.family === first.count.family);
  const sum = total(family);
  for (const base of ofFamily(scope, first.count))
    if (base.count.value >= sum && !family.includes(base)) pairs.push({ part: sum, whole: base.count.value });
  // 12个已整改完毕，9个已整改7个: what is all done is its own whole.
  const wholes = [
    ...new Set(
      family
        .map((node) => node.part?.wholes[0] ?? (node.count.told === "" ? undefined : node))
        .filter((whole) => whole !== undefined),
    ),
  ];
  if (wholes.length >= 2 && total(wholes) >= sum) pairs.push({ part: sum, whole: total(wholes) });
  return pairs;
}

/** A rate whose numerator bears its name: 满意率, 不合格率, 到会率. */
export function readBearing(
  scope: readonly ClaimNode[],
  named: readonly ClaimNode[],
  at: number,
  label: string,
): RateReading {
  const root = label.replace(RATE_SIGN, "").replace(/[（(].*$/u, "");
  if (root.length < 2) return NOTHING;
  const key = keyOf(root, scope);
  // 3个单位满意率低于85% bears the rate's name and counts none of its things.
  const namesRate = ({ before, after }: ToldCount): boolean => `${before}|${after}`.includes(`${key}${RATE}`);
  const negative = NOT.test(root);
  const bears = (node: ClaimNode): boolean => {
    const text = `${node.count.before}|${node.count.after}`;
    const at = text.indexOf(key);
    if (at < 0 || node.count.due || namesRate(node.count)) return false;
    return NOT.test(key) || NOT.test(text.slice(Math.max(0, at - NEGATION), at)) === negative;
  };
  const open = negative && root.includes("未");
  const bearing = scope.filter((node) => bears(node) || (open && node.count.state === "open"));
  const against = scope.filter(
    (node) =>
      !bearing.includes(node) &&
      `${node.count.before}|${node.count.after}`.includes(key) &&
      !node.count.due &&
      !namesRate(node.count),
  );
  const bases = basesOf(named);
  const pairs: Pair[] = [];
  for (const node of bearing)
    for (const whole of bases(node, node.count.value)) pairs.push({ part: node.count.value, whole });
  const first = bearing[0];
  if (first && bearing.length > 1)
    for (const whole of bases(first, total(bearing))) pairs.push({ part: total(bearing), whole });
  // 甲片42户完成签约40户，乙片58户完成签约51户，全域签约率91%
  const ofAll = togetherPairs(scope, bearing);
  const whole = ofAll[ofAll.length - 1];
  if (whole && TOTAL_RATE.test(label)) return { pairs: [...pairs, ...ofAll], meant: whole, sure: false };
  pairs.push(...ofAll);
  for (const node of against)
    for (const whole of bases(node, node.count.value)) pairs.push({ part: whole - node.count.value, whole });
  // 合格394批次, 不合格率: the other side of the whole.
  const isLimited = ({ count: { before } }: ClaimNode): boolean =>
    LIMITED.test(before) && !before.replace(LIMITED_ONES, "").includes(key);
  const rest = [...bearing.filter(isLimited), ...against];
  const full = bearing.filter((node) => !isLimited(node));
  const before = full.filter(({ count }) => count.end <= at);
  const numerator = before[before.length - 1] ?? full[0] ?? null;
  if (numerator) {
    const base = wholeOf(numerator, ofFamily(scope, numerator.count), at, numerator.count.value);
    if (!base) return { pairs, meant: withItsOther(numerator, against), sure: true };
    const basic = INCLUDING.test(label) ? total(rest.filter(isLimited)) : 0n;
    return {
      pairs,
      meant: { part: numerator.count.value + basic, whole: base.count.value },
      // 公办园82所，普惠园46所，普惠率91.4%: of what is only told beside it.
      sure:
        !full.some((node) => node !== numerator && node.part === null) &&
        (base.count.opens || base.part !== null || numerator.part?.wholes.includes(base) === true),
    };
  }
  const other = against[against.length - 1];
  if (!other || against.length !== 1) return { pairs, meant: null, sure: false };
  const base = wholeOf(other, ofFamily(scope, other.count), at, other.count.value);
  return {
    pairs,
    meant: base ? { part: base.count.value - other.count.value, whole: base.count.value } : null,
    sure: true,
  };
}

/** 合格320批次、不合格33批次，合格率: both sides of what nothing else counts. */
function withItsOther(numerator: ClaimNode, against: readonly ClaimNode[]): Pair | null {
  const [other] = against;
  if (!other || against.length > 1 || other.count.unit !== numerator.count.unit) return null;
  if (numerator.part === null || other.part !== numerator.part || numerator.part.parts.length !== 2) return null;
  return { part: numerator.count.value, whole: numerator.count.value + other.count.value };
}

/** The part of a rate's name that its counts bear: 到会 of 实际到会率, 问题 of 问题发生率. */
function keyOf(root: string, scope: readonly ClaimNode[]): string {
  for (let at = root.length - 2; at >= 0; at--) {
    const key = root.slice(at, at + 2);
    if (scope.some(({ count }) => `${count.before}|${count.after}`.includes(key))) return key;
  }
  return root.slice(-2);
}

/** 未按期反馈: what negates a word stands close before it. */
const NEGATION = 4;
const LIMITED = reWith("u")`${["基本", "比较", "较为"]}`;
/** 满意和比较满意 tells both. */
const LIMITED_ONES = reWith("gu")`${["基本", "比较", "较为"]}[\u4e00-\u9fff]{2}`;
const INCLUDING = /[（(]含/u;
