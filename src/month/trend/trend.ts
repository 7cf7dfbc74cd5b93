/** Rates over several periods, in the order of their days. */
import { pointsText, type Definition, type Precision } from "../../tally";
import { compareDates, isoDate, type CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common/kinds";
import { countItems } from "../compare/counts";
import { countsJson } from "../compare/json";
import type { PeriodCounts } from "../compare/types";
import type { Period } from "../period/types";

export interface NamedPeriod {
  readonly file: string;
  readonly period: Period;
}

interface TrendKind extends PeriodCounts {
  readonly kind: MonthKind;
  /** The same kind the period before; null where there is none. */
  readonly before: PeriodCounts | null;
}

export interface TrendPeriod {
  readonly file: string;
  readonly asOf: CivilDate;
  readonly kinds: readonly TrendKind[];
}

/**
 * Counts of each period, earliest first.
 * @example trendOf(periods, definition).map(({ kinds }) => kinds[0]?.done) // [3, 7, 12]
 */
export function trendOf(periods: readonly NamedPeriod[], definition: Definition): readonly TrendPeriod[] {
  const last = new Map<MonthKind, PeriodCounts>();
  return [...periods]
    .sort((a, b) => compareDates(a.period.asOf, b.period.asOf))
    .map(({ file, period: { asOf, kinds, items } }) => ({
      file,
      asOf,
      kinds: kinds.map((kind) => {
        const own = items.filter((item) => item.kind === kind);
        const counts = countItems(own, asOf, definition);
        const before = last.get(kind) ?? null;
        last.set(kind, counts);
        return { kind, ...counts, before };
      }),
    }));
}

/** Two periods of one day, if there are any: which of them counts only a person can say. */
export function sameDay(periods: readonly NamedPeriod[]): readonly [NamedPeriod, NamedPeriod] | null {
  const seen = new Map<string, NamedPeriod>();
  for (const one of periods) {
    const day = isoDate(one.period.asOf);
    const other = seen.get(day);
    if (other !== undefined) return [other, one];
    seen.set(day, one);
  }
  return null;
}

/** The published form: what `taizhang trend --format json` prints. Fixed contract, schema 1. */
export function trendJson(trend: readonly TrendPeriod[], precision: Precision): object {
  return {
    schema: 1,
    periods: trend.map(({ file, asOf, kinds }) => ({
      file,
      asOf: isoDate(asOf),
      kinds: kinds.map((one) => ({
        kind: one.kind,
        ...countsJson(one, precision),
        points: pointsText(one.before, one, precision),
      })),
    })),
  };
}
