/** The difference of two rates in points (百分点), from the exact fractions, rounded once. */
import type { Precision } from "./percent";

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

const SCALES = [1, 10, 100] as const;

/**
 * New minus old in units of the last printed decimal, half away from zero; null where either is no rate.
 * @example scaledPoints({ numerator: 1, denominator: 3 }, { numerator: 2, denominator: 3 }, 1) // 333
 */
export function scaledPoints(old: Share | null, now: Share | null, precision: Precision): number | null {
  if (old === null || now === null || old.denominator === 0 || now.denominator === 0) return null;
  const [a, b] = [BigInt(old.numerator), BigInt(old.denominator)];
  const [c, d] = [BigInt(now.numerator), BigInt(now.denominator)];
  const top = (c * b - a * d) * 100n * BigInt(SCALES[precision]);
  const bottom = b * d;
  const size = top < 0n ? -top : top;
  const rounded = Number((2n * size + bottom) / (2n * bottom));
  return top < 0n && rounded !== 0 ? -rounded : rounded;
}

/**
 * The same as text with its sign; none where nothing is left of it.
 * @example pointsText({ numerator: 4, denominator: 18 }, { numerator: 5, denominator: 19 }, 1) // "+4.1"
 */
export function pointsText(old: Share | null, now: Share | null, precision: Precision): string | null {
  const scaled = scaledPoints(old, now, precision);
  if (scaled === null) return null;
  const size = Math.abs(scaled);
  const unit = SCALES[precision];
  const whole = (size - (size % unit)) / unit;
  const decimals = precision === 0 ? "" : `.${String(size % unit).padStart(precision, "0")}`;
  return `${scaled > 0 ? "+" : scaled < 0 ? "-" : ""}${whole}${decimals}`;
}
