/** The month's work on the open ledger: what compares, keeps and reports periods, for every surface. */
import { comparePeriods, type Compared, compareReport, type Period, periodOf, type SettledPair } from "../month";
import type { Book } from "../grid";
import type { Definition } from "../tally";
import type { Session } from "./session";
import type { Settings } from "./settings";
import { definitionText } from "./words";

export { changeParagraph, readPairs, readSnapshot, snapshotJson } from "../month";

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
