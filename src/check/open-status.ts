/** Statuses by what they mean for dates. */
import type { Item, Status } from "../ledger/types";

/**
 * Whether work is still owed, so that a passed deadline is overdue (design: ongoing, notDone, partial, extended,
 * overdueDeclared).
 * @example isOpen("phased") // false
 */
export function isOpen(status: Status): boolean {
  switch (status) {
    case "ongoing":
    case "notDone":
    case "partial":
    case "extended":
    case "overdueDeclared":
      return true;
    default:
      return false;
  }
}

/** Whether an item's own status ends it, whatever its measures say (their contradiction is item-measure-conflict). */
export function isSettled(item: Item): boolean {
  return item.statusOwn && item.status !== "unknown" && !isOpen(item.status);
}
