/** What a place is worth in a tally: the count or rate, and the rows behind it. */
import { isCountedDone, STATUSES, type Status } from "../ledger";
import type { Count, Definition, KindTally, Rate, RowRef, StatusTally, Tally } from "../tally";
import type { TemplatePlace } from "./places";
import type { Subject } from "./status-words";

export type FigureValue =
  /** `definition` where the count depends on it. */
  | { readonly type: "count"; readonly count: Count; readonly definition: Definition | null }
  | { readonly type: "rate"; readonly rate: Rate }
  /** The kind is there, but nothing divides: no rate can be printed. */
  | { readonly type: "noRate" }
  /** The workbook holds nothing of this kind. */
  | { readonly type: "absent" };

/** Statuses that a template names by themselves, by subject: they are not counted again as 已完成. */
export type NamedStatuses = ReadonlyMap<Subject, ReadonlySet<Status>>;

const ABSENT: FigureValue = { type: "absent" };
const NO_RATE: FigureValue = { type: "noRate" };

/** The counts of a subject; null where the workbook has none. */
export function talliesOf(tally: Tally, subject: Subject): StatusTally | null {
  const kind = kindOf(tally, subject);
  return subject === "measures" ? (kind?.measures ?? null) : kind;
}

function kindOf(tally: Tally, subject: Subject): KindTally | null {
  const kind = subject === "measures" ? "problem" : subject;
  return tally.kinds.find((one) => one.kind === kind) ?? null;
}

function counted(count: Count, definition: Definition | null = null): FigureValue {
  return { type: "count", count, definition };
}

/**
 * 已完成 counts what the definition counts as done. Where the template names, say, 阶段性完成 by itself, those are counted
 * there and not in 已完成 too: the parts must not exceed the whole.
 */
export function doneStatuses(definition: Definition, named: ReadonlySet<Status> | undefined): readonly Status[] {
  return STATUSES.filter(
    (status) => isCountedDone(status, definition.done) && (status === "done" || named?.has(status) !== true),
  );
}

function doneCount(counts: StatusTally, definition: Definition, named: ReadonlySet<Status> | undefined): Count {
  const parts = doneStatuses(definition, named).map((status) => counts.byStatus[status]);
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  if (value === counts.done.value) return counts.done;
  return {
    value,
    get rows(): readonly RowRef[] {
      return parts.flatMap((part) => part.rows);
    },
  };
}

/**
 * Value of a place.
 * @param named statuses the template names, so that none is counted twice
 * @example figureValue(place, tally, new Map()) // { type: "count", count: { value: 20, rows: [...] }, … }
 */
export function figureValue(place: TemplatePlace, tally: Tally, named: NamedStatuses): FigureValue {
  if (place.type !== "subject") {
    const accountability = tally.accountability;
    if (accountability === null) return ABSENT;
    if (place.type === "persons") return counted(accountability.persons);
    if (place.type === "personTimes") return counted(accountability.personTimes);
    return counted(accountability.byForm.get(place.form) ?? { value: 0, rows: [] });
  }
  const { subject, metric } = place;
  const counts = talliesOf(tally, subject);
  const kind = kindOf(tally, subject);
  if (counts === null || kind === null) return ABSENT;
  switch (metric.type) {
    case "total":
      return counted(counts.total);
    case "rest":
      return counted(counts.rest, tally.definition);
    case "rate":
      return counts.rate === null ? NO_RATE : { type: "rate", rate: counts.rate };
    case "status":
      return metric.status === "done"
        ? counted(doneCount(counts, tally.definition, named.get(subject)), tally.definition)
        : counted(counts.byStatus[metric.status]);
    default:
      return counted(kind[metric.type]);
  }
}
