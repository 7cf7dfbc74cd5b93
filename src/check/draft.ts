/** A finding with what it is sorted by; its id is told apart from equal ones when all are sorted (report.ts). */
import type { Place } from "../finding/order";
import type { Finding } from "../finding/types";
import type { ColumnKey } from "../ledger/types";

export interface Draft extends Place {
  readonly field: ColumnKey | null;
  readonly finding: Finding;
}
