/** A ledger made from an old notice (由通报提取台账): a plain table, to be written to a sheet and gone on with. */
import type { CivilDate } from "../../zh/civil-date";
import type { ColumnKey, Kind, Status } from "../../ledger";
import type { Place } from "../types";

export interface ExtractedColumn {
  readonly key: ColumnKey;
  /** Header a ledger is read by. */
  readonly header: string;
}

/** What a person should look at before going on with the table. */
export type UnsureReason =
  /** The notice tells no status of the item. */
  | "statusMissing"
  /** It tells two. */
  | "statusConflict"
  /** The deadline was taken from running text. */
  | "deadlineFromText"
  /** The deadline names no year. */
  | "deadlineYearMissing"
  /** An item that is not finished, without a deadline. */
  | "deadlineMissing"
  /** The problem is an unnumbered paragraph above its answer. */
  | "problemUnnumbered"
  /** No answer was found below the problem. */
  | "answerMissing"
  /** Problem and answer stand in one line. */
  | "answerInHeading"
  /** The notice only says how many there are. */
  | "onlyCounted";

export interface Unsure {
  /** Index into `rows`. */
  readonly row: number;
  readonly key: ColumnKey;
  readonly reason: UnsureReason;
  /** Where it stands in the notice. */
  readonly place: Place;
}

export interface ExtractedLedger {
  /** Title for the sheet: the notice's own, with 整改台账 behind. */
  readonly title: string;
  /** 统计截止, where the notice is dated. */
  readonly asOf: CivilDate | null;
  readonly columns: readonly ExtractedColumn[];
  /** One row a measure that is planned, else one an item; number, problem and everything else of an item stand in its first row only. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Rows of each item, inclusive: what a writer merges in every column but the measures. */
  readonly blocks: readonly { readonly first: number; readonly last: number }[];
  readonly unsure: readonly Unsure[];
  /** Items by kind and status, and by the words the status is told in, for a report of what was found. */
  readonly counts: readonly {
    readonly kind: Kind;
    readonly status: Status;
    readonly items: number;
    readonly words: readonly { readonly text: string; readonly items: number }[];
  }[];
}
