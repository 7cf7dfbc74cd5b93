/** Findings, edits and texts as surfaces get them: computed when asked for, the same until the revision changes. */
import type { BookSheet, CellValue } from "../../grid";
import type { Mark, ReportSheet } from "../../hosts/port";
import type { ColumnKey } from "../../ledger";
import type { Finding, FindingCounts, Lang, Severity } from "../../rule";
import type { Definition, RowRef } from "../../tally";
import type { Ignore } from "./decisions";
import type { Versions } from "./environment";
import type { Change, JournalEntry } from "./journal";
import { type Failure } from "./snapshot-types";
import { type ChangeOutcome } from "./outcome";

export interface FindingQuery {
  readonly rules?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly sheet?: string;
  readonly unit?: string;
  /** Plain text looked for in message, quote, item number and unit. */
  readonly text?: string;
  readonly lang?: Lang;
}

/** Findings after ignores, severities set by settings, duplicates dropped, sorted by sheet, row, column. */
export interface FindingsView {
  readonly findings: readonly Finding[];
  readonly counts: FindingCounts;
  /** Those that hold a paragraph back, whatever the settings say of their rules; without ignored ones. */
  readonly held: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
}

export interface IgnoredFinding {
  readonly finding: Finding;
  readonly ignore: Ignore;
}

// ------------------------------------------------------------------------------------------------- fixes, edits, undo

/** What will be written; nothing has been changed yet. Handed back to `apply` as it is. */
export interface Preview {
  readonly changes: readonly Change[];
  /** Findings that have no fix, or whose cell already holds the new value. */
  readonly skipped: readonly { readonly findingId: string; readonly why: "noFix" | "gone" | "same" }[];
  /** Short name of the entry in the journal: rule alias or "edit". */
  readonly label: string;
}

/** What a cell shall hold: a value, or what a text means there (a date where the cell shows dates). */
export type CellEdit = { readonly sheet: string; readonly row: number; readonly col: number } & (
  { readonly value: CellValue } | { readonly typed: string }
);

/** What a person does about a finding: another value of its cell, or of the cell of another field of its row. */
export type Mending = { readonly field: ColumnKey | null } & (
  { readonly value: CellValue } | { readonly typed: string }
);

/** What a cell holds, for being changed by hand. */
export interface CellContent {
  readonly value: CellValue;
  readonly text: string;
  /** Whether its format shows dates: what is typed as a date becomes one. */
  readonly date: boolean;
  /** Whether its format shows percents: 90 and 90% become 0.9, as in Excel. */
  readonly percent: boolean;
  readonly date1904: boolean;
}

export interface ApplyOutcome {
  /** null where nothing was to be written. */
  readonly entry: JournalEntry | null;
  readonly outcomes: readonly ChangeOutcome[];
  readonly written: number;
  /** Cells that were left alone: changed since, formula, protected, … */
  readonly refused: number;
  /** The host failed as a whole; nothing is known to be written beyond `written`. */
  readonly failure: Failure | null;
}

/** What holds the figures back from being used. */
export interface HeldBack {
  /** Aliases of rules whose findings do; empty when the figures may be used. */
  readonly held: readonly string[];
  /** `held` is not empty and the person has not chosen to go on. */
  readonly blocked: boolean;
  /** Whether rules ran on the current reading; until then nothing is known to hold anything back. */
  readonly checked: boolean;
}

/** What can be explained: a figure of the summary, a count or a rate of the tally. */
export interface Explainable {
  /** Place name (`反馈问题.已完成`) or any label. */
  readonly metric: string;
  /** As printed: "20", "87%". */
  readonly text: string;
  readonly definition: Definition | null;
  readonly rows: readonly RowRef[];
  readonly ofRows: readonly RowRef[] | null;
  /** Its rows lie in the last period's ledger. */
  readonly last?: true;
}

export interface ExplainedRow {
  readonly ref: RowRef;
  /** "问题整改台账!A5". */
  readonly address: string;
  readonly number: string;
  readonly problem: string;
  readonly unit: string;
  readonly deadline: string;
  /** As written in the ledger. */
  readonly status: string;
}

export interface Explanation {
  readonly metric: string;
  readonly text: string;
  /** 口径 in words; null where the figure is a plain count. */
  readonly definition: { readonly zh: string; readonly en: string } | null;
  readonly count: number;
  readonly rows: readonly ExplainedRow[];
  readonly of: { readonly count: number; readonly rows: readonly ExplainedRow[] } | null;
}

/** Codes, counts, durations, versions. Never cell text, names or paths. */
export interface DiagnosticEvent {
  /** Milliseconds since the session began. */
  readonly at: number;
  readonly code: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

export interface Diagnostics {
  readonly versions: Versions;
  readonly host: string | null;
  readonly events: readonly DiagnosticEvent[];
  /** Events that fell out of the ring. */
  readonly dropped: number;
}

/** What another workbook on this computer keeps of its periods. */
export interface KeptElsewhere {
  /** Name of the workbook, for people. */
  readonly workbook: string;
  /** By ISO day; `at`: when it was kept. */
  readonly periods: readonly KeptText[];
  readonly pairs: readonly KeptText[];
}

export interface KeptText {
  readonly key: string;
  readonly text: string;
  /** ISO text of the wall clock. */
  readonly at: string;
}

/** Sheets of a book under the names that they get; null where there is nothing to make them of. */
export type MakeSheets = (names: readonly string[]) => readonly BookSheet[] | null;

/** A copy with these marks and this sheet of ours. */
export interface MarkedCopy {
  readonly marks: readonly Mark[];
  readonly report: ReportSheet;
}

export type CopyWanted = "annotated" | "edited" | "clean" | MarkedCopy;
