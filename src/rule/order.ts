/** The order in which findings are shown: sheet, row, column, severity, code. */
import type { Severity } from "./types";

/** What the order looks at; findings and their drafts both have it. */
export interface SortKey {
  /** Position of the sheet among the sheets of the reading. */
  readonly sheetOrder: number;
  readonly row: number;
  readonly col: number;
  readonly severity: Severity;
  readonly code: string;
  /** Settles ties: field name, then ordinal of the measure. */
  readonly tie: string;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Rank of a severity, the worst first. */
export function severityRank(severity: Severity): number {
  return RANK[severity];
}

/**
 * Whether a severity reaches a threshold.
 * @example reaches("error", "warning") // true
 */
export function reaches(severity: Severity, threshold: Severity): boolean {
  return RANK[severity] <= RANK[threshold];
}

/** Total order of findings of one report. */
export function comparePlaces(a: SortKey, b: SortKey): number {
  return (
    a.sheetOrder - b.sheetOrder ||
    a.row - b.row ||
    a.col - b.col ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.tie, b.tie)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
