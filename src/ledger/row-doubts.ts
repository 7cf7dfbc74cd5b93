/** What hangs on rows that may be items or not: the table is read again with them the other way, and counted. */
import { figuresOf } from "./doubts";
import type { RowQuestions } from "./items/row-questions";
import type { Kind, Ledger, RowDoubt } from "./types";

/** Reads the ledgers of the table once more, with these rows as items (true) or not. */
export type ReadRows = (rows: ReadonlyMap<number, boolean>) => Generator<void, readonly Ledger[]>;

/** Sets `rowDoubts` of the ledgers of one table; rows that change no figure are no doubt. */
export function* findRowDoubts(
  ledgers: readonly Ledger[],
  questions: RowQuestions,
  read: ReadRows,
): Generator<void, void> {
  for (const [why, rows] of questions) {
    const counted = why === "nothing";
    const others = yield* read(new Map(rows.map((row) => [row, !counted])));
    const byKind = new Map<Kind, Ledger>(others.map((ledger) => [ledger.kind, ledger]));
    for (const ledger of ledgers) {
      const otherwise = byKind.get(ledger.kind);
      if (ledger.kind === "accountability" || !otherwise) continue;
      const [figures, other] = [figuresOf(ledger), figuresOf(otherwise)];
      if (JSON.stringify(figures) === JSON.stringify(other)) continue;
      const doubt: RowDoubt = { why, rows, counted, figures, otherwise: other };
      ledger.rowDoubts = [...(ledger.rowDoubts ?? []), doubt];
    }
  }
}
