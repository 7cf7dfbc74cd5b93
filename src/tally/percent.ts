/**
 * Printing a share of whole numbers as a percentage (百分数), half up, with integers only: `(1333 / 2000) * 100` is
 * 66.64999… in floating point and would print 66.6, the exact value is 66.65 and prints 66.7 (四舍五入, the usage of
 * published notices; GB/T 8170 differs where a digit is exactly five).
 */
import type { Definition, GroupTally, Rate, StatusTally } from "./types";

/** Decimals of a printed percentage. */
export type Precision = 0 | 1 | 2;

/** Why a share has no percentage. */
type PercentOutcome =
  | { readonly type: "percent"; readonly text: string }
  /** Denominator 0: there is nothing to be a share of. */
  | { readonly type: "noDenominator" }
  /** Negative, fractional, unsafe, or more than the whole: such a share must never be printed. */
  | { readonly type: "invalid" };

const NO_DENOMINATOR: PercentOutcome = { type: "noDenominator" };
const INVALID: PercentOutcome = { type: "invalid" };
const { isSafeInteger, MAX_SAFE_INTEGER } = Number;
const SCALES = [100, 1_000, 10_000] as const;

/** floor((2·n·scale + d) / 2d): half up, exact. BigInt only where 53 bits would not hold the product. */
function roundHalfUp(numerator: number, denominator: number, scale: number): number {
  const dividend = 2 * numerator * scale + denominator;
  if (dividend <= MAX_SAFE_INTEGER) return (dividend - (dividend % (2 * denominator))) / (2 * denominator);
  const d = BigInt(denominator);
  return Number((2n * BigInt(numerator) * BigInt(scale) + d) / (2n * d));
}

function printScaled(scaled: number, precision: Precision): string {
  if (precision === 0) return `${scaled}%`;
  const unit = precision === 1 ? 10 : 100;
  const fraction = String(scaled % unit).padStart(precision, "0");
  return `${(scaled - (scaled % unit)) / unit}.${fraction}%`;
}

/**
 * A share as a percentage, with the reason where there is none.
 *
 * Half up at `precision` decimals, zeros kept (87.0%). A true 100% or 0% prints whole at every precision. Where rounding
 * would print 100% for less than the whole, or 0% for more than nothing, the precision rises, at most to 2, until it
 * does not; if it still does, 99.99% or 0.01%.
 *
 * @example percentOf(249, 250, 0) // { type: "percent", text: "99.6%" }
 * @example percentOf(24, 23, 0)   // { type: "invalid" }
 */
export function percentOf(numerator: number, denominator: number, precision: Precision): PercentOutcome {
  if (!isSafeInteger(numerator) || !isSafeInteger(denominator)) return INVALID;
  if (numerator < 0 || denominator < 0 || numerator > denominator) return INVALID;
  if (denominator === 0) return NO_DENOMINATOR;
  if (numerator === 0) return { type: "percent", text: "0%" };
  if (numerator === denominator) return { type: "percent", text: "100%" };
  for (let p: number = precision; p <= 2; p += 1) {
    const scale = SCALES[p as Precision];
    const scaled = roundHalfUp(numerator, denominator, scale);
    if (scaled > 0 && scaled < scale) return { type: "percent", text: printScaled(scaled, p as Precision) };
  }
  return { type: "percent", text: 2 * numerator > denominator ? "99.99%" : "0.01%" };
}

/**
 * The same as text; null where nothing may be printed (denominator 0, or a share that is none).
 * @example percentText(20, 23, 0) // "87%"
 * @example percentText(87, 100, 1) // "87.0%"
 * @example percentText(0, 0, 0) // null
 */
export function percentText(numerator: number, denominator: number, precision: Precision): string | null {
  const outcome = percentOf(numerator, denominator, precision);
  return outcome.type === "percent" ? outcome.text : null;
}

/**
 * The printed form of a rate, null where there is no rate.
 * @example printRate(rate, 0) // "87%"
 */
export function printRate(rate: Pick<Rate, "numerator" | "denominator"> | null, precision: Precision): string | null {
  return rate === null ? null : percentText(rate.numerator, rate.denominator, precision);
}

/**
 * The rate of what has statuses: null also where no status is known at all, for 0% would be a guess.
 * @example ratedOf(kind)?.denominator // 23
 */
export function ratedOf(counted: StatusTally | GroupTally): Rate | null {
  if (!("byStatus" in counted)) return counted.unrated ? null : counted.rate;
  const { rate, total, byStatus } = counted;
  return total.value - byStatus.excluded.value > byStatus.unknown.value ? rate : null;
}

/** Why there is no rate: nothing is due yet, nothing counts towards one, or no status is known. */
export type Unrated = "nothingDue" | "nothingCounted" | "noStatus";

/**
 * Why `ratedOf` gives none.
 * @example unratedBecause(kind, { done: "done", denominator: "due" }) // "nothingDue"
 */
export function unratedBecause(counted: StatusTally | GroupTally, { denominator }: Definition): Unrated {
  if (counted.rate !== null) return "noStatus";
  return denominator === "due" ? "nothingDue" : "nothingCounted";
}
