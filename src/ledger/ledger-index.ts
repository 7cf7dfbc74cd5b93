/**
 * What the reader remembers of a ledger besides its items: its merges and its table. With it a value's own cell is found
 * at once (cells.ts), and an edit is read without looking at the other rows (update.ts).
 */
import type { MergeIndex } from "./merge-index";
import type { TableMemory } from "./table-memory";

export interface LedgerIndex {
  readonly merges: MergeIndex;
  /** The table this ledger was read from, shared by its ledgers of other kinds. */
  readonly table: TableMemory;
}
