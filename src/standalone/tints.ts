/** Columns that were recognised, as the sheet shows them: faintly tinted, those that are asked about more strongly. */
import type { Area } from "../grid";
import { COLUMN_WORDS } from "../app/words";
import type { LedgerView } from "../app/session";
import type { Lang } from "../rule";

export interface Tint {
  /** The column from its header to the last row of its table. */
  readonly area: Area;
  /** It is one of the columns a person must choose among. */
  readonly asked: boolean;
  /** What it was taken for, "" for nothing. */
  readonly field: string;
}

/** Tints of the tables of a sheet; forms have none, since no column stands below another there. */
export function tintsOf(ledgers: readonly LedgerView[], lang: Lang): readonly Tint[] {
  return ledgers.flatMap(({ headerArea, lastRow, columns }) =>
    columns.flatMap(({ col, key, doubtful }): Tint[] => {
      if (lastRow === null || (key === null && !doubtful)) return [];
      const area = { top: headerArea.top, left: col, bottom: lastRow, right: col };
      return [{ area, asked: doubtful, field: key === null ? "" : COLUMN_WORDS[key][lang] }];
    }),
  );
}
