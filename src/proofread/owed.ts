/** Statuses of what is not done: it may be in hand, late and extended at once, so none of these denies another. */
import type { Status } from "../ledger";

export const OWED: ReadonlySet<Status> = new Set<Status>(["ongoing", "notDone", "overdueDeclared", "extended"]);

/**
 * Whether two statuses of one item cannot both be true.
 * @example contradicts("notDone", "ongoing") // false
 */
export function contradicts(one: Status, other: Status): boolean {
  return one !== other && !(OWED.has(one) && OWED.has(other));
}
