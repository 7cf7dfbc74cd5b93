/**
 * Changes told with both ends: 由80件降至60件，下降25%; 比去年的120件增加12件; 由80%提高到92%，提高12个百分点; 高于全市75%7个百分点.
 * What is said of the change is reckoned from its ends (change-ends.ts finds them).
 */
import type { Severity } from "../../rule";
import { reWith } from "../../zh/pattern";
import { charTable } from "../../zh/plain";
import { changes as words } from "../../zh/words/claim-changes";
import {
  readRate,
  type Line,
  type NumberToken,
  type PercentToken,
  type Place,
  type Sentence,
  decimalPlaces,
  exactText,
  exactValue,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import { CHANGE_WORDS, IS_UP, amountsOf, changeEnd, endsOf, type ToldAmount, type Ends } from "./change-ends";

/** A change that its ends do not give. */
export interface ChangeFault {
  readonly place: Place;
  /** count: of amounts; sign: a difference of rates told in %; points: wrong points; lone: a rate's change told in %; direction: up for down. */
  readonly how: "count" | "sign" | "points" | "lone" | "direction";
  readonly from: string;
  readonly to: string;
  readonly written: string;
  readonly expected: string;
  readonly severity: Severity;
}

const REACH = 48;

export function changeFaults(line: Line): readonly ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const sentence of line.sentences) {
    if (sentence.tokens.length < 2 || !mayChange(line, sentence)) continue;
    const amounts = amountsOf(sentence);
    if (amounts.length < 2) continue;
    amounts.forEach((by, at) => {
      const ends = by.approx ? null : endsOf(line, sentence, amounts, at);
      const fault = ends ? judge(line, ends, by) : lone(line, amounts, at);
      if (fault) faults.push(fault);
    });
  }
  return faults;
}

/** The first characters of words of change, which stand before an amount. */
const SIGNS = charTable(CHANGE_WORDS.map((word) => word.slice(0, 1)).join(""));

function mayChange({ plain }: Line, { tokens, start }: Sentence): boolean {
  const end = tokens[tokens.length - 1]?.start ?? start;
  for (let at = start; at < end; at++)
    if (SIGNS[plain.charCodeAt(at)] === 1 && CHANGE_WORDS.some((word) => plain.startsWith(word, at))) return true;
  return false;
}

function valueOf(token: ToldAmount): bigint {
  return token.type === "number"
    ? exactValue(token)
    : BigInt(token.mantissa) * 10n ** BigInt(8 - Math.min(8, token.decimals));
}

function judge(line: Line, { from, to, delta, up }: Ends, by: ToldAmount): ChangeFault | null {
  const kind = to ?? from;
  if (!kind) return null;
  // 2400件，环比增加400件，增长20%: what it was follows from what it grew by, or what it came to.
  const difference = valueOf(delta ?? by) * (up ? 1n : -1n);
  const a = from ? valueOf(from) : valueOf(kind) - difference;
  const b = to ? valueOf(to) : a + difference;
  if (a < 0n || b < 0n) return null;
  // 达3.33亿人次…达3.33亿人次，同比上升15.8%: one figure told twice.
  if (from && to && a === b && !FROM_A.test(line.plain.slice(Math.max(0, from.start - 12), from.start))) return null;
  const told = (token: ToldAmount | null, value: bigint): string =>
    token
      ? line.text.slice(token.start, changeEnd(token))
      : `${exactText(value)}${kind.type === "number" ? kind.unit : ""}`;
  const fault: Tell = (how, expected, severity) => ({
    place: { line: line.index, start: by.start, end: changeEnd(by) },
    how,
    from: told(from, a),
    to: told(to, b),
    written: told(by, 0n),
    expected,
    severity,
  });
  if (by.type !== "number")
    return isAtOtherPrices(line, kind, by)
      ? null
      : judgeShare(a, b, kind, by, fault, [from, to, delta].map(placeOf), from || !delta ? 0n : difference);
  return judgeAmount(a, b, { up, to: kind, rounding: roundingOf(from, to) }, by, fault);
}

/** 生产总值由9323亿元增加到13697亿元，增长33.6%: what an economy makes grows at constant prices. */
function isAtOtherPrices({ plain }: Line, amount: ToldAmount, by: ToldAmount): boolean {
  const head = plain.slice(Math.max(0, Math.min(amount.start, by.start) - REACH), by.start);
  return amount.type === "number" && amount.unit === "元" && OTHER_PRICES.test(head);
}

const OTHER_PRICES = reWith("u")`${words.otherPrices}`;

const FROM_A = /[由从][^由从，。；]*$/u;

type Tell = (how: ChangeFault["how"], expected: string, severity: Severity) => ChangeFault;

const apart = (a: bigint, b: bigint): bigint => (b > a ? b - a : a - b);

function judgeAmount(
  a: bigint,
  b: bigint,
  { up, to, rounding }: { readonly up: boolean; readonly to: ToldAmount; readonly rounding: bigint },
  by: NumberToken,
  fault: Tell,
): ChangeFault | null {
  const points = by.unit.endsWith("百分点");
  if (to.type === "percent" ? !points : points || by.unit !== to.unit) return null;
  const difference = apart(a, b);
  const expected = to.type === "percent" ? exactText(difference) : exactText(difference / BigInt(by.scale));
  const told = `${expected}${SCALE_NAMES.get(by.scale) ?? ""}${by.unit}`;
  const how = points ? "points" : "count";
  if (exactValue(by) !== difference && !isRounded(difference, by)) {
    // 10/12 to 11/12 are 83.3% to 91.7%, and 8.3 points: reckoned before rounding.
    const reckoned = points && rounding > 0n && apart(exactValue(by), difference) < rounding + unitOf(by) / 2n;
    return reckoned ? null : fault(how, told, "error");
  }
  return up === b > a || a === b ? null : fault(how, told, "warning");
}

/** What the last place of a figure stands for. */
const unitOf = ({ decimals }: { readonly decimals: number }): bigint => 10n ** BigInt(8 - Math.min(8, decimals));

/**
 * How far the difference of two rates may be from that of what they were rounded from. They are rounded alike; whole percents
 * are taken at their word: who tells no decimals subtracts what is told.
 */
const roundingOf = (from: ToldAmount | null, to: ToldAmount | null): bigint =>
  from?.type === "percent" && to?.type === "percent" && from.decimals > 0 && from.decimals === to.decimals
    ? unitOf(to)
    : 0n;

const SCALE_NAMES: ReadonlyMap<number, string> = new Map([
  [1000, "千"],
  [10000, "万"],
  [100000000, "亿"],
]);

/** What the last place of an amount stands for where it was rounded; 0 where it is told to the unit. */
const placeOf = (token: ToldAmount | null): bigint =>
  token?.type === "number" && (token.decimals > 0 || token.scale > 1) ? decimalPlaces(token) : 0n;

/** 132.8公斤，比上年增加6.6公斤，增长5.3%: reckoned before rounding, each within half of its last place. */
function mayBeRounded(by: PercentToken, [a, b]: readonly [bigint, bigint], places: readonly bigint[]): boolean {
  const off = Number(places.reduce((all, place) => all + place, 0n)) / 2;
  const [from, to, unit] = [Number(a), Number(b), 10 ** by.decimals];
  if (off === 0 || from <= off) return false;
  const shares = [to - off, to + off].flatMap((end) =>
    [from - off, from + off].map((start) => Math.abs(end / start - 1)),
  );
  const told = by.mantissa / unit;
  const [least, most] = [Math.min(...shares) * 100, Math.max(...shares) * 100];
  return most - least < MOST_ROUNDED && told >= least - 0.5 / unit && told <= most + 0.5 / unit;
}

/** 2.76亿人，比上年增加539.4万人，增长2.00%: what it was is what it came to, as it was before rounding, without what came. */
function mayBeRoundedBy(by: PercentToken, b: bigint, delta: bigint, places: readonly bigint[]): boolean {
  const [, ofB = 0, ofDelta = 0] = places.map((place) => Number(place) / 2);
  const shares = [-1, 1].map((sign) => {
    const part = Math.abs(Number(delta)) + sign * ofDelta;
    return (part / (Number(b) - sign * ofB - (delta > 0n ? part : -part))) * 100;
  });
  const told = by.mantissa / 10 ** by.decimals;
  const half = 0.5 / 10 ** by.decimals;
  return (ofB > 0 || ofDelta > 0) && told >= Math.min(...shares) - half && told <= Math.max(...shares) + half;
}

/** Amounts told so roughly that their change may be anything are held against it as they are. */
const MOST_ROUNDED = 0.6;

function judgeShare(
  a: bigint,
  b: bigint,
  to: ToldAmount,
  by: ToldAmount,
  fault: Tell,
  places: readonly bigint[],
  delta: bigint,
): ChangeFault | null {
  if (by.type !== "percent") return null;
  const difference = apart(a, b);
  if (to.type === "percent") {
    if (valueOf(by) === difference)
      return isShareOf(by, difference, a) ? null : fault("sign", by.text.replace("%", "个百分点"), "warning");
    if (isShareOf(by, difference, a) || isCutOf(by, difference, a)) return null;
    return fault("points", `${exactText(difference)}个百分点`, "warning");
  }
  if (a === 0n || isShareOf(by, difference, a) || mayBeRounded(by, [a, b], places)) return null;
  if (delta !== 0n && mayBeRoundedBy(by, b, delta, places)) return null;
  return fault("count", shareText(difference, a, by.decimals), isCutOf(by, difference, a) ? "warning" : "error");
}

/** Told with fewer decimals than its ends, it is rounded. */
function isRounded(value: bigint, by: NumberToken): boolean {
  const place = 10n ** BigInt(Math.max(0, 8 - by.decimals)) * BigInt(by.scale);
  return value % place !== 0n && ((value + place / 2n) / place) * place === exactValue(by);
}

const LONE = reWith("u")`^[，,（(]?\s*${words.than}[^，。；、]{0,10}${CHANGE_WORDS}${words.links}{0,1}\s*$`;

/** 整改率90%，较上季度提高6%: the change of a rate is told in points. */
function lone(line: Line, amounts: readonly ToldAmount[], at: number): ChangeFault | null {
  const [rate, by] = [amounts[at - 1], amounts[at]];
  if (rate?.type !== "percent" || by?.type !== "percent" || by.approx) return null;
  const between = line.plain.slice(rate.end, by.start);
  if (!LONE.test(between)) return null;
  // 完成率105%，同比增长120%: no difference of rates is larger than the rate.
  if (IS_UP.test(between) && by.mantissa * 10 ** rate.decimals > rate.mantissa * 10 ** by.decimals) return null;
  const named = readRate(line, rate, Math.max(0, rate.start - REACH));
  if (!named || !/[率度感]$/u.test(named.label)) return null;
  return {
    place: { line: line.index, start: by.start, end: by.end },
    how: "lone",
    from: named.label,
    to: rate.text,
    written: by.text,
    expected: by.text.replace("%", "个百分点"),
    severity: "warning",
  };
}
