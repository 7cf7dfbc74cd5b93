/**
 * What is told as certain must be one slip (一处之差): the figure written is near the one it should be, or one digit of one of
 * the figures in play mends it. What is further off was more likely read wrongly than reckoned wrongly.
 */
import { exactText, type PercentToken } from "../../reading";
import { isShareOf } from "../percents";
import { isSlip, slipsOf } from "./slips";

/** A sum misses its whole by no more than a quarter, as one over the rows does. */
const NEAR_SUM = 4n;
/** Of counts so small any two are near. */
const FEW = 3;

/**
 * Whether parts that make `sum` miss `whole` by one slip.
 * @example mayBeOneSlip(48n, 50n, [44n, 4n]) // true; mayBeOneSlip(71n, 306n, [36n, 35n]) // false
 */
export function mayBeOneSlip(sum: bigint, whole: bigint, parts: readonly bigint[]): boolean {
  const difference = sum > whole ? sum - whole : whole - sum;
  if (difference * NEAR_SUM <= whole || Number(exactText(difference)) <= FEW) return true;
  if (isSlip(exactText(whole), exactText(sum)) || isDigitMore(exactText(whole), exactText(sum))) return true;
  return parts.some((part) => {
    const meant = part + whole - sum;
    return meant > 0n && (isSlip(exactText(part), exactText(meant)) || isDigitMore(exactText(part), exactText(meant)));
  });
}

/** 15 for 5: one digit too many, or too few. */
function isDigitMore(one: string, other: string): boolean {
  const [long, short] = one.length > other.length ? [one, other] : [other, one];
  return (
    long.length === short.length + 1 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

/** A share written so many points beside what its counts give, and no more than half of it. */
const NEAR_POINTS = 10;

/** Whether a percentage misses the share of its counts by one slip, in itself or in one of them. */
export function mayBeOneSlipOfShare(token: PercentToken, part: bigint, whole: bigint): boolean {
  const written = token.mantissa / 10 ** token.decimals;
  const share = (Number(part) / Number(whole)) * 100;
  const away = Math.abs(written - share);
  if (away <= NEAR_POINTS && away * 2 <= Math.max(written, share)) return true;
  if (isSlip(written.toFixed(token.decimals), share.toFixed(token.decimals))) return true;
  return (
    slipsOfValue(part).some((meant) => meant <= whole && isShareOf(token, meant, whole)) ||
    slipsOfValue(whole).some((meant) => meant >= part && isShareOf(token, part, meant))
  );
}

/** Every figure that is this one but for one of the digits it is told with, or for two neighbours in each other's place. */
function slipsOfValue(value: bigint): readonly bigint[] {
  const told = exactText(value).replace(/^0|[.]/gu, "").length;
  return slipsOf(String(value), told).map(BigInt);
}
