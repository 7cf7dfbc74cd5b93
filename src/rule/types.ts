/**
 * What a finding (核验结果) is. A finding is data: rule, cell, typed parameters. Its sentence is made from the rule's
 * message functions in either language, so a report can be shown in the other language later.
 */
import type { CellValue } from "../grid";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Lang = "zh" | "en";

/** Parameters of a message: flat and serialisable. */
export type FindingData = Readonly<Record<string, string | number>>;

/** What findings in ledgers and in notices have in common. */
export interface AnyFinding {
  /**
   * Made of the rule and what it speaks of, its text as a hash, so that an ignore survives sorting and lapses when the
   * text changes. Unique within a report: equal ids get "~2", "~3".
   */
  readonly id: string;
  /** Alias of the rule: `unit-missing`. */
  readonly rule: string;
  /** Its stable code: `U101`. */
  readonly code: string;
  readonly severity: Severity;
  readonly data: FindingData;
}

/** A finding in a ledger. Its id: rule, kind, item number, ordinal of the measure, hash of the original text, by ":". */
export interface Finding extends AnyFinding {
  readonly sheet: string;
  /** Cell reported, zero-based; merged cells report their top-left. */
  readonly row: number;
  readonly col: number;
  readonly kind: string;
  /** The field concerned, null for rules about whole rows or tables. */
  readonly field: string | null;
  /** Item number as written; null where the finding is about no item. */
  readonly item: string | null;
  /** Lead unit of the row, for lists by unit; null where it has none. */
  readonly unit: string | null;
  /** The words the judgement rests on; null where the cell itself says it all. */
  readonly quote: string | null;
  /** New value of the cell, for rules that only normalise form. Never applied by itself. */
  readonly fix: { readonly value: CellValue } | null;
}

/** Counts by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}
