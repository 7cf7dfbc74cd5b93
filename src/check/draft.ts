/** A finding with what it is sorted by; its id is told apart from equal ones when all are sorted (report.ts). */
import type { Place, Finding } from "../rule";
import type { ColumnKey } from "../ledger";

export interface Draft extends Place {
  readonly field: ColumnKey | null;
  readonly finding: Finding;
  /** False where the settings switch the rule off: it runs for what it holds back only. */
  readonly listed: boolean;
}
