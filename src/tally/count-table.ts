/**
 * A table of counted things (items of a kind, or their measures): for each the cell it stands in and one small number that
 * holds all that counts ask of it. A count is then a filter over those numbers, and the rows behind a count are listed only
 * when somebody asks for them: 100,000 items are counted by unit, section, leader and month without 30 lists of them.
 *
 * A table is a snapshot: a reading that is patched in place afterwards does not change counts made before.
 */
import type { CivilDate } from "../ledger/civil-date";
import { isCountedDone } from "../ledger/status";
import { STATUSES, type Deadline, type Status } from "../ledger/types";
import { isDue } from "./due";
import type { Count, Definition, Rate, RowRef, StatusTally } from "./types";

/** Low bits: index of the status. Above them what a thing counts as. */
const STATUS_BITS = 0b1111;
const DONE = 1 << 4;
/** Stands in the rate's denominator. */
const DIVIDES = 1 << 5;
export const OVERDUE = 1 << 6;
export const ON_TIME = 1 << 7;
export const DUE_SOON = 1 << 8;

const STATUS_INDEX: ReadonlyMap<Status, number> = new Map(STATUSES.map((status, index) => [status, index]));

export interface CountTable {
  /** Adds a thing with further flags (OVERDUE, …); returns its index. */
  add(ref: RowRef, status: Status, deadline: Deadline, asOf: CivilDate, flags: number): number;
  /** Things that carry all of `flags`. */
  count(flags: number, members?: readonly number[]): Count;
  done(members?: readonly number[]): Count;
  /** null where nothing divides. */
  rate(members?: readonly number[]): Rate | null;
  statuses(): StatusTally;
}

/** A fresh table. `total` includes excluded things; the rate's denominator does not. */
export function createCountTable(definition: Definition): CountTable {
  const refs: RowRef[] = [];
  const codes: number[] = [];
  const dueOnly = definition.denominator === "due";

  /** The count of things whose code, masked, is `wanted`: among `members` (indices), or all. */
  const select = (mask: number, wanted: number, members?: readonly number[]): Count => {
    const length = members?.length ?? codes.length;
    let value = 0;
    for (let i = 0; i < length; i += 1) {
      const code = codes[members === undefined ? i : (members[i] ?? 0)] ?? 0;
      if ((code & mask) === wanted) value += 1;
    }
    return countLater(value, () => {
      const rows: RowRef[] = [];
      for (let i = 0; i < length; i += 1) {
        const at = members === undefined ? i : (members[i] ?? 0);
        const ref = refs[at];
        if (ref !== undefined && ((codes[at] ?? 0) & mask) === wanted) rows.push(ref);
      }
      return rows;
    });
  };
  const rate = (members?: readonly number[]): Rate | null => {
    const denominator = select(DIVIDES, DIVIDES, members);
    if (denominator.value === 0) return null;
    const numerator = select(DIVIDES | DONE, DIVIDES | DONE, members);
    return {
      numerator: numerator.value,
      denominator: denominator.value,
      definition,
      get rows() {
        return numerator.rows;
      },
      get ofRows() {
        return denominator.rows;
      },
    };
  };

  return {
    add(ref, status, deadline, asOf, flags) {
      const divides = status !== "excluded" && (!dueOnly || isDue(deadline, status, asOf));
      const done = isCountedDone(status, definition.done);
      refs.push(ref);
      return codes.push((STATUS_INDEX.get(status) ?? 0) | (done ? DONE : 0) | (divides ? DIVIDES : 0) | flags) - 1;
    },
    count: (flags, members) => select(flags, flags, members),
    done: (members) => select(DONE, DONE, members),
    rate,
    statuses: () => ({
      total: select(0, 0),
      byStatus: Object.fromEntries(STATUSES.map((status, index) => [status, select(STATUS_BITS, index)])) as Record<
        Status,
        Count
      >,
      done: select(DONE, DONE),
      rest: select(DONE, 0),
      rate: rate(),
    }),
  };
}

/** A count whose rows are listed on first use. */
function countLater(value: number, list: () => readonly RowRef[]): Count {
  let rows: readonly RowRef[] | null = null;
  return {
    value,
    get rows() {
      rows ??= list();
      return rows;
    },
  };
}
