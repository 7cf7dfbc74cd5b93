/** What the ledger allows a notice to say: counts and rates by subject and status. */
import { isOpen, type Item, type Kind, type Status } from "../../ledger";
import type { Definition, StatusTally, Tally } from "../../tally";
import type { ToldSubject } from "../../reading";
import { compareDates } from "../../zh/civil-date";
import type { LedgerSide } from "../types";

/** Kinds a subject of the text is counted in. */
const KIND_OF: Readonly<Partial<Record<ToldSubject, Kind>>> = {
  problem: "problem",
  letter: "letter",
  clue: "clue",
  immediate: "immediate",
  matter: "matter",
};

/** The tally of a subject, null where the ledger has none of it. */
export function tallyOf(tally: Tally, subject: ToldSubject): StatusTally | null {
  if (subject === "measure") return tally.kinds.find((kind) => kind.kind === "problem")?.measures ?? null;
  const kind = KIND_OF[subject];
  return kind === undefined ? null : (tally.kinds.find((entry) => entry.kind === kind) ?? null);
}

/** The total of a subject; parents and sections are levels of the problems. Null where the ledger has none. */
export function totalOf(tally: Tally, subject: ToldSubject): number | null {
  const problems = tally.kinds.find((kind) => kind.kind === "problem");
  if (subject === "parent") return problems && problems.parents.value > 0 ? problems.parents.value : null;
  if (subject === "section") return problems && problems.sections.value > 0 ? problems.sections.value : null;
  return tallyOf(tally, subject)?.total.value ?? null;
}

/** Counts by status, of a whole kind or of some of its items. */
export interface SectionCounts {
  readonly total: { readonly value: number };
  readonly byStatus: Readonly<Partial<Record<Status, { readonly value: number }>>>;
  /** Open ones past their deadline, and those whose deadline is open-ended; unknown where only statuses were counted. */
  readonly late?: { readonly overdue: number; readonly openEnded: number; readonly pastDay: number };
}

/** Counts of items. */
export function countItems(items: readonly Item[]): SectionCounts {
  const byStatus: Partial<Record<Status, { value: number }>> = {};
  for (const { status } of items) (byStatus[status] ??= { value: 0 }).value++;
  const overdue = items.filter((item) => item.overdue).length;
  const openEnded = items.filter(({ status, deadline }) => isOpen(status) && staysOpen(deadline)).length;
  // What is basically done past its day is late to some.
  const pastDay = items.filter((item) => item.overdue || (LEFT_OPEN.has(item.status) && isPast(item))).length;
  return { total: { value: items.length }, byStatus, late: { overdue, openEnded, pastDay } };
}

const LEFT_OPEN: ReadonlySet<Status> = new Set<Status>(["basic", "phased"]);

function isPast({ deadline, ledger }: Item): boolean {
  return deadline.type === "date" && compareDates(deadline.date, ledger.asOf) < 0;
}

function staysOpen(deadline: Item["deadline"]): boolean {
  return deadline.type === "openEnded" || ("openEnded" in deadline && deadline.openEnded);
}

/** Counts of all items of a subject's kind; of measures and levels as the tally has them. Null where the ledger has none. */
export function countsOf({ reading, tally }: LedgerSide, subject: ToldSubject): SectionCounts | null {
  const counts = tallyOf(tally, subject);
  const kind = KIND_OF[subject];
  if (counts === null || kind === undefined) return counts;
  const { late } = countItems(reading.ledgers.flatMap((ledger) => (ledger.kind === kind ? ledger.items : [])));
  return late === undefined ? counts : { total: counts.total, byStatus: counts.byStatus, late };
}

/** The kind whose items a subject counts; undefined for measures and levels. */
export function kindOfSubject(subject: ToldSubject): Kind | undefined {
  return KIND_OF[subject];
}

const NONE: ReadonlySet<Status> = new Set();
/** Statuses of what is not done. */
const LEFT = ["basic", "phased", "partial", "ongoing", "longTerm", "notDone", "overdueDeclared", "extended"] as const;

/**
 * Numbers a notice may print for a status: the count, for done also by the wider definitions, for ongoing and not done also
 * what is left; but a status that is told by itself is in no other number.
 * @param told statuses that have a number of their own
 */
export function allowedCounts(
  counts: SectionCounts,
  status: Status,
  told: ReadonlySet<Status> = NONE,
): readonly number[] {
  const of = (one: Status): number => counts.byStatus[one]?.value ?? 0;
  // All that is neither done nor excluded, but for some; null where it would hold what is told by itself.
  const leftBut = (...but: readonly Status[]): readonly number[] => {
    const twice = LEFT.some((one) => one !== status && !but.includes(one) && told.has(one) && of(one) > 0);
    const left = counts.total.value - of("excluded") - of("done");
    return twice ? [] : [left - but.reduce((sum, one) => sum + of(one), 0)];
  };
  switch (status) {
    case "done":
      return [of("done"), of("done") + of("basic"), of("done") + of("basic") + of("phased")];
    case "ongoing":
      return [of("ongoing"), ...leftBut(), ...leftBut("basic"), ...leftBut("basic", "phased"), ...leftBut("longTerm")];
    case "notDone":
      return [
        of("notDone"),
        of("notDone") + of("overdueDeclared"),
        ...leftBut(),
        ...leftBut("basic"),
        ...leftBut("basic", "phased"),
      ];
    case "overdueDeclared": {
      const { overdue, pastDay } = counts.late ?? { overdue: of(status), pastDay: of(status) };
      return of(status) > 0 ? [overdue, of(status), pastDay] : [overdue, pastDay];
    }
    case "longTerm":
      // 持续推进 is going on to one ledger, lasting to another.
      return [of(status), of(status) + (counts.late?.openEnded ?? 0), of("ongoing"), of(status) + of("ongoing")];
    default:
      return [of(status)];
  }
}

/** The same where some items have no status that is understood: any of them may have this one. */
export function countsWithUnknown(
  counts: SectionCounts,
  status: Status,
  told: ReadonlySet<Status> = NONE,
): readonly number[] {
  const unknown = counts.byStatus.unknown?.value ?? 0;
  const known = allowedCounts(counts, status, told);
  if (unknown === 0) return known;
  return known.flatMap((count) => Array.from({ length: unknown + 1 }, (_one, more) => count + more));
}

/**
 * The count of done by the chosen definition: statuses the text tells apart (named) are not counted twice.
 * @param named statuses that the same statement tells by themselves
 */
export function chosenDone(counts: StatusTally, definition: Definition, named: ReadonlySet<Status>): number {
  let sum = counts.byStatus.done.value;
  if (definition.done !== "done" && !named.has("basic")) sum += counts.byStatus.basic.value;
  if (definition.done === "phased" && !named.has("phased")) sum += counts.byStatus.phased.value;
  return sum;
}

/** Numerators and denominators a rate of the subject may have, the chosen definition first. */
export function allowedRates(
  counts: StatusTally,
): readonly { readonly numerator: number; readonly denominator: number; readonly chosen: boolean }[] {
  const of = (one: Status): number => counts.byStatus[one].value;
  const denominator = counts.total.value - of("excluded");
  const own = counts.rate
    ? [{ numerator: counts.rate.numerator, denominator: counts.rate.denominator, chosen: true }]
    : [];
  const others = [of("done"), of("done") + of("basic"), of("done") + of("basic") + of("phased")];
  return [...own, ...others.map((numerator) => ({ numerator, denominator, chosen: false }))];
}
