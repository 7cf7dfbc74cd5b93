/** Which items a rate over 到期事项 divides by, which are due soon, and which were done in time. */
import { compareDates, type CivilDate } from "../zh/civil-date";
import { isOverdue, type Deadline, type Item, type Status } from "../ledger";
import type { Definition } from "./types";

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

/**
 * Whether an item that is not overdue will be by `horizon` if nothing happens: it and one of its measures are open, with a
 * deadline from the as-of day on (that day included) and before the horizon.
 * @param horizon the day after the last one that is "soon"
 */
export function isDueSoon(item: Item, asOf: CivilDate, horizon: CivilDate): boolean {
  // Most items are done: no need to look at their rows.
  if (item.overdue || item.status === "done") return false;
  return item.rows.some(
    ({ deadline, status }) =>
      isOverdue(deadline, item.status, horizon) &&
      isOverdue(deadline, status.status, horizon) &&
      !isOverdue(deadline, item.status, asOf),
  );
}

const NO_DAY: ReadonlySet<Deadline["type"]> = new Set(["missing", "invalid", "error", "relative"]);

/**
 * Whether a deadline tells nobody the day: whether its item is late is not known.
 * @example tellsNoDay({ type: "missing" }) // true
 */
export function tellsNoDay({ type }: Deadline): boolean {
  return NO_DAY.has(type);
}

/** Whether an item stands in the denominator of its rate. */
export function divides({ status, deadline, ledger }: Item, { denominator }: Definition): boolean {
  return status !== "excluded" && (denominator === "all" || isDue(deadline, status, ledger.asOf));
}

/**
 * Whether an item should be done by now (序时): of the denominator, with a dated deadline on or before the as-of day, or
 * 立行立改.
 */
export function isScheduled(item: Item, definition: Definition): boolean {
  const { deadline, ledger } = item;
  if (!divides(item, definition)) return false;
  return deadline.type === "date" ? compareDates(deadline.date, ledger.asOf) <= 0 : deadline.type === "immediate";
}
