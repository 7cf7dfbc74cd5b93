/**
 * Percentages that are right but for one slip: 查出隐患178268项，已完成整改160757项，动态整改率91.2% is 90.2%, one digit off. What the rate is called
 * and where its base stands nobody needs to know, so long as no two counts that are told near it give the percentage.
 */
import { reWith } from "../../zh/pattern";
import { slipShares as words } from "../../zh/words/claim-slips";
import {
  decimalPlaces,
  exactText,
  nodesAround,
  valueSum,
  type ClaimNode,
  type NumberToken,
  type Paragraph,
  type PercentToken,
} from "../../reading";
import { isCutOf, isShareOf, mayBeShareOf, shareText } from "../percents";
import { isPlan } from "./of-another";
import { bears } from "./own-clauses";
import type { Pair } from "./pairs";
import type { RateFault } from "./rates";
import { sharesOf } from "./share-lists";
import { isSlip } from "./slips";

/** Counts before a percentage that it may be of, and those it may divide by. */
const PARTS = 4;
const BACK = 16;
const AHEAD = 3;
/** Figures of a percentage that speak for themselves; of fewer the count must stand right before it. */
const FIGURES = 4;
const LEAST_FIGURES = 3;
const LINES_BACK = 6;

/** Faults of all paragraphs, in text order; each is worth a look. */
export function slipShareFaults(paragraphs: readonly Paragraph[]): readonly RateFault[] {
  return paragraphs.flatMap((paragraph, at) => {
    const { line } = paragraph;
    const faults: RateFault[] = [];
    let floor = 0;
    for (const token of line.tokens) {
      if (token.type === "percent" && !token.approx && isShare(line.plain.slice(floor, token.start))) {
        const upper = paragraphs
          .slice(Math.max(0, at - LINES_BACK), at)
          .filter((one) => one.line.index >= line.index - LINES_BACK)
          .flatMap(({ nodes }) => nodes);
        const fault = faultOf(paragraph, upper, token);
        if (fault) faults.push(fault);
      }
      floor = token.type === "number" ? token.unitEnd : token.end;
    }
    return faults;
  });
}

const LONGEST = 24;

function isShare(lead: string): boolean {
  const near = lead.slice(-LONGEST);
  return SHARE.test(near) && !CHANGE.test(near) && !QUOTED.test(near);
}

const SHARE = reWith("u")`${words.leads}\s*$`;
/** “四新经济”企业占比: of what only the quoted words name. */
const QUOTED = /[”』》][^，。；、\d]{0,6}占[^，。；、\d]{0,3}$/u;
const CHANGE = reWith("u")`${words.change}`;

function faultOf(paragraph: Paragraph, upper: readonly ClaimNode[], token: PercentToken): RateFault | null {
  const near = nodesAround(paragraph, token.start, BACK, AHEAD).filter(({ count }) => count.exact);
  const before = near.filter(({ count }) => count.end <= token.start);
  const last = before[before.length - 1];
  const figures = String(token.mantissa).length;
  if (!last || figures < LEAST_FIGURES || token.decimals > 2) return null;
  const all = [...upper.filter(({ count }) => count.exact), ...near];
  const { sentence, unit } = last.count;
  const alike = before.filter(({ count }) => count.sentence === sentence && count.unit === unit);
  const { plain } = paragraph.line;
  // 24627万元，完成年初预算数60999万元的40.4%
  const isBase = OF_BASE.test(plain.slice(last.count.end, token.start));
  // 完成投资60.5亿元，占年度计划的76%: of what was planned, which nobody has told.
  if (!isBase && OF_PLAN.test(plain.slice(last.count.end, token.start))) return null;
  // 收入125.6亿元，完成年度预算的96.0%
  const isOfPlan = !isBase && DONE_OF_PLAN.test(plain.slice(last.count.end, token.start));
  if (isOfPlan && !near.some(({ count }) => PLANNED.test(count.before))) return null;
  const parts = isBase ? alike.slice(-2, -1) : alike.slice(-PARTS).reverse();
  // 19.02万户，…，4.36万户，占22.90%: near what it is, as that is rounded.
  if (wholesOf(last, all).some((whole) => isNearly(token, last.count.value, whole))) return null;
  for (const part of parts) {
    if (part.count.due || isPlan(part) || agreesWithOthers(token, part, sharesOf(paragraph))) continue;
    if (figures < FIGURES && !isBase && !isNear(plain, part, token)) continue;
    const wholes = isBase ? [last.count.value] : wholesOf(part, all);
    for (const whole of wholes)
      if (
        isSlipOf(token, part, whole) &&
        (isBase || (!isGiven(token, all) && isOfOthersToo(token, part, whole, paragraph)))
      )
        return tell(paragraph, token, { part: part.count.value, whole });
  }
  return null;
}

const DONE_OF_PLAN = reWith("u")`成[^，。；、\d]{0,8}${words.plans}`;
/** 预算收入 is what came in. */
const PLANNED = reWith("u")`${words.plans}[^入出]*$`;
const OF_PLAN = reWith("u")`占[^，。；、\d]{0,8}${words.plans}`;

/** 124599件，占63.72%；…；1983件，占1.01%: both are of one base, told or not. */
function agreesWithOthers(
  token: PercentToken,
  { count }: ClaimNode,
  shares: ReadonlyMap<ClaimNode, PercentToken>,
): boolean {
  const [least, most] = basesOf(count.value, token);
  return Array.from(shares).some(([{ count: other }, share]) => {
    if (share === token || other.unit !== count.unit) return false;
    const [from, to] = basesOf(other.value, share);
    return from <= most && least <= to;
  });
}

/** The least and the most that a share may be of, as it is rounded. */
function basesOf(part: bigint, { mantissa, decimals }: PercentToken): readonly [number, number] {
  const [share, half] = [Number(mantissa), 0.5];
  const scale = Number(part) * 100 * 10 ** decimals;
  return [scale / (share + half), share > half ? scale / (share - half) : Infinity];
}

/** 6.5万起，占29.8%；6.9万起，占31.2%；7万起，占31.9%: a base that most of the other shares of the sentence are not of is none. */
function isOfOthersToo(token: PercentToken, { count }: ClaimNode, whole: bigint, paragraph: Paragraph): boolean {
  const beside = Array.from(sharesOf(paragraph)).filter(
    ([{ count: other }, share]) => share !== token && other.unit === count.unit && other.sentence === count.sentence,
  );
  const fit = beside.filter(([{ count: other }, share]) => isShareOf(share, other.value, whole));
  return fit.length * 2 >= beside.length;
}

function isNearly({ mantissa, decimals }: PercentToken, part: bigint, whole: bigint): boolean {
  return Math.abs((Number(part) / Number(whole)) * 100 - mantissa / 10 ** decimals) < NEARLY;
}

/** In points: less than a slip in the last but one place. */
const NEARLY = 0.05;

const OF_BASE = /^的\s*$/u;
/** Neither another figure nor more than one clause stands between. */
const RIGHT_BEHIND = /^[^，。；、：\d]{0,10}[，（(]?[^，。；、：\d]{0,16}$/u;

/** Right behind its count, or in words that name it again: 乡级问题5199起。乡级问题占91.4% */
function isNear(plain: string, node: ClaimNode, token: PercentToken): boolean {
  const { count } = node;
  const between = plain.slice(count.end, token.start);
  // 总投资82亿元的项目，社会投资规模占比达92.5%
  if (!bears([node], OWN_NAME.exec(between)?.[1] ?? "")) return false;
  const name = NAMED.exec(between)?.[1];
  const deed = DEED.exec(between)?.[1];
  // 监测的112个湖泊中，优良湖泊占73.2%: of how many, nobody tells.
  if (OF_THESE.test(between)) return false;
  // 收回196份，满意率98.5%: of those that are pleased, whom nobody counted.
  if (deed !== undefined && !`${count.before}|${count.after}`.includes(deed)) return false;
  return RIGHT_BEHIND.test(between) || (name !== undefined && count.before.endsWith(name));
}

const OWN_NAME = /(?:^|[，。；、])([\u4e00-\u9fff]{4,12})占比?[^占，。；、]{0,8}$/u;
const OF_THESE = /^[^，。；、\d]{0,10}中[，,]/u;
const DEED = /([\u4e00-\u9fff]{2})率[^率]*$/u;
const NAMED = /[，。；](?:其中，)?([^，。；、：\d占]{3,})占[^，。；、：\d]*$/u;

/** What a count may be a share of, the nearest first: whatever holds it, or the list it stands in. */
function wholesOf(part: ClaimNode, all: readonly ClaimNode[]): readonly bigint[] {
  const alike = all.filter((one) => one !== part && one.count.unit === part.count.unit);
  const list = alike.filter(({ count }) => count.line === part.count.line && count.sentence === part.count.sentence);
  const wholes = alike.map(({ count }) => count.value).filter((value) => value > part.count.value);
  return (list.length > 1 ? [part.count.value + valueSum(list)] : []).concat(wholes).reverse();
}

function isSlipOf(token: PercentToken, { count }: ClaimNode, whole: bigint): boolean {
  const meant = shareText(count.value, whole, token.decimals).replace("%", "");
  if (!isSlip(token.text.replace("%", ""), meant)) return false;
  const place = isRounded(count.token) ? decimalPlaces(count.token) : 0n;
  return !mayBeShareOf(token, { part: count.value, whole }, () => place);
}

const isRounded = ({ scale, decimals }: NumberToken): boolean => scale > 1 || decimals > 0;

/** Any two counts of a unit give it, alone or several together. */
function isGiven(token: PercentToken, all: readonly ClaimNode[]): boolean {
  const gives = (part: bigint, whole: bigint): boolean =>
    whole >= part && whole > 0n && (isShareOf(token, part, whole) || isCutOf(token, part, whole));
  // 甲48个，完成40个；乙36个，完成33个。总完成率86.9%: of what stands at every other place.
  for (const unit of new Set(all.map(({ count }) => count.unit))) {
    const told = all.filter(({ count }) => count.unit === unit).map(({ count }) => count.value);
    for (let from = 0; from + 3 < told.length; from++) {
      const sums = [0n, 0n];
      for (let at = from; at < told.length; at++) {
        sums[(at - from) % 2]! += told[at]!;
        if ((at - from) % 2 === 1 && gives(sums[1]!, sums[0]!)) return true;
      }
    }
  }
  return all.some((first, at) => {
    const alike = all.filter(({ count }) => count.unit === first.count.unit);
    if (
      alike.some(({ count: { value } }) => gives(first.count.value, value) || gives(value - first.count.value, value))
    )
      return true;
    // Several that stand one behind another.
    for (let end = at + 1, list = [first]; end < all.length && list.length < PARTS; end++) {
      const next = all[end]!;
      if (next.count.unit !== first.count.unit) continue;
      list = [...list, next];
      const sum = valueSum(list);
      if (
        alike.some(({ count: { value } }) => gives(sum, value)) ||
        list.some(({ count: { value } }) => gives(value, sum))
      )
        return true;
    }
    return false;
  });
}

function tell({ line }: Paragraph, token: PercentToken, { part, whole }: Pair): RateFault {
  return {
    place: { line: line.index, start: token.start, end: token.end },
    label: "",
    written: token.text,
    numerator: exactText(part),
    denominator: exactText(whole),
    expected: shareText(part, whole, token.decimals),
    reading: "",
    severity: "warning",
    ofDone: false,
  };
}
