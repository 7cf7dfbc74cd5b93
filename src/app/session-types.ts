/**
 * The session: what every surface (task pane, page, command line) drives. One session holds one workbook at a time,
 * opened through a `Host`; it reads, checks, counts and writes the summary, and keeps what a person decided (settings,
 * column corrections, ignores, the undo journal) beside the workbook.
 *
 * Everything it hands out is data. `getSnapshot()` returns an immutable object that is replaced, never changed, so that
 * React's `useSyncExternalStore(session.subscribe, session.getSnapshot)` works as it is. The larger results (findings,
 * tally, summary) are computed on demand and keep their identity until `snapshot.revision` changes.
 *
 * Sentences are made from the data by functions in either language: `findingMessage`, `failureSentence`, … in
 * `src/app/words.ts`.
 */
import type { Area, CellValue } from "../ledger/grid";
import type { CivilDate } from "../zh/civil-date";
import type {
  AsOf,
  ColumnKey,
  ColumnReason,
  Kind,
  LedgerOverlap,
  PassedOver,
  Reading,
  SheetOverride,
  UnitDirectory,
} from "../ledger/types";
import type { Finding, FindingCounts, Lang, Severity } from "../finding/types";
import type { Definition, RowRef, Tally } from "../tally/types";
import type { Composition, TemplateProblem } from "../notice/types";
import type { CheckWords } from "../check/settings";
import type { EditOutcome, FacetName, Host, HostErrorCode, LackReason } from "../hosts/port";

// ------------------------------------------------------------------------------------------------------- environment

/** What a session needs from its surface: clocks, a place for state, version strings. Nothing here is read globally. */
export interface SessionEnvironment {
  /** Today's civil date where the user is. */
  readonly today: () => CivilDate;
  /** Milliseconds, monotone; durations in diagnostics. */
  readonly now: () => number;
  /** Wall clock as ISO text for the journal ("2025-10-10T09:30:00Z"). */
  readonly wallClock: () => string;
  /** Lets the surface paint and take input between slices of work. */
  readonly yieldNow: () => Promise<void>;
  /** State kept beside the workbook; null keeps nothing (shared PCs). */
  readonly store: StateStore | null;
  readonly versions: Versions;
}

export interface Versions {
  /** Version of the product ("0.1.0"), build stamp, version of the rule list. */
  readonly version: string;
  readonly build: string;
  readonly rules: string;
}

/** Concerns kept apart, one document each. */
export const STATE_CONCERNS = ["settings", "corrections", "ignores", "journal", "directory"] as const;
export type StateConcern = (typeof STATE_CONCERNS)[number];

/** What a store keeps: the documents of workbooks, and which workbooks of a name there are (known-workbooks.ts). */
export type StoredConcern = StateConcern | "known";

/** Keeps JSON texts by workbook and concern: IndexedDB in page and pane, a file on the command line. */
export interface StateStore {
  load(workbookKey: string, concern: StoredConcern): Promise<string | null>;
  save(workbookKey: string, concern: StoredConcern, json: string): Promise<void>;
  /** Forgets everything of a workbook. */
  remove(workbookKey: string): Promise<void>;
}

// ----------------------------------------------------------------------------------------------------------- settings

export type RuleLevel = Severity | "off";

/** Everything a person can choose. Immutable; validated as a whole by `settingsFrom` (settings.ts). */
export interface Settings {
  readonly lang: Lang;
  /** null: the date the ledger states, else today. */
  readonly asOf: CivilDate | null;
  /** null: read from the title, else unknown. */
  readonly feedbackDate: CivilDate | null;
  /** 集中整改期 in months from the feedback date; null: not set, such deadlines stay invalid. */
  readonly concentratedMonths: number | null;
  /** 口径: statuses that count as done, and what a rate divides by. */
  readonly definition: Definition["done"];
  readonly denominator: Definition["denominator"];
  /** Decimals of printed percentages. */
  readonly precision: 0 | 1 | 2;
  /** Days before a deadline from which an item is due soon. */
  readonly dueSoon: number;
  /** Only these sheets; null: all that are ledgers. */
  readonly sheets: readonly string[] | null;
  /** Severity by rule alias where it differs from the rule's own, or "off". */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Phrases of one's own for the two judgements about progress texts. */
  readonly words: CheckWords;
  /** Shipped style of the summary; not used while `template` is set. */
  readonly style: string;
  /** Own template text; null: the style. */
  readonly template: string | null;
  /** Free variables of the template: 巡察组 → 县委巡察组. */
  readonly variables: ReadonlyMap<string, string>;
  /** Write even though findings hold the paragraph back. */
  readonly writeAnyway: boolean;
}

/** A wrong option, in a sentence: what, where, what to do, with an example of a right one. */
export interface SettingsProblem {
  /** Name as in the settings file: `asOf`, `rules.unit-missing`. */
  readonly option: string;
  readonly zh: string;
  readonly en: string;
}

export type SettingsOutcome =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] };

// ----------------------------------------------------------------------------------------------------------- snapshot

/**
 * - `empty`: no workbook. `reading`: grids are fetched and read. `ready`: read (and possibly checked).
 * - `checking`: rules run; the reading is there. `failed`: see `failure`; the session can open again.
 */
export type Phase = "empty" | "reading" | "ready" | "checking" | "failed";

/** An expected failure as data; its sentence is `failureSentence(failure, lang)`. */
export interface Failure {
  readonly code: HostErrorCode;
  /** Name of the workbook it is about, as shown; never a path. */
  readonly workbook: string;
  /** Technical detail for diagnostics, without cell text. */
  readonly detail: string;
}

export interface WorkProgress {
  readonly task: "reading" | "checking" | "writing" | "marking";
  /** 0…total; total 0 where it isn't known. */
  readonly done: number;
  readonly total: number;
}

/** A column of a table as the 台账 pane shows it, mapped or not. */
export interface ColumnView {
  readonly col: number;
  /** "I". */
  readonly letter: string;
  /** Whole header text, bands joined by "/". */
  readonly header: string;
  /** Field it was taken for, null where it was left without one. */
  readonly key: ColumnKey | null;
  /** 0…1. */
  readonly score: number;
  readonly reason: ColumnReason | null;
  readonly runnerUp: { readonly key: ColumnKey; readonly score: number } | null;
  /** Whether the field belongs to the whole item (merged or filled once a block). */
  readonly itemLevel: boolean;
}

/** A table that is counted. */
export interface LedgerView {
  readonly id: string;
  readonly sheet: string;
  readonly kind: Kind;
  readonly title: string;
  readonly headerArea: Area;
  /** "A3:L4". */
  readonly header: string;
  /** Data rows, items, measures (null without measures). */
  readonly rows: number;
  readonly items: number;
  readonly measures: number | null;
  readonly columns: readonly ColumnView[];
  readonly hiddenRows: number;
}

export interface WorkbookView {
  readonly name: string;
  readonly key: string;
  readonly host: string;
  readonly sheets: readonly SheetView[];
  /** Facets the host has, and why the others are absent. */
  readonly can: Readonly<Record<FacetName, boolean>>;
  readonly lacks: Readonly<Partial<Record<FacetName, LackReason>>>;
}

export interface SheetView {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly protected: boolean;
}

export interface Snapshot {
  readonly phase: Phase;
  readonly failure: Failure | null;
  readonly progress: WorkProgress | null;
  /** Grows whenever reading, findings, tally or summary may have changed. */
  readonly revision: number;
  readonly workbook: WorkbookView | null;
  readonly settings: Settings;
  readonly ledgers: readonly LedgerView[];
  readonly passedOver: readonly PassedOver[];
  readonly overlaps: readonly LedgerOverlap[];
  /** As-of and feedback date in force, and where they come from; null before reading. */
  readonly asOf: AsOf | null;
  readonly feedbackDate: { readonly date: CivilDate; readonly source: "option" | "stated" } | null;
  readonly directory: { readonly source: string; readonly names: readonly string[] } | null;
  /** Corrections by sheet name. */
  readonly corrections: ReadonlyMap<string, SheetOverride>;
  /** null until `check()` ran; `checked` says the findings belong to the current reading and settings. */
  readonly counts: FindingCounts | null;
  readonly checked: boolean;
  readonly ignoredCount: number;
  readonly journal: JournalView;
  readonly marks: { readonly on: boolean; readonly marked: number; readonly limit: number | null };
  /** Name of our report sheet while it is there. */
  readonly report: string | null;
  /** Where state is kept. */
  readonly keeping: "nowhere" | "beside" | "workbook";
  /** Cells changed outside and are being re-read. */
  readonly updating: boolean;
  /** Why the last action (marks, report, selection, writing, keeping state) failed; null after the next one. */
  readonly notice: Failure | null;
}

// ----------------------------------------------------------------------------------------------------------- findings

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
  readonly ignored: readonly IgnoredFinding[];
}

export interface Ignore {
  readonly id: string;
  readonly reason: string;
  /** ISO text of the wall clock. */
  readonly at: string;
}

export interface IgnoredFinding {
  readonly finding: Finding;
  readonly ignore: Ignore;
}

// ------------------------------------------------------------------------------------------------- fixes, edits, undo

/** One cell to change, as shown before it is done. */
export interface Change {
  /** Finding whose fix this is; null for a free edit. */
  readonly findingId: string | null;
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** "E7". */
  readonly cell: string;
  readonly item: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Tells the row again after rows moved, so that an undo never reaches another row; null where nothing identifies it. */
  readonly anchor: RowAnchor | null;
}

/** What identifies a row: a hash of the values in its identifying columns (number, problem, measure). */
export interface RowAnchor {
  readonly cols: readonly number[];
  readonly hash: string;
}

/** What will be written; nothing has been changed yet. Handed back to `apply` as it is. */
export interface Preview {
  readonly changes: readonly Change[];
  /** Findings that have no fix, or whose cell already holds the new value. */
  readonly skipped: readonly { readonly findingId: string; readonly why: "noFix" | "gone" | "same" }[];
  /** Short name of the entry in the journal: rule alias or "edit". */
  readonly label: string;
}

export interface ChangeOutcome {
  readonly change: Change;
  readonly outcome: EditOutcome;
}

/**
 * - `intended`: kept before the first write; a kill leaves it so. `done`: committed. `undone`: put back.
 */
export type JournalState = "intended" | "done" | "undone";

export interface JournalEntry {
  readonly id: string;
  readonly label: string;
  /** ISO text of the wall clock. */
  readonly at: string;
  readonly state: JournalState;
  readonly changes: readonly Change[];
  /** Indexes into `changes` that are in the workbook now (all of them, while intended: not known). */
  readonly written: readonly number[];
}

export interface JournalView {
  /** Oldest first. */
  readonly entries: readonly JournalEntry[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** An entry that was begun and not finished (the program was ended half-way); undo puts back what was written. */
  readonly unfinished: JournalEntry | null;
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

// ------------------------------------------------------------------------------------------------------------ summary

export interface Summary {
  /** Style name, or "template" for a template of one's own. */
  readonly style: string;
  /** null where the template is wrong (see `problems`). */
  readonly composition: Composition | null;
  readonly problems: readonly TemplateProblem[];
  /** Free variables of the template, in order of appearance; the settings may hold values for them. */
  readonly variables: readonly string[];
  /** Aliases of rules whose findings hold the paragraph back; empty when it may be used. */
  readonly held: readonly string[];
  /** `held` is not empty and the person has not chosen to go on. */
  readonly blocked: boolean;
  /** Whether rules ran on the current reading; until then nothing is known to hold the paragraph back. */
  readonly checked: boolean;
}

export interface StyleView {
  readonly name: string;
  /** Template text of the style. */
  readonly template: string;
}

// ------------------------------------------------------------------------------------------------------------ explain

/** What can be explained: a figure of the summary, a count or a rate of the tally. */
export interface Explainable {
  /** Place name (`反馈问题.已完成`) or any label. */
  readonly metric: string;
  /** As printed: "20", "87%". */
  readonly text: string;
  readonly definition: Definition | null;
  readonly rows: readonly RowRef[];
  readonly ofRows: readonly RowRef[] | null;
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

// -------------------------------------------------------------------------------------------------------- diagnostics

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

// ------------------------------------------------------------------------------------------------------------ session

export interface RunOptions {
  readonly signal?: AbortSignal;
}

export interface OpenOptions extends RunOptions {
  /** Chosen from outside (options of the command line): over what was kept for the workbook, and not kept themselves. */
  readonly settings?: Partial<Settings>;
  /** Unit directory from outside (`--units`); null or absent: the one kept, else the workbook's own sheet. */
  readonly directory?: UnitDirectory | null;
}

export interface Session {
  // -- store
  /** Calls the listener after every change; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Snapshot;

  // -- workbook
  /**
   * Opens a workbook: loads what was kept for it, reads it, listens to its events. On failure the phase is `failed`;
   * the promise itself rejects only for programming errors. A second open replaces the first.
   */
  open(host: Host, options?: OpenOptions): Promise<void>;
  close(): Promise<void>;
  /** Reads the whole workbook again. */
  read(options?: RunOptions): Promise<void>;
  /** Rows changed outside (host events come here by themselves; tests and other surfaces may call it). */
  update(sheet: string, rows: readonly number[]): Promise<void>;

  // -- settings and corrections
  changeSettings(patch: Partial<Settings>): Promise<SettingsOutcome>;
  /** Takes a column for a field, null for "no such column"; undefined takes the correction back. */
  correctColumn(sheet: string, key: ColumnKey, col: number | null | undefined): Promise<void>;
  /** undefined takes the correction back. */
  correctKind(sheet: string, kind: Kind | undefined): Promise<void>;
  /** Counts a sheet or leaves it out, whatever was found; undefined takes the correction back. */
  useSheet(sheet: string, use: boolean | undefined): Promise<void>;

  /** Uses a unit directory from outside; null goes back to the workbook's own sheet. */
  setDirectory(directory: UnitDirectory | null): Promise<void>;

  // -- check
  /** Runs the rules; resolves when done. An abort leaves the phase `ready` and the findings unchecked. */
  check(options?: RunOptions): Promise<void>;
  /** null until checked. Identity kept until the revision changes. */
  findings(): FindingsView | null;
  filterFindings(query: FindingQuery): readonly Finding[];
  ignore(findingId: string, reason: string): Promise<void>;
  unignore(findingId: string): Promise<void>;

  // -- tally and summary
  /** The reading behind everything (null before one): for composing documents; must not be changed. */
  reading(): Reading | null;
  tally(): Tally | null;
  summary(): Summary | null;
  styles(): readonly StyleView[];
  explain(figure: Explainable): Explanation;

  // -- host
  /** Selects the cell of a finding, or the rows behind a figure. false where the host cannot. */
  selectFinding(findingId: string): Promise<boolean>;
  selectRows(rows: readonly RowRef[]): Promise<boolean>;
  /** Turns marks of the current findings on or off. false where the host cannot. */
  setMarks(on: boolean): Promise<boolean>;
  /** Adds or renews the report sheet; its name, or null where the host cannot. */
  addReport(): Promise<string | null>;
  removeReport(): Promise<boolean>;

  /**
   * A copy of the workbook as bytes, for download: `annotated` (marks, notes and the report sheet in, whatever is on in
   * the view), `edited` (as it is now, without marks and report), `clean` (nothing of ours; `removed` names what was
   * taken out). null where the host cannot. The open workbook and its marks stay as they are.
   */
  makeCopy(which: "annotated" | "edited" | "clean"): Promise<{
    readonly bytes: Uint8Array;
    readonly removed: readonly string[];
    /** Cells of an annotated copy that are marked but have no note of ours: `台账!C3`. */
    readonly notesSkipped: readonly string[];
  } | null>;

  // -- fixes
  /** Old and new of the fixes of these findings, or of all findings of a rule. */
  previewFixes(which: { readonly ids: readonly string[] } | { readonly rule: string }): Preview;
  /** Old and new of a free edit (the paragraph into a cell). */
  previewEdit(cells: readonly { sheet: string; row: number; col: number; value: CellValue }[]): Promise<Preview>;
  apply(preview: Preview): Promise<ApplyOutcome>;
  /** 撤销: puts the last entry back, cell by cell, refusing cells that changed since. */
  undo(): Promise<ApplyOutcome>;
  redo(): Promise<ApplyOutcome>;

  // -- state and diagnostics
  /** 随台账保存: state goes into the workbook (true) or stays beside it (false). false where the host cannot. */
  keepInWorkbook(on: boolean): Promise<boolean>;
  /** Forgets everything kept for this workbook. */
  forget(): Promise<void>;
  dismissNotice(): void;
  diagnostics(): Diagnostics;
}
