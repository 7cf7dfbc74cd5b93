/** Statuses of which a meeting still asks: what is owed (overdue can only be these but phased), and what is done for now. */
import { isOpen, type Status } from "../../ledger";

/**
 * Whether work is still to be done: ongoing, notDone, partial, phased, extended, overdueDeclared.
 * @example isStillOpen("phased") // true
 */
export function isStillOpen(status: Status): boolean {
  return isOpen(status) || status === "phased";
}
