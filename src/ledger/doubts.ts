/**
 * What a choice of columns hangs on: a table is read again with every rival column in the place of the one taken, just as
 * it would be read once a person had chosen it, and the figures are set side by side. Rivals that change no figure are no
 * doubt.
 */
import { isBlank, plainText, type Grid } from "../grid";
import type { Rival } from "./columns/rivals";
import { cellOf } from "./items/cells";
import {
  STATUSES,
  type ColumnDoubt,
  type ColumnFigures,
  type ColumnOption,
  type ColumnPrecedence,
  type DisputedItem,
  type Item,
  type Kind,
  type Ledger,
  type Status,
} from "./types";

/** Reads the ledgers of the table once more, with this column as the field. */
export type ReadWith = (field: Rival["field"], col: number) => Generator<void, readonly Ledger[]>;

/**
 * Sets `doubts` of the ledgers of one table.
 * @param offers columns that could tell the status where no column does
 */
export function* findDoubts(
  ledgers: readonly Ledger[],
  rivals: readonly Rival[],
  offers: readonly number[],
  read: ReadWith,
): Generator<void, void> {
  const asked = [...rivals, ...offers.map((col): Rival => ({ field: "status", col, by: null }))];
  if (asked.length === 0) return;
  const readings: { readonly rival: Rival; readonly byKind: ReadonlyMap<Kind, Ledger> }[] = [];
  for (const rival of asked) {
    const others = yield* read(rival.field, rival.col);
    readings.push({ rival, byKind: new Map(others.map((ledger) => [ledger.kind, ledger])) });
  }
  for (const ledger of ledgers) {
    if (ledger.kind === "accountability") continue;
    const against = readings.flatMap(({ rival, byKind }) => {
      const other = byKind.get(ledger.kind);
      return other && differs(ledger, other, rival, offers.length > 0) ? [{ rival, other }] : [];
    });
    ledger.doubts = doubtsOf(ledger, against);
  }
}

interface Against {
  readonly rival: Rival;
  readonly other: Ledger;
}

function doubtsOf(ledger: Ledger, against: readonly Against[]): readonly ColumnDoubt[] {
  const groups = new Map<string, Against[]>();
  for (const one of against) {
    const name = `${one.rival.field}\n${one.rival.by ?? ""}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()].map((group) => doubtOf(ledger, group));
}

function doubtOf(ledger: Ledger, group: readonly Against[]): ColumnDoubt {
  const { field, by } = (group[0] as Against).rival;
  const taken = ledger.columns[field]?.col ?? null;
  const others = group.map(({ rival, other }) => optionOf(other, field, rival.col));
  const own = taken === null ? [] : [optionOf(ledger, field, taken)];
  return {
    field,
    by,
    taken,
    figures: figuresOf(ledger),
    options: [...own, ...others],
    disputed: field === "status" && taken !== null && by !== "latest" ? disputedOf(ledger, group, by) : [],
  };
}

function optionOf(ledger: Ledger, field: Rival["field"], col: number): ColumnOption {
  const choice = ledger.columns[field];
  return {
    col,
    header: choice?.header ?? "",
    samples: samplesOf(ledger.grid, ledger, col),
    dress: choice?.dress?.form ?? null,
    figures: figuresOf(ledger),
  };
}

/** What `tally` counts for a ledger of one kind, as far as statuses and deadlines go. */
export function figuresOf(ledger: Ledger): ColumnFigures {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  let overdue = 0;
  for (const item of ledger.items) {
    byStatus[item.status]++;
    if (item.overdue) overdue++;
  }
  return { total: ledger.items.length, byStatus, overdue };
}

const MOST_SAMPLES = 3;
const SEARCHED = 200;
const LONGEST_SAMPLE = 24;

/**
 * The first different values of a column of a ledger, as a person reads them, clipped.
 * @example samplesOf(ledger.grid, ledger, 6) // ["已完成", "正在整改"]
 */
export function samplesOf(grid: Grid, ledger: Pick<Ledger, "layout">, col: number): readonly string[] {
  const samples = new Set<string>();
  const { firstRow, lastRow } = ledger.layout;
  const end = Math.min(lastRow, firstRow + SEARCHED);
  for (let row = firstRow; row <= end && samples.size < MOST_SAMPLES; row++) {
    const value = grid.values[row]?.[col] ?? null;
    if (!isBlank(value)) samples.add(plainText(value).slice(0, LONGEST_SAMPLE));
  }
  return [...samples];
}

const COARSE: ReadonlySet<Status> = new Set<Status>(["done", "notDone"]);

/** Whether reading the table otherwise changes a figure that the one taken doesn't merely tell in more words. */
function differs(ledger: Ledger, other: Ledger, rival: Rival, isOffer: boolean): boolean {
  if (isOffer) return true;
  if (ledger.items.length !== other.items.length) return true;
  let some = false;
  let done = false;
  let coarse = true;
  for (let i = 0; i < ledger.items.length; i++) {
    const [one, two] = [ledger.items[i] as Item, other.items[i] as Item];
    if (one.overdue !== two.overdue) some = true;
    if (one.status === two.status) continue;
    some = true;
    if ((one.status === "done") !== (two.status === "done")) done = true;
    if (!COARSE.has(two.status)) coarse = false;
  }
  // 是 and 否 beside 已完成 and 正在整改 say the same in fewer words.
  return rival.field === "status" ? some && (done || !coarse) : some;
}

/** Items that the other column calls done and the one taken doesn't; where nothing settles the two, those of either. */
function disputedOf(ledger: Ledger, group: readonly Against[], by: ColumnPrecedence | null): readonly DisputedItem[] {
  const disputed: DisputedItem[] = [];
  const [first] = group;
  if (!first) return disputed;
  ledger.items.forEach((item, i) => {
    const other = first.other.items[i]?.status ?? "unknown";
    if ((item.status === "done") === (other === "done")) return;
    if (by !== null && other !== "done") return;
    const at = cellOf(ledger, item, "status");
    if (at) disputed.push({ item, taken: item.status, other, ...at });
  });
  return disputed;
}
