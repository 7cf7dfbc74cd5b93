/** Whether a printed percentage can come from two amounts: exact, whatever their size. */
import { percentText } from "../tally";
import type { PercentToken } from "../reading";

/** Text of `numerator/denominator` with the decimals of the printed percentage, null without a denominator. */
export function expectedPercent(numerator: number, denominator: number, decimals: number): string | null {
  if (denominator === 0) return null;
  const precision = decimals === 0 ? 0 : decimals === 1 ? 1 : 2;
  return percentText(numerator, denominator, precision);
}

/**
 * Whether the token is what the program itself would print for the counts: half up, and never 100% or 0% that isn't.
 * Beyond two decimals plain half-up rounding counts; trailing zeros are equal (87% and 87.0%).
 */
export function isPrintOf(token: PercentToken, numerator: number, denominator: number): boolean {
  if (denominator === 0) return false;
  if (token.decimals > 2) return isRounded(token, BigInt(numerator), BigInt(denominator));
  const text = expectedPercent(numerator, denominator, token.decimals);
  return text !== null && Number(text.replace("%", "")) === token.mantissa / 10 ** token.decimals;
}

/** Rounding of amounts moves a percentage by no more than this many points. */
const MOST_OFF = 0.5;
/** Of two figures, one of them as rough as 1.1万, it is this many. */
const MOST_OFF_ROUGHLY = 1.5;
/** Of two figures, one of them told in a single digit like 0.04万, it is this many. */
const MOST_OFF_IN_ONE_DIGIT = 15;
/** Told in no more than so many figures an amount is rough. */
const ROUGH = 20;
const ONE_DIGIT = 9;

/** Whether the token is a share of two amounts that were rounded to these, each to within half of its last place. */
export function mayBeShareOf(
  token: PercentToken,
  { part, whole }: { readonly part: bigint; readonly whole: bigint },
  placeOf: (value: bigint) => bigint,
): boolean {
  const [n, d] = [Number(part), Number(whole)];
  const [above, below] = [Number(placeOf(part)) / 2, Number(placeOf(whole)) / 2];
  const unit = 10 ** token.decimals;
  const [least, most] = [(token.mantissa - 0.5) / unit / 100, (token.mantissa + 0.5) / unit / 100];
  const figures = Math.min(n / (above * 2), d / (below * 2));
  const mostOff = figures <= ONE_DIGIT ? MOST_OFF_IN_ONE_DIGIT : figures <= ROUGH ? MOST_OFF_ROUGHLY : MOST_OFF;
  if (Math.abs((n / d) * 100 - token.mantissa / unit) > mostOff) return false;
  return d > below && (n - above) / (d + below) <= most && (n + above) / (d - below) >= least;
}

/** The same for exact values of any scale (amounts.ts); shares above the whole are plain half-up. */
export function isShareOf(token: PercentToken, part: bigint, whole: bigint): boolean {
  if (whole <= 0n) return false;
  const n = Number(part);
  const d = Number(whole);
  const unit = commonUnit(part, whole);
  if (part <= whole && Number.isSafeInteger(n / unit) && Number.isSafeInteger(d / unit))
    return isPrintOf(token, n / unit, d / unit);
  return isRounded(token, part, whole);
}

const ONE = 100_000_000;

function commonUnit(part: bigint, whole: bigint): number {
  for (let unit = ONE; unit > 1; unit /= 10) if (part % BigInt(unit) === 0n && whole % BigInt(unit) === 0n) return unit;
  return 1;
}

function isRounded(token: PercentToken, numerator: bigint, denominator: bigint): boolean {
  return scaled(numerator * 2n, denominator * 2n, token.decimals, denominator) === BigInt(token.mantissa);
}

/** Whether the token is the percentage cut off behind its last decimal instead of rounded. */
export function isCutOf(token: PercentToken, part: bigint, whole: bigint): boolean {
  return whole > 0n && scaled(part, whole, token.decimals, 0n) === BigInt(token.mantissa);
}

function scaled(numerator: bigint, denominator: bigint, decimals: number, half: bigint): bigint {
  return (numerator * 10n ** BigInt(decimals + 2) + half) / denominator;
}

/**
 * What should be printed: half up at the decimals (at most two).
 * @example shareText(46n, 50n, 0) // "92%"
 */
export function shareText(part: bigint, whole: bigint, decimals: number): string {
  const places = Math.min(decimals, 4);
  const value = scaled(part * 2n, whole * 2n, places, whole);
  const unit = commonUnit(part, whole);
  const text =
    part <= whole && places <= 2 && Number.isSafeInteger(Number(whole) / unit)
      ? percentText(Number(part) / unit, Number(whole) / unit, places as 0 | 1 | 2)
      : null;
  if (text !== null) return text;
  const base = 10n ** BigInt(places);
  return places === 0
    ? `${value.toString()}%`
    : `${(value / base).toString()}.${(value % base).toString().padStart(places, "0")}%`;
}
