/** Overdue and the item's deadline, by design: a deadline is past when it lies before the as-of date, and only an open status is late. */
import { compareDates, type CivilDate } from "../../zh/civil-date";
import type { Deadline, Item, Status } from "../types";

const OPEN: ReadonlySet<Status> = new Set<Status>(["ongoing", "notDone", "partial", "extended", "overdueDeclared"]);

/**
 * Whether work is still owed, so that a passed deadline is overdue.
 * @example isOpen("phased") // false
 */
export function isOpen(status: Status): boolean {
  return OPEN.has(status);
}

/**
 * Whether something with this deadline and status is overdue as of a day. Due on the day itself is not overdue; basic,
 * phased, long-term, done, excluded and unknown never are.
 * @example isOverdue({ type: "date", date: 2025-06-30, … }, "ongoing", 2025-07-01) // true
 */
export function isOverdue(deadline: Deadline, status: Status, asOf: CivilDate): boolean {
  return deadline.type === "date" && isOpen(status) && compareDates(deadline.date, asOf) < 0;
}

/**
 * Whether an item is late on a day: any of its measures is; one with a status of its own only while that is open.
 * @example isItemOverdue(item, asOf)
 */
export function isItemOverdue(
  item: Pick<Item, "deadline" | "status" | "statusOwn"> & {
    readonly rows: readonly { readonly deadline: Deadline; readonly status: { readonly status: Status } }[];
  },
  asOf: CivilDate,
): boolean {
  const { rows, status, statusOwn, deadline } = item;
  if (statusOwn && !isOpen(status)) return false;
  for (const row of rows) if (isOverdue(row.deadline, row.status.status, asOf)) return true;
  return statusOwn && isOverdue(deadline, status, asOf);
}

/** The later of two deadlines; one that is a date before one that is none, the first of two without dates. */
export function later(a: Deadline, b: Deadline): Deadline {
  if (b.type !== "date" || a === b) return a;
  return a.type !== "date" || compareDates(b.date, a.date) > 0 ? b : a;
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
