/** The rows of a sheet, with the few questions that finding headers asks of them. */
import { isBlank, isBlankRow, type Area, type CellValue, type Grid } from "../../grid";

/** Widest header that is looked at. */
export const WIDEST = 16384;

/** A grid with the few questions that finding headers asks of it. Merges are indexed only when a header is near. */
export class SheetRows {
  readonly first: number;
  readonly last: number;
  private mergesByTop: Map<number, Area[]> | null = null;

  constructor(readonly grid: Grid) {
    const values = grid.values;
    let last = values.length - 1;
    while (last >= 0 && isBlankRow(values[last])) last--;
    this.last = last;
    this.first = 0;
  }

  /** Last row with a value in `from`…`to`, `from - 1` if there is none. */
  lastFilled(from: number, to: number): number {
    let row = Math.min(to, this.last);
    while (row >= from && isBlankRow(this.grid.values[row])) row--;
    return Math.max(row, from - 1);
  }

  mergesFrom(row: number): readonly Area[] {
    if (!this.mergesByTop) {
      this.mergesByTop = new Map();
      for (const area of this.grid.merges) {
        const list = this.mergesByTop.get(area.top);
        if (list) list.push(area);
        else this.mergesByTop.set(area.top, [area]);
      }
    }
    return this.mergesByTop.get(row) ?? [];
  }

  value(row: number, col: number): CellValue {
    return this.grid.values[row]?.[col] ?? null;
  }

  /** Columns of a row that hold a value. */
  filled(row: number): number[] {
    const values = this.grid.values[row];
    const cols: number[] = [];
    if (!values) return cols;
    const width = Math.min(values.length, WIDEST);
    for (let col = 0; col < width; col++) if (!isBlank(values[col])) cols.push(col);
    return cols;
  }

  /** Width in columns of the cell that begins here (1 unless merged). */
  widthAt(row: number, col: number): number {
    for (const area of this.mergesFrom(row)) if (area.left === col) return area.right - area.left + 1;
    return 1;
  }
}
