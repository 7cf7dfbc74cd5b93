/** What a template may name besides the fixed places: columns, values and forms of the workbook at hand, the last period. */
import type { Reading } from "../ledger";
import { findColumn, type ColumnLookup, type Tally } from "../tally";
import { foldKey } from "../zh/text";
import { ALIASES_BESIDE, COLUMN_ALIASES } from "../zh/words/template";

export interface Known {
  /** Forms of accountability of the ledger, accepted as `{问责.…}` besides the usual ones. */
  readonly forms: ReadonlySet<string>;
  /** Null: columns are taken on trust. */
  readonly reading: Reading | null;
}

export const NOTHING_KNOWN: Known = { forms: new Set(), reading: null };

/** What a template may name over a workbook that is read and counted. */
export function knownOf(reading: Reading, tally: Tally): Known {
  return { forms: new Set(tally.accountability?.byForm.keys()), reading };
}

/** Words of ours for columns that ledgers head in several ways; a ledger need not have them. */
export function isOwnColumn(name: string): boolean {
  return Object.hasOwn(COLUMN_ALIASES, foldKey(name));
}

/**
 * The columns a template means by a name: by their header, else by a word of ours for such columns.
 * @example columnsNamed(reading, "类型") // the column 整改类型
 */
export function columnsNamed(reading: Reading, name: string): ColumnLookup {
  const found = findColumn(reading, name);
  if (found.type !== "unknown" || !isOwnColumn(name)) return found;
  for (const alias of COLUMN_ALIASES[foldKey(name)] ?? []) {
    const beside = ALIASES_BESIDE[alias];
    if (beside !== undefined && columnsNamed(reading, beside).type === "unknown") continue;
    const other = findColumn(reading, alias);
    if (other.type !== "unknown") return other;
  }
  return found;
}
