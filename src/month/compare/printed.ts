/** Rates and their difference as they are printed beside one another. */
import { percentText, pointsText, type Precision, scaledPoints } from "../../tally";
import type { PeriodCounts } from "./types";

interface PrintedRates {
  /** Null where there is no rate. */
  readonly old: string | null;
  readonly now: string | null;
  readonly points: string | null;
  /** The printed rates differ by another number than the exact ones do. */
  readonly isRounded: boolean;
}

/** Hundredths of a point of a printed percentage. */
function hundredths(percent: string): number {
  return Math.round(Number(percent.slice(0, -1)) * 100);
}

/**
 * Both rates and their difference, which is made of the exact fractions and rounded once.
 * @example printedRates(old, now, 1) // { old: "22.2%", now: "26.3%", points: "+4.1", isRounded: false }
 */
export function printedRates(old: PeriodCounts, now: PeriodCounts, precision: Precision): PrintedRates {
  const before = percentText(old.numerator, old.denominator, precision);
  const after = percentText(now.numerator, now.denominator, precision);
  const scaled = scaledPoints(old, now, precision);
  const size = ([100, 10, 1] as const)[precision];
  const isRounded =
    before !== null && after !== null && scaled !== null && hundredths(after) - hundredths(before) !== scaled * size;
  return { old: before, now: after, points: pointsText(old, now, precision), isRounded };
}
