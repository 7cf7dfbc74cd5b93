/**
 * A finding before its sentence, id and data are spelled: what rules produce on a run. Spelling waits until somebody
 * asks for the list, so a run over a large ledger costs little more than looking.
 */
import type { CellValue } from "../ledger/grid";
import type { ColumnKey, Item, Ledger } from "../ledger/types";
import type { Finding, FindingData, Severity } from "../finding/types";
import type { Place } from "../finding/order";

export interface Draft extends Place {
  readonly alias: string;
  readonly code: string;
  readonly severity: Severity;
  readonly ledger: Ledger;
  readonly sheet: string;
  readonly item: Item | null;
  readonly ordinal: number;
  readonly field: ColumnKey | null;
  readonly data: FindingData | (() => FindingData);
  readonly quote: string | null;
  readonly fix: { readonly value: CellValue } | null;
  readonly idText: string | null;
  /** Another draft may speak of the same cell: a merged one, or a header that several ledgers share. */
  readonly mayRepeat: boolean;
  /** Taken back by its rule, or its item has changed. */
  dead: boolean;
  /** Id before collisions are told apart; "" until spelled. */
  base: string;
  /** The spelled finding; null until asked for. */
  finding: Finding | null;
}
