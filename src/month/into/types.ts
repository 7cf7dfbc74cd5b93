/** 回填: what a returned file changes in the master, and what a person must decide first. */
import type { CellValue } from "../../grid";
import type { Item, LedgerRow, Reading } from "../../ledger";
import type { FileUnit } from "../common/file-unit";
import type { MonthKind } from "../common/kinds";

/** A file that came back, read. */
export interface ReturnedFile {
  /** As the user named it. */
  readonly file: string;
  readonly reading: Reading;
  /** Whose it is, where that is known. */
  readonly unit?: Pick<FileUnit, "unit">;
}

/** A row of an item, or the item itself where a row of its own names it. */
export type Of = LedgerRow | Item;

export const INTO_FIELDS = ["status", "progress", "doneDate", "evidence"] as const;
export type IntoField = (typeof INTO_FIELDS)[number];

export type ConflictType =
  /** No item (or measure) of the master has the text. */
  | "notFound"
  /** The one of this number says nearly the same. */
  | "textChanged"
  /** Done in the master, not any more in the file. */
  | "statusBack"
  /** The status of the same row waits for a person; the rest of the row waits with it. */
  | "statusHeld"
  /** Two files say different things of one item. */
  | "twoFiles"
  /** Unit, deadline or leader differ; told only, the four fields are taken. */
  | "fieldChanged"
  /** The master's cell holds a formula. */
  | "formulaCell"
  /** The master's cell is locked on a protected sheet. */
  | "lockedCell"
  /** Several of them may be meant. */
  | "ambiguous"
  /** The file struck it through: nobody knows whether it still holds. */
  | "struckRow"
  /** The file's cell holds an error, a picture, or a formula without a result. */
  | "unreadable";

/** Fields that a conflict may be about. */
export type ConflictField = IntoField | "problem" | "measure" | "unit" | "deadline" | "leader";

interface About {
  readonly kind: MonthKind;
  /** As written; null where there is none. */
  readonly number: string | null;
  readonly problem: string;
  /** As a person reads both; null where empty. */
  readonly from: string | null;
  readonly to: string | null;
  readonly file: string;
  /** `Sheet!E7` in the file. */
  readonly fileCell: string;
}

export interface Update extends About {
  /** One of the four; another where a person took a conflict's value. */
  readonly field: ConflictField;
  /** `Sheet!E7` in the master. */
  readonly cell: string;
}

export interface Conflict extends About {
  readonly type: ConflictType;
  readonly field: ConflictField;
  readonly cell: string | null;
}

/**
 * What a conflict goes by from one plan to the next.
 * @example conflictId(conflict) // 'statusBack status 台账!G5 南坪镇.xlsx 台账!G3'
 */
export function conflictId(conflict: Conflict): string {
  const { file, fileCell } = conflict;
  return `${conflictCell(conflict) ?? [conflict.type, conflict.field, "-"].join(" ")} ${file} ${fileCell}`;
}

/**
 * What several files' answers for one cell have in common: the beginning of their ids. Null where the master has no such cell.
 * @example conflictCell(conflict) // 'twoFiles status 台账!G5'
 */
export function conflictCell({ type, field, cell }: Conflict): string | null {
  return cell === null ? null : [type, field, cell].join(" ");
}

/** A cell of the master that gets a value. */
export interface IntoEdit {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
}

/** An update and the cells it takes: two where a tick moves to another column. */
export interface PlannedUpdate {
  readonly update: Update;
  readonly edits: readonly IntoEdit[];
  /** A conflict until a person took what the file says. */
  readonly decided?: true;
}

export interface IntoPlan {
  readonly planned: readonly PlannedUpdate[];
  readonly conflicts: readonly Conflict[];
  /** The ones whose value a person can take, by `conflictId`. */
  readonly takable: ReadonlySet<string>;
  /** The ones for which a person can say which item or row of the master is meant, and which these are. */
  readonly choosable: ReadonlyMap<string, readonly Of[]>;
  /** What were conflicts until a person took them. */
  readonly taken: readonly Conflict[];
  /** Items that came back as they are in the master. */
  readonly unchanged: number;
  /** Items of which no file says anything, by their unit (null: none named). */
  readonly notReturned: readonly { readonly unit: string | null; readonly items: number }[];
}
