/** Slips of the pen (一处之差): a figure with one digit changed, or two neighbouring digits in each other's place. */

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
