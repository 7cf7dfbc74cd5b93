/** Counts and rates (统计), each with the cells of the rows behind it. */
import type { Kind, Status } from "../ledger";

/** 口径: which statuses a rate counts as done, and what it divides by. */
export interface Definition {
  readonly done: "done" | "basic" | "phased";
  /** all items (excluded ones left out), or only those due by the as-of date. */
  readonly denominator: "all" | "due";
}

/** Where a counted thing stands: sheet plus zero-based cell. Printed as `问题整改台账!A5`. */
export interface RowRef {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
}

/** A count with the rows behind it; `rows.length === value`. Persons are the exception: a 人数 cell stands for several. */
export interface Count {
  readonly value: number;
  readonly rows: readonly RowRef[];
}

/** 比率: two whole numbers and a definition; a percentage is only its printed form. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly definition: Definition;
  readonly rows: readonly RowRef[];
  readonly ofRows: readonly RowRef[];
}

export interface StatusTally {
  readonly total: Count;
  readonly byStatus: Readonly<Record<Status, Count>>;
  /** By the definition's statuses. */
  readonly done: Count;
  /** 其余: total − done, in the ledger's order. */
  readonly rest: Count;
  /** null where the denominator is 0. */
  readonly rate: Rate | null;
}

export interface KindTally extends StatusTally {
  readonly kind: Kind;
  /** Distinct parent problems (主要问题) and sections (方面); 0 without such columns. */
  readonly parents: Count;
  readonly sections: Count;
  readonly overdue: Count;
  /** Done on or before the deadline; only items with a date of both. null where no column tells when anything was done. */
  readonly onTime: Count | null;
  readonly dueSoon: Count;
  /** null without a measure or task column. */
  readonly measures: StatusTally | null;
}

export interface GroupTally {
  readonly name: string;
  readonly kind: Kind;
  readonly total: Count;
  readonly done: Count;
  readonly overdue: Count;
  readonly rate: Rate | null;
  /** There where no status that divides is known: the rate is not printed, for 0% would be a guess. */
  readonly unrated?: true;
}

export interface AccountabilityTally {
  readonly persons: Count;
  readonly personTimes: Count;
  readonly byForm: ReadonlyMap<string, Count>;
}

/** Items due in one month, for the timeline. */
export interface MonthTally {
  /** "2025-12"; null for items without a dated deadline. */
  readonly month: string | null;
  readonly kind: Kind;
  readonly total: Count;
  readonly done: Count;
  readonly overdue: Count;
}

/** An item that one status column calls done and the one that counts doesn't (自报已完成、认定未完成). */
export interface Disputed {
  /** Lead unit, "" where none is named. */
  readonly unit: string;
  readonly kind: Kind;
  readonly number: string;
  readonly problem: string;
  /** The cell of the status that counts. */
  readonly cell: RowRef;
  readonly taken: Status;
  readonly other: Status;
}

export interface Tally {
  readonly definition: Definition;
  readonly kinds: readonly KindTally[];
  readonly accountability: AccountabilityTally | null;
  readonly byUnit: readonly GroupTally[];
  readonly bySection: readonly GroupTally[];
  readonly byLeader: readonly GroupTally[];
  readonly byMonth: readonly MonthTally[];
  /** By unit; null where no two status columns stand side by side. */
  readonly disputed: readonly Disputed[] | null;
}
