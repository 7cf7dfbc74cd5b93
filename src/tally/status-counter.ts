/** Counts things by status and makes the rate of them, by one definition. Used for items and for measures alike. */
import type { CivilDate } from "../ledger/civil-date";
import { isCountedDone } from "../ledger/status";
import { STATUSES, type Deadline, type Status } from "../ledger/types";
import { isDue } from "./due";
import type { Count, Definition, Rate, RowRef, StatusTally } from "./types";

export interface StatusCounter {
  add(ref: RowRef, status: Status, deadline: Deadline, asOf: CivilDate): void;
  result(): StatusTally;
}

/** A count of rows, each standing for one thing. */
export function countOf(rows: readonly RowRef[]): Count {
  return { value: rows.length, rows };
}

/** A rate, or null where it would divide by nothing. */
export function rateOf(rows: readonly RowRef[], ofRows: readonly RowRef[], definition: Definition): Rate | null {
  if (ofRows.length === 0) return null;
  return { numerator: rows.length, denominator: ofRows.length, definition, rows, ofRows };
}

/**
 * A fresh counter. `total` includes excluded things; the rate's denominator does not.
 * @example const counter = createStatusCounter({ done: "done", denominator: "all" });
 */
export function createStatusCounter(definition: Definition): StatusCounter {
  const total: RowRef[] = [];
  const done: RowRef[] = [];
  const rest: RowRef[] = [];
  const rateRows: RowRef[] = [];
  const rateOfRows: RowRef[] = [];
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, [] as RowRef[]])) as Record<Status, RowRef[]>;
  const dueOnly = definition.denominator === "due";

  return {
    add(ref, status, deadline, asOf) {
      total.push(ref);
      byStatus[status].push(ref);
      const counted = isCountedDone(status, definition.done);
      (counted ? done : rest).push(ref);
      if (status === "excluded" || (dueOnly && !isDue(deadline, status, asOf))) return;
      rateOfRows.push(ref);
      if (counted) rateRows.push(ref);
    },
    result: () => ({
      total: countOf(total),
      byStatus: Object.fromEntries(STATUSES.map((status) => [status, countOf(byStatus[status])])) as Record<
        Status,
        Count
      >,
      done: countOf(done),
      rest: countOf(rest),
      rate: rateOf(rateRows, rateOfRows, definition),
    }),
  };
}
