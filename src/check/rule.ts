/**
 * What a rule of the ledger is: the record of every rule, and what it looks at (scope, kinds, fields). The code of a rule
 * is only its `check`; generic checks (generic/) carry most of them.
 */
import type { CellValue } from "../grid";
import type { ColumnKey, Item, Kind, Ledger, LedgerRow, Reading, Status } from "../ledger";
import type { RuleRecord, FindingData, Severity } from "../rule";
import type { CheckSettings } from "./settings";

/** What rules of ledgers have beside the record of every rule (rule/record.ts). */
interface LedgerRule<D extends FindingData> extends RuleRecord<D> {
  /** Kinds of ledgers it looks at. */
  readonly kinds: readonly Kind[];
  /** Columns without which it cannot run; a missing one is told by column-missing. */
  readonly needs: readonly ColumnKey[];
}

/** Looks at text cells one by one. */
interface CellRule<D extends FindingData = FindingData> extends LedgerRule<D> {
  readonly scope: "cell";
  /** A bit of SIGN: which cells it is called for. */
  readonly sign: number;
  check(context: Context<D>): CellCheck;
}
export type CellCheck = (value: string, key: ColumnKey, row: number, col: number, measure: LedgerRow) => void;

/**
 * Looks at measure rows. Where its field is item-level (merged, or filled once an item) it sees the first row of each
 * item only, with the status of the item: what is written once is reported once.
 */
export interface RowRule<D extends FindingData = FindingData> extends LedgerRule<D> {
  readonly scope: "row";
  /** The field reported; of several the first whose column exists. */
  readonly field: ColumnKey | readonly ColumnKey[];
  check(context: RowContext<D>): RowLook | readonly RowLook[] | null;
}

/**
 * How a row rule looks. Readings are shared objects, few in a large ledger: for `deadline`, `units`, `coUnits` and
 * `status` `concerns` is asked once for each reading and status, and `look` called only where the answer was yes.
 * `doneDate` is called where there is a date, `row` always.
 */
export interface RowLook {
  readonly by: "deadline" | "units" | "coUnits" | "status" | "doneDate" | "row";
  /** May depend on the named reading of the measure and on the status only. */
  readonly concerns?: (measure: LedgerRow, status: Status) => boolean;
  readonly look: (measure: LedgerRow) => void;
}

/** Looks at items. */
interface ItemRule<D extends FindingData = FindingData> extends LedgerRule<D> {
  readonly scope: "item";
  check(context: Context<D>): ItemCheck;
}
export type ItemCheck = (item: Item) => void;

/** Looks at a whole table: a plain function of its items. */
interface TableRule<D extends FindingData = FindingData> extends LedgerRule<D> {
  readonly scope: "table";
  /** Where it looks at every row it stops now and then (`Steps`), so that no pause comes late. */
  check(context: Context<D>): Steps | void;
}

/** Work that stops now and then, so that whoever drives it can let others go first. */
export type Steps<Result = void> = Generator<void, Result>;

export type Rule<D extends FindingData = FindingData> = CellRule<D> | RowRule<D> | ItemRule<D> | TableRule<D>;

export interface Extras {
  readonly severity?: Severity;
  readonly quote?: string | null;
  readonly fix?: { readonly value: CellValue } | null;
}

/** What a rule gets for one ledger. */
export interface Context<D extends FindingData = FindingData> {
  readonly ledger: Ledger;
  readonly reading: Reading;
  readonly settings: CheckSettings;
  /** Zero-based sheet column of a field, -1 without one. */
  col(key: ColumnKey): number;
  /** Reports the cell of a field of an item or measure, wherever its value really stands (merged: top-left). */
  report(at: LedgerRow | Item, field: ColumnKey, data: D, extras?: Extras): void;
  /** Reports any cell. */
  reportCell(at: ReportedCell, field: ColumnKey | null, data: D, extras?: Extras): void;
}

export interface ReportedCell {
  readonly row: number;
  readonly col: number;
  readonly item: Item | null;
  readonly ordinal?: number;
  /** Another sheet than the ledger's (ledger-overlap). */
  readonly sheet?: string;
  /** Text the id is hashed from, where it is not the cell's own. */
  readonly idText?: string;
  /** What it speaks of, where a rule has several things to say of one field in one cell; the field else. */
  readonly subject?: string;
}

export interface RowContext<D extends FindingData = FindingData> extends Context<D> {
  /** The field reported, its column surely there. */
  readonly field: ColumnKey;
  /** The field is written once for each item. */
  readonly once: boolean;
  /** Status that goes with the field: the item's for item-level fields, else the measure's. */
  statusOf(measure: LedgerRow): Item["status"];
}

/** Keeps the type of a rule's data while it is written; the list then holds plain `Rule`s. */
export function defineRule<D extends FindingData>(rule: Rule<D>): Rule {
  return rule as Rule<FindingData>;
}
