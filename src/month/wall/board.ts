/** What stands where on the wall chart (挂图作战): rows of units or sections, columns of months, a flag an item. */
import { isCountedDone, type Item, type Reading } from "../../ledger";
import { isDueSoon, type Light } from "../../tally";
import { addDays, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { homeUnit, itemPlace, MONTH_KINDS, NO_UNIT, type MonthKind } from "../common";
import { countForStats, countStats, type StatsItem, type StatsOptions } from "../stats/count";

/** Names of states, as they stand in the file. */
export const STATES = ["done", "open", "due-soon", "overdue", "longTerm", "excluded"] as const;
export type BoardState = (typeof STATES)[number];

/** A month of deadlines (year × 12 + month − 1), what lasts, and what has no day. */
export type Column = number | "longTerm" | "undated";

export interface Flag {
  /** As written; "" where the item has none. */
  readonly number: string;
  readonly state: BoardState;
  readonly cell: string;
  readonly column: Column;
}

export interface BoardRow {
  readonly name: string;
  readonly flags: readonly Flag[];
  /** Of all items of the unit, those that another unit leads with it included. */
  readonly done: number;
  readonly of: number;
  readonly light: Light | null;
}

/** One kind. */
export interface Board {
  readonly kind: MonthKind;
  readonly asOf: CivilDate;
  readonly total: number;
  readonly counts: Readonly<Record<BoardState, number>>;
  /** In order; only those in use. */
  readonly columns: readonly Column[];
  readonly rows: readonly BoardRow[];
}

export interface BoardOptions extends StatsOptions {
  readonly by: "unit" | "section";
  /** null: all kinds. */
  readonly kind: MonthKind | null;
  readonly dueSoonDays: number;
}

/** Where items stand that name no section. */
const NO_SECTION = "未分类";

/**
 * Boards of a reading, a kind each. Every item is one flag, in the row of its first lead unit, or of its section.
 * @example boardsOf(reading, options)[0]?.rows[0]?.flags.length // 3
 */
export function boardsOf(reading: Reading, options: BoardOptions): readonly Board[] {
  const { kinds } = countStats(reading, options, null);
  return MONTH_KINDS.flatMap((kind): Board[] => {
    const counted = kinds.find((one) => one.kind === kind);
    if (counted === undefined || counted.total === 0 || (options.kind !== null && options.kind !== kind)) return [];
    const rows = rowsOf(counted.items, options);
    const flags = rows.flatMap((row) => row.flags);
    return [
      {
        kind,
        asOf: reading.asOf.date,
        total: counted.total,
        counts: Object.fromEntries(
          STATES.map((state) => [state, flags.filter((flag) => flag.state === state).length]),
        ) as Record<BoardState, number>,
        columns: columnsOf(flags),
        rows,
      },
    ];
  });
}

function rowsOf(items: readonly StatsItem[], options: BoardOptions): readonly BoardRow[] {
  const rows = new Map<string, { name: string; flags: Flag[]; members: StatsItem[] }>();
  const rowOf = (name: string) => {
    const key = foldKey(name);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = { name, flags: [], members: [] };
    rows.set(key, row);
    return row;
  };
  for (const one of items) {
    const { item } = one;
    const home = options.by === "section" ? (item.section ?? NO_SECTION) : (homeUnit(item) ?? NO_UNIT);
    rowOf(home).flags.push(flagOf(item, options));
    for (const name of options.by === "section" ? [home] : one.units) rowOf(name).members.push(one);
  }
  return Array.from(rows.values())
    .filter(({ flags }) => flags.length > 0)
    .map(({ name, flags, members }) => {
      const { done, of, light } = countForStats(members, options);
      return { name, flags, done, of, light };
    });
}

function flagOf(item: Item, options: BoardOptions): Flag {
  const { deadline } = item;
  return {
    number: item.number,
    state: stateOf(item, options),
    cell: itemPlace(item),
    column:
      deadline.type === "date"
        ? deadline.date.year * 12 + deadline.date.month - 1
        : deadline.type === "openEnded"
          ? "longTerm"
          : "undated",
  };
}

/** What an item is shown as; of several the first in this order. */
function stateOf(item: Item, { definition, dueSoonDays }: BoardOptions): BoardState {
  if (isCountedDone(item.status, definition.done)) return "done";
  if (item.status === "excluded") return "excluded";
  if (item.overdue) return "overdue";
  if (item.status === "longTerm") return "longTerm";
  const { asOf } = item.ledger;
  return isDueSoon(item, asOf, addDays(asOf, dueSoonDays + 1)) ? "due-soon" : "open";
}

function columnsOf(flags: readonly Flag[]): readonly Column[] {
  const used = new Set(flags.map(({ column }) => column));
  const months = [...used].filter((column): column is number => typeof column === "number").sort((a, b) => a - b);
  const rest: readonly Column[] = ["longTerm", "undated"];
  return [...months, ...rest.filter((column) => used.has(column))];
}
