/** Columns that a ledger cannot be judged without. */
import { foldHeader, sensesOf } from "./columns/header-words";
import type { ColumnKey, Ledger } from "./types";

const NEEDED: readonly ColumnKey[] = ["problem", "unit", "deadline", "status"];

/**
 * Which of them a ledger lacks. The unit may be told by the sheet's name or title, too.
 * @example lackingColumns(ledger) // ["deadline"]
 */
export function lackingColumns(ledger: Ledger): readonly ColumnKey[] {
  return NEEDED.filter(
    (key) => ledger.columns[key] === undefined && !(key === "unit" && ledger.sheetUnit !== undefined),
  );
}

/** A column whose header names a field that was not read from it. */
interface StandingColumn {
  readonly col: number;
  /** As written; bands joined by "/". */
  readonly header: string;
  /** The field it was read as; null where its cells hold nothing of what its header says. */
  readonly readAs: ColumnKey | null;
}

/**
 * The column over which a field's own word stands, although the ledger lacks the field; null where there is none.
 * @example standingColumn(ledger, "progress") // { col: 5, header: "整改进展", readAs: "status" }
 */
export function standingColumn(ledger: Ledger, key: ColumnKey): StandingColumn | null {
  if (ledger.columns[key] !== undefined) return null;
  const read = Object.values(ledger.columns).find(({ header }) => means(header, key));
  if (read !== undefined) return { col: read.col, header: read.header, readAs: read.key };
  const unread = ledger.unmapped.find(({ header }) => means(header, key));
  return unread === undefined ? null : { col: unread.col, header: unread.header, readAs: null };
}

/** Whether a header, whole or its last band, is first of all the word of a field. */
function means(header: string, key: ColumnKey): boolean {
  const last = header.slice(header.lastIndexOf("/") + 1);
  const senses = sensesOf(foldHeader(last));
  const best = Math.max(...senses.map(({ score }) => score));
  return senses.some((one) => one.key === key && one.score === best && best >= SURE);
}

/** Headers below only contain a word of the field. */
const SURE = 0.85;
