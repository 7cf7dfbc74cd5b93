/** Shares told roughly: 近七成, 超过85%, 九成以上, 过半. Each says where the share lies; the counts beside it say where it is. */
import { reWith } from "../../zh/pattern";
import { parseCount } from "../../zh/numerals";
import { leads } from "../../zh/words/claim-leads";
import { changes } from "../../zh/words/claim-changes";
import { others } from "../../zh/words/claim-others";
import { approx as words, rates } from "../../zh/words/claim-rates";
import {
  LINE_SIGN,
  type Line,
  type NumberToken,
  type Place,
  exactText,
  exactValue,
  nodesOf,
  startingIn,
  type Paragraph,
} from "../../reading";
import { shareText } from "../percents";
import { sharesPair } from "./name-pairs";
import type { Pair } from "./pairs";
import { sharesMeant } from "./rates";

interface RoughFault {
  readonly place: Place;
  readonly written: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly expected: string;
}

const TENTHS = reWith(
  "gu",
)`(${[...words.below, ...words.above]})?([一二三四五六七八九])成([一二三四五六七八九])?(${words.atLeast})?|${words.half}|([二三四五六七八九十])分之([一二三四五六七八九])`;
/** Stands in whatever TENTHS finds. */
const TENTHS_SIGN = reWith("u")`[一二三四五六七八九]成|${words.half}|分之`;
const PERCENT = reWith("u")`(${[...words.below, ...words.above]})$`;
const AT_LEAST = reWith("u")`^${words.atLeast}`;
const BELOW: ReadonlySet<string> = new Set(words.below);
const UNDER: ReadonlySet<string> = new Set(words.under);
const PLANNED = reWith("u")`${leads.planned}`;
const SUBJECT = reWith("u")`${words.subject}`;

/** 应收64份，已收59份，收齐超九成: a verb alone makes up its clause, whatever was done. */
function isBareVerb(head: string): boolean {
  const verb = BARE_VERB.exec(head)?.[1] ?? "";
  // 群众超九成 is told of others: what was done bears one of its characters.
  const isTold = [...verb].some((char) => head.slice(0, -verb.length).includes(char));
  return isTold && !CHANGED.test(head.slice(-4)) && !GROWN.test(head);
}

const BARE_VERB = /[，,]([\u4e00-\u9fff]{2})$/u;
const GROWN = reWith("u")`${[...changes.up, ...changes.down, ...words.comparedWith]}$`;

/** Where a share is said to lie, in thousandths. */
interface Range {
  readonly least: number;
  readonly most: number;
  readonly start: number;
  readonly end: number;
}

/** 近80% is told of what is at most this many thousandths below. */
const NEAR = 65;
const ABOVE_NEAR = 5;

export function roughFaults(paragraph: Paragraph): readonly RoughFault[] {
  const { line } = paragraph;
  const faults: RoughFault[] = [];
  if ((line.signs & LINE_SIGN.tenths) === 0 && !line.tokens.some((token) => token.type === "percent" && token.approx))
    return faults;
  for (let index = 0; index < line.sentences.length; index++) {
    const sentence = line.sentences[index];
    if (!sentence) continue;
    const ranges = rangesIn(line, sentence.start, sentence.end);
    for (const range of ranges) {
      const head = line.plain.slice(Math.max(sentence.start, range.start - 24), range.start);
      const tail = line.plain.slice(range.end, range.end + 16);
      const change = CHANGED.test(head) ? changeBefore(line, sentence.start, range.start) : null;
      if (change && !liesIn(change, range)) faults.push(faultOf(line, range, change));
      const told = `${line.plain.slice(sentence.start, range.start).slice(-40)}${tail}`;
      if (
        PLANNED.test(head) ||
        COUNTS_HAVE.test(head) ||
        isOfOthers(tail, line.plain.slice(sentence.start, range.start)) ||
        !(SUBJECT.test(told) || ALONE.test(head) || isBareVerb(head) || COUNT_BEHIND.test(tail))
      )
        continue;
      const pairs =
        bracketBehind(paragraph, index, range) ??
        countBehind(paragraph, index, range) ??
        sharesMeant(paragraph, index, range.start, labelOf(head), ALONE.test(head));
      const first = pairs[pairs.length - 1];
      if (!first || pairs.some((pair) => liesIn(pair, range))) continue;
      faults.push(faultOf(line, range, first));
    }
  }
  return faults;
}

function faultOf(line: Line, { start, end }: Range, { part, whole }: Pair): RoughFault {
  return {
    place: { line: line.index, start, end },
    written: line.text.slice(start, end),
    numerator: exactText(part),
    denominator: exactText(whole),
    expected: shareText(part, whole, 1),
  };
}

const CHANGED = reWith("u")`[，,]${[...changes.up, ...changes.down]}(?:${changes.links})?$`;
const CAME_TO = reWith("u")`${[...changes.up, ...changes.down]}了?${changes.toEnds}$`;
const CAME_FROM = reWith("u")`${changes.from}[^，。；、\d]{0,12}$`;

/** 由90件降至30件，下降三分之二: what it changed by, of what it was. */
function changeBefore(line: Line, start: number, end: number): Pair | null {
  const told = startingIn(line.tokens, start, end).filter((token): token is NumberToken => token.type === "number");
  const [from, to] = told.slice(-2);
  if (!from || !to || from.unit === "" || from.unit !== to.unit || from.approx || to.approx) return null;
  const lead = line.plain.slice(Math.max(start, from.start - FROM_REACH), from.start);
  if (!CAME_FROM.test(lead) || !CAME_TO.test(line.plain.slice(from.unitEnd, to.start))) return null;
  const [was, is] = [exactValue(from), exactValue(to)];
  return was === 0n ? null : { part: was > is ? was - is : is - was, whole: was };
}

const FROM_REACH = 20;

/** 收回500份，近七成受访者（342人）满意: told in a bracket right behind, of the last count before. */
function bracketBehind(paragraph: Paragraph, sentence: number, { start, end }: Range): readonly Pair[] | null {
  const near = nodesOf(paragraph, sentence).filter(({ count }) => count.exact);
  const own = near.find(({ count }) => count.bracket >= end && count.bracket === count.start - 1);
  if (!own || !NOUN_ONLY.test(paragraph.line.plain.slice(end, own.count.bracket))) return null;
  const before = near.filter(({ count }) => count.end <= start && count.value >= own.count.value);
  const whole = before[before.length - 1];
  return whole ? [{ part: own.count.value, whole: whole.count.value }] : null;
}

/** 发放问卷200份，九成以上满意，满意170份; 反馈80个，近一半为制度类问题，共25个: told in the very next clause, by its words or as their number. */
function countBehind(paragraph: Paragraph, sentence: number, { start, end }: Range): readonly Pair[] | null {
  const near = nodesOf(paragraph, sentence).filter(({ count }) => count.exact && count.bracket < 0);
  const own = near.find(({ count }) => count.start >= end);
  const before = near.filter(({ count }) => count.end <= start);
  const whole = before[before.length - 1];
  if (!own || !whole || own.count.unit !== whole.count.unit || own.count.value > whole.count.value) return null;
  const told = NEXT_CLAUSE.exec(paragraph.line.plain.slice(end, own.count.start));
  const [, predicate = "", name = ""] = told ?? [];
  const isOfIt = name === "" || IN_ALL.test(name) || (predicate.endsWith(name.slice(-2)) && !/^[不未非]/u.test(name));
  if (!told || !isOfIt) return null;
  return [{ part: own.count.value, whole: whole.count.value }];
}

const NEXT_CLAUSE = /^([^，。；、：\d]{2,12})[，,]([^，。；、：\d]{0,8})$/u;
const COUNT_BEHIND = /^[^，。；、：\d]{2,12}[，,][^，。；、：\d]{0,8}\d/u;
const IN_ALL = reWith("u")`^${[...leads.strong, ...leads.weak, ...words.namely]}$`;

/** 179个村中31个已恢复通水，八成以上断电村恢复供电; 31个行业中17个增长，近九成省份增长: of things told of nowhere before. */
function isOfOthers(tail: string, before: string): boolean {
  const noun = OWN_NOUN.exec(tail)?.[1];
  return noun !== undefined && !sharesPair(noun, before);
}

/** 24个城市交付率超九成: those that have the rate. */
const COUNTS_HAVE = /\d[个家户名人座所][^，。；、\d]{2,12}率[^，。；、\d]{0,3}$/u;
const OWN_NOUN = reWith("u")`^${others.bounds}?的?(?!${[...words.subject, ...others.notNouns]})([\u4e00-\u9fff]{2,3})`;
const NOUN_ONLY = /^(?:以上)?的?[^，。；、：\d]{0,8}$/u;

/** 已收回260万元，过半: the share alone makes up its clause. */
const ALONE = reWith("u")`${["，", ",", "占"]}${rates.shareBehind}?$`;

/** 占教职工总数的 */
const SHARE_NAMED = /占[^，。；、\d]{1,10}的$/u;

/** The rate's name right before: 整改率, 满意率; "" where the share is told of what was counted. */
function labelOf(head: string): string {
  return /([^，。；、：\d]{1,10}率)[^，。；率]{0,3}$/u.exec(head)?.[1] ?? SHARE_NAMED.exec(head)?.[0] ?? "";
}

function liesIn({ part, whole }: Pair, { least, most }: Range): boolean {
  if (whole <= 0n) return true;
  const thousandths = (part * 100_000n) / whole;
  return thousandths >= BigInt(least * 100) && thousandths <= BigInt(most * 100);
}

function rangesIn(line: Line, start: number, end: number): readonly Range[] {
  const text = line.plain.slice(start, end);
  const ranges: Range[] = [];
  if (TENTHS_SIGN.test(text))
    for (const match of text.matchAll(TENTHS)) {
      const from = start + match.index;
      const place = { start: from, end: from + match[0].length };
      const tens = match[2];
      if (match[5] !== undefined && match[6] !== undefined) ranges.push({ ...place, ...fraction(match[5], match[6]) });
      else if (tens === undefined) ranges.push({ ...place, least: 500.01, most: 1000 });
      else {
        const value = (parseCount(tens) ?? 0) * 100 + (match[3] === undefined ? 0 : (parseCount(match[3]) ?? 0) * 10);
        const range = rangeOf(match[1], match[4] !== undefined, value);
        // 三成员, 五成都: only what is told as a share.
        const head = text.slice(Math.max(0, match.index - OF_REACH), match.index);
        const bare = match[0].length === 2 && (OF_ALL.test(head) || OF_WHAT.test(head));
        if (bare) ranges.push({ ...place, least: value - FRACTION_WIDTH, most: value + FRACTION_WIDTH });
        else if (range && (match[1] !== undefined || match[4] !== undefined || match[3] !== undefined))
          ranges.push({ ...place, ...range });
      }
    }
  for (const token of startingIn(line.tokens, start, end)) {
    if (token.type !== "percent" || !token.approx || token.end > end) continue;
    const before = PERCENT.exec(line.plain.slice(Math.max(start, token.start - 3), token.start));
    const after = AT_LEAST.exec(line.plain.slice(token.end, token.end + 2));
    const range = rangeOf(before?.[1], after !== null, (token.mantissa * 10) / 10 ** token.decimals);
    if (range)
      ranges.push({
        ...range,
        start: token.start - (before?.[0].length ?? 0),
        end: token.end + (after?.[0].length ?? 0),
      });
  }
  return ranges;
}

/** 三分之二: within a twentieth, as people speak. */
function fraction(below: string, above: string): { readonly least: number; readonly most: number } {
  const value = Math.round(((parseCount(above) ?? 0) * 1000) / (parseCount(below) ?? 1));
  return { least: value - FRACTION_WIDTH, most: value + FRACTION_WIDTH };
}

const FRACTION_WIDTH = 50;
/** 占35个问题的八成, 占计划9800万元的七成 */
const OF_ALL = /占[^，。；、]{0,16}$/u;
const OF_WHAT = /[个项件条][^，。；、]{0,6}$/u;
const OF_REACH = 18;

function rangeOf(word: string | undefined, atLeast: boolean, value: number): { least: number; most: number } | null {
  if (atLeast) return { least: value, most: 1000 };
  if (word === undefined) return null;
  if (UNDER.has(word)) return { least: 0, most: value };
  if (BELOW.has(word)) return { least: value - NEAR, most: value + ABOVE_NEAR };
  return { least: value, most: 1000 };
}
