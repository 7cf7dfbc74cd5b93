/**
 * Changes in forms of their own: 由12个减少到16个 goes the other way than it says; 增设窗口4个，总数由12个增加到16个 tells how much before
 * its ends; 612万元，同比下降15%，较上年同期720万元减少108万元 tells it twice; 由32毫克／升降至24毫克／升，下降25% bears a unit nobody counts in.
 */
import { reWith } from "../../zh/pattern";
import { changeForms as words } from "../../zh/words/change-forms";
import { changes } from "../../zh/words/claim-changes";
import { decimalPlaces, exactText, exactValue, type Line, type NumberToken, type Sentence } from "../../reading";
import { CHANGE_WORDS, amountsOf, changeEnd, type ToldAmount } from "./change-ends";
import type { ChangeFault } from "./changes";

const VERBS = [...changes.up, ...changes.down];
const TO_END = reWith("u")`^(${VERBS})了?${changes.toEnds}$`;
const TO_TAIL = reWith("u")`(${VERBS})了?${changes.toEnds}[^，。；、\d]{0,4}$`;
const STARTS = /[由从][^，。；\d]{0,14}$/u;
const UP: ReadonlySet<string> = new Set(changes.up);

/** @param line a line with a word of change */
export function formFaults(line: Line): readonly ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const sentence of line.sentences) {
    const amounts = amountsOf(sentence);
    for (let at = 0; at < amounts.length; at++) {
      const fault =
        wrongWay(line, amounts, at) ?? ledBefore(line, sentence, amounts, at) ?? toldTwice(line, amounts, at);
      if (fault) faults.push(fault);
    }
  }
  for (const fault of ofOddUnits(line)) faults.push(fault);
  return faults;
}

const valueOf = (token: ToldAmount): bigint =>
  token.type === "number" ? exactValue(token) : BigInt(token.mantissa) * 10n ** BigInt(8 - Math.min(8, token.decimals));

const areOfAKind = (a: ToldAmount, b: ToldAmount): boolean =>
  a.type === b.type && (a.type !== "number" || b.type !== "number" || a.unit === b.unit) && !a.approx && !b.approx;

const between = ({ plain }: Line, a: ToldAmount, b: ToldAmount): string => plain.slice(changeEnd(a), b.start);

/** 第3位, 3名, 85级: the lower, the better. */
const RANKS = reWith("u")`${words.ranks}`;

/** 由12个减少到16个 */
function wrongWay(line: Line, amounts: readonly ToldAmount[], at: number): ChangeFault | null {
  const [from, to] = [amounts[at], amounts[at + 1]];
  if (!from || !to || !areOfAKind(from, to)) return null;
  const verb = TO_END.exec(between(line, from, to).trim())?.[1];
  if (verb === undefined) return null;
  const head = line.plain.slice(Math.max(0, from.start - 24), from.start);
  if (!STARTS.test(head) || RANKS.test(head) || (from.type === "number" && RANKS.test(from.unit))) return null;
  const [a, b] = [valueOf(from), valueOf(to)];
  if (a === b || UP.has(verb) === b > a) return null;
  return {
    place: { line: line.index, start: from.start, end: changeEnd(to) },
    how: "direction",
    from: line.text.slice(from.start, changeEnd(from)),
    to: line.text.slice(to.start, changeEnd(to)),
    written: verb,
    expected: b > a ? words.rises : words.falls,
    severity: "warning",
  };
}

const LED = reWith("u")`(${[...words.added, ...words.removed]})[^，。；、\d]{0,12}$`;
const TOTAL_FROM = reWith("u")`^[，,][^，。；\d]{0,10}${words.total}[^，。；\d]{0,4}[由从][^，。；\d]{0,10}$`;

/** 增设窗口4个，窗口总数由12个增加到16个 */
function ledBefore(line: Line, sentence: Sentence, amounts: readonly ToldAmount[], at: number): ChangeFault | null {
  const [by, from, to] = [amounts[at], amounts[at + 1], amounts[at + 2]];
  if (by?.type !== "number" || from?.type !== "number" || to?.type !== "number") return null;
  if (!areOfAKind(by, from) || !areOfAKind(from, to)) return null;
  if (!TOTAL_FROM.test(between(line, by, from)) || !TO_TAIL.test(between(line, from, to))) return null;
  if (!LED.test(line.plain.slice(Math.max(sentence.start, by.start - 16), by.start))) return null;
  return amountFault(line, from, to, by);
}

function amountFault(line: Line, from: NumberToken, to: NumberToken, by: NumberToken): ChangeFault | null {
  const [a, b] = [exactValue(from), exactValue(to)];
  const difference = b > a ? b - a : a - b;
  const off = difference > exactValue(by) ? difference - exactValue(by) : exactValue(by) - difference;
  // 1.26亿元, 0.9亿元 and 0.36亿元: each told to its own place.
  const places = [from, to, by].map(decimalPlaces).filter((_, i, all) => all.some((place) => place !== all[i]));
  if (off * 2n <= places.reduce((sum, place) => sum + place, 0n)) return null;
  return {
    place: { line: line.index, start: by.start, end: by.unitEnd },
    how: "count",
    from: line.text.slice(from.start, from.unitEnd),
    to: line.text.slice(to.start, to.unitEnd),
    written: line.text.slice(by.start, by.unitEnd),
    expected: `${exactText(difference / BigInt(by.scale))}${line.text.slice(by.start + by.text.length, by.unitEnd)}`,
    severity: "warning",
  };
}

const THAN = reWith("u")`^[，,]${changes.against}[^，。；、\d]{0,8}的?$`;
const CHANGED = reWith("u")`^(${CHANGE_WORDS})了?$`;
const SHARE = reWith("u")`^[，,]?[^，。；、\d]{0,6}(${CHANGE_WORDS})了?$`;

/** 支出612万元，同比下降15%，较上年同期720万元减少108万元 */
function toldTwice(line: Line, amounts: readonly ToldAmount[], at: number): ChangeFault | null {
  const [to, share, from, by] = [amounts[at], amounts[at + 1], amounts[at + 2], amounts[at + 3]];
  if (to?.type !== "number" || share?.type !== "percent" || from?.type !== "number" || by?.type !== "number")
    return null;
  if (!areOfAKind(to, from) || !areOfAKind(from, by) || share.approx) return null;
  const verb = SHARE.exec(between(line, to, share))?.[1];
  const own = CHANGED.exec(between(line, from, by))?.[1];
  if (verb === undefined || own === undefined || !THAN.test(between(line, share, from))) return null;
  const amount = amountFault(line, from, to, by);
  if (amount) return amount;
  const fault = shareFault(line, Number(exactValue(from)), Number(exactValue(to)), share);
  if (fault)
    return { ...fault, from: line.text.slice(from.start, from.unitEnd), to: line.text.slice(to.start, to.unitEnd) };
  const isUp = exactValue(to) > exactValue(from);
  const rises = (word: string): boolean => UP.has(word) || (changes.upBy as readonly string[]).includes(word);
  if (rises(verb) === isUp) return null;
  return {
    place: { line: line.index, start: share.start, end: share.end },
    how: "direction",
    from: line.text.slice(from.start, from.unitEnd),
    to: line.text.slice(to.start, to.unitEnd),
    written: verb,
    expected: isUp ? words.rises : words.falls,
    severity: "warning",
  };
}

interface ToldShare {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly mantissa: number;
  readonly decimals: number;
}

/** How far the change between two amounts, each within half of `place`, may be from the share told. */
function shareFault(line: Line, a: number, b: number, by: ToldShare, place = 0): ChangeFault | null {
  if (a <= 0) return null;
  const told = by.mantissa / 10 ** by.decimals;
  const real = (Math.abs(b - a) / a) * 100;
  const slack = 0.5 / 10 ** by.decimals + (place / a) * (1 + b / a) * 50 + 1e-9;
  if (Math.abs(real - told) <= slack) return null;
  return {
    place: { line: line.index, start: by.start, end: by.end },
    how: "count",
    from: "",
    to: "",
    written: line.text.slice(by.start, by.end),
    expected: `${real.toFixed(by.decimals)}%`,
    severity: "warning",
  };
}

const ODD = reWith(
  "gu",
)`[由从]${words.fill}{0,10}?(${words.numbers})(${words.oddUnits}{0,1})(${VERBS})了?${changes.toEnds}(${words.numbers})(${words.oddUnits}{0,1})[，,]${words.also}{0,1}(${CHANGE_WORDS})了?(${words.numbers})%`;
const ODD_THAN = reWith(
  "gu",
)`(?<![\d.])(${words.numbers})(${words.oddUnits})[，,]${words.also}{0,1}${changes.against}${words.fill}{0,12}?(${words.numbers})(${words.oddUnits})(${CHANGE_WORDS})了?(${words.numbers})%`;

/** 由32毫克／升降至24毫克／升，下降25%; 由42.0降至37.8，下降10%; 36微克／立方米，较上年的40微克／立方米下降10% */
function* ofOddUnits(line: Line): Generator<ChangeFault> {
  if (!line.plain.includes("%")) return;
  for (const found of line.plain.matchAll(ODD)) {
    const [, a = "", unit = "", verb = "", b = "", unitOfB = "", , share = ""] = found;
    if (unit !== unitOfB && unit !== "") continue;
    yield* odd(line, found, { a, b, verb, share });
  }
  for (const found of line.plain.matchAll(ODD_THAN)) {
    const [, b = "", unit = "", a = "", unitOfA = "", verb = "", share = ""] = found;
    if (unit === unitOfA) yield* odd(line, found, { a, b, verb, share });
  }
}

function* odd(
  line: Line,
  found: RegExpExecArray,
  { a, b, verb, share }: { readonly a: string; readonly b: string; readonly verb: string; readonly share: string },
): Generator<ChangeFault> {
  const end = found.index + found[0].length;
  const start = end - share.length - 1;
  const decimalsOf = (text: string): number => text.split(".")[1]?.length ?? 0;
  const by = {
    start,
    end,
    text: `${share}%`,
    mantissa: Number(share.replace(".", "")),
    decimals: decimalsOf(share),
  };
  const place = 10 ** -Math.max(decimalsOf(a), decimalsOf(b));
  const fault = shareFault(line, Number(a), Number(b), by, decimalsOf(a) + decimalsOf(b) > 0 ? place : 0);
  if (fault) yield { ...fault, from: a, to: b };
  else if (
    UP.has(verb) !== Number(b) > Number(a) &&
    a !== b &&
    (UP.has(verb) || (changes.down as readonly string[]).includes(verb))
  )
    yield {
      place: { line: line.index, start: found.index, end },
      how: "direction",
      from: a,
      to: b,
      written: verb,
      expected: Number(b) > Number(a) ? words.rises : words.falls,
      severity: "warning",
    };
}
