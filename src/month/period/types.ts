/**
 * A period: what comparing needs of a ledger on its as-of day, as plain data. A ledger becomes one when two are compared; kept
 * in a file it is a snapshot. It has no column of persons, and no telephone.
 */
import type { Deadline, Status } from "../../ledger";
import type { CivilDate } from "../../zh/civil-date";
import type { MonthKind } from "../common/kinds";

/** A cell as a person reads it and where it stands (`整改台账!E7`); null where nothing marks the place. */
export interface PeriodCell {
  /** "" where empty. */
  readonly text: string;
  readonly at: string | null;
}

/** Fields that two ledgers are compared in, where both have them. */
export const PERIOD_FIELDS = ["number", "unit", "leader", "deadline", "status", "progress", "measure", "task"] as const;
export type PeriodField = (typeof PERIOD_FIELDS)[number];

/** Cells of a row as they hold for it, merged and inherited ones too; perhaps made when asked for. A missing field: no such column. */
export type PeriodCells = { readonly [F in PeriodField]?: PeriodCell | undefined };

/** One row of an item. */
export interface PeriodRow {
  readonly cells: PeriodCells;
  /** What else is said of it, in which an extension may be named; not kept. */
  readonly remarks: string;
  /** Lead units, canonical. */
  readonly leads: readonly string[];
  readonly deadline: Deadline;
  readonly status: { readonly status: Status };
}

export interface PeriodItem {
  readonly kind: MonthKind;
  /** Its identifying cell. */
  readonly at: string;
  readonly number: PeriodCell | null;
  readonly problem: PeriodCell;
  readonly section: string;
  readonly parent: string;
  readonly status: Status;
  readonly statusOwn: boolean;
  /** The cell of its own status. */
  readonly ownStatus: PeriodCell | null;
  readonly deadline: Deadline;
  /** At least one. */
  readonly rows: readonly PeriodRow[];
}

/** Names of units as they are compared (folded), and the name they lead to. */
type UnitNames = ReadonlyMap<string, string>;

export interface Period {
  readonly asOf: CivilDate;
  /** Kinds that have a table, items or none. */
  readonly kinds: readonly MonthKind[];
  /** In the order of the ledgers. */
  readonly items: readonly PeriodItem[];
  readonly units: UnitNames;
}
