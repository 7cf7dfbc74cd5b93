/**
 * Counts a reading (统计): every kind by status, with rates, upper levels, overdue and on-time counts, and the same by unit,
 * section, leader and month. One pass over the items; every count keeps the cells behind it (listed when asked for).
 */
import { isOnTime, textOf, KINDS, type Item, type Kind, type Ledger, type Reading } from "../ledger";
import { addDays, type CivilDate } from "../zh/civil-date";
import { tallyAccountability } from "./accountability";
import { createCountTable, DUE_SOON, ON_TIME, OVERDUE } from "./count-table";
import { createDistinctCounter } from "./distinct-counter";
import { disputedItems } from "./disputed";
import { isDueSoon } from "./due";
import { createGroupNamer, type GroupNamer } from "./group-names";
import { createGroups, createMonths } from "./groups";
import { refColumns, rowOf } from "./row-refs";
import type { Definition, GroupTally, KindTally, MonthTally, Tally } from "./types";

export interface TallyOptions {
  readonly definition: Definition;
  /** Days from the as-of day within which an open item is due soon. */
  readonly dueSoonDays: number;
}

/** 口径 by default: only 已完成 counts as done, all items but excluded ones divide. */
export const DEFAULT_DEFINITION: Definition = { done: "done", denominator: "all" };

interface CountedKind {
  readonly kind: KindTally;
  readonly byUnit: readonly GroupTally[];
  readonly bySection: readonly GroupTally[];
  readonly byLeader: readonly GroupTally[];
  readonly byMonth: readonly MonthTally[];
}

/** What an item is besides its status, as flags of the table. */
function flagsOf(item: Item, asOf: CivilDate, horizon: CivilDate): number {
  return (
    (item.overdue ? OVERDUE : 0) |
    (isDueSoon(item, asOf, horizon) ? DUE_SOON : 0) |
    (item.status === "done" && isOnTime(item) ? ON_TIME : 0)
  );
}

/** Rows that count as measures: every row of every item, where the ledger has measures at all. */
function measuresOf(ledger: Ledger): number {
  return ledger.hasMeasures ? sum(ledger.items, (item) => item.rows.length) : 0;
}

function sum<T>(list: readonly T[], valueOf: (one: T) => number): number {
  return list.reduce((total, one) => total + valueOf(one), 0);
}

/** Several ledgers of one kind add up; passed-over versions are not among them. */
function countKind(kind: Kind, ledgers: readonly Ledger[], namer: GroupNamer, options: TallyOptions): CountedKind {
  const { definition, dueSoonDays } = options;
  const items = createCountTable(
    definition,
    sum(ledgers, (ledger) => ledger.items.length),
  );
  const measures = createCountTable(definition, sum(ledgers, measuresOf));
  const parents = createDistinctCounter("parentProblem");
  const sections = createDistinctCounter("section");
  const byUnit = createGroups();
  const bySection = createGroups();
  const byLeader = createGroups();
  const byMonth = createMonths();

  for (const ledger of ledgers) {
    const columns = refColumns(ledger);
    const { asOf, hasMeasures } = ledger;
    items.onLedger(ledger);
    measures.onLedger(ledger);
    const horizon = addDays(asOf, dueSoonDays + 1);
    for (const item of ledger.items) {
      const flags = flagsOf(item, asOf, horizon);
      const { status, deadline } = item;
      const index = items.add(rowOf(item), columns.ofItem(item), status, deadline, flags);
      parents.add(item);
      sections.add(item);
      byUnit.add(index, namer.units(item));
      bySection.add(index, namer.section(item));
      byLeader.add(index, namer.leaders(item));
      byMonth.add(index, item);
      if (!hasMeasures) continue;
      for (const row of item.rows) measures.add(row.row, columns.ofMeasure(row), row.status.status, row.deadline, 0);
    }
  }
  return {
    kind: {
      kind,
      ...items.statuses(),
      parents: parents.result(),
      sections: sections.result(),
      overdue: items.count(OVERDUE),
      onTime: ledgers.some(({ columns }) => columns.doneDate && columns.deadline) ? items.count(ON_TIME) : null,
      dueSoon: items.count(DUE_SOON),
      measures: ledgers.some((ledger) => ledger.hasMeasures) ? measures.statuses() : null,
    },
    byUnit: byUnit.result(kind, items),
    bySection: bySection.result(kind, items),
    byLeader: byLeader.result(kind, items),
    byMonth: byMonth.result(kind, items),
  };
}

/**
 * Counts a whole reading. Kinds come in the order of `KINDS`, only those that have a ledger; accountability stands apart
 * (it has persons, not statuses). An item whose units are two without marks counts for both in `byUnit`; the distinct
 * total is that of its kind.
 * @example tally(reading, { definition: DEFAULT_DEFINITION, dueSoonDays: 15 }).kinds[0]?.total.value // 23
 */
export function tally(reading: Reading, options: TallyOptions): Tally {
  const namer = createGroupNamer();
  const counted: CountedKind[] = [];
  for (const kind of KINDS) {
    if (kind === "accountability") continue;
    const ledgers = reading.ledgers.filter((ledger) => ledger.kind === kind);
    if (ledgers.length > 0) counted.push(countKind(kind, ledgers, namer, options));
  }
  return {
    definition: options.definition,
    kinds: counted.map((one) => one.kind),
    accountability: tallyAccountability(reading.ledgers, (item) => textOf(item.ledger, item, "name")),
    byUnit: counted.flatMap((one) => one.byUnit),
    bySection: counted.flatMap((one) => one.bySection),
    byLeader: counted.flatMap((one) => one.byLeader),
    byMonth: counted.flatMap((one) => one.byMonth),
    disputed: disputedItems(reading.ledgers),
  };
}
