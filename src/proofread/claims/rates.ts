/**
 * Rates and shares: a percentage with the counts it may divide. A rate's name says what its numerator is (整改完成率: what is
 * done; 不合格率: what bears the name); its base is the whole of the numerator, or another whole that fits. Every pair that a
 * careful reader would accept is tried; only where none gives the percentage, the likeliest one is held against it.
 */
import type { Severity } from "../../rule";
import { anyOf, reWith } from "../../zh/pattern";
import { THINGS, rates as words } from "../../zh/words/claim-rates";
import {
  nodesAround,
  readRate,
  type Line,
  type PercentToken,
  type Place,
  type Token,
  exactText,
  type Count,
  type ClaimNode,
  type Paragraph,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";

/** A percentage that no accepted pair of counts gives. */
export interface RateFault {
  readonly place: Place;
  readonly label: string;
  readonly written: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly expected: string;
  /** The reading the warning names: cut off instead of rounded; "" where there is none. */
  readonly reading: "" | "cut";
  readonly severity: Severity;
  /** A rate of what is done, not a share or a rate of its own name. */
  readonly ofDone: boolean;
}

export interface Pair {
  readonly part: bigint;
  readonly whole: bigint;
}

/** What a percentage may be made of: the pairs to be tried, and the one that is meant. */
interface Reading {
  readonly pairs: readonly Pair[];
  readonly meant: Pair | null;
  readonly sure: boolean;
}

/** Counts a rate may speak of: these many before and behind it. */
const BACK = 14;
const AHEAD = 6;

/** Faults of one paragraph, in text order. */
export function rateFaults(paragraph: Paragraph): readonly RateFault[] {
  const { line } = paragraph;
  const faults: RateFault[] = [];
  if (!line.tokens.some(isPercent)) return faults;
  line.sentences.forEach(({ tokens, start }, sentence) => {
    let floor = start;
    for (const token of tokens) {
      if (token.type === "percent" && !token.approx) {
        const fault = faultOf(paragraph, sentence, token, floor);
        if (fault) faults.push(fault);
      }
      floor = token.type === "number" ? token.unitEnd : token.end;
    }
  });
  return faults;
}

function isPercent(token: Token): token is PercentToken {
  return token.type === "percent";
}

function faultOf(paragraph: Paragraph, sentence: number, token: PercentToken, floor: number): RateFault | null {
  const { line } = paragraph;
  const lead = line.plain.slice(floor, token.start);
  const near = around(paragraph, token.start);
  const of = near.filter((node) => node.count.end <= floor).pop();
  const explicit = of?.count.end === floor && SHARE_OF.test(of.count.before) && OF.test(lead) ? of : null;
  const rate = readRate(line, token, floor);
  const label = explicit ? "占比" : (rate?.label ?? unnamed(lead));
  if (label === "" || OTHER.test(clauseBefore(line, token.start))) return null;
  const share = explicit !== null || SHARE.test(label);
  const reading = share ? readShare(near, token, label, explicit) : readNamed(near, sentence, token, label);
  const { meant } = reading;
  if (!meant || meant.whole === 0n) return null;
  if (reading.pairs.some(({ part, whole }) => isShareOf(token, part, whole))) return null;
  if (isShareOf(token, meant.part, meant.whole)) return null;
  const cut = reading.pairs.concat(meant).find(({ part, whole }) => part < whole && isCutOf(token, part, whole));
  const shown = cut ?? meant;
  return {
    place: { line: line.index, start: token.start, end: token.end },
    label,
    written: token.text,
    numerator: exactText(shown.part),
    denominator: exactText(shown.whole),
    expected: shareText(shown.part, shown.whole, token.decimals),
    reading: cut ? "cut" : "",
    severity: cut || !reading.sure ? "warning" : "error",
    ofDone: !share && DONE_RATE.test(label),
  };
}

/** 占总数的25% is a share; 完成年度计划的82% a rate of what is done. */
function unnamed(lead: string): string {
  if (OF_ALL.test(lead)) return "占";
  return OF_PLAN.test(lead) ? "完成率" : "";
}

const OF_ALL = reWith("u")`占${words.plain}*(?:的)?\s*$`;
const OF_PLAN = reWith("u")`完成[^，。；\d]{0,6}${["计划", "目标", "任务"]}的\s*$`;

function clauseBefore(line: Line, end: number): string {
  const text = line.plain.slice(Math.max(0, end - 24), end);
  return text.slice(Math.max(text.lastIndexOf("，"), text.lastIndexOf("；"), text.lastIndexOf("。")) + 1);
}

const OTHER = reWith("u")`${words.other}`;
const SHARE = reWith("u")`${["占", "占比", "比重", "比例"]}$`;
const SHARE_OF = reWith("u")`${words.shareOf}`;
const OF = /^[^，。；、\d]{0,8}的\s*$/u;

/**
 * The pairs a share told roughly may be made of, the likeliest last: of a rate's name, else of what is done or pleased.
 * @param label the rate's name (满意率), "" where none is told
 */
export function sharesMeant(paragraph: Paragraph, sentence: number, at: number, label: string): readonly Pair[] {
  const near = around(paragraph, at);
  const here = near.filter(({ count }) => count.sentence === sentence);
  if (label !== "" && !DONE_RATE.test(label)) {
    const { pairs, meant } = readBearing(here, here, at, label);
    return meant ? [...pairs, meant] : [];
  }
  const before = here.filter(
    ({ count }) => count.end <= at && (count.state === "done" || (label === "" && count.sides.has("satisfaction"))),
  );
  const last = before[before.length - 1];
  if (last?.count.sides.has("satisfaction") === true) {
    const base = wholeOf(last, ofFamily(here, last.count), at, last.count.value);
    return base ? [{ part: last.count.value, whole: base.count.value }] : [];
  }
  const { pairs, meant } = readDone(here, here, at, label === "" ? "完成率" : label);
  return meant ? [...pairs, meant] : [];
}

/** Nodes around a place, in text order. */
function around(paragraph: Paragraph, at: number): readonly ClaimNode[] {
  return nodesAround(paragraph, at, BACK, AHEAD).filter((node) => node.count.exact);
}

const ofFamily = (nodes: readonly ClaimNode[], count: Count): readonly ClaimNode[] =>
  nodes.filter((node) => node.count.family === count.family);

const total = (nodes: readonly ClaimNode[]): bigint => nodes.reduce((sum, { count }) => sum + count.value, 0n);

// ------------------------------------------------------------------------------------------------------------- shares

/** 占40%, 占问题总数48个的75%, 两项合计占95%: the part right before it, or the list that ends there. */
function readShare(
  near: readonly ClaimNode[],
  token: PercentToken,
  label: string,
  explicit: ClaimNode | null,
): Reading {
  const before = near.filter((node) => node.count.end <= token.start && node !== explicit);
  const last = before[before.length - 1];
  if (!last || (explicit === null && NAMED_BASE.test(label))) return NOTHING;
  const family = ofFamily(before, explicit?.count ?? last.count);
  const part = family[family.length - 1];
  if (!part || (explicit === null && part !== last)) return NOTHING;
  const list = listBefore(family);
  const sums = list.map((_, at) => total(list.slice(at)));
  const bases = explicit
    ? [explicit]
    : ofFamily(near, part.count).filter((node) => !list.includes(node) || list.length > 1);
  const pairs = sums.flatMap((sum) =>
    bases
      .filter((node) => node !== part && node.count.value >= sum)
      .map((node) => ({ part: sum, whole: node.count.value })),
  );
  // A slip in one part is told of the sum: the share may be right for what the others leave.
  for (const whole of part.part?.wholes ?? [])
    pairs.push({
      part: whole.count.value - total(part.part?.parts.filter((one) => one !== part) ?? []),
      whole: whole.count.value,
    });
  const together =
    TOGETHER.test(label) || (explicit !== null && list.length > 1 && list.every(({ count }) => count.state === null));
  const numerator = together ? (sums[0] ?? part.count.value) : part.count.value;
  const base = explicit ?? wholeOf(together ? (list[0] ?? part) : part, bases, token.start, numerator);
  if (!base || numerator > base.count.value) return { pairs, meant: null, sure: false };
  return { pairs, meant: { part: numerator, whole: base.count.value }, sure: true };
}

const NOTHING: Reading = { pairs: [], meant: null, sure: false };
const TOGETHER = reWith("u")`${["合计", "两项", "三项", "共", "两者", "三者", "分别"]}`;
/** 占全县总量的: a base of its own name, told nowhere. */
const NAMED_BASE = reWith("u")`占(?!${words.plain}*$)(?!比$).+$`;

/** The parts told side by side that end the list. */
function listBefore(family: readonly ClaimNode[]): readonly ClaimNode[] {
  const list: ClaimNode[] = [];
  for (let at = family.length - 1; at >= 0; at--) {
    const node = family[at];
    const next = list[0];
    if (!node) break;
    if (next && (node.part !== next.part || node.part === null) && !(node.part === null && next.count.stop >= 5)) break;
    list.unshift(node);
    if (list.length > 12) break;
  }
  return list;
}

/** The whole of a part: as the tree has it, else the nearest count before, else a total told behind. */
function wholeOf(node: ClaimNode, bases: readonly ClaimNode[], at: number, least: bigint): ClaimNode | null {
  const own = node.part?.wholes.find((whole) => whole.count.value >= least);
  if (own) return own;
  const fitting = bases.filter(
    (base) => base !== node && base.count.value >= least && base.count.sentence === node.count.sentence,
  );
  const before = fitting
    .filter(
      (base) =>
        base.count.end <= node.count.start &&
        (base.part === null ||
          (base.part.wholes.length === 0 && (base.part !== node.part || base.part.how === "respective"))),
    )
    .pop();
  return before ?? fitting.find((base) => base.count.start > at && base.count.lead !== "none") ?? null;
}

// -------------------------------------------------------------------------------------------------------- named rates

const DONE_RATE = reWith("u")`${words.done}率$`;
const NOT = /[未不逾超]/u;
const TOTAL_RATE = reWith("u")`^[^，。]{0,6}${words.whole}`;
const CHANGE = reWith("u")`${words.change}`;
const FILLER = reWith("gu")`${[...words.filler, ...words.done]}`;
const THING = reWith("u")`${THINGS}`;

/** 整改率, 满意率, 不合格率, 归还率. */
function readNamed(near: readonly ClaimNode[], sentence: number, token: PercentToken, label: string): Reading {
  if (!/率(?:（[^）]*）)?$/u.test(label) || CHANGE.test(label)) return NOTHING;
  const named = DONE_RATE.test(label) ? nodesNamed(near, label) : near;
  const here = named.filter((node) => node.count.sentence === sentence);
  const scope = here.length > 0 ? here : named.filter((node) => node.count.end <= token.start);
  const isDone = DONE_RATE.test(label) && !NOT.test(label.replace(TIMELY, ""));
  const reading = isDone ? readDone(scope, named, token.start, label) : readBearing(scope, named, token.start, label);
  if (isDone && reading.meant && isOfSomethingElse(label, near)) return { ...reading, meant: null };
  return reading;
}

const TIMELY = reWith("gu")`${["按期", "超期", "逾期"]}(?=${words.done})`;

/** 措施落实率 speaks of 措施, 资金整改率 of money: where the text counts them, of nothing else. */
function nodesNamed(near: readonly ClaimNode[], label: string): readonly ClaimNode[] {
  const money = label.includes("资金") || label.includes("追缴") || label.includes("金额");
  if (money) return near.filter((node) => node.count.family === "元");
  const thing = THING.exec(label)?.[0];
  if (thing === undefined) return near;
  const speaks = (node: ClaimNode): boolean => `${node.count.before}|${node.count.after}`.includes(thing);
  const own = near.filter((node) => speaks(node) || node.part?.wholes.slice(0, 1).some(speaks) === true);
  return own.length > 0 ? own : near;
}

/** A rate whose name holds more than the text's own words (上级转办件办结率) is a rate of something else. */
function isOfSomethingElse(label: string, near: readonly ClaimNode[]): boolean {
  const rest = label.replace(FILLER, "").replace(/[的\s]/gu, "");
  if (rest.length < 2) return false;
  return !near.some(({ count }) => `${count.gap}${count.after}`.includes(rest));
}

function readDone(scope: readonly ClaimNode[], named: readonly ClaimNode[], at: number, label: string): Reading {
  const done = scope.filter(({ count }) => count.state === "done");
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
  pairs.push(...togetherPairs(scope, done));
  if (TOTAL_RATE.test(label) && done.length >= 2) {
    const all = togetherPairs(scope, done);
    const best = all[all.length - 1];
    if (best) return { pairs, meant: best, sure: true };
  }
  const before = done.filter(({ count }) => count.end <= at);
  const numerator = before[before.length - 1] ?? done[0];
  if (numerator) {
    const base = wholeOf(numerator, ofFamily(scope, numerator.count), at, numerator.count.value);
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
    return { pairs, meant: null, sure: false };
  }
  const rest = meantOf[0];
  return { pairs, meant: rest?.pair ?? null, sure: meantOf.length === 1 };
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

function isLongTerm(count: Count): boolean {
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
  const wholes = [...new Set(family.map((node) => node.part?.wholes[0]).filter((whole) => whole !== undefined))];
  if (wholes.length >= 2 && total(wholes) >= sum) pairs.push({ part: sum, whole: total(wholes) });
  return pairs;
}

/** A rate whose numerator bears its name: 满意率, 不合格率, 到会率. */
function readBearing(scope: readonly ClaimNode[], named: readonly ClaimNode[], at: number, label: string): Reading {
  const root = label.replace(/率$/u, "").replace(/[（(].*$/u, "");
  if (root.length < 2) return NOTHING;
  const key = keyOf(root, scope);
  const negative = NOT.test(root);
  const bears = (node: ClaimNode): boolean => {
    const text = `${node.count.before}|${node.count.after}`;
    const at = text.indexOf(key);
    if (at < 0 || node.count.due) return false;
    return NOT.test(key) || NOT.test(text.slice(Math.max(0, at - 1), at)) === negative;
  };
  const open = negative && root.includes("未");
  const bearing = scope.filter((node) => bears(node) || (open && node.count.state === "open"));
  const against = scope.filter(
    (node) => !bearing.includes(node) && `${node.count.before}|${node.count.after}`.includes(key) && !node.count.due,
  );
  const bases = basesOf(named);
  const pairs: Pair[] = [];
  for (const node of bearing)
    for (const whole of bases(node, node.count.value)) pairs.push({ part: node.count.value, whole });
  const first = bearing[0];
  if (first && bearing.length > 1)
    for (const whole of bases(first, total(bearing))) pairs.push({ part: total(bearing), whole });
  for (const node of against)
    for (const whole of bases(node, node.count.value)) pairs.push({ part: whole - node.count.value, whole });
  // 合格394批次, 不合格率: the other side of the whole.
  const rest = [...bearing.filter((node) => LIMITED.test(node.count.before)), ...against];
  const full = bearing.filter((node) => !LIMITED.test(node.count.before));
  const before = full.filter(({ count }) => count.end <= at);
  const numerator = before[before.length - 1] ?? full[0] ?? null;
  if (numerator) {
    const base = wholeOf(numerator, ofFamily(scope, numerator.count), at, numerator.count.value);
    if (!base) return { pairs, meant: null, sure: false };
    const basic = INCLUDING.test(label) ? total(rest.filter((node) => LIMITED.test(node.count.before))) : 0n;
    return {
      pairs,
      meant: { part: numerator.count.value + basic, whole: base.count.value },
      sure: !full.some((node) => node !== numerator && node.part === null),
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

/** The part of a rate's name that its counts bear: 到会 of 实际到会率, 问题 of 问题发生率. */
function keyOf(root: string, scope: readonly ClaimNode[]): string {
  for (let at = root.length - 2; at >= 0; at--) {
    const key = root.slice(at, at + 2);
    if (scope.some(({ count }) => `${count.before}|${count.after}`.includes(key))) return key;
  }
  return root.slice(-2);
}

const LIMITED = reWith("u")`${["基本", "比较", "较为"]}`;
const INCLUDING = /[（(]含/u;

/** For rules that must know the words of done rates. */
export const DONE_WORDS = anyOf(words.done);
