/** What is remembered of one table after it was read: enough to read a changed row again by itself. */
import type { MappedColumns } from "./columns";
import type { DecisionCounts, Decisions } from "./decisions";
import type { Grid } from "./grid";
import type { TableRegion } from "./layout";
import type { NumberingMode } from "./numbering";
import type { TableContext } from "./read-table";
import type { RowShape } from "./row-class";
import type { RowReader } from "./row-reader";
import type { Ledger } from "./types";

export interface TableMemory {
  readonly grid: Grid;
  readonly region: TableRegion;
  readonly reader: RowReader;
  readonly shape: RowShape;
  /** Code of every row from `region.firstRow` (row-class.ts). */
  readonly codes: Uint8Array;
  /** The table's ledgers, one a kind. */
  readonly ledgers: Ledger[];
  readonly decisions: Decisions;
  readonly counts: DecisionCounts;
  readonly numbering: Map<Ledger, NumberingMode>;
  readonly context: TableContext;
  mapped: MappedColumns;
}
