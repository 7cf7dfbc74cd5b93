/**
 * A table of counted things (items of a kind, or their measures): for each the cell it stands in and one small number that
 * holds all that counts ask of it. A count is then a filter over those numbers, and the rows behind a count are listed only
 * when somebody asks for them: 100,000 items are counted by unit, section, leader and month without 30 lists of them.
 *
 * A table is a snapshot: a reading that is patched in place afterwards does not change counts made before.
 */
import type { GridView } from "../grid";
import type { CivilDate } from "../zh/civil-date";
import { isCountedDone, STATUSES, type Deadline, type Status } from "../ledger";
import { isDue } from "./due";
import { createRefList } from "./ref-list";
import type { Count, Definition, Rate, RowRef, StatusTally } from "./types";

/** Low bits: index of the status. Above them what a thing counts as. */
const STATUS_BITS = 0b1111;
const UNKNOWN = STATUSES.indexOf("unknown");
const DONE = 1 << 4;
/** Stands in the rate's denominator. */
const DIVIDES = 1 << 5;
export const OVERDUE = 1 << 6;
export const ON_TIME = 1 << 7;
export const DUE_SOON = 1 << 8;
const CODES = 1 << 9;

/** Counts of some members of a table. */
interface MemberCounts {
  readonly total: Count;
  readonly done: Count;
  readonly overdue: Count;
  /** null where nothing divides. */
  readonly rate: Rate | null;
  /** There where no status that divides is known: 0% would be a guess. */
  readonly unrated?: true;
}

export interface CountTable {
  /** Things added from now on belong to this ledger. */
  onLedger(ledger: {
    readonly sheet: string;
    readonly asOf: CivilDate;
    readonly grid: { readonly view?: GridView };
  }): void;
  /** Adds a thing by its cell, with further flags (OVERDUE, …); returns its index. */
  add(row: number, col: number, status: Status, deadline: Deadline, flags: number): number;
  /** All things that carry all of `flags`. */
  count(flags: number): Count;
  statuses(): StatusTally;
  /** Counts of the things with these indices. */
  members(indices: readonly number[]): MemberCounts;
}

/** What each status counts as by a definition, deadlines apart. */
function statusCodes({ done }: Definition): ReadonlyMap<Status, number> {
  return new Map(
    STATUSES.map((status, index) => {
      const counted = isCountedDone(status, done) ? DONE : 0;
      return [status, index | counted | (status === "excluded" ? 0 : DIVIDES)];
    }),
  );
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

function rateLater(numerator: Count, denominator: Count, definition: Definition): Rate | null {
  if (denominator.value === 0) return null;
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
}

/**
 * A fresh table for at most `capacity` things. `total` includes excluded things; the rate's denominator does not.
 * @example createCountTable({ done: "done", denominator: "all" }, ledger.items.length)
 */
export function createCountTable(definition: Definition, capacity: number): CountTable {
  const refs = createRefList(capacity);
  const codes = new Uint16Array(capacity);
  /** How many things have each code. */
  const histogram = new Uint32Array(CODES);
  const codeOf = statusCodes(definition);
  const dueOnly = definition.denominator === "due";
  let asOf: CivilDate | null = null;
  let length = 0;

  /** Rows of the things whose code, masked, is `wanted`: among `indices`, or all. */
  const list = (mask: number, wanted: number, indices?: readonly number[]): readonly RowRef[] => {
    const rows: RowRef[] = [];
    const many = indices?.length ?? length;
    for (let i = 0; i < many; i += 1) {
      const at = indices === undefined ? i : (indices[i] ?? 0);
      if (((codes[at] ?? 0) & mask) === wanted) rows.push(refs.at(at));
    }
    return rows;
  };
  const select = (mask: number, wanted: number): Count => {
    let value = 0;
    for (let code = 0; code < CODES; code += 1) if ((code & mask) === wanted) value += histogram[code] ?? 0;
    return countLater(value, () => list(mask, wanted));
  };

  return {
    onLedger(ledger) {
      asOf = ledger.asOf;
      refs.onSheet(ledger.sheet, ledger.grid.view);
    },
    add(row, col, status, deadline, flags) {
      let code = (codeOf.get(status) ?? 0) | flags;
      if (dueOnly && (asOf === null || !isDue(deadline, status, asOf))) code &= ~DIVIDES;
      codes[length] = code;
      histogram[code] = (histogram[code] ?? 0) + 1;
      refs.add(row, col);
      length += 1;
      return length - 1;
    },
    count: (flags) => select(flags, flags),
    statuses: () => ({
      total: select(0, 0),
      byStatus: Object.fromEntries(STATUSES.map((status, index) => [status, select(STATUS_BITS, index)])) as Record<
        Status,
        Count
      >,
      done: select(DONE, DONE),
      rest: select(DONE, 0),
      rate: rateLater(select(DIVIDES | DONE, DIVIDES | DONE), select(DIVIDES, DIVIDES), definition),
    }),
    members(indices) {
      let done = 0;
      let overdue = 0;
      let divides = 0;
      let both = 0;
      let known = 0;
      for (const index of indices) {
        const code = codes[index] ?? 0;
        if ((code & DONE) !== 0) done += 1;
        if ((code & OVERDUE) !== 0) overdue += 1;
        if ((code & DIVIDES) !== 0) divides += 1;
        if ((code & DIVIDES) !== 0 && (code & STATUS_BITS) !== UNKNOWN) known += 1;
        if ((code & (DIVIDES | DONE)) === (DIVIDES | DONE)) both += 1;
      }
      const count = (value: number, flags: number): Count => countLater(value, () => list(flags, flags, indices));
      return {
        total: count(indices.length, 0),
        done: count(done, DONE),
        overdue: count(overdue, OVERDUE),
        rate: rateLater(count(both, DIVIDES | DONE), count(divides, DIVIDES), definition),
        ...(divides > 0 && known === 0 && { unrated: true as const }),
      };
    },
  };
}
