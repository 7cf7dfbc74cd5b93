/** References to many cells, kept as bare numbers until somebody asks for them. */
import type { RowRef } from "./types";

export interface RefList {
  /** Cells added from now on stand on this sheet. */
  onSheet(sheet: string): void;
  add(row: number, col: number): void;
  /** The same object whenever asked. */
  at(index: number): RowRef;
}

/** A fresh list for at most `capacity` cells. */
export function createRefList(capacity: number): RefList {
  const rows = new Uint32Array(capacity);
  const cols = new Uint16Array(capacity);
  /** Sheets, each with the index of its first cell. */
  const starts: number[] = [];
  const sheets: string[] = [];
  const made = new Map<number, RowRef>();
  let length = 0;

  /** The last sheet that starts at or before an index. */
  const sheetOf = (index: number): string => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return sheets[low] ?? "";
  };
  return {
    onSheet(sheet) {
      starts.push(length);
      sheets.push(sheet);
    },
    add(row, col) {
      rows[length] = row;
      cols[length] = col;
      length += 1;
    },
    at(index) {
      let ref = made.get(index);
      if (ref === undefined) {
        ref = { sheet: sheetOf(index), row: rows[index] ?? 0, col: cols[index] ?? 0 };
        made.set(index, ref);
      }
      return ref;
    },
  };
}
