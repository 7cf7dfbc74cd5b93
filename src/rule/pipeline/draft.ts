/** A finding with what it is sorted by; its id is told apart from equal ones when all are sorted (report.ts). */
import type { SortKey } from "../order";
import type { AnyFinding } from "../types";

export interface UnsortedFinding<F extends AnyFinding = AnyFinding> extends SortKey {
  /** What of its place it is about: a rule speaks of it once (a ledger's field, a notice's end of the place). */
  readonly field: string | null;
  readonly finding: F;
  /** False where the settings switch the rule off: it runs for what it holds back only. */
  readonly listed: boolean;
}
