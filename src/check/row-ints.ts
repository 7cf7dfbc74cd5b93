/**
 * A whole number for each sheet row of a table, for indexes that must remember what they stored for an item: by the row
 * where it begins, which an update never moves.
 */
import type { Ledger } from "../ledger/types";

export interface RowInts {
  get(row: number): number;
  set(row: number, value: number): void;
}

/** All rows at `empty`; sized for the table, growing where a row lies beyond it. */
export function createRowInts(ledger: Ledger, empty: number): RowInts {
  const first = ledger.layout.firstRow;
  let values = new Int32Array(Math.max(1, ledger.layout.lastRow - first + 1));
  if (empty !== 0) values.fill(empty);

  function grow(index: number): void {
    const larger = new Int32Array(Math.max(index + 1, values.length * 2));
    if (empty !== 0) larger.fill(empty);
    larger.set(values);
    values = larger;
  }

  return {
    get: (row) => values[row - first] ?? empty,
    set(row, value) {
      const index = row - first;
      if (index < 0) return;
      if (index >= values.length) grow(index);
      values[index] = value;
    },
  };
}
