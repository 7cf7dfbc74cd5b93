/** What a place is worth in a workbook: the count, rate or sum, and the rows behind it. */
import { qualified } from "../grid";
import { isCountedDone, STATUSES, type Kind, type Reading, type Status } from "../ledger";
import {
  countValue,
  filterReading,
  namesIn,
  pairItems,
  progressClass,
  refAt,
  refColumns,
  rowOf,
  scaledPoints,
  sumColumn,
  tally as count,
  type ColumnSum,
  type Count,
  type Definition,
  type Filter,
  type KindTally,
  type PairedItems,
  type ProgressClass,
  type Rate,
  type RowRef,
  type StatusTally,
  type Tally,
  type Unrated,
  ratedOf,
  unratedBecause,
} from "../tally";
import { foldKey } from "../zh/text";
import { columnsNamed, isOwnColumn } from "./known";
import { changedItems, changedMeasures } from "./last-changes";
import type { LastMetric, TemplatePlace } from "./places";
import type { Subject } from "./status-words";

export type FigureValue =
  /** `definition` where the count depends on it. */
  | { readonly type: "count"; readonly count: Count; readonly definition: Definition | null }
  | { readonly type: "rate"; readonly rate: Rate }
  | { readonly type: "sum"; readonly sum: Extract<ColumnSum, { type: "sum" }> }
  /** Tenths of a percentage point. */
  | { readonly type: "points"; readonly tenths: number; readonly rate: Rate }
  /** The kind is there, but no rate can be printed; `why` is null where it is no rate of its own that is missing. */
  | { readonly type: "noRate"; readonly why: Unrated | null }
  /** The workbook holds nothing of this kind, or no such column. */
  | { readonly type: "absent" }
  /** The workbook has it, but no figure can be made of it. */
  | {
      readonly type: "impossible";
      readonly why: "notNumbers" | "unitsDiffer" | "noLastPeriod" | "lastUnclear";
      readonly detail: string;
      readonly more?: number;
    };

type LastPlace = Extract<TemplatePlace, { type: "last" }>;

/** A ledger of the period before, counted by the same definition. */
export interface LastPeriod {
  readonly reading: Reading;
  readonly tally: Tally;
}

/** Where figures beyond the tally's own come from. */
export interface FigureSource {
  readonly reading: Reading;
  readonly dueSoonDays: number;
  /** Points by which actual and planned progress may differ and still agree. */
  readonly tolerance: number;
  readonly last: LastPeriod | null;
}

/** What is broken down into parts: a subject, or a part of it that filters name (反馈问题[单位=财务科]). */
export type Family = string;

/** Statuses that a template names by themselves, by family: they are not counted again as 已完成. */
export type NamedStatuses = ReadonlyMap<Family, ReadonlySet<Status>>;

const ABSENT: FigureValue = { type: "absent" };
const NO_LAST_PERIOD: FigureValue = { type: "impossible", why: "noLastPeriod", detail: "" };
const NO_RATE: FigureValue = { type: "noRate", why: null };

/** The family a place counts in. */
export function familyOf(place: TemplatePlace & { readonly subject: Subject }): Family {
  const bracket = place.name.indexOf("[");
  return bracket < 0 ? place.subject : place.subject + place.name.slice(bracket);
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

/** Values of a template's places over one workbook; parts of it are counted once. */
export class Figures {
  private readonly tallies = new Map<string, Tally | null>();
  private readonly readings = new Map<string, Reading>();
  private paired: readonly PairedItems[] | null = null;
  private then: Figures | null = null;
  private names: readonly ReturnType<typeof namesIn>[] | null = null;
  private readonly classes = new Map<string, Readonly<Record<ProgressClass, Count>>>();

  constructor(
    private readonly tally: Tally,
    private readonly source: FigureSource | null,
    private readonly named: NamedStatuses,
    /** The ledger this one is compared with: a name that either has is no slip. */
    private readonly beside: Reading | null = source?.last?.reading ?? null,
  ) {}

  /**
   * Value of a place.
   * @example figures.of(place) // { type: "count", count: { value: 20, rows: [...] }, … }
   */
  of(place: TemplatePlace): FigureValue {
    if (place.filters.some((filter) => this.isUnknown(filter))) return ABSENT;
    switch (place.type) {
      case "persons":
      case "personTimes":
      case "form":
        return this.accountability(place);
      case "sum":
        return this.sum(place);
      case "value": {
        const columns = this.columns(place.column);
        return columns === null ? ABSENT : counted(countValue(this.reading(place), columns, place.value));
      }
      case "share":
        return this.share(place);
      case "last":
        return this.last(place);
      case "then":
        return this.before()?.of({ ...place, type: "subject" }) ?? NO_LAST_PERIOD;
      case "subject":
        return this.subject(place);
    }
  }

  /** A unit, section or leader that no ledger at hand has: what is counted of it would be a 0 that says nothing. */
  private isUnknown(filter: Filter): boolean {
    if (this.source === null || (filter.type !== "unit" && filter.type !== "section" && filter.type !== "leader"))
      return false;
    this.names ??= [this.source.reading, this.beside].flatMap((reading) =>
      reading === null ? [] : [namesIn(reading)],
    );
    const wanted = foldKey(filter.name);
    // A unit of the directory that has no items has none: 0 is true.
    const listed = filter.type === "unit" ? (this.source.reading.directory?.names ?? []) : [];
    if (listed.some((name) => foldKey(name) === wanted)) return false;
    return !this.names.some((names) => names[filter.type].some((name) => foldKey(name) === wanted));
  }

  /** The counts that a place is taken from; null where the workbook has none. */
  counts(place: TemplatePlace & { readonly subject: Subject }): StatusTally | null {
    const kind = this.kind(place);
    return place.subject === "measures" ? (kind?.measures ?? null) : kind;
  }

  private accountability(place: Extract<TemplatePlace, { type: "persons" | "personTimes" | "form" }>): FigureValue {
    const { accountability } = this.tally;
    if (accountability === null) return ABSENT;
    if (place.type === "persons") return counted(accountability.persons);
    if (place.type === "personTimes") return counted(accountability.personTimes);
    return counted(accountability.byForm.get(place.form) ?? { value: 0, rows: [] });
  }

  private subject(place: Extract<TemplatePlace, { type: "subject" }>): FigureValue {
    const { metric } = place;
    const counts = this.counts(place);
    const kind = this.kind(place);
    const { definition } = this.tally;
    if (counts === null || kind === null) return ABSENT;
    switch (metric.type) {
      case "total":
        return counted(counts.total);
      case "rest":
        return counted(counts.rest, definition);
      case "rate": {
        const rate = ratedOf(counts);
        return rate === null ? { type: "noRate", why: unratedBecause(counts, definition) } : { type: "rate", rate };
      }
      case "status":
        return metric.status === "done"
          ? counted(doneCount(counts, definition, this.named.get(familyOf(place))), definition)
          : counted(counts.byStatus[metric.status]);
      case "progress": {
        const classes = this.progress(place);
        return classes === null ? ABSENT : counted(classes[metric.progress], definition);
      }
      default: {
        const count = kind[metric.type];
        return count === null ? ABSENT : counted(count);
      }
    }
  }

  /**
   * The items a place asks for by 进度类别; null without a reading.
   * @example figures.progress(place)?.behind.value // 17
   */
  progress(place: TemplatePlace & { readonly subject: Subject }): Readonly<Record<ProgressClass, Count>> | null {
    if (this.source === null || place.subject === "measures") return null;
    const key = `${place.subject} ${keyOf(place)}`;
    const known = this.classes.get(key);
    if (known !== undefined) return known;
    const made = countClasses(this.reading(place), place.subject, this.tally.definition, this.source.tolerance);
    this.classes.set(key, made);
    return made;
  }

  /** A status over what the rate divides by. */
  private share(place: Extract<TemplatePlace, { type: "share" }>): FigureValue {
    const counts = this.counts(place);
    if (counts === null) return ABSENT;
    const rate = ratedOf(counts);
    if (rate === null) return NO_RATE;
    if (place.status === "done") return { type: "rate", rate };
    const { ofRows, definition, denominator } = rate;
    const part = place.status === "rest" ? counts.rest : counts.byStatus[place.status];
    if (definition.denominator === "all" && place.status !== "rest") {
      if (part.value > denominator) return NO_RATE;
      return { type: "rate", rate: { numerator: part.value, denominator, definition, rows: part.rows, ofRows } };
    }
    // Of a part, too, only what divides: what is due, or what is not left out of the rate.
    const due = new Set(ofRows);
    const rows = part.rows.filter((row) => due.has(row));
    return { type: "rate", rate: { numerator: rows.length, denominator, definition, rows, ofRows } };
  }

  private sum(place: Extract<TemplatePlace, { type: "sum" }>): FigureValue {
    const columns = this.columns(place.column);
    if (columns === null) return ABSENT;
    const sum = sumColumn(this.reading(place), columns);
    if (sum.type === "sum") return { type: "sum", sum };
    if (sum.type === "unitsDiffer") return { type: "impossible", why: "unitsDiffer", detail: sum.units.join("、") };
    const { ref, text } = sum.cells[0] ?? { ref: null, text: "" };
    const where = ref === null ? "" : qualified(ref.sheet, ref.row, ref.col);
    return { type: "impossible", why: "notNumbers", detail: `${where}「${text}」`, more: sum.cells.length - 1 };
  }

  private last(place: LastPlace): FigureValue {
    const last = this.source?.last ?? null;
    if (this.source === null || last === null) return NO_LAST_PERIOD;
    if (this.counts(place) === null) return ABSENT;
    if (place.metric === "pointsUp" || place.metric === "pointsDown") return this.points(place);
    this.paired ??= pairItems(last.reading, this.source.reading);
    const paired = this.paired.find(({ kind }) => kind === (place.subject === "measures" ? "problem" : place.subject));
    const { definition } = this.tally;
    const { unclear, rows } = (place.subject === "measures" ? changedMeasures : changedItems)(
      paired,
      this.reading(place),
      { metric: place.metric, isDone: (status) => isCountedDone(status, definition.done) },
    );
    if (unclear !== null) return { type: "impossible", why: "lastUnclear", detail: unclear };
    return counted({ value: rows.length, rows }, place.metric === "added" ? null : definition);
  }

  private points(place: LastPlace): FigureValue {
    const now = this.counts(place)?.rate ?? null;
    const old = this.before()?.counts(place)?.rate ?? null;
    if (now === null || old === null) return NO_RATE;
    const tenths = (scaledPoints(old, now, 1) ?? 0) * (place.metric === ("pointsUp" satisfies LastMetric) ? 1 : -1);
    return { type: "points", tenths: Math.max(0, tenths), rate: now };
  }

  /** The figures of the last period; null where its ledger is not there. */
  private before(): Figures | null {
    const last = this.source?.last ?? null;
    if (last === null) return null;
    const { dueSoonDays, tolerance } = this.source ?? { dueSoonDays: 0, tolerance: 0 };
    const source: FigureSource = { reading: last.reading, dueSoonDays, tolerance, last: null };
    this.then ??= new Figures(last.tally, source, this.named, this.source?.reading ?? null);
    return this.then;
  }

  private columns(name: string) {
    if (this.source === null) return null;
    const found = columnsNamed(this.source.reading, name);
    return found.type === "found" ? found.columns : null;
  }

  private kind(place: TemplatePlace & { readonly subject: Subject }): KindTally | null {
    const tally = this.tallyOf(place);
    const kind = place.subject === "measures" ? "problem" : place.subject;
    return tally?.kinds.find((one) => one.kind === kind) ?? null;
  }

  /** The tally of the items that a place asks for. */
  private tallyOf(place: TemplatePlace & { readonly subject: Subject }): Tally | null {
    if (place.filters.length === 0) return this.tally;
    const key = keyOf(place);
    const known = this.tallies.get(key);
    if (known !== undefined) return known;
    const { source } = this;
    const made =
      source === null
        ? null
        : count(this.reading(place), { definition: this.tally.definition, dueSoonDays: source.dueSoonDays });
    this.tallies.set(key, made);
    return made;
  }

  private reading(place: TemplatePlace): Reading {
    const reading = this.source?.reading;
    if (reading === undefined) return NO_READING;
    const key = keyOf(place);
    const known = this.readings.get(key);
    if (known !== undefined) return known;
    const level = "subject" in place && place.subject === "measures" ? "measures" : "items";
    const filters = place.filters.map((filter) =>
      filter.type === "column" && isOwnColumn(filter.column)
        ? { ...filter, column: this.columns(filter.column)?.[0]?.header ?? filter.column }
        : filter,
    );
    const made = filterReading(reading, filters, this.tally.definition, level);
    this.readings.set(key, made);
    return made;
  }
}

/** The items of a kind by class, each with its cell. */
function countClasses(
  reading: Reading,
  kind: Kind,
  { done }: Definition,
  tolerance: number,
): Readonly<Record<ProgressClass, Count>> {
  const rows: Record<ProgressClass, RowRef[]> = { done: [], ahead: [], onTrack: [], behind: [], other: [] };
  const { feedbackDate } = reading;
  for (const ledger of reading.ledgers) {
    if (ledger.kind !== kind) continue;
    const columns = refColumns(ledger);
    for (const item of ledger.items)
      rows[progressClass(item, { done, feedbackDate, tolerance })].push(
        refAt(ledger, rowOf(item), columns.ofItem(item)),
      );
  }
  const count = (of: ProgressClass): Count => ({ value: rows[of].length, rows: rows[of] });
  return {
    done: count("done"),
    ahead: count("ahead"),
    onTrack: count("onTrack"),
    behind: count("behind"),
    other: count("other"),
  };
}

const NO_READING: Reading = {
  ledgers: [],
  passedOver: [],
  directory: null,
  asOf: { date: { year: 1, month: 1, day: 1 }, source: "today" },
  feedbackDate: null,
  overlaps: [],
  unread: [],
};

function keyOf(place: TemplatePlace): string {
  const bracket = place.name.indexOf("[");
  const level = "subject" in place && place.subject === "measures" ? "measures" : "items";
  return bracket < 0 ? level : level + place.name.slice(bracket);
}
