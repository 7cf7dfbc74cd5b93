/** What a surface shows at a glance: replaced as a whole whenever something of it changes. */
import type { Area } from "../../grid";
import type { CivilDate } from "../../zh/civil-date";
import type {
  AsOf,
  ColumnKey,
  ColumnReason,
  Kind,
  LedgerOverlap,
  PassedOver,
  ColumnDoubt,
  ColumnOption,
  ColumnPrecedence,
  ColumnSettlement,
  RowDoubt,
  SheetOverride,
  StatusDress,
} from "../../ledger";
import type { FindingCounts } from "../../rule";
import type { FacetName, HostErrorCode, LackReason } from "../../hosts/port";
import type { ActionData, ActionName } from "../actions";
import type { Settings } from "../settings";
import type { StorageReason } from "./entries";
import type { JournalView } from "./journal";
import type { Waiting } from "./patience";
import { type ChangeOutcome } from "./outcome";

/**
 * - `empty`: no workbook. `reading`: grids are fetched and read. `ready`: read (and possibly checked).
 * - `checking`: rules run; the reading is there. `failed`: see `failure`; the session can open again.
 */
export type Phase = "empty" | "reading" | "ready" | "checking" | "failed";

/**
 * A failure as data; its sentence is `failureSentence(failure, lang)`. `storage`: nothing can be kept here, `detail` says
 * why. `notLoaded`: a part of the program could not be fetched. `unexpected`: a mistake of ours.
 */
export interface Failure {
  readonly code: HostErrorCode | "storage" | "notLoaded" | "unexpected";
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

/** Rows that may be items or not: the figures of both. */
export interface RowDoubtView extends RowDoubt {
  /** First text of the first row, clipped. */
  readonly text: string;
  /** What a person's word on each row goes by. */
  readonly keys: readonly string[];
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
  /** Last row of the table in its sheet; null where its cells are a form's, and no column stands below another. */
  readonly lastRow: number | null;
  /** Data rows, items, measures (null without measures). */
  readonly rows: number;
  readonly items: number;
  readonly measures: number | null;
  readonly columns: readonly ColumnView[];
  /** Needed columns that were not found. */
  readonly lacking: readonly ColumnKey[];
  readonly doubts: readonly DoubtView[];
  readonly rowDoubts: readonly RowDoubtView[];
  readonly hiddenRows: number;
}

export interface WorkbookView {
  readonly name: string;
  readonly key: string;
  readonly host: string;
  readonly sheets: readonly SheetView[];
  /** Facets the host has, and why the others are absent. */
  readonly can: Readonly<Record<FacetName | "book", boolean>>;
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
  /** Which columns are meant, for every workbook on this computer with the same headers. */
  readonly remembered: readonly ColumnSettlement[];
  /** Templates of the office's own, by name, for every workbook on this computer. */
  readonly templates: ReadonlyMap<string, string>;
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
    /** Of the cells marked, those that changed since last time. */
    readonly changed: number;
    readonly on: boolean;
    readonly marked: number;
    readonly limit: number | null;
    readonly locked: number;
  };
  /** Names of the sheets of our book (统计表, 数据) while they are there. */
  readonly book: readonly string[];
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
