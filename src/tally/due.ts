/** Which items a rate over 到期事项 divides by, which are due soon, and which were done in time. */
import { compareDates, dayNumber, type CivilDate } from "../ledger/civil-date";
import type { Deadline, Item, Status } from "../ledger/types";

/**
 * Whether something was due by the as-of day: a dated deadline on or before it, or 立行立改, which is due from the first
 * day on. Open-ended deadlines and long-term items (长期坚持) never fall due, as they are never overdue; a missing or
 * unreadable deadline proves nothing and is left out.
 * @example isDue({ type: "immediate", openEnded: false }, "ongoing", asOf) // true
 */
export function isDue(deadline: Deadline, status: Status, asOf: CivilDate): boolean {
  if (status === "longTerm") return false;
  if (deadline.type === "date") return compareDates(deadline.date, asOf) <= 0;
  return deadline.type === "immediate";
}

/** Statuses that a deadline is held against (design: Overdue). */
function isOpen(status: Status): boolean {
  return (
    status === "ongoing" ||
    status === "notDone" ||
    status === "partial" ||
    status === "extended" ||
    status === "overdueDeclared"
  );
}

/**
 * Whether an open item that is not overdue has a deadline, its own or a measure's, within `days` days from the as-of day
 * on (that day included).
 */
export function isDueSoon(item: Item, asOf: CivilDate, days: number): boolean {
  if (item.overdue || !isOpen(item.status)) return false;
  for (const row of item.rows) {
    if (row.deadline.type !== "date" || !(item.statusOwn || isOpen(row.status.status))) continue;
    const left = dayNumber(row.deadline.date) - dayNumber(asOf);
    if (left >= 0 && left <= days) return true;
  }
  return false;
}

/**
 * Whether an item was completed on or before its deadline, as far as dates show it: a dated deadline, and a completion
 * date in every row that is not excluded.
 */
export function isOnTime(item: Item): boolean {
  if (item.deadline.type !== "date") return false;
  let dated = false;
  for (const row of item.rows) {
    if (row.status.status === "excluded") continue;
    if (row.doneDate === undefined || row.doneDate === null) return false;
    if (compareDates(row.doneDate, item.deadline.date) > 0) return false;
    dated = true;
  }
  return dated;
}
