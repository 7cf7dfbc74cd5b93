/**
 * What a choice of columns hangs on: a table is read again with every rival column in the place of the one taken, just as
 * it would be read once a person had chosen it, and the figures are set side by side. Rivals that change no figure are no
 * doubt.
 */
import { isBlank, plainText, type Grid } from "../grid";
import type { Rival } from "./columns/rivals";
import { isOnTime } from "./fields/overdue";
import { leadUnits } from "./fields/lead-units";
import { cellOf } from "./items/cells";
import { isLeftBlank } from "./fields/status-dress";
import { kindsInQuestion } from "./kind";
import { foldKey } from "../zh/text";
import { KIND_WORDS } from "./words";
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
type ReadWith = (field: Rival["field"], col: number) => Generator<void, readonly Ledger[]>;

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

/**
 * Adds what the kind of a table without a type column hangs on, where its title and its sheet name more than one kind.
 */
export function findKindDoubt(ledgers: readonly Ledger[]): void {
  const [ledger] = ledgers;
  if (!ledger || ledgers.length > 1 || ledger.columns.kind || ledger.items.length === 0) return;
  const question = kindsInQuestion(ledger.sheet, ledger.layout.title, ledger.columns, ledger.kind);
  if (question === null) return;
  const figures = figuresOf(ledger);
  const options = [ledger.kind, ...question.others].map((kind): ColumnOption => ({
    col: ledger.layout.header.left,
    header: KIND_WORDS[kind].zh,
    samples: [],
    dress: null,
    kind,
    figures,
  }));
  const doubt: ColumnDoubt = { field: "kind", by: question.by, taken: null, figures, options, disputed: [] };
  ledger.doubts = [...ledger.doubts, doubt];
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
    ...carriedIn(ledger, field),
    disputed: field === "status" && taken !== null && by !== "latest" ? disputedOf(ledger, group, by) : [],
  };
}

/** Items whose status the newest of several periods leaves to an earlier one. */
function carriedIn(ledger: Ledger, field: Rival["field"]): Pick<ColumnDoubt, "carried"> {
  const status = ledger.columns.status;
  if (field !== "status" || status?.dress?.form !== "carried") return {};
  const carried = ledger.items.filter(
    ({ status: said, rows }) =>
      said !== "unknown" && rows.some(({ row }) => isLeftBlank(ledger.grid.values[row]?.[status.col] ?? null)),
  ).length;
  return carried === 0 ? {} : { carried };
}

function optionOf(ledger: Ledger, field: Rival["field"], col: number): ColumnOption {
  const choice = ledger.columns[field];
  return {
    col,
    header: choice?.header ?? "",
    samples: samplesOf(ledger.grid, ledger, col),
    dress: choice?.dress === undefined || choice.dress.form === "carried" ? null : choice.dress.form,
    figures: figuresOf(ledger),
  };
}

/** What `tally` counts for a ledger of one kind, as far as choices of columns and rows go. */
export function figuresOf(ledger: Ledger): ColumnFigures {
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  let overdue = 0;
  let onTime = 0;
  const units = new Map<string, number>();
  for (const item of ledger.items) {
    byStatus[item.status]++;
    if (item.overdue) overdue++;
    if (item.status === "done" && isOnTime(item)) onTime++;
    for (const name of unitsOf(item)) units.set(name, (units.get(name) ?? 0) + 1);
  }
  const named = [...units].sort((one, other) => other[1] - one[1]);
  return { total: ledger.items.length, byStatus, overdue, onTime, units: named };
}

/** Names under which an item counts in figures by unit. */
function unitsOf(item: Item): ReadonlySet<string> {
  return new Set(item.rows.flatMap(({ units }) => leadUnits(units).map(({ name }) => foldKey(name))));
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

/** Figures by unit, in an order of their own. */
function byUnit(ledger: Ledger): readonly string[] {
  return ledger.items.map((item) => `${[...unitsOf(item)].sort().join("、")} ${item.status} ${item.overdue}`).sort();
}

const COARSE: ReadonlySet<Status> = new Set<Status>(["done", "notDone"]);

/** Whether reading the table otherwise changes a figure that the one taken doesn't merely tell in more words. */
function differs(ledger: Ledger, other: Ledger, rival: Rival, isOffer: boolean): boolean {
  if (isOffer) return true;
  if (ledger.items.length !== other.items.length) return true;
  if (rival.field === "unit") return JSON.stringify(byUnit(ledger)) !== JSON.stringify(byUnit(other));
  if (rival.field === "doneDate") return figuresOf(ledger).onTime !== figuresOf(other).onTime;
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
