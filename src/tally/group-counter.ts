/** Counts items by the names they belong to: units, sections, leaders. An item may belong to several. */
import type { CivilDate } from "../ledger/civil-date";
import { isCountedDone } from "../ledger/status";
import type { Item, Kind } from "../ledger/types";
import { isDue } from "./due";
import { countOf, rateOf } from "./status-counter";
import type { Definition, GroupTally, RowRef } from "./types";

/** A name to count under: `key` tells names apart, `name` is what is shown. */
export interface GroupName {
  readonly key: string;
  readonly name: string;
}

interface Group {
  readonly name: string;
  readonly total: RowRef[];
  readonly done: RowRef[];
  readonly overdue: RowRef[];
  readonly rateRows: RowRef[];
  readonly rateOfRows: RowRef[];
}

export interface GroupCounter {
  add(item: Item, ref: RowRef, names: readonly GroupName[], asOf: CivilDate): void;
  /** Groups in order of first appearance. */
  result(): readonly GroupTally[];
}

/** A fresh counter for items of one kind. `names` of one call must be distinct by key. */
export function createGroupCounter(kind: Kind, definition: Definition): GroupCounter {
  const groups = new Map<string, Group>();
  const dueOnly = definition.denominator === "due";

  return {
    add(item, ref, names, asOf) {
      if (names.length === 0) return;
      const counted = isCountedDone(item.status, definition.done);
      const divides = item.status !== "excluded" && (!dueOnly || isDue(item.deadline, item.status, asOf));
      for (const { key, name } of names) {
        let group = groups.get(key);
        if (group === undefined) {
          group = { name, total: [], done: [], overdue: [], rateRows: [], rateOfRows: [] };
          groups.set(key, group);
        }
        group.total.push(ref);
        if (counted) group.done.push(ref);
        if (item.overdue) group.overdue.push(ref);
        if (divides) group.rateOfRows.push(ref);
        if (divides && counted) group.rateRows.push(ref);
      }
    },
    result: () =>
      Array.from(groups.values(), (group) => ({
        name: group.name,
        kind,
        total: countOf(group.total),
        done: countOf(group.done),
        overdue: countOf(group.overdue),
        rate: rateOf(group.rateRows, group.rateOfRows, definition),
      })),
  };
}
