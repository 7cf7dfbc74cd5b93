/** The reading of the status cell a rule reports: the item's own where it has one, else the measure's. */
import { statusValueOf, readStatus, type Ledger, type LedgerRow, type StatusReading } from "../ledger";

/**
 * Makes the reader for one ledger, and says by what a rule may be asked (`RowLook.by`).
 * @param once the status is written once for each item
 */
export function createOwnStatus(
  ledger: Ledger,
  once: boolean,
): { readonly ownStatus: (measure: LedgerRow) => StatusReading; readonly by: "status" | "row" } {
  // With a status column of their own the measures no longer carry the item's reading.
  if (!once || ledger.columns.measureStatus === undefined) {
    return { ownStatus: (measure) => measure.status, by: "status" };
  }
  return { ownStatus: (measure) => readStatus(statusValueOf(ledger, measure.item), ledger.kind), by: "row" };
}
