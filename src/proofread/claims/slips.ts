/** Slips of the pen (一处之差): a figure with one digit changed, or two neighbouring digits in each other's place. */
import { exactText } from "../../reading";

/**
 * Whether one figure is the other but for one slip. Both are told with as many digits and the point at the same place.
 * @example isSlip("98.71", "98.81") // true, as are ("97", "79") and ("61.69", "66.19"); isSlip("100", "99") // false
 */
export function isSlip(written: string, meant: string): boolean {
  if (written.indexOf(".") !== meant.indexOf(".") || written === meant || meant.startsWith("0")) return false;
  const [a, b] = [written, meant].map((text) => text.replace(".", "")) as [string, string];
  if (a.length !== b.length) return false;
  let first = 0;
  while (a[first] === b[first]) first++;
  let last = a.length - 1;
  while (a[last] === b[last]) last--;
  return first === last || (last === first + 1 && a[first] === b[last] && a[last] === b[first]);
}

/**
 * Whether a whole number within bounds is a figure but for one slip; as many tries as it has digits, however far apart they are.
 * @param meant decimal text
 * @example isSlipBetween("151", 130, 132) // true: 131
 */
export function isSlipBetween(meant: string, from: number, to: number): boolean {
  if (!/^[1-9]\d*$/u.test(meant)) return false;
  return slipsOf(meant).some((other) => other[0] !== "0" && Number(other) >= from && Number(other) <= to);
}

/**
 * All that one slip makes of some digits; the first may become 0.
 * @param upTo the slip is in one of so many of them
 * @example slipsOf("12") // 02, 22, 32, …, 92, 21, 10, 11, 13, …
 */
export function slipsOf(digits: string, upTo = digits.length): readonly string[] {
  return [...digits].slice(0, upTo).flatMap((digit, at) => {
    const [before, behind] = [digits.slice(0, at), digits.slice(at + 1)];
    const next = behind[0] ?? digit;
    const turned = next === digit ? [] : [`${before}${next}${digit}${behind.slice(1)}`];
    return [...DIGITS.filter((other) => other !== digit).map((other) => `${before}${other}${behind}`), ...turned];
  });
}

const DIGITS = [..."0123456789"];

/**
 * Whether one digit changed, or two neighbouring ones in each other's place, make up a difference: 200 and 27 are, 472 is not.
 * @param difference above 0, in the unit of exact values
 */
export function mayBeSlip(difference: bigint): boolean {
  const digits = exactText(difference)
    .replace(".", "")
    .replace(/^0+|0+$/gu, "");
  return digits.length < 2 || (digits.length === 2 && Number(digits) % TRANSPOSED === 0);
}

/** Two neighbouring digits in each other's place change a figure by a multiple of nine. */
const TRANSPOSED = 9;
