/**
 * Counts a reading (统计): every kind by status, with rates, upper levels, overdue and on-time counts, and the same by unit,
 * section, leader and month. One pass over the items; every count keeps the cells behind it, which all counts share.
 */
import { textOf } from "../ledger/cells";
import { KINDS, type Kind, type Ledger, type Reading } from "../ledger/types";
import { tallyAccountability } from "./accountability";
import { createDistinctCounter } from "./distinct-counter";
import { isDueSoon, isOnTime } from "./due";
import { createGroupCounter } from "./group-counter";
import { createGroupNamer, type GroupNamer } from "./group-names";
import { createMonthCounter } from "./month-counter";
import { rowRefs } from "./row-refs";
import { countOf, createStatusCounter } from "./status-counter";
import type { Definition, GroupTally, KindTally, MonthTally, RowRef, Tally } from "./types";

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

/** Several ledgers of one kind add up; passed-over versions are not among them. */
function countKind(kind: Kind, ledgers: readonly Ledger[], namer: GroupNamer, options: TallyOptions): CountedKind {
  const { definition, dueSoonDays } = options;
  const items = createStatusCounter(definition);
  const measures = createStatusCounter(definition);
  const parents = createDistinctCounter("parentProblem");
  const sections = createDistinctCounter("section");
  const units = createGroupCounter(kind, definition);
  const bySection = createGroupCounter(kind, definition);
  const leaders = createGroupCounter(kind, definition);
  const months = createMonthCounter(kind, definition);
  const overdue: RowRef[] = [];
  const onTime: RowRef[] = [];
  const dueSoon: RowRef[] = [];
  let hasMeasures = false;

  for (const ledger of ledgers) {
    const refs = rowRefs(ledger);
    const { asOf } = ledger;
    hasMeasures ||= ledger.hasMeasures;
    for (const item of ledger.items) {
      const ref = refs.ofItem(item);
      items.add(ref, item.status, item.deadline, asOf);
      parents.add(item);
      sections.add(item);
      units.add(item, ref, namer.units(item), asOf);
      bySection.add(item, ref, namer.section(item), asOf);
      leaders.add(item, ref, namer.leaders(item), asOf);
      months.add(item, ref);
      if (item.overdue) overdue.push(ref);
      if (isDueSoon(item, asOf, dueSoonDays)) dueSoon.push(ref);
      if (item.status === "done" && isOnTime(item)) onTime.push(ref);
      if (!ledger.hasMeasures) continue;
      for (const row of item.rows) measures.add(refs.ofMeasure(row), row.status.status, row.deadline, asOf);
    }
  }
  return {
    kind: {
      kind,
      ...items.result(),
      parents: parents.result(),
      sections: sections.result(),
      overdue: countOf(overdue),
      onTime: countOf(onTime),
      dueSoon: countOf(dueSoon),
      measures: hasMeasures ? measures.result() : null,
    },
    byUnit: units.result(),
    bySection: bySection.result(),
    byLeader: leaders.result(),
    byMonth: months.result(),
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
  };
}
