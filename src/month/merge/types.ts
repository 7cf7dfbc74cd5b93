/** 汇总: what is taken from a file for the one ledger, as plain data, so that the file itself need not stay. */
import type { ColumnKey, Kind, Status } from "../../ledger";
import type { CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common/kinds";

export interface OutValue {
  readonly value: string | number | null;
  /** Number format where the value is a figure or a day. */
  readonly format?: string;
}

/** Values of a row by column: a field of ours, or `+heading` for a column of the file's own. */
export type OutRow = Map<string, OutValue>;

export interface OutItem {
  readonly kind: MonthKind;
  /** `Sheet!A5` in its file. */
  readonly place: string;
  readonly number: string;
  readonly problem: string;
  /** The folded text, by which items of several files are compared. */
  readonly text: string;
  readonly rows: readonly OutRow[];
  /** Columns whose one cell stands for all rows. */
  readonly shared: ReadonlySet<string>;
  /** As it was read, and as it must be read again. */
  readonly read: {
    readonly status: Status;
    readonly overdue: boolean;
    readonly rows: readonly ReadRow[];
  };
}

export interface ReadRow {
  readonly status: Status;
  /** As `deadlineKey` tells it. */
  readonly deadline: string;
  /** The deadline in words that need no sheet around them; null where it is no day. */
  readonly day: string | null;
  readonly statusCell: string | null;
  readonly deadlineCell: string | null;
}

export interface Converted {
  readonly file: string;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
}

export interface ToCheck {
  readonly file: string;
  readonly cell: string;
  readonly header: string;
  readonly value: string;
  readonly why: "money" | "unreadableDeadline" | "unknownStatus" | "cellError" | "struck";
}

/** What must be the same in the file and in the merged ledger. */
export interface KindCounts {
  total: number;
  overdue: number;
  measures: number;
  byStatus: Partial<Record<Status, number>>;
}

export type MergeCounts = ReadonlyMap<Kind, KindCounts>;

export interface SentFile {
  readonly file: string;
  readonly unit: string | null;
  readonly unitSource: "line" | "name" | "items" | null;
  readonly reported: CivilDate | null;
  readonly items: readonly OutItem[];
  /** Fields of columns that have no place among ours, by their row key. */
  readonly extraFields: ReadonlyMap<string, ColumnKey>;
  /** Whether its tables of a kind have measures. */
  readonly measured: ReadonlySet<MonthKind>;
  readonly counts: MergeCounts;
  readonly converted: readonly Converted[];
  readonly toCheck: readonly ToCheck[];
}
