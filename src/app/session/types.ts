/**
 * The session: what every surface (task pane, page, command line) drives. One session holds one workbook at a time,
 * opened through a `Host`; it reads, checks and counts, and keeps what a person decided (settings,
 * column corrections, ignores, the undo journal) beside the workbook.
 *
 * Everything it hands out is data. `getSnapshot()` returns an immutable object that is replaced, never changed, so that
 * React's `useSyncExternalStore(session.subscribe, session.getSnapshot)` works as it is. The larger results (findings,
 * tally, what holds them back) are computed on demand and keep their identity until `snapshot.revision` changes.
 *
 * Sentences are made from the data by functions in either language: `findingMessage`, `failureSentence`, … in
 * `src/app/words.ts`.
 */
import type { ColumnKey, ColumnSettlement, Kind, OfficeLexicon, Reading, UnitDirectory } from "../../ledger";
import type { Finding } from "../../rule";
import type { RowRef, Tally } from "../../tally";
import type { LastPeriod } from "../../notice";
import type { LastLedger } from "./last-period";
import type { Host, Mark, SelectOutcome } from "../../hosts/port";
import type { ActionData, ActionName } from "../actions";
import type { Settings, SettingsOutcome } from "../settings";
import type { Ignore } from "./decisions";
import { type Snapshot } from "./snapshot-types";
import {
  type CopyWanted,
  type FindingsView,
  type MakeSheets,
  type KeptElsewhere,
  type FindingQuery,
  type HeldBack,
  type Explainable,
  type Explanation,
  type Preview,
  type CellEdit,
  type Mending,
  type ApplyOutcome,
  type Diagnostics,
} from "./result-types";

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
  teach(
    words: OfficeLexicon,
    columns?: readonly ColumnSettlement[],
    templates?: ReadonlyMap<string, string>,
  ): Promise<SettingsOutcome>;
  /** Keeps templates by name for every workbook on this computer; null forgets one. One step that 撤销 takes back. */
  keepTemplates(templates: Readonly<Record<string, string | null>>): Promise<void>;
  /**
   * Remembers which columns are meant, for every workbook on this computer with the same headers (`keep` false: forgets it);
   * one step that 撤销 takes back. On a shared computer it lasts for the visit.
   */
  settleColumns(settlements: readonly ColumnSettlement[], keep?: boolean): Promise<void>;
  /** Takes a column for a field, null for "no such column"; undefined takes the correction back. */
  correctColumn(sheet: string, key: ColumnKey, col: number | null | undefined): Promise<void>;
  /** Says of rows, by `RowDoubtView.keys`, whether they are items; undefined takes it back. */
  correctRows(sheet: string, keys: readonly string[], item: boolean | undefined): Promise<void>;
  /** undefined takes the correction back. */
  correctKind(sheet: string, kind: Kind | undefined): Promise<void>;
  /** Counts a sheet or leaves it out, whatever was found; undefined takes the correction back. */
  useSheet(sheet: string, use: boolean | undefined): Promise<void>;
  /** Uses a unit directory from outside; null goes back to the workbook's own sheet. */
  setDirectory(directory: UnitDirectory | null): Promise<void>;
  /** Facts of the notice as typed; an empty text takes one back. */
  changeFacts(facts: Readonly<Record<string, string>>): Promise<void>;

  // -- check
  /**
   * Runs the rules; resolves when done. An abort leaves the phase `ready` and the findings unchecked.
   * `asked`: false where a pane checks by itself; the sentence of a failure then stays.
   */
  check(options?: RunOptions & { readonly asked?: boolean }): Promise<void>;
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

  // -- texts still being written: a pasted notice, half a reason
  /** What was typed under a name; "" for nothing. Kept beside all workbooks, never on a shared computer. */
  typed(name: string): Promise<string>;
  /** @param text "" forgets it */
  keepTyped(name: string, text: string): Promise<void>;

  // -- tally
  /** The reading behind everything (null before one): for composing documents; must not be changed. */
  reading(): Reading | null;
  /** The last copy made since there are edits, as bytes; null without edits: then it is the file that was opened. */
  copied(): Uint8Array | null;
  tally(): Tally | null;
  /** What holds paragraph and prints back. Null before reading. */
  held(): HeldBack | null;
  /** The period before, counted like this one; null where none was given. */
  lastPeriod(): LastPeriod | null;
  /** Gives the ledger of the period before, for as long as this workbook is open; null takes it away. */
  compareWith(ledger: LastLedger | null): void;
  /** The ledger given for comparing; null where none was. */
  comparedWith(): LastLedger | null;
  /** Periods kept for this workbook by their ISO days: texts of snapshots' files. */
  periods(): ReadonlyMap<string, string>;
  /** Which item is which, as a person said: texts of entries of a file of pairs. */
  settledPairs(): ReadonlyMap<string, string>;
  /** What is kept of both for other workbooks on this computer; nothing where it cannot be read. */
  periodsElsewhere(): Promise<readonly KeptElsewhere[]>;
  /**
   * 存为本期: keeps a period, in place of one of the same day. Whether it could be done; on a shared computer it lasts for the
   * visit.
   * @param text of a snapshot's file
   */
  keepPeriod(day: string, text: string): Promise<boolean>;
  dropPeriod(day: string): Promise<boolean>;
  /** Remembers which item is which, null forgets; one step that 撤销 takes back. */
  settlePairs(pairs: Readonly<Record<string, string | null>>): Promise<void>;
  explain(figure: Explainable): Explanation;

  // -- host
  /** Selects the cell of a finding, or the rows behind a figure. What it concerns is read again first. */
  selectFinding(findingId: string, options?: { readonly reveal?: boolean }): Promise<SelectOutcome | null>;
  /**
   * Selects it beside what the person is doing: told only where it fails, and no sheet comes before the pane. null where
   * the finding is gone or the host selects nothing.
   */
  followFinding(findingId: string): Promise<SelectOutcome | null>;
  selectRows(rows: readonly RowRef[], options?: { readonly reveal?: boolean }): Promise<SelectOutcome | null>;
  /** Turns marks of the current findings on or off. false where the host cannot. */
  setMarks(on: boolean): Promise<boolean>;
  /**
   * Marks what changed since last time, beside marks of findings; `marks` is asked again when the ledger changes. null takes
   * them back. false where the host cannot.
   */
  setChangeMarks(marks: (() => readonly Mark[]) | null): Promise<boolean>;
  /** Whether drop-downs of ours are in the workbook, asked of it. */
  hasLists(): Promise<boolean>;
  /**
   * Puts drop-downs for statuses and units on the columns of the ledgers, or takes all of ours away. Whether any was put
   * on, or all were taken away.
   */
  setLists(on: boolean): Promise<boolean>;
  /** Adds or renews the report sheet; its name, or null where the host cannot. */
  addReport(): Promise<string | null>;
  removeReport(): Promise<boolean>;
  /** Adds or renews sheets of a book of ours (统计表) in the workbook. false where the host cannot. */
  putBook(wanted: readonly string[], make: MakeSheets): Promise<boolean>;
  removeBook(): Promise<boolean>;

  /**
   * A copy of the workbook as bytes, for download: `annotated` (marks, notes and the report sheet in, whatever is on in
   * the view), `edited` (as it is now, without marks and report), `clean` (nothing of ours; `removed` names what was
   * taken out), or with the marks and the sheet given. null where the host cannot. The open workbook and its marks stay as they are.
   * @param finish makes of the copy what is handed out, which then holds the edits; null: nothing is, and they stay unsaved
   */
  makeCopy(
    which: CopyWanted,
    finish?: (bytes: Uint8Array) => Uint8Array | null,
  ): Promise<{
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
  /**
   * Mends a finding in its own cell, or in that of another field of its row; where it no longer stands as it was shown,
   * nothing is written. One step that 撤销 takes back.
   */
  mend(findingId: string, edit: Mending): Promise<ApplyOutcome>;
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
