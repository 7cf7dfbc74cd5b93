/** Exact values of number tokens, as whole thousandths so that sums and comparisons need no floating point. */
import type { NumberToken } from "../types";

/** Ten-thousandths: counts have no decimals, money in 亿元 has up to 8 before scaling. */
const SHIFT = 8;

/** Value × 10^8 of the number with its scale, as BigInt: 1.056万 → 1_056_000_000_000n. */
export function exactValue(token: NumberToken): bigint {
  const decimals = Math.min(token.decimals, SHIFT);
  if (token.decimals <= SHIFT) {
    // Whole numbers that a float holds exactly need no long arithmetic.
    const value = token.mantissa * 10 ** (SHIFT - decimals) * token.scale;
    if (Number.isSafeInteger(value)) return BigInt(value);
  }
  const mantissa =
    token.decimals > SHIFT
      ? BigInt(Math.trunc(token.mantissa / 10 ** (token.decimals - SHIFT)))
      : BigInt(token.mantissa);
  return mantissa * 10n ** BigInt(SHIFT - decimals) * BigInt(token.scale);
}

/** A whole number as exact value. */
export function exactOf(n: number): bigint {
  return BigInt(n) * 10n ** BigInt(SHIFT);
}

/** The size of one unit in the last written place: 0.88万 → 100 (in exact units). */
export function decimalPlaces(token: NumberToken): bigint {
  return 10n ** BigInt(Math.max(0, SHIFT - token.decimals)) * BigInt(token.scale);
}

/**
 * Whether `value` printed at the token's precision gives the token: rounding half up, or cut off.
 * @example 10560元 is 1.056万元, 1.06万元 (rounded) and 1.05万元 (cut off), not 0.88万元
 */
export function printsAs(value: bigint, token: NumberToken): boolean {
  const place = decimalPlaces(token);
  const written = exactValue(token);
  const cut = (value / place) * place;
  const rounded = ((value + place / 2n) / place) * place;
  return written === cut || written === rounded;
}

/** An exact value as plain decimal text: 1056000000000n → "10560". */
export function exactText(value: bigint): string {
  const base = 10n ** BigInt(SHIFT);
  const whole = value / base;
  const rest = (value % base)
    .toString()
    .padStart(SHIFT, "0")
    .replace(/(?<!0)0+$/u, "");
  return rest === "" ? whole.toString() : `${whole}.${rest}`;
}

/** An exact value in 元 as people write it: 10560 → "1.056万元", 880 → "880元". */
export function moneyText(value: bigint): string {
  const tenThousand = exactOf(10000);
  return value >= tenThousand ? `${exactText((value * exactOf(1)) / tenThousand)}万元` : `${exactText(value)}元`;
}

/** The plain count of a token without decimals, null where it is no exact whole number. */
export function wholeAmount(token: NumberToken): number | null {
  if (token.approx || token.rangeTo !== null || token.decimals > 0) return null;
  const value = token.mantissa * token.scale;
  return Number.isSafeInteger(value) ? value : null;
}
