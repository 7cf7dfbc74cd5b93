/** Generic check "once a table": something an edit of cells cannot change, told at one row. */
import type { ColumnKey, Ledger } from "../../ledger/types";
import type { FindingData } from "../../finding/types";
import type { Context, TableCheck } from "../rule";

export interface TableFact<D extends FindingData> {
  readonly row: number;
  readonly data: D;
}

/** Reports the fact at the identifying cell of its row. */
export function onceATable<D extends FindingData>(find: (ledger: Ledger) => TableFact<D> | null) {
  return (context: Context<D>): TableCheck | null => {
    const { ledger } = context;
    const fact = find(ledger);
    if (fact === null) return null;
    let told = false;
    return {
      settle() {
        if (told) return;
        told = true;
        const keys: readonly ColumnKey[] = ["number", "problem", "measure", "task", "name"];
        const key = keys.find((candidate) => ledger.columns[candidate] !== undefined);
        const col = key === undefined ? ledger.layout.header.left : context.col(key);
        context.reportCell({ row: fact.row, col, item: ledger.itemAt.get(fact.row) ?? null }, key ?? null, fact.data);
      },
    };
  };
}
