/** Columns that were recognised, as the sheet shows them: faintly tinted, those that are asked about more strongly. */
import type { Area } from "../grid";
import { COLUMN_WORDS } from "../app/words";
import type { LedgerView } from "../app/session";
import type { Lang } from "../rule";
import type { Heads } from "./sheet-geometry";

export interface Tint {
  /** The column from its header to the last row of its table. */
  readonly area: Area;
  /** It is one of the columns a person must choose among. */
  readonly asked: boolean;
  /** What it was taken for, "" for nothing. */
  readonly field: string;
}

/**
 * What of a sheet with one table stays in sight: the rows down to its headings, and the columns up to 序号 where it is one of
 * the first. Of forms and of several tables nothing, for a heading would stand over what it is not about.
 * @example headsOf([ledger]) // { rows: 3, cols: 1 }
 */
export function headsOf(ledgers: readonly LedgerView[]): Heads {
  const [ledger] = ledgers;
  const tables = new Set(ledgers.map(({ header }) => header)).size;
  if (ledger === undefined || tables > 1 || ledger.lastRow === null) return { rows: 0, cols: 0 };
  const number = ledger.columns.find(({ key }) => key === "number")?.col ?? MOST_HEAD_COLS;
  return { rows: ledger.headerArea.bottom + 1, cols: number < MOST_HEAD_COLS ? number + 1 : 0 };
}

const MOST_HEAD_COLS = 2;

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
