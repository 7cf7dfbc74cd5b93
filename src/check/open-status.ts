/** Statuses by what they mean for dates. */
import { isOpen, type Item } from "../ledger";

export { isOpen };

/** Whether an item's own status ends it, whatever its measures say (their contradiction is item-measure-conflict). */
export function isSettled(item: Item): boolean {
  return item.statusOwn && item.status !== "unknown" && !isOpen(item.status);
}
