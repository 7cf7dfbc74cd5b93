/** What comparing two periods gives. */
import type { Status } from "../../ledger";
import type { Definition } from "../../tally";
import type { CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common/kinds";
import type { PeriodItem } from "../period/types";

/** In the order in which changes of one item are told. */
export type ChangeType =
  | "completed"
  | "reopened"
  | "statusChanged"
  | "deadlineMoved"
  | "newlyOverdue"
  | "stillOverdue"
  | "unitChanged"
  | "leaderChanged"
  | "problemChanged"
  | "measureAdded"
  | "measureRemoved"
  | "measureChanged"
  | "progressUnchanged"
  | "renumbered"
  | "added"
  | "removed";

export type Direction = "later" | "earlier" | "other";

export interface ItemChange {
  readonly type: ChangeType;
  readonly risk: "high" | "normal";
  readonly kind: MonthKind;
  /** The new ones; of a removed item the old ones. `number` as written, null where there is none. */
  readonly number: string | null;
  readonly problem: string;
  /** The first-named lead unit. */
  readonly unit: string | null;
  readonly cell: string | null;
  readonly oldCell: string | null;
  /** As the cells show them. */
  readonly from: string | null;
  readonly to: string | null;
  /** The word of a status, or an ISO date. */
  readonly fromValue: Status | string | null;
  readonly toValue: Status | string | null;
  /** Of a deadline that moved. */
  readonly direction?: Direction;
}

export interface PeriodCounts {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  /** A rate's two numbers; a denominator of 0 is no rate. */
  readonly numerator: number;
  readonly denominator: number;
}

export interface KindComparison {
  readonly kind: MonthKind;
  readonly old: PeriodCounts;
  readonly new: PeriodCounts;
  readonly completed: number;
  readonly reopened: number;
  readonly added: number;
  readonly removed: number;
}

interface UnitComparison {
  readonly name: string;
  readonly kind: MonthKind;
  readonly old: PeriodCounts;
  readonly new: PeriodCounts;
}

/** Items that are too much alike to be told apart: a person says which is which. */
export interface AmbiguousGroup {
  readonly kind: MonthKind;
  readonly problem: string;
  readonly old: readonly PeriodItem[];
  readonly new: readonly PeriodItem[];
}

export interface Comparison {
  readonly oldAsOf: CivilDate;
  readonly asOf: CivilDate;
  readonly definition: Definition;
  readonly kinds: readonly KindComparison[];
  readonly units: readonly UnitComparison[];
  /** High ones first, then in the order of the new ledger, removed ones last. */
  readonly changes: readonly ItemChange[];
  readonly ambiguous: readonly AmbiguousGroup[];
  /** Items found in both. */
  readonly matched: number;
}
