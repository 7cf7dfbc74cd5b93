/** References to many cells, kept as bare numbers until somebody asks for them. */
import type { GridView } from "../grid";
import type { RowRef } from "./types";

interface RefList {
  /** Cells added from now on stand on this sheet, a view of it where `view` is given. */
  onSheet(sheet: string, view?: GridView): void;
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
  const sheets: { readonly sheet: string; readonly view: GridView | undefined }[] = [];
  const made = new Map<number, RowRef>();
  let length = 0;

  /** The last sheet that starts at or before an index. */
  const sheetOf = (index: number): (typeof sheets)[number] => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return sheets[low] ?? { sheet: "", view: undefined };
  };
  return {
    onSheet(sheet, view) {
      starts.push(length);
      sheets.push({ sheet, view });
    },
    add(row, col) {
      rows[length] = row;
      cols[length] = col;
      length += 1;
    },
    at(index) {
      let ref = made.get(index);
      if (ref === undefined) {
        const { sheet, view } = sheetOf(index);
        const [row, col] = [rows[index] ?? 0, cols[index] ?? 0];
        ref = { sheet, ...(view ? view.at(row, col) : { row, col }) };
        made.set(index, ref);
      }
      return ref;
    },
  };
}
