/** Generic check "required": the field of every measure (or item, where it is written once) must be filled. */
import type { LedgerRow } from "../../ledger";
import { clip } from "../words";
import type { RowContext, RowLook } from "../rule";

export type RequiredData = { readonly problem: string };

/** Reports measures whose reading `isMissing`; excluded ones owe nothing. */
export function required(by: RowLook["by"], isMissing: (measure: LedgerRow) => boolean) {
  return (context: RowContext<RequiredData>): RowLook => ({
    by,
    concerns: (measure, status) => status !== "excluded" && isMissing(measure),
    look: (measure) => {
      context.report(measure, context.field, { problem: clip(measure.item.problem) });
    },
  });
}
