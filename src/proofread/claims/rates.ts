/**
 * Rates and shares: a percentage with the counts it may divide. A rate's name says what its numerator is (整改完成率: what is
 * done; 不合格率: what bears the name); its base is the whole of the numerator, or another whole that fits. Every pair that a
 * careful reader would accept is tried; only where none gives the percentage, the likeliest one is held against it.
 */
import type { Severity } from "../../rule";
import { reWith } from "../../zh/pattern";
import { rates as words } from "../../zh/words/claim-rates";
import {
  RESPECTIVELY,
  readRate,
  respectivesOf,
  type ClaimNode,
  type Line,
  type PercentToken,
  type Place,
  type Token,
  decimalPlaces,
  exactText,
  type Sentence,
  type Paragraph,
} from "../../reading";
import { isCutOf, isShareOf, mayBeShareOf, shareText } from "../percents";
import { readAlike, readBearing } from "./bearing-rates";
import { readDone } from "./done-rates";
import { DONE_RATE, isOfSomethingElse, readNamed } from "./named-rates";
import { mayBeOneSlipOfShare } from "./one-slip";
import {
  clauseBefore,
  isBehindSemicolon,
  isNamedOtherwise,
  isSaidOfAnother,
  isShareOfOthers,
  isToldWithin,
} from "./rate-names";
import {
  isAllOfIt,
  isLess,
  isOfNewOnes,
  isOfPlan,
  isOfSomeNamed,
  isOfTheLast,
  isOfUncounted,
  isShareHere,
  isToldBefore,
  pairOfItsClauses,
  severityOfShare,
} from "./own-clauses";
import { around, ofFamily, wholeOf, type Pair, type RateReading } from "./pairs";
import { dividesOthers, othersFit, shareListOf, sumOfShares } from "./share-lists";
import { rateOfShare } from "./shares";

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
  /** A rate of what is done whose base nobody told to be due, not a share or a rate of its own name. */
  readonly ofDone: boolean;
}

/** Faults of one paragraph, in text order. */
export function rateFaults(paragraph: Paragraph): readonly RateFault[] {
  const { line } = paragraph;
  const faults: RateFault[] = [];
  if (!line.tokens.some(isPercent)) return faults;
  line.sentences.forEach((one, sentence) => {
    const told = toldRespectively(line, one);
    let floor = one.start;
    for (const token of one.tokens) {
      if (token.type === "percent" && isPlain(line, token) && !told.has(token.start)) {
        const fault = faultOf(paragraph, sentence, token, floor);
        if (fault) faults.push(fault);
      }
      floor = token.type === "number" ? token.unitEnd : token.end;
    }
  });
  return faults;
}

/** 约51.1% is told exactly enough to be reckoned; 近80%, 超过85% are not (rough.ts). */
function isPlain({ plain }: Line, token: PercentToken): boolean {
  return (
    !token.approx ||
    (ABOUT.test(plain.slice(Math.max(0, token.start - 3), token.start)) &&
      !/^[多余左以]/u.test(plain.slice(token.end, token.end + 1)))
  );
}

const ABOUT = reWith("u")`约${words.about}?$`;

/** About as much: within a point. */
function isNear(token: PercentToken, part: bigint, whole: bigint): boolean {
  return (
    isShareOf(token, part, whole) ||
    Math.abs((Number(part) / Number(whole)) * 100 - token.mantissa / 10 ** token.decimals) <= 1
  );
}

/** Percentages told with 分别 are read in their order (respective.ts). */
function toldRespectively(line: Line, sentence: Sentence): ReadonlySet<number> {
  if (!line.plain.includes(RESPECTIVELY)) return NONE;
  return new Set(respectivesOf(line, sentence).flatMap(({ numbers }) => numbers.map(({ start }) => start)));
}

const NONE: ReadonlySet<number> = new Set();

function isPercent(token: Token): token is PercentToken {
  return token.type === "percent";
}

function faultOf(paragraph: Paragraph, sentence: number, token: PercentToken, floor: number): RateFault | null {
  const { line } = paragraph;
  const lead = line.plain.slice(floor, token.start);
  const near = around(paragraph, token.start);
  const of = near.filter((node) => node.count.end <= floor).pop();
  const explicit = of?.count.end === floor && isShared(line, of) && OF.test(lead) ? of : null;
  const rate = readRate(line, token, floor);
  const label = explicit
    ? "占比"
    : (rate?.label ?? (unnamed(lead) || nameBehind(line, token) || nameOfChange(line, token, floor)));
  const bare = rate === null && BARELY_DONE.test(lead);
  // 全年任务150户，已开工138户，完成60%: of what is done, and of nothing else.
  if (bare && !(of && BARELY_BEHIND.test(of.count.before))) return null;
  if (label === "" && lead === "（") return bracketFault(line, token, of);
  if (label === "" || OTHER.test(clauseBefore(line, token.start)) || OF_OTHERS.test(label)) return null;
  const share = explicit !== null || SHARE.test(label);
  if (share && explicit === null && of?.count.end === floor && isToldWithin(lead, label)) return null;
  // 分别有1691个、513个（占94%、62%）; 占总数的21.9%、7.5%和70.6%: each of its own.
  if (share && /^[、和与及]\d/u.test(line.plain.slice(token.end, token.end + 2))) return null;
  // 监测点26个，优良天数比例88.9%: of days, which nobody counts here.
  if (share && SHARE_NAME.test(label) && isOfSomethingElse(label.replace(SHARE_NAME, ""), near)) return null;
  const reading = share
    ? shareIn(paragraph, near, token, label, explicit)
    : readNamed(near, { line, sentence }, token, label);
  const { meant } = reading;
  // 连续5年超产，自主品种种植面积占比87%: one figure told twice is no share of itself.
  if (!meant || meant.whole === 0n || (share && explicit === null && meant.part === meant.whole)) return null;
  if (share && explicit === null && isShareOfOthers(line, token, sentence, near, meant)) return null;
  if (!share && meant.part === meant.whole && !isAllOfIt(near, meant.part)) return null;
  if (
    ((share ? [meant] : [...reading.pairs, meant]).every((pair) => isAnotherOrder(token, pair)) &&
      !isSlipOfOrder(token, of, meant)) ||
    (!share && isSaidOfAnother(line, token, label, near, meant))
  )
    return null;
  // 点位2350个，覆盖率100%，发现问题点位176个: all of what is told before it, whatever comes behind.
  if (!share && isWhole(token) && !DONE_RATE.test(label) && of && !isToldBefore(near, token, meant)) return null;
  if (!share && !DONE_RATE.test(label) && isNamedOtherwise(label, near, meant)) return null;
  const prints = token.approx ? isNear : isShareOf;
  if (!share && isBehindSemicolon(line, token, near, label, meant)) return null;
  // 28处，计划治理13处，已完工11处，累计完工26处，治理率92.9%: of what stands right before it, in whatever holds that.
  if (
    !share &&
    !reading.sure &&
    of?.count.end === floor &&
    ofAnyWhole(near, of).some(({ part, whole }) => prints(token, part, whole))
  )
    return null;
  if (prints(token, meant.part, meant.whole)) return null;
  if (share ? isShareHere(line, token, near, meant) : isOfPlan(token, meant)) return null;
  if (!share && (isOfTheLast(token, near, meant, DONE_RATE.test(label)) || isOfSomeNamed(token, near, meant)))
    return null;
  const own = share ? null : pairOfItsClauses(line, token, near);
  if ((own && prints(token, own.part, own.whole)) || (!share && isOfUncounted(line, token, floor))) return null;
  // 新收15件，结案12件，结案率68%: of the old ones too, which nobody told.
  if (!share && DONE_RATE.test(label) && isOfNewOnes(near, meant) && !token.approx && isLess(token, meant)) return null;
  const ofOthers = reading.pairs.some(({ part, whole }) => prints(token, part, whole));
  if (ofOthers && (share || !isOfItsMember(line, near, token, label, meant))) return null;
  // 检查新媒体139个，39家不合格，合格率72%: what bears the rate's name, of things counted by another word.
  if (
    !share &&
    !DONE_RATE.test(label) &&
    ofOtherUnits(near, token, label).some(({ part, whole }) => prints(token, part, whole))
  )
    return null;
  const family = near.find(({ count }) => count.value === meant.whole)?.count.family;
  const placeOf = placesOf(near.filter(({ count }) => family === undefined || count.family === family));
  if (placeOf && [...reading.pairs, meant].some((pair) => mayBeShareOf(token, pair, placeOf))) return null;
  const sure = share ? severityOfShare(line, token, near, of, label, meant) : "error";
  if (sure === null) return null;
  // What fits another member is no cut of this one.
  const meantBy = ofOthers ? [] : reading.pairs.concat(meant);
  const cut = meantBy.find(({ part, whole }) => part < whole && isCutOf(token, part, whole));
  const shown = cut ?? (own?.part === meant.part ? own : meant);
  return {
    place: { line: line.index, start: token.start, end: token.end },
    label,
    written: token.text,
    numerator: exactText(shown.part),
    denominator: exactText(shown.whole),
    expected: shareText(shown.part, shown.whole, token.decimals),
    reading: cut ? "cut" : "",
    severity:
      cut || bare || !reading.sure || ofOthers || !mayBeOneSlipOfShare(token, shown.part, shown.whole)
        ? "warning"
        : sure,
    ofDone: !share && DONE_RATE.test(label) && !near.some(({ count }) => count.due && count.value === shown.whole),
  };
}

/**
 * 甲科1个，完成1个，完成率100%；乙科2个，完成1个，完成率100%: in a list between semicolons, where a member tells its whole, what is done
 * and the rate and nothing else, that rate is its own, though it fits another member.
 */
function isOfItsMember(
  { plain }: Line,
  near: readonly ClaimNode[],
  token: PercentToken,
  label: string,
  { part, whole }: Pair,
): boolean {
  const from = plain.lastIndexOf("；", token.start);
  if (from < 0 || !DONE_RATE.test(label) || plain.slice(from, token.start).includes("。")) return false;
  const [first, second, ...more] = near.filter(({ count }) => count.start > from && count.end <= token.start);
  return first?.count.value === whole && second?.count.value === part && more.length === 0;
}

/** 110个国家, 2900亿件, 使用率80%: a slip makes a rate some times too large, not hundreds of times. */
function isAnotherOrder(token: PercentToken, { part, whole }: Pair): boolean {
  const told = token.mantissa / 10 ** token.decimals / 100;
  const real = Number(part) / Number(whole);
  // 0% is told of nothing done, however much is.
  return told > 0 && real > 0 && (told > real * MOST_TIMES || real > told * MOST_TIMES);
}

/** 查出64个，已整改51个，整改率0.8%: right behind what it divides, and right but for its point or its unit. */
function isSlipOfOrder(token: PercentToken, of: ClaimNode | undefined, { part, whole }: Pair): boolean {
  if (of?.count.value !== part || token.start - of.count.end > LONGEST_LABEL) return false;
  const ratio = (Number(part) / Number(whole) / (token.mantissa / 10 ** token.decimals)) * 100;
  return ORDERS.some((order) => Math.abs(ratio / order - 1) <= NEAR_ORDER);
}

const LONGEST_LABEL = 12;
const ORDERS = [100, 0.01];
const NEAR_ORDER = 0.02;

const MOST_TIMES = 12;

function isWhole({ mantissa, decimals }: PercentToken): boolean {
  return mantissa === 100 * 10 ** decimals;
}

function ofAnyWhole(near: readonly ClaimNode[], of: ClaimNode): readonly Pair[] {
  return near
    .filter(({ count }) => count.unit === of.count.unit && count.value > of.count.value)
    .map(({ count }) => ({ part: of.count.value, whole: count.value }));
}

function ofOtherUnits(near: readonly ClaimNode[], token: PercentToken, label: string): readonly Pair[] {
  const deed = label.slice(-3, -1);
  const told = near.filter(({ count }) => count.end <= token.start);
  const bearing = told.filter(({ count }) => `${count.before}|${count.after}`.includes(deed));
  return bearing.flatMap(({ count: { value: part, unit } }) =>
    told
      .filter(({ count }) => count.unit !== unit && count.value > part)
      .flatMap(({ count: { value: whole } }) => [part, whole - part].map((one) => ({ part: one, whole }))),
  );
}

/** How finely amounts told in 万 or 亿 are told; null where all are told to the unit. Sums are as fine as the coarsest. */
function placesOf(near: readonly ClaimNode[]): ((value: bigint) => bigint) | null {
  const rounded = near.filter(({ count: { token } }) => token.scale > 1);
  if (rounded.length === 0) return null;
  const places = new Map(near.map(({ count }) => [count.value, decimalPlaces(count.token)]));
  const coarsest = [...places.values()].reduce((most, place) => (place > most ? place : most), 0n);
  return (value) => places.get(value) ?? coarsest;
}

/** A share among others is of none of them: of a whole told apart, else of all of them. */
function shareIn(
  paragraph: Paragraph,
  near: readonly ClaimNode[],
  token: PercentToken,
  label: string,
  explicit: ClaimNode | null,
): RateReading {
  const list = explicit === null ? shareListOf(paragraph, token) : [];
  const own = list.find((one) => one.token === token)?.node;
  if (own === undefined) {
    const reading = rateOfShare(near, token.start, label, explicit);
    return explicit === null && isShareBeside(paragraph.line, near, token, reading.meant)
      ? { ...reading, meant: null }
      : reading;
  }
  const beside = new Set(list.map(({ node }) => node).filter((node) => node !== own));
  const { pairs, meant, sure } = rateOfShare(near, token.start, label, null, beside);
  const together: Pair = { part: own.count.value, whole: sumOfShares(list) };
  if (meant) return { pairs: [...pairs, together], meant, sure };
  // 项目174个。程序不规范22个，占12.6%；资料不齐全31个，占17.8%: what the other shares divide by.
  const base = near.find(({ count }) => count.end <= own.count.start && dividesOthers(list, token, count.value));
  if (base) return { pairs, meant: { part: own.count.value, whole: base.count.value }, sure: false };
  return { pairs, meant: othersFit(list, token) ? together : null, sure: false };
}

/** 10万元以上的村186个，占88.6%，50万元以上的村42个，占20%: two kinds, each with its share of a whole that is not told. */
function isShareBeside({ plain }: Line, near: readonly ClaimNode[], token: PercentToken, meant: Pair | null): boolean {
  const before = near.filter(({ count }) => count.end <= token.start);
  const base = before.filter(({ count }) => count.value === meant?.whole).pop();
  const part = before[before.length - 1]?.part;
  return base !== undefined && part?.how === "kinds" && SHARE_BEHIND.test(plain.slice(base.count.end));
}

const SHARE_BEHIND = /^[，,（(]?占[^，。；、\d]{0,8}\d/u;

/** 在办16件（73%）: the share of a count in all it is a part of. */
function bracketFault(line: Line, token: PercentToken, of: ClaimNode | undefined): RateFault | null {
  const wholes = of?.part?.wholes ?? [];
  const [whole] = wholes;
  if (!of || !whole || token.approx || line.plain[token.end] !== "）") return null;
  const { value: part } = of.count;
  const { value: all } = whole.count;
  if (wholes.some(({ count }) => isShareOf(token, part, count.value) || isCutOf(token, part, count.value))) return null;
  // 不予受理 may stand outside of what the share divides by.
  const out = of.part?.parts.some(({ count }) => count.state === "other") === true;
  if (out || part > all || all === 0n) return null;
  return {
    place: { line: line.index, start: token.start, end: token.end },
    label: "占比",
    written: token.text,
    numerator: exactText(part),
    denominator: exactText(all),
    expected: shareText(part, all, token.decimals),
    reading: "",
    severity: "warning",
    ofDone: of.count.state === "done",
  };
}

/** 占总数的25% is a share; 完成年度计划的82% a rate of what is done. */
function unnamed(lead: string): string {
  const share = OF_ALL.exec(lead)?.[0];
  if (share !== undefined) return share;
  return OF_PLAN.test(lead) || BARELY_DONE.test(lead) ? "完成率" : "";
}

/** 任务150户，已改138户，完成92% */
const BARELY_DONE = reWith("u")`^[，,]${words.barelyDone}?完成$`;

const BARELY_BEHIND = reWith("u")`${words.barelyBehind}$`;

/** 达标率由上半年的70%升至84%: the name stands before what it was. */
function nameOfChange({ plain, tokens }: Line, token: PercentToken, floor: number): string {
  const first = tokens[tokens.indexOf(token) - 1];
  if (first?.type !== "percent" || first.end !== floor || !CAME_TO.test(plain.slice(floor, token.start))) return "";
  return NAME_BEFORE.exec(plain.slice(Math.max(0, first.start - LONGEST_LEAD), first.start))?.[1] ?? "";
}

const CAME_TO = reWith("u")`^[^，。；]{0,12}${words.cameTo}$`;
const NAME_BEFORE = /([^，。；、\d]{1,10}率)[由从][^，。；]{0,10}$/u;
const LONGEST_LEAD = 30;

/** 以97.5%的办结率 */
function nameBehind({ plain }: Line, token: PercentToken): string {
  return NAME_BEHIND.exec(plain.slice(token.end, token.end + LONGEST_NAME))?.[1] ?? "";
}

const NAME_BEHIND = /^的([^，。；、\d]{1,8}率)/u;
const LONGEST_NAME = 12;
const OF_ALL = reWith("u")`占[^，。；、\d]{0,12}$`;
const OF_PLAN = reWith("u")`完成[^，。；\d]{0,6}${words.planned}的\s*$`;

const OTHER = reWith("u")`${words.other}`;
const OF_OTHERS = reWith("u")`${words.ofOthers}率$`;
const SHARE = reWith("u")`${words.shareWords}$|^占`;
const SHARE_NAME = reWith("u")`(?<!占)${words.shareNames}$`;
const SHARE_OF = reWith("u")`${words.shareOf}`;
const OF = /^[^，。；、\d]{0,8}的\s*$/u;

/** 占总数240人的30%; 占总数（240人）的30% */
function isShared({ plain }: Line, { count }: ClaimNode): boolean {
  if (SHARE_OF.test(count.before)) return true;
  return count.bracket === count.start - 1 && OF_ALL.test(plain.slice(Math.max(0, count.bracket - 16), count.bracket));
}

/**
 * The pairs a share told roughly may be made of, the likeliest last: of a rate's name, else of what is done or pleased.
 * @param label the rate's name (满意率), "" where none is told
 * @param alone the share makes up its clause: it is told of the count before it
 */
export function sharesMeant(
  paragraph: Paragraph,
  sentence: number,
  at: number,
  label: string,
  alone: boolean,
): readonly Pair[] {
  const near = around(paragraph, at);
  const here = near.filter(({ count }) => count.sentence === sentence);
  if (SHARE.test(label)) {
    const { pairs, meant } = rateOfShare(near, at, label, null);
    return meant ? [...pairs, meant] : [];
  }
  if (label !== "" && !DONE_RATE.test(label)) {
    // 大堤开工率已超九成，建筑物72座已完工27座: what is counted behind it bears other names.
    const deed = label.slice(-3, -1);
    const told = here.filter(({ count }) => count.end <= at || count.before.includes(deed));
    const own = readBearing(told, told, at, label);
    const { pairs, meant } = own.meant ? own : readAlike(told, at, label);
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
  // 占35个问题的八成
  const base = here.filter(({ count }) => count.end <= at).pop();
  const part =
    base &&
    here
      .filter((node) => node !== base && node.count.end <= base.count.start && node.count.family === base.count.family)
      .pop();
  if (base?.count.lead === "base" && part) return [{ part: part.count.value, whole: base.count.value }];
  const told = alone && before.length === 0 && here.length === 2 ? here[1] : undefined;
  const whole = told && told.count.end <= at ? (told.part?.wholes[0] ?? plainWhole(here, told)) : undefined;
  if (told && whole) return [{ part: told.count.value, whole: whole.count.value }];
  // 整改率达到90%以上；对未整改的6个问题，…: what ； sets off behind it is told of something else.
  const upTo = paragraph.line.plain.indexOf("；", at);
  const own = upTo < 0 ? here : here.filter(({ count }) => count.start < upTo);
  const { pairs, meant } = readDone(own, own, at, label === "" ? "完成率" : label);
  return meant ? [...pairs, meant] : [];
}

/** 抽查档案300份，规范的198份: the only other count of the sentence, larger and of one measure word. */
function plainWhole(here: readonly ClaimNode[], part: ClaimNode): ClaimNode | undefined {
  const [first] = here;
  return first?.count.unit === part.count.unit && first.count.value >= part.count.value ? first : undefined;
}
