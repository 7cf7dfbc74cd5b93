/** Rates whose numerator bears their name: 满意率, 不合格率, or shares a character with it: 回收率 of 收回480份. */
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import type { ClaimNode, ToldCount } from "../../reading";
import { NOTHING, ofFamily, total, wholeOf, type Pair, type RateReading } from "./pairs";
import { basesOf, togetherPairs, TOTAL_RATE } from "./rate-bases";

/** In a rate's name they turn it round. */
export const NOT = /[未不没逾超]/u;

/**
 * A rate whose numerator only shares a character with its name (回收率 of 收回480份, 退单率 of 退回75件), or is what was got of
 * what was due (应到65人，实到61人，参会率). Only where one count of the sentence can be meant.
 */
export function readAlike(scope: readonly ClaimNode[], at: number, label: string): RateReading {
  const root = rootOf(label);
  if (root === "" || NOT.test(root)) return NOTHING;
  const named = ofItsList(scope, root);
  if (named) return named;
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
  if (!base || base === part || (bearing.length === 0 && !base.count.due) || isBeside(part, base)) return NOTHING;
  const bases = ofFamily(scope, part.count).filter((node) => node !== part && node.count.value >= part.count.value);
  const pairs = bases.flatMap(({ count: { value: whole } }) =>
    [part.count.value, whole - part.count.value].map((one) => ({ part: one, whole })),
  );
  const negated = absent.includes(part) || NOT.test(`${part.count.before}|${part.count.told}`);
  const value = negated ? base.count.value - part.count.value : part.count.value;
  return { pairs, meant: { part: value, whole: base.count.value }, sure: false };
}

/** 甲级率96.8%，其中甲级病历600份、乙级病历20份: one of a list bears the whole name, and the list has no other whole. */
function ofItsList(scope: readonly ClaimNode[], root: string): RateReading | null {
  const bearing = scope.filter(({ count }) => count.before.includes(root) && !count.before.includes(`${root}率`));
  const [node, other] = bearing;
  if (!node || other || node.count.due) return null;
  const list = ofFamily(scope, node.count).filter(
    ({ count, part }) => part === node.part && count.sentence === node.count.sentence,
  );
  const [first, second] = list;
  if (
    list.length < 2 ||
    !first ||
    !second ||
    list.some(({ part, count }) => (part?.wholes.length ?? 0) > 0 || count.state !== null)
  )
    return null;
  if (!list.slice(1).every(({ count }) => count.gap.startsWith("、")) || !list.includes(node)) return null;
  const pair = { part: node.count.value, whole: total(list) };
  return { pairs: [pair], meant: pair, sure: false };
}

/** 主办, 协办; 较好 is a kind of 好. */
function areTwins(one: string, two: string): boolean {
  return one.slice(-1) === two.slice(-1) && !one.endsWith(two) && !two.endsWith(one);
}

const PRESENT = reWith("u")`${words.present}`;
const ABSENT = reWith("u")`${words.absent}`;
const GOT = reWith("u")`${words.got}[^，。；、\d]{0,3}$`;

const RATE = "率";
const RATE_SIGN = reWith("u")`${words.signs}$`;

/** 回收 of 问卷回收率 */
function rootOf(label: string): string {
  return label.replace(RATE_SIGN, "").slice(-2);
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
  // 新建卫生厕所9000座，卫生厕所普及率95%: how many of all have one is told by its deed alone.
  if (REACH.test(root) && key !== root.slice(-2)) return NOTHING;
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
  // 公办园82所，普惠性民办园35所，普惠率91.4%: of what stands side by side with it together.
  for (const node of bearing)
    for (const beside of ofFamily(scope, node.count))
      if (beside !== node && beside.part === node.part && beside.count.end <= node.count.start)
        for (const all of bases(node, node.count.value + beside.count.value))
          pairs.push({ part: node.count.value + beside.count.value, whole: all });
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
    if (isBeside(numerator, base)) return { pairs, meant: null, sure: false };
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

const REACH = reWith("u")`${words.reach}$`;

/** A name with a verb before it (评查案卷) tells a whole. */
const BARE_NAME = 4;

/** 公办园82所，普惠性民办园35所: two of one noun, neither the whole of the other. */
function isBeside({ count, part }: ClaimNode, base: ClaimNode): boolean {
  if (base.count.tellsAll || base.count.due || part?.wholes.includes(base) === true) return false;
  const [one, other] = [count.before, base.count.before];
  const isBareName = other.length > 2 && other.length <= BARE_NAME;
  return isBareName && one.length > 2 && one.slice(-1) === other.slice(-1) && count.state === null;
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
const LIMITED = reWith("u")`${words.limited}`;
/** 满意和比较满意 tells both. */
const LIMITED_ONES = reWith("gu")`${words.limited}[\u4e00-\u9fff]{2}`;
const INCLUDING = /[（(]含/u;
