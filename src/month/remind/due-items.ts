/** What letters are about: items overdue, or due soon, each with the deadline that counts. */
import { isOverdue, textOf, type Item, type LedgerRow, type Reading } from "../../ledger";
import { isDueSoon } from "../../tally";
import { addDays, compareDates, dayNumber, type CivilDate } from "../../zh/civil-date";
import { foldKey } from "../../zh/text";
import { homeUnit, MONTH_KINDS } from "../common";

export type Level = "overdue" | "due-soon";

export interface DueItem {
  readonly item: Item;
  readonly deadline: CivilDate;
  /** Days since (overdue, from 1 on), or days left (due soon, from 0 on). */
  readonly days: number;
  /** The row whose deadline it is; the item where the deadline is the item's. */
  readonly of: Item | LedgerRow;
}

interface DueUnit {
  readonly unit: string;
  readonly items: readonly DueItem[];
}

export interface DueItems {
  /** In the order in which the ledger first names them. */
  readonly units: readonly DueUnit[];
  readonly noUnit: readonly DueItem[];
}

/** Whether any table says who answers for its items; letters to nobody cannot be written. */
export function namesUnits({ ledgers }: Reading): boolean {
  return ledgers.some(
    ({ columns, sheetUnit, kind }) =>
      kind !== "accountability" &&
      (columns.unit !== undefined || columns.coUnits !== undefined || sheetUnit !== undefined),
  );
}

/**
 * Every item of the level, in the hands of the first-named lead unit of the row whose deadline it is: of several rows with units of
 * their own, one that is done is nobody's to be reminded of.
 * @example dueItems(reading, "overdue", 15).units[0]?.items[0]?.days // 123
 */
export function dueItems({ ledgers }: Reading, level: Level, dueSoonDays: number): DueItems {
  const units = new Map<string, { unit: string; items: DueItem[] }>();
  const noUnit: DueItem[] = [];
  for (const ledger of ledgers) {
    if (!MONTH_KINDS.some((kind) => kind === ledger.kind)) continue;
    for (const item of ledger.items) {
      const due = level === "overdue" ? overdueOf(item) : dueSoonOf(item, dueSoonDays);
      if (due === null) continue;
      const unit = ("rows" in due.of ? null : homeUnit({ rows: [due.of] })) ?? homeUnit(item);
      if (unit === null) {
        noUnit.push(due);
        continue;
      }
      const key = foldKey(unit);
      const known = units.get(key);
      if (known === undefined) units.set(key, { unit, items: [due] });
      else known.items.push(due);
    }
  }
  return { units: [...units.values()], noUnit };
}

/** The earliest overdue deadline of its measures, else its own. */
function overdueOf(item: Item): DueItem | null {
  if (!item.overdue) return null;
  const { asOf } = item.ledger;
  const late = item.rows.filter(({ deadline, status }) => isOverdue(deadline, status.status, asOf));
  return earliest(item, late.length > 0 ? late : [item], (date) => dayNumber(asOf) - dayNumber(date));
}

function dueSoonOf(item: Item, days: number): DueItem | null {
  const { asOf } = item.ledger;
  const horizon = addDays(asOf, days + 1);
  if (!isDueSoon(item, asOf, horizon)) return null;
  const soon = item.rows.filter(
    ({ deadline, status }) => isOverdue(deadline, status.status, horizon) && !isOverdue(deadline, item.status, asOf),
  );
  return earliest(item, soon, (date) => dayNumber(date) - dayNumber(asOf));
}

function earliest(
  item: Item,
  among: readonly (Item | LedgerRow)[],
  daysOf: (date: CivilDate) => number,
): DueItem | null {
  let found: DueItem | null = null;
  for (const of of among) {
    if (of.deadline.type !== "date") continue;
    const { date } = of.deadline;
    if (found === null || compareDates(date, found.deadline) < 0)
      found = { item, deadline: date, days: daysOf(date), of };
  }
  return found;
}

/** The deadline as it is written. */
export function deadlineText({ item, of }: DueItem): string {
  return textOf(item.ledger, of, "deadline");
}
