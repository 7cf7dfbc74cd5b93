/** Whether a printed percentage can come from two counts. */
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
  if (token.decimals > 2) return isRounded(token, numerator, denominator);
  const text = expectedPercent(numerator, denominator, token.decimals);
  return text !== null && Number(text.replace("%", "")) === token.mantissa / 10 ** token.decimals;
}

function isRounded(token: PercentToken, numerator: number, denominator: number): boolean {
  const scale = 10n ** BigInt(token.decimals + 2);
  const top = BigInt(numerator) * scale * 2n + BigInt(denominator);
  return top / (BigInt(denominator) * 2n) === BigInt(token.mantissa);
}
