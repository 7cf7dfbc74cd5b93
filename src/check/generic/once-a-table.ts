/** Generic check "once a table": a fact about the table, told at one row. */
import type { ColumnKey, Ledger } from "../../ledger";
import type { FindingData } from "../../rule";
import type { Context } from "../rule";

interface TableFact<D extends FindingData> {
  readonly row: number;
  readonly data: D;
}

/** Reports the fact at the identifying cell of its row. */
export function onceATable<D extends FindingData>(find: (ledger: Ledger) => TableFact<D> | null) {
  return (context: Context<D>): void => {
    const { ledger } = context;
    const fact = find(ledger);
    if (fact === null) return;
    const keys: readonly ColumnKey[] = ["number", "problem", "measure", "task", "name"];
    const key = keys.find((candidate) => ledger.columns[candidate] !== undefined);
    const col = key === undefined ? ledger.layout.header.left : context.col(key);
    context.reportCell({ row: fact.row, col, item: ledger.itemAt.get(fact.row) ?? null }, key ?? null, fact.data);
  };
}
