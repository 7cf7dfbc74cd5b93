/** Counts items by the month they are due in, for the timeline. */
import { isCountedDone } from "../ledger/status";
import type { Item, Kind } from "../ledger/types";
import { countOf } from "./status-counter";
import type { Definition, MonthTally, RowRef } from "./types";

interface Month {
  readonly total: RowRef[];
  readonly done: RowRef[];
  readonly overdue: RowRef[];
}

export interface MonthCounter {
  add(item: Item, ref: RowRef): void;
  /** Months in order of time; last, with `month: null`, the items without a dated deadline. */
  result(): readonly MonthTally[];
}

/** Months of one kind; an item's month is that of its latest deadline. */
export function createMonthCounter(kind: Kind, definition: Definition): MonthCounter {
  /** By year * 12 + month - 1, so that months sort as numbers; NaN-free: undated items are kept apart. */
  const months = new Map<number, Month>();
  let undated: Month | null = null;

  const fresh = (): Month => ({ total: [], done: [], overdue: [] });
  const monthOf = (item: Item): Month => {
    if (item.deadline.type !== "date") {
      undated ??= fresh();
      return undated;
    }
    const { year, month } = item.deadline.date;
    const key = year * 12 + month - 1;
    let found = months.get(key);
    if (found === undefined) {
      found = fresh();
      months.set(key, found);
    }
    return found;
  };
  const tallyOf = (month: string | null, counted: Month): MonthTally => ({
    month,
    kind,
    total: countOf(counted.total),
    done: countOf(counted.done),
    overdue: countOf(counted.overdue),
  });

  return {
    add(item, ref) {
      const month = monthOf(item);
      month.total.push(ref);
      if (isCountedDone(item.status, definition.done)) month.done.push(ref);
      if (item.overdue) month.overdue.push(ref);
    },
    result() {
      const keys = Array.from(months.keys()).sort((a, b) => a - b);
      const dated = keys.map((key) => {
        const year = String(Math.floor(key / 12)).padStart(4, "0");
        const name = `${year}-${String((key % 12) + 1).padStart(2, "0")}`;
        return tallyOf(name, months.get(key) ?? fresh());
      });
      return undated === null ? dated : [...dated, tallyOf(null, undated)];
    },
  };
}
