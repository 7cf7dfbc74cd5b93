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
import type { Area, CellValue } from "../../grid";
import type { CivilDate } from "../../zh/civil-date";
import type {
  AsOf,
  ColumnKey,
  ColumnReason,
  Kind,
  LedgerOverlap,
  OfficeLexicon,
  PassedOver,
  Reading,
  ColumnDoubt,
  ColumnOption,
  ColumnPrecedence,
  SheetOverride,
  StatusDress,
  UnitDirectory,
} from "../../ledger";
import type { Finding, FindingCounts, Lang, Severity } from "../../rule";
import type { Definition, RowRef, Tally } from "../../tally";
import type { LastPeriod, Composition, TemplateProblem } from "../../notice";
import type { LastLedger } from "./last-period";
import type { EditOutcome, FacetName, Host, HostErrorCode, LackReason, SelectOutcome } from "../../hosts/port";
import type { ActionData, ActionName } from "../actions";
import type { Settings, SettingsOutcome } from "../settings";
import type { Ignore } from "./decisions";
import type { StorageReason } from "./entries";
import type { Versions } from "./environment";
import type { Change, JournalEntry, JournalView } from "./journal";
import type { Waiting } from "./patience";

// ----------------------------------------------------------------------------------------------------------- snapshot

/**
 * - `empty`: no workbook. `reading`: grids are fetched and read. `ready`: read (and possibly checked).
 * - `checking`: rules run; the reading is there. `failed`: see `failure`; the session can open again.
 */
export type Phase = "empty" | "reading" | "ready" | "checking" | "failed";

/**
 * A failure as data; its sentence is `failureSentence(failure, lang)`. `storage`: nothing can be kept here, `detail` says
 * why. `unexpected`: a mistake of ours.
 */
export interface Failure {
  readonly code: HostErrorCode | "storage" | "unexpected";
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
  /** First different values below the header, clipped. */
  readonly samples: readonly string[];
  /** How its cells are read where it is a status and they are no words: ticks, codes, days…. */
  readonly dress: StatusDress["form"] | null;
  /** What it is known to hold where no field takes it (amount, level, review…). */
  readonly known: string | null;
  /** It is one of the columns a person must choose among. */
  readonly doubtful: boolean;
}

/** Columns of which one is meant: the figures each gives. `by` null: a person must choose, the paragraph is held. */
export interface DoubtView {
  readonly field: ColumnDoubt["field"];
  readonly by: ColumnPrecedence | null;
  /** The column that counts now, null where none does. */
  readonly taken: number | null;
  readonly total: number;
  readonly options: readonly (ColumnOption & { readonly letter: string })[];
  /** Items that another column calls done and the one taken doesn't (`tally().disputed` lists them). */
  readonly disputed: number;
  /** What to keep for all tables with these headers (settings.columns), once `take` is one of the options' headers. */
  readonly among: readonly string[];
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
  readonly doubts: readonly DoubtView[];
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

/** How the last action goes or went. */
export interface Activity {
  readonly action: ActionName;
  readonly state: "busy" | "done" | "partial" | "failed" | "cancelled";
  readonly data: ActionData;
  readonly failure: Failure | null;
  readonly canRetry: boolean;
  /** Cells that were left alone, and why; empty for most actions. */
  readonly left: readonly ChangeOutcome[];
  /** Grows with each action. */
  readonly serial: number;
}

export interface SheetView {
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly protected: boolean;
}

export interface Snapshot {
  readonly phase: Phase;
  /** Name of the workbook that is being opened, or was last. */
  readonly opening: string | null;
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
  /** Facts of the notice as typed, by name. */
  readonly facts: ReadonlyMap<string, string>;
  /** As last looked up in the workbook. `locked`: cells of protected sheets that could not be marked. */
  readonly marks: {
    readonly on: boolean;
    readonly marked: number;
    readonly limit: number | null;
    readonly locked: number;
  };
  /** Name of our report sheet while it is there. */
  readonly report: string | null;
  /** Whether findings have changed since this window made the report sheet. */
  readonly reportStale: boolean;
  /** Where state is kept. `nowhere`: by choice (公用电脑), or because nothing can be kept here. */
  readonly keeping: "nowhere" | "beside" | "workbook";
  /** 公用电脑: nothing is kept on this computer. */
  readonly shared: boolean;
  /** Why the last keeping failed; null where it works. Until then decisions last as long as this window. */
  readonly storage: StorageReason | null;
  /** Cells changed in this copy that are not downloaded (hosts of files); closing loses them. */
  readonly unsaved: number;
  /**
   * Edits of an earlier visit or another window that this copy does not have and that could be made again. `elsewhere`:
   * all of them stand in windows that are still open.
   */
  readonly recovery: { readonly entries: number; readonly cells: number; readonly elsewhere: boolean } | null;
  /** Cells changed outside and are being re-read. */
  readonly updating: boolean;
  /** A passing failure that is being waited for. */
  readonly waiting: Waiting | null;
  /** How the last action goes or went; null before the first, and once dismissed. */
  readonly activity: Activity | null;
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

export interface ChangeOutcome {
  readonly change: Change;
  readonly outcome: EditOutcome;
}

/** What a cell shall hold: a value, or what a text means there (a date where the cell shows dates). */
export type CellEdit = { readonly sheet: string; readonly row: number; readonly col: number } & (
  { readonly value: CellValue } | { readonly typed: string }
);

/** What a cell holds, for being changed by hand. */
export interface CellContent {
  readonly value: CellValue;
  readonly text: string;
  /** Whether its format shows dates: what is typed as a date becomes one. */
  readonly date: boolean;
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

/** A ledger of the period before, as its file has it. */

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

/** A host, or what opens one: that may fail, is waited for and tried again like any call. */
export type HostSource = Host | { readonly name: string; readonly open: () => Promise<Host> };

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

  // -- actions
  /**
   * Runs an action of a surface (copying, printing, downloading) so that it answers like all others. It waits for nothing
   * that the workbook is asked for.
   * @param run resolves to the data of its sentence (`partial: true` among it: only a part was done), null where it failed
   * as expected; what it throws is its failure
   */
  act(name: ActionName, run: () => Promise<ActionData | null>): Promise<boolean>;
  /** Ends what runs or waits. What was read stays. */
  cancel(): void;
  /** Does the last action that failed again. */
  /** Does again what did not end well: the action of that name, or the last of all. */
  retry(action?: ActionName): Promise<void>;
  dismissActivity(): void;

  // -- workbook
  /**
   * Opens a workbook: reads it, takes up what was kept for it, finds what is there of ours, listens to its events. On
   * failure the phase is `failed`. Never rejects. A second open replaces the first.
   */
  open(source: HostSource, options?: OpenOptions): Promise<void>;
  close(): Promise<void>;
  /** 重新核验: reads the workbook anew, whatever events said, and checks it. */
  recheck(options?: RunOptions): Promise<void>;
  /** A cheap look whether the workbook still holds what was read (the pane came to the front); reads where it doesn't. */
  glance(): Promise<void>;
  /** Rows changed outside (host events come here by themselves; tests and other surfaces may call it). */
  update(sheet: string, rows: readonly number[]): Promise<void>;

  // -- settings, corrections, facts
  changeSettings(patch: Partial<Settings>): Promise<SettingsOutcome>;
  /**
   * 记住: adds words to the office's lexicon, kept as settings are, and reads with them; one step that 撤销 takes back.
   * Problems as sentences where a word cannot be taken.
   */
  teach(words: OfficeLexicon): Promise<SettingsOutcome>;
  /** Takes a column for a field, null for "no such column"; undefined takes the correction back. */
  correctColumn(sheet: string, key: ColumnKey, col: number | null | undefined): Promise<void>;
  /** undefined takes the correction back. */
  correctKind(sheet: string, kind: Kind | undefined): Promise<void>;
  /** Counts a sheet or leaves it out, whatever was found; undefined takes the correction back. */
  useSheet(sheet: string, use: boolean | undefined): Promise<void>;
  /** Uses a unit directory from outside; null goes back to the workbook's own sheet. */
  setDirectory(directory: UnitDirectory | null): Promise<void>;
  /** Facts of the notice as typed; an empty text takes one back. */
  changeFacts(facts: Readonly<Record<string, string>>): Promise<void>;

  // -- check
  /** Runs the rules; resolves when done. An abort leaves the phase `ready` and the findings unchecked. */
  check(options?: RunOptions): Promise<void>;
  /** null until checked. Identity kept until the revision changes. */
  findings(): FindingsView | null;
  filterFindings(query: FindingQuery): readonly Finding[];
  ignore(findingId: string, reason: string): Promise<void>;
  unignore(findingId: string): Promise<void>;

  // -- notices
  /** Findings set aside in a notice, by id. @param key `noticeKey` of it */
  ignoredInNotice(key: string): Promise<ReadonlyMap<string, Ignore>>;
  /** Sets a finding of a notice aside; what is set aside there afterwards, null where it failed. */
  ignoreInNotice(key: string, findingId: string, reason: string): Promise<ReadonlyMap<string, Ignore> | null>;
  unignoreInNotice(key: string, findingId: string): Promise<ReadonlyMap<string, Ignore> | null>;

  // -- tally and summary
  /** The reading behind everything (null before one): for composing documents; must not be changed. */
  reading(): Reading | null;
  tally(): Tally | null;
  summary(): Summary | null;
  /** The period before, counted like this one; null where none was given. */
  lastPeriod(): LastPeriod | null;
  /** Gives the ledger of the period before, for as long as this workbook is open; null takes it away. */
  compareWith(ledger: LastLedger | null): void;
  styles(): readonly StyleView[];
  explain(figure: Explainable): Explanation;

  // -- host
  /** Selects the cell of a finding, or the rows behind a figure. What it concerns is read again first. */
  selectFinding(findingId: string, options?: { readonly reveal?: boolean }): Promise<SelectOutcome | null>;
  selectRows(rows: readonly RowRef[], options?: { readonly reveal?: boolean }): Promise<SelectOutcome | null>;
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
  /** Old and new of the fixes of these findings, or of all findings of a rule. Their rows are read again first. */
  previewFixes(which: { readonly ids: readonly string[] } | { readonly rule: string }): Promise<Preview>;
  /** Old and new of a free edit: of a value (the paragraph into a cell), or of a text as a person typed it. */
  previewEdit(cells: readonly CellEdit[]): Promise<Preview>;
  /** What a cell holds now, as a person would type it (a date as 2025-09-30); null where it could not be read. */
  readCell(cell: { readonly sheet: string; readonly row: number; readonly col: number }): Promise<CellContent | null>;
  /** @param options.signal ends it also while it waits for its turn */
  apply(preview: Preview, options?: { readonly signal?: AbortSignal }): Promise<ApplyOutcome>;
  /** 撤销: takes the last step back: cells one by one, refusing those that changed since; decisions to what they were. */
  undo(): Promise<ApplyOutcome>;
  redo(): Promise<ApplyOutcome>;
  /** Makes the edits of `snapshot.recovery` again, each only where its cell holds what it held then. */
  recover(): Promise<ApplyOutcome>;
  /** Lets them go; they are not offered again. */
  dismissRecovery(): Promise<void>;

  // -- what is kept
  /** 随台账保存: state goes into the workbook (true) or stays beside it (false). false where the host cannot. */
  keepInWorkbook(on: boolean): Promise<boolean>;
  /** Forgets everything kept for this workbook. */
  forget(): Promise<void>;
  /** 公用电脑: on forgets all that is kept on this computer and keeps nothing more. */
  shareComputer(on: boolean): Promise<void>;
  /**
   * Everything that is remembered on this computer, as a file for a successor; where that can't be read, what was decided
   * about the open workbook; null where there is neither.
   */
  exportKept(): Promise<string | null>;
  /** Tries again to keep what could not be kept. Whether it is kept now. */
  tryKeeping(): Promise<boolean>;
  /** Takes such a file in, entry by entry; how many were new. null where it is no such file. */
  importKept(text: string): Promise<{ readonly workbooks: number; readonly entries: number } | null>;
  diagnostics(): Diagnostics;
}
