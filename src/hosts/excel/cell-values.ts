/** Cell values between Office.js, where an empty cell is "", and the grid, where it is null. */
import { EMPTY_ROW, type CellValue } from "../../grid";

/** What `Range.values` holds; anything but these three types would be a data type we don't ask for. */
export function cellValue(value: unknown): CellValue {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return String(value);
}

/** A row of the grid from a row of `Range.values`; trailing empty cells are cut, an empty row is the shared one. */
export function gridRow(line: readonly unknown[]): readonly CellValue[] {
  let width = line.length;
  while (width > 0 && cellValue(line[width - 1]) === null) width -= 1;
  if (width === 0) return EMPTY_ROW;
  const row: CellValue[] = new Array<CellValue>(width);
  for (let col = 0; col < width; col++) row[col] = cellValue(line[col]);
  return row;
}

/**
 * Bytes that a row of values takes in a response, estimated: UTF-8 of its texts, and the separators. Good enough to
 * choose block sizes by.
 */
export function rowBytes(line: readonly unknown[]): number {
  let bytes = 2;
  for (const value of line) {
    if (typeof value !== "string") {
      bytes += 9;
      continue;
    }
    bytes += 3;
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    }
  }
  return bytes;
}
