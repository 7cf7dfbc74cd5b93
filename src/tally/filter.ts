/**
 * A part of a reading: items of a kind, unit, period, state, or with a value in any column. What is left is a reading like
 * any other and is counted like any other.
 */
import { isCountedDone, type Item, type Kind, type Ledger, type LedgerRow, type Reading, type Status } from "../ledger";
import { type CivilDate } from "../zh/civil-date";
import { foldKey } from "../zh/text";
import { holdsValue } from "./column-figures";
import { divides, isDue } from "./due";
import { createGroupNamer, type GroupNamer } from "./group-names";
import { findColumn, type NamedColumn } from "./named-column";
import type { Definition } from "./types";

/** What may be asked of an item. */
export type Filter =
  /** Due by the as-of day. */
  | { readonly type: "due" }
  /** What the rate divides by. */
  | { readonly type: "counted" }
  | { readonly type: "kind"; readonly kind: Kind }
  /** A lead unit. */
  | { readonly type: "unit"; readonly name: string }
  | { readonly type: "section" | "leader"; readonly name: string }
  | { readonly type: "status"; readonly status: Status }
  /** A dated deadline in this period; what is null is that of the as-of day. */
  | { readonly type: "deadline"; readonly period: FilterPeriod }
  /** Passes none of these: what is left of groups. */
  | { readonly type: "none"; readonly of: readonly Filter[] }
  /** `whole`: the cell says nothing else; else the value may be one of several in it. */
  | { readonly type: "column"; readonly column: string; readonly value: string; readonly whole?: true };

/** 今年, 2025年, 本季度, 6月. */
export interface FilterPeriod {
  readonly year: number | null;
  readonly months: "all" | "quarter" | "month" | readonly [first: number, last: number];
}

function inPeriod(date: CivilDate, { year, months }: FilterPeriod, asOf: CivilDate): boolean {
  if (date.year !== (year ?? asOf.year)) return false;
  if (months === "all") return true;
  if (months === "month") return date.month === asOf.month;
  if (months === "quarter") return Math.ceil(date.month / 3) === Math.ceil(asOf.month / 3);
  return date.month >= months[0] && date.month <= months[1];
}

type Test = (of: Item, row: LedgerRow | null, ledger: Ledger) => boolean;

function testOf(filter: Filter, definition: Definition, namer: GroupNamer, reading: Reading): Test {
  switch (filter.type) {
    case "kind":
      return (_item, _row, ledger) => ledger.kind === filter.kind;
    case "due":
      return (item, row, { asOf }) =>
        row === null ? isDue(item.deadline, item.status, asOf) : isDue(row.deadline, row.status.status, asOf);
    case "counted":
      return (item, row) =>
        divides(row === null ? item : { ...item, deadline: row.deadline, status: row.status.status }, definition);
    case "deadline":
      return (item, row, { asOf }) => {
        const { deadline } = row ?? item;
        return deadline.type === "date" && inPeriod(deadline.date, filter.period, asOf);
      };
    case "status":
      return (item, row) => {
        const status = row?.status.status ?? item.status;
        return filter.status === "done" ? isCountedDone(status, definition.done) : status === filter.status;
      };
    case "unit": {
      const wanted = foldKey(filter.name);
      return (item, row) =>
        namer.units(row === null ? item : { ...item, rows: [row] }).some(({ key }) => key === wanted);
    }
    case "section":
    case "leader": {
      const wanted = foldKey(filter.name);
      const names = filter.type === "section" ? namer.section : namer.leaders;
      return (item) => names(item).some(({ key }) => key === wanted);
    }
    case "none": {
      const tests = filter.of.map((one) => testOf(one, definition, namer, reading));
      return (item, row, ledger) => !tests.some((test) => test(item, row, ledger));
    }
    case "column": {
      const found = findColumn(reading, filter.column);
      const columns = new Map<string, NamedColumn>(
        found.type === "found" ? found.columns.map((column) => [column.ledger.id, column]) : [],
      );
      return (item, _row, ledger) => {
        const column = columns.get(ledger.id);
        return column !== undefined && holdsValue(column, item, filter.value, filter.whole);
      };
    }
  }
}

/**
 * The items of a reading that pass all filters.
 * @param level "measures" asks deadline, state and unit of every measure and keeps those that pass
 * @example filterReading(reading, [{ type: "unit", name: "财务科" }], definition, "items").ledgers[0]?.items.length // 4
 */
export function filterReading(
  reading: Reading,
  filters: readonly Filter[],
  definition: Definition,
  level: "items" | "measures",
): Reading {
  if (filters.length === 0) return reading;
  const namer = createGroupNamer();
  const tests = filters.map((filter) => testOf(filter, definition, namer, reading));
  const passes = (item: Item, row: LedgerRow | null, ledger: Ledger): boolean =>
    tests.every((test) => test(item, row, ledger));
  const ledgers = reading.ledgers.map((ledger): Ledger => {
    if (level === "items") return { ...ledger, items: ledger.items.filter((item) => passes(item, null, ledger)) };
    const items = ledger.items.map((item) => ({ ...item, rows: item.rows.filter((row) => passes(item, row, ledger)) }));
    return { ...ledger, items: items.filter(({ rows }) => rows.length > 0) };
  });
  const kinds = new Set(filters.flatMap((filter) => (filter.type === "kind" ? [filter.kind] : [])));
  return { ...reading, ledgers: kinds.size === 0 ? ledgers : ledgers.filter(({ kind }) => kinds.has(kind)) };
}

/** Names that a reading knows of what may be asked: units, sections, leaders, by what they are. */
export function namesIn(reading: Reading): {
  readonly unit: readonly string[];
  readonly section: readonly string[];
  readonly leader: readonly string[];
} {
  const namer = createGroupNamer();
  const found = {
    unit: new Map<string, string>(),
    section: new Map<string, string>(),
    leader: new Map<string, string>(),
  };
  for (const { items } of reading.ledgers)
    for (const item of items) {
      for (const { key, name } of namer.units(item)) found.unit.set(key, name);
      for (const { key, name } of namer.section(item)) found.section.set(key, name);
      for (const { key, name } of namer.leaders(item)) found.leader.set(key, name);
    }
  return {
    unit: Array.from(found.unit.values()),
    section: Array.from(found.section.values()),
    leader: Array.from(found.leader.values()),
  };
}
