/** Months as bars, and an axis for them. */
import type { Kind } from "../../ledger";
import type { MonthTally, RowRef } from "../../tally";

/** Stands where more than a year without items is left out. */
export const BREAK = "…";

/** Parts of a bar, from the bottom up. */
export const BAR_PARTS = ["done", "open", "overdue"] as const;
export type BarPart = (typeof BAR_PARTS)[number];

export type BarFigures = Readonly<Record<BarPart, number>> & {
  readonly label: string;
  readonly total: number;
  readonly rows: readonly RowRef[];
};

/**
 * One bar a month, in order of time, months without items between them too; items without a date last.
 * @param kind one kind of item; null for all of them
 */
export function monthBars(
  months: readonly MonthTally[],
  noMonth: string,
  kind: Kind | null = null,
): readonly BarFigures[] {
  const bars = new Map<string, BarFigures>();
  const counted = months.filter((month) => kind === null || month.kind === kind);
  for (const month of counted.sort((a, b) => ((a.month ?? "9999-99") < (b.month ?? "9999-99") ? -1 : 1))) {
    const label = month.month ?? noMonth;
    const bar = bars.get(label) ?? { label, done: 0, open: 0, overdue: 0, total: 0, rows: [] };
    bars.set(label, {
      label,
      done: bar.done + month.done.value,
      overdue: bar.overdue + month.overdue.value,
      open: bar.open + Math.max(0, month.total.value - month.done.value - month.overdue.value),
      total: bar.total + month.total.value,
      rows: [...bar.rows, ...month.total.rows],
    });
  }
  return withGaps([...bars.values()]);
}

/** Longer gaps than this are one place, so that a single old deadline does not press the others together. */
const LONGEST_GAP = 11;

const MONTH = /^(\d{4})-(\d\d)$/;

/** Months since year 0; null for what is no month. */
function ordinalOf(label: string): number | null {
  const read = MONTH.exec(label);
  return read ? Number(read[1]) * 12 + Number(read[2]) - 1 : null;
}

const monthOf = (ordinal: number): string =>
  `${String(Math.floor(ordinal / 12)).padStart(4, "0")}-${String((ordinal % 12) + 1).padStart(2, "0")}`;

/** The axis is time: months without items have their places, many of them in a row one place marked so. */
function withGaps(bars: readonly BarFigures[]): readonly BarFigures[] {
  return bars.flatMap((bar, index) => {
    const at = ordinalOf(bar.label);
    const before = ordinalOf(bars[index - 1]?.label ?? "");
    if (at === null || before === null) return [bar];
    const between = at - before - 1;
    const empty = (label: string): BarFigures => ({ label, done: 0, open: 0, overdue: 0, total: 0, rows: [] });
    if (between > LONGEST_GAP) return [empty(BREAK), bar];
    return [...Array.from({ length: between }, (_, step) => empty(monthOf(before + 1 + step))), bar];
  });
}

/** Ticks of an axis for whole numbers: 0 to at least `most`, at most five steps of 1, 2 or 5 times a power of ten. */
export function ticks(most: number): readonly number[] {
  let step = 1;
  for (let power = 1; step * 5 < most; power *= 10) {
    step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each * 5 >= most) ?? 10 * power;
  }
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
