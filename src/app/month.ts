/** The month's work on the open ledger: what compares, keeps and reports periods, for every surface. */
import {
  comparePeriods,
  type Compared,
  compareReport,
  type Period,
  periodOf,
  type SettledPair,
  snapshotJson,
  type TrendPeriod,
  trendOf,
} from "../month";
import { type Book, parseCell } from "../grid";
import type { Definition, RowRef } from "../tally";
import { isoDate } from "../zh/civil-date";
import type { KeptPeriod } from "./kept-periods";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { definitionText } from "./words";

export { changeParagraph, changeText, readPairs, readSnapshot, RISK_WORDS, sideOf, snapshotJson } from "../month";
export { percentText, pointsText } from "../tally";

/** Decimals of rates that are compared, where nobody asks for others. */
export const COMPARE_PRECISION = 1;

function definitionOf({ definition, denominator }: Settings): Definition {
  return { done: definition, denominator };
}

/** The open ledger as a period; null where none is read. `masked`: to be kept. */
export function periodNow(session: Session, masked: boolean): Period | null {
  const reading = session.reading();
  return reading === null ? null : periodOf(reading, { masked });
}

/** The ledger given as the last period's, as it would be kept; null where there is none. */
export function lastPeriodOf(session: Session): Period | null {
  const last = session.lastPeriod();
  return last === null ? null : periodOf(last.reading, { masked: true });
}

/** The open ledger against a period before it; null where none is read. */
export function compareWithPeriod(session: Session, old: Period, settled: readonly SettledPair[]): Compared | null {
  const now = periodNow(session, false);
  if (now === null) return null;
  return comparePeriods(old, now, { definition: definitionOf(session.getSnapshot().settings), settled });
}

/** The comparison as a workbook. */
export function compareBook(compared: Compared, precision: 0 | 1 | 2): Book {
  return compareReport(compared, { precision, definition: definitionText(compared.definition, "zh") });
}

/** A period as the text that is kept; by its day's month, as it is called when saved. */
export function periodText(period: Period): string {
  return JSON.stringify(snapshotJson(period, isoDate(period.asOf).slice(0, 7)));
}

/** Rates over the kept periods up to now, earliest first; of today's day what is open counts. */
export function trendUntil(session: Session, kept: readonly KeptPeriod[], now: Period): readonly TrendPeriod[] {
  const day = isoDate(now.asOf);
  const before = kept.flatMap(({ day: file, read }) => ("period" in read && file < day ? [{ file, ...read }] : []));
  return trendOf([...before, { file: day, period: now }], definitionOf(session.getSnapshot().settings));
}

/**
 * The cell that a place names.
 * @example placeRef("整改台账!E7") // { sheet: "整改台账", row: 6, col: 4 }
 */
export function placeRef(place: string): RowRef | null {
  const mark = place.lastIndexOf("!");
  const at = parseCell(place.slice(mark + 1));
  return at === null ? null : { sheet: place.slice(0, mark), ...at };
}
