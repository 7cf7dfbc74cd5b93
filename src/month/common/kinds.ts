/** Kinds that the month works on, in the order of reports. Accountability is counted, never compared, split or posted. */
import { KINDS, type Kind } from "../../ledger";

export type MonthKind = Exclude<Kind, "accountability">;

export const MONTH_KINDS: readonly MonthKind[] = KINDS.filter((kind): kind is MonthKind => kind !== "accountability");
