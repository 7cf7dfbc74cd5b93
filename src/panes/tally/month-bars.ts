/** Months as bars, and an axis for them. */
import type { Kind } from "../../ledger";
import type { MonthTally, RowRef } from "../../tally";

/** Parts of a bar, from the bottom up. */
export const BAR_PARTS = ["done", "open", "overdue"] as const;
export type BarPart = (typeof BAR_PARTS)[number];

export type BarFigures = Readonly<Record<BarPart, number>> & {
  readonly label: string;
  readonly total: number;
  readonly rows: readonly RowRef[];
};

/**
 * One bar a month, in order of time; items without a date last.
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
  return [...bars.values()];
}

/** Ticks of an axis for whole numbers: 0 to at least `most`, at most five steps of 1, 2 or 5 times a power of ten. */
export function ticks(most: number): readonly number[] {
  let step = 1;
  for (let power = 1; step * 5 < most; power *= 10) {
    step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each * 5 >= most) ?? 10 * power;
  }
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}
