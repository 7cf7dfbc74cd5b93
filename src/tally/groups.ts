/** Members of a table by the names they belong to: units, sections, leaders, months. One thing may belong to several. */
import type { Item, Kind } from "../ledger";
import type { CountTable } from "./count-table";
import type { GroupTally, MonthTally } from "./types";

/** A name to count under: `key` tells names apart, `name` is what is shown. */
export interface GroupName {
  readonly key: string;
  readonly name: string;
}

interface Groups {
  /** Puts a thing, by its index in the table, under names that are distinct by key. */
  add(index: number, names: readonly GroupName[]): void;
  /** In order of first appearance. */
  result(kind: Kind, table: CountTable): readonly GroupTally[];
}

/** Fresh groups. */
export function createGroups(): Groups {
  const groups = new Map<string, { readonly name: string; readonly members: number[] }>();
  /** Neighbours mostly share their names, and the namer hands out the same list for the same cell text. */
  let lastNames: readonly GroupName[] = [];
  let lastMembers: number[] | null = null;
  return {
    add(index, names) {
      if (lastMembers !== null && names === lastNames) {
        lastMembers.push(index);
        return;
      }
      lastMembers = null;
      for (const { key, name } of names) {
        let group = groups.get(key);
        if (group === undefined) {
          group = { name, members: [] };
          groups.set(key, group);
        }
        group.members.push(index);
        if (names.length === 1) lastMembers = group.members;
      }
      lastNames = names;
    },
    result: (kind, table) =>
      Array.from(groups.values(), ({ name, members }) => ({ name, kind, ...table.members(members) })),
  };
}

interface Months {
  add(index: number, item: Item): void;
  /** In order of time; last, with `month: null`, the items without a dated deadline. */
  result(kind: Kind, table: CountTable): readonly MonthTally[];
}

const UNDATED = Number.POSITIVE_INFINITY;

/** "2025-06" of a count of months. */
function monthName(months: number): string | null {
  if (months === UNDATED) return null;
  const year = String(Math.floor(months / 12)).padStart(4, "0");
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** Fresh months; an item's month is that of its deadline, the latest of its measures. */
export function createMonths(): Months {
  const byMonth = new Map<number, number[]>();
  return {
    add(index, item) {
      const { deadline } = item;
      const month = deadline.type === "date" ? deadline.date.year * 12 + deadline.date.month - 1 : UNDATED;
      const members = byMonth.get(month);
      if (members === undefined) byMonth.set(month, [index]);
      else members.push(index);
    },
    result: (kind, table) =>
      Array.from(byMonth)
        .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
        .map(([month, members]) => {
          const { total, done, overdue } = table.members(members);
          return { month: monthName(month), kind, total, done, overdue };
        }),
  };
}
