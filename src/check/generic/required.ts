/** Generic check "required": the field of every measure (or item, where it is written once) must be filled. */
import type { LedgerRow } from "../../ledger/types";
import { clip } from "../words";
import type { RowContext, RowCheck } from "../rule";

export type RequiredData = { readonly problem: string };

/** Reports measures whose field `isMissing`; excluded ones owe nothing. */
export function required(isMissing: (measure: LedgerRow) => boolean): (context: RowContext<RequiredData>) => RowCheck {
  return (context) => (measure) => {
    if (!isMissing(measure) || context.statusOf(measure) === "excluded") return;
    context.report(measure, context.field, () => ({ problem: clip(measure.item.problem) }));
  };
}
