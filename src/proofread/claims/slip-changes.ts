/**
 * How much something grew, told as amount and as percentage, with what it came to, in whatever order: 收入191347万元，增长15.53%，增收25457万元
 * is 15.35%. Where no amount told before them fits, one digit off is worth a look.
 */
import { reWith } from "../../zh/pattern";
import { changes as words } from "../../zh/words/claim-changes";
import {
  decimalPlaces,
  exactText,
  exactValue,
  type Line,
  type NumberToken,
  type PercentToken,
  type Sentence,
} from "../../reading";
import { isCutOf, isShareOf, shareText } from "../percents";
import { changeEnd } from "./change-ends";
import type { ChangeFault } from "./changes";
import { isSlip, slipsOf } from "./slips";

const UPS = [...words.up, ...words.upBy];
const DOWNS = [...words.down, ...words.downBy];
const BY = reWith("u")`${[...UPS, ...DOWNS]}(?:${words.links})?\s*$`;
const IS_UP = reWith("u")`${UPS}(?:${words.links})?\s*$`;
/** What it came to stands so many amounts before the two. */
const BACK = 5;
/** The two stand side by side, or with one other amount between. */
const APART = 2;

/** Faults of a line, in text order. */
export function slipChangeFaults(line: Line): readonly ChangeFault[] {
  return line.sentences.flatMap((sentence) => faultsOf(line, sentence));
}

type Amount = NumberToken | PercentToken;

function faultsOf(line: Line, sentence: Sentence): readonly ChangeFault[] {
  const amounts = sentence.tokens.filter(
    (token): token is Amount => token.type === "percent" || (token.type === "number" && token.unit !== ""),
  );
  if (amounts.length < 2) return [];
  const leads = amounts.map((token, at) => {
    const last = amounts[at - 1];
    return line.plain.slice(last ? changeEnd(last) : sentence.start, token.start);
  });
  const isChange = amounts.map((token, at) => !token.approx && BY.test(leads[at] ?? "") && !TO.test(leads[at] ?? ""));
  const faults: ChangeFault[] = [];
  amounts.forEach((share, at) => {
    if (share.type !== "percent" || !isChange[at]) return;
    const up = IS_UP.test(leads[at] ?? "");
    for (const other of [at - 1, at + 1, at - APART, at + APART]) {
      const delta = amounts[other];
      if (delta?.type !== "number" || !isChange[other] || IS_UP.test(leads[other] ?? "") !== up) continue;
      if (stops(line.plain, delta, share)) continue;
      const from = Math.min(at, other);
      const before = amounts
        .slice(Math.max(0, from - BACK), from)
        .filter(
          (token, index): token is NumberToken =>
            token.type === "number" &&
            token.unit === delta.unit &&
            !token.approx &&
            !isChange[Math.max(0, from - BACK) + index],
        );
      // 受理1803件，办结894件。同比增加167件，上升10.21%: told finely or side by side, of the sentence before too.
      const isBeside = Math.abs(other - at) === 1;
      const earlier = share.decimals > 1 || isBeside ? earlierAmounts(line, sentence, delta) : [];
      const fault = judge(line, share, delta, [...before.reverse(), ...earlier], up, isBeside);
      if (fault) faults.push(fault);
      return;
    }
  });
  return faults;
}

function earlierAmounts(line: Line, sentence: Sentence, { unit }: NumberToken): readonly NumberToken[] {
  const last = line.sentences[line.sentences.indexOf(sentence) - 1];
  const told =
    last?.tokens.filter((token): token is NumberToken => token.type === "number" && token.unit === unit) ?? [];
  return told.filter(({ approx }) => !approx).slice(-BACK);
}

const TO = reWith("u")`${words.toEnds}$`;

/** A semicolon between sets them apart. */
function stops(plain: string, a: Amount, b: Amount): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return /[；;。]/u.test(plain.slice(first.end, second.start));
}

function judge(
  line: Line,
  share: PercentToken,
  delta: NumberToken,
  before: readonly NumberToken[],
  up: boolean,
  beside: boolean,
): ChangeFault | null {
  const by = exactValue(delta);
  // 与上次的725482人相比，增加25907人: that is what it was.
  if (before.some((to) => line.plain.startsWith(COMPARED, changeEnd(to)))) return null;
  const bases = before.map((to) => ({ to, from: exactValue(to) + (up ? -by : by) })).filter(({ from }) => from > 0n);
  if (bases.some(({ to, from }) => fits(share, by, from, delta, to))) return null;
  for (const { to, from } of bases) {
    const meant = shareText(by, from, share.decimals);
    const isOff = isSlip(share.text.replace("%", ""), meant.replace("%", "")) && share.mantissa >= FIGURES;
    const other = isOff ? null : slippedAmount(share, delta, to, up, beside ? 1 : 2);
    if (!isOff && !other) continue;
    return {
      place: { line: line.index, start: share.start, end: share.end },
      how: "count",
      from: `${exactText(from / BigInt(to.scale))}${SCALES.get(to.scale) ?? ""}${to.unit}`,
      to: line.text.slice(to.start, changeEnd(to)),
      written: share.text,
      expected: meant,
      severity: "warning",
    };
  }
  return null;
}

const COMPARED = "相比";

const SCALES: ReadonlyMap<number, string> = new Map([
  [1000, "千"],
  [10000, "万"],
  [100000000, "亿"],
]);

/** A percentage of two figures may be a slip of any. */
const FIGURES = 100;

/** Amounts may be rounded. */
function fits(share: PercentToken, by: bigint, from: bigint, delta: NumberToken, to: NumberToken): boolean {
  if (isShareOf(share, by, from) || isCutOf(share, by, from)) return true;
  const off = [delta, to].map((token) =>
    token.decimals > 0 || token.scale > 1 ? Number(decimalPlaces(token)) / 2 : 0,
  );
  const [b, f, d, t] = [Number(by), Number(from), off[0] ?? 0, (off[0] ?? 0) + (off[1] ?? 0)];
  const unit = 10 ** share.decimals;
  const told = share.mantissa / unit;
  return (
    t > 0 && f > t && told >= ((b - d) / (f + t)) * 100 - 0.5 / unit && told <= ((b + d) / (f - t)) * 100 + 0.5 / unit
  );
}

/** The percentage told finely enough, one digit of an amount may be what is off. */
function slippedAmount(
  share: PercentToken,
  delta: NumberToken,
  to: NumberToken,
  up: boolean,
  decimals: number,
): boolean {
  if (share.decimals < decimals) return false;
  const scaled = (token: NumberToken, mantissa: bigint): bigint =>
    (exactValue(token) / BigInt(token.mantissa)) * mantissa;
  const [by, came] = [exactValue(delta), exactValue(to)];
  const ofDelta = figuresBeside(delta.mantissa).some((mantissa) => {
    const value = scaled(delta, mantissa);
    return isShareOf(share, value, came + (up ? -value : value));
  });
  return (
    ofDelta ||
    figuresBeside(to.mantissa).some((mantissa) => isShareOf(share, by, scaled(to, mantissa) + (up ? -by : by)))
  );
}

/** All figures one slip away. */
const figuresBeside = (mantissa: number): readonly bigint[] =>
  slipsOf(String(mantissa)).flatMap((text) => (text.startsWith("0") ? [] : [BigInt(text)]));
