/**
 * What a host can do, in facets. A host is where the ledger is: an open workbook in Excel, a file in the browser or on
 * disk, an array in a test. A facet a host lacks is absent, with a reason the pane can show (`Host.lacks`).
 *
 * All coordinates are zero-based. All calls may fail with `HostError`, whose code has a sentence in both languages.
 */
import type { Area, BookSheet, CellValue, Excerpt, Grid } from "../grid";

export type FacetName = "events" | "select" | "marks" | "write" | "lists" | "sheets" | "state" | "copies";

export interface Host {
  /** "memory", "file", "excel". */
  readonly name: string;
  /** Name of the workbook, for reports; never a path. */
  readonly workbookName: string;
  /** Stable key of this workbook for state kept beside it (IndexedDB). */
  readonly workbookKey: string;
  /** What tells workbooks of the same key apart (grid/sketch.ts); absent where the key says enough. */
  readonly sketch?: readonly string[];
  readonly read: ReadFacet;
  readonly events?: EventsFacet;
  readonly select?: SelectFacet;
  readonly marks?: MarksFacet;
  readonly write?: WriteFacet;
  readonly lists?: ListsFacet;
  readonly sheets?: SheetsFacet;
  readonly state?: StateFacet;
  /** Downloads of annotated, edited, clean copies (file hosts). */
  readonly copies?: CopiesFacet;
  /** Why a facet is absent. */
  readonly lacks: Partial<Record<FacetName, LackReason>>;
}

export type LackReason = "readOnlyFormat" | "protected" | "unsupportedVersion" | "notThisHost";

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ReadOptionsForHost {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SheetInfo {
  /** Stays the same when the sheet is renamed or moved, for as long as the workbook is open. */
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly protected: boolean;
}

/**
 * What a look found, against grids as last read.
 * - `same`: no value differs. `rows`: only values of these rows do; they come along. `structure`: sheets came, went or
 *   were renamed, or a used range has another size: everything must be read again.
 */
export type Look =
  | { readonly type: "same" }
  | { readonly type: "rows"; readonly rows: ReadonlyMap<string, ReadonlyMap<number, readonly CellValue[]>> }
  | { readonly type: "structure" };

/**
 * Sheets go by their names as of the last `sheets()` or `grids()`. A sheet that was renamed since is still found by its
 * old name until then; one that was deleted is `missingSheet`.
 */
export interface ReadFacet {
  sheets(): Promise<readonly SheetInfo[]>;
  /** Whole sheets as grids, in the given order (all visible and hidden sheets when omitted). */
  grids(names?: readonly string[], options?: ReadOptionsForHost): Promise<readonly Grid[]>;
  /** Current values of some rows only, all columns of the grid; never reads merges or formats. */
  rows(sheet: string, rows: readonly number[]): Promise<ReadonlyMap<number, readonly CellValue[]>>;
  /** Whether the workbook still holds what was read: values alone, so far cheaper than reading. Events are hints only. */
  look(since: readonly Grid[], options?: ReadOptionsForHost): Promise<Look>;
}

export type HostEvent =
  /** Cells changed, by the user, a colleague or recalculation. Own writes are not reported. */
  | { readonly type: "rows"; readonly sheet: string; readonly rows: readonly number[] }
  /** Rows or columns moved, sheets came or went, a sort, a large paste: read everything again. */
  | { readonly type: "structure"; readonly sheet: string | null };

export interface EventsFacet {
  /** Returns the function that stops listening. */
  listen(handler: (event: HostEvent) => void): Promise<() => Promise<void>>;
}

export interface SelectOutcome {
  /** Cells (areas) selected. */
  readonly selected: number;
  /** Areas that are not to be seen because their rows or columns, or the sheet, are hidden or filtered out. */
  readonly hidden: number;
  /** Areas left out because the host can't select so many at once. */
  readonly left: number;
}

export interface SelectFacet {
  /**
   * Shows and selects cells of one sheet; with several areas as many as the host can.
   * @param options `reveal`: hidden rows, columns and sheets of the areas are shown first, filters taken off the rows.
   * `stay`: the person goes on where they are; a sheet that is not in sight is not brought before them
   */
  select(sheet: string, areas: readonly Area[], options?: SelectOptions): Promise<SelectOutcome>;
}

export interface SelectOptions {
  readonly reveal?: boolean;
  readonly stay?: boolean;
}

export interface Mark {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** How it looks: by the severity of what was found there, or, of what changed since last time, by its risk. */
  readonly severity: "error" | "warning" | "risk" | "change" | "info";
  /** Sentence for a note, where notes are written. */
  readonly note?: string;
}

export interface MarksFacet {
  /** Marks of ours that are in the workbook now, found by their markers, whoever set them. */
  find(): Promise<{
    readonly marked: number;
    /** Of those, marks of changes. */
    readonly changed: number;
  }>;
  /**
   * Replaces all marks of ours. Returns how many cells were marked (a host may stop at a limit).
   * @param keep "changes": marks of changes that are there stay, where the workbook is open and not a file
   */
  set(
    marks: readonly Mark[],
    keep?: "changes",
  ): Promise<{
    readonly marked: number;
    readonly limit: number | null;
    /** Cells that could not be marked, because their sheet is protected. */
    readonly locked: number;
    /** Cells without our note (they have one of their own, or there were too many): `Sheet!A1`. */
    readonly notesSkipped?: readonly string[];
  }>;
  /**
   * Removes all marks of ours, wherever sorting or pasting took them. Formats that can't be read are somebody else's.
   * `locked`: marks that stay because their sheet is protected.
   */
  clear(keep?: "changes"): Promise<{ readonly removed: number; readonly locked: number }>;
}

export interface Edit {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** What the cell must still hold; otherwise the edit is refused. */
  readonly expected: CellValue;
  readonly value: CellValue;
}

export type EditOutcome =
  | { readonly type: "written" }
  /** The cell has changed since it was read. */
  | { readonly type: "changed"; readonly found: CellValue }
  | { readonly type: "refused"; readonly reason: "formula" | "protected" | "merged" | "missingSheet" };

export interface WriteFacet {
  /**
   * Loads what writing needs, where it is not there yet. Asked before a step is begun: one that cannot be written for want
   * of it leaves nothing behind.
   */
  ready?(): Promise<void>;
  /**
   * Writes each edit whose cell still holds `expected`; outcomes in order. A written cell holds exactly `value` when read
   * again, and has the number format it had before.
   */
  apply(edits: readonly Edit[]): Promise<readonly EditOutcome[]>;
}

/** A report sheet as rows of cells; `link` jumps within the workbook. */
export interface ReportSheet {
  readonly name: string;
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** The row of the heads, which every printed page repeats, and the last row that can be filtered below it. */
  readonly table?: { readonly head: number; readonly last: number };
}
export interface ReportCell {
  readonly value: CellValue;
  readonly bold?: boolean;
  readonly wrap?: boolean;
  readonly link?: { readonly sheet: string; readonly row: number; readonly col: number };
}

export interface SheetsFacet {
  /** Names of the report sheets of ours that are in the workbook now. */
  findOurs(): Promise<readonly string[]>;
  /** Adds the sheet, replacing one of ours of the same name; another's sheet of that name gets a number behind ours. */
  add(sheet: ReportSheet): Promise<{ readonly name: string }>;
  /** Removes report sheets of ours. */
  removeOurs(): Promise<void>;
  /** A book of ours as sheets of this workbook; absent where books are files of their own. */
  readonly book?: BookFacet;
}

/** Sheets of a book of ours: known by their marks, no ledger to any reading, gone with a clean copy. */
export interface BookFacet {
  /** Names of those that are there, in the order of the book. */
  find(): Promise<readonly string[]>;
  /**
   * Adds or renews them: whole, or, where it fails, not at all. `make` is told the names that they get, for its formulas;
   * a name that somebody else's sheet has gets a number behind it.
   */
  put(wanted: readonly string[], make: (names: readonly string[]) => readonly BookSheet[]): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** Cells of a column, and the words that are offered in them. */
export interface CellList {
  readonly sheet: string;
  readonly areas: readonly Area[];
  /** What the words are called on the sheet that holds them. */
  readonly title: string;
  readonly words: readonly string[];
}

/** Drop-downs of ours. They suggest: a cell still takes any other content. */
export interface ListsFacet {
  /** Whether there are any. */
  find(): Promise<boolean>;
  /**
   * Replaces all drop-downs of ours.
   * @returns cells that have one now; `taken`: cells that keep the rule which somebody gave them; `locked`: cells on
   * protected sheets
   */
  set(lists: readonly CellList[]): Promise<{ readonly cells: number; readonly taken: number; readonly locked: number }>;
  /** Takes them away wherever pasting took them. `locked`: cells on protected sheets, which keep theirs. */
  clear(): Promise<{ readonly removed: number; readonly locked: number }>;
}

/** Our state inside the workbook (随台账保存): one custom XML part a concern, namespace urn:taizhang:state:1. */
export interface StateFacet {
  load(concern: string): Promise<string | null>;
  save(concern: string, json: string): Promise<void>;
  remove(): Promise<void>;
}

export interface CopiesFacet {
  /** The workbook as it is now (edits in, marks in), as bytes. */
  current(): Promise<Uint8Array>;
  /** The workbook without anything of ours. */
  clean(): Promise<{ readonly bytes: Uint8Array; readonly removed: readonly string[] }>;
  /**
   * A workbook of some of its rows, which look as they do here. Nothing else of the file comes along: no name, comment,
   * property, picture or formula, and no text but that of the excerpt. Absent where the host cannot.
   */
  excerpt?(excerpt: Excerpt): Promise<Uint8Array>;
}

export type HostErrorCode =
  | "notAWorkbook"
  | "damaged"
  | "encrypted"
  | "tooLarge"
  | "empty"
  | "unsupportedFormat"
  | "unreadableFile"
  | "missingSheet"
  | "protected"
  | "cellEditMode"
  | "busy"
  | "connectionLost"
  | "payloadLimit"
  | "cancelled"
  | "hostFailed";

/** Failures that pass by themselves: the same call may succeed in a moment. */
export const PASSING_CODES: ReadonlySet<HostErrorCode> = new Set<HostErrorCode>([
  "cellEditMode",
  "busy",
  "connectionLost",
  "payloadLimit",
]);

/** An expected failure at the edge; `detail` is for diagnostics and holds no cell text. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: string = "",
  ) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "HostError";
  }
}
