/** Small questions about single cell values, asked a million times: all of them allocate nothing for plain text. */
import type { CellValue } from "./grid";
import { trimText } from "../zh/text";

/** Whether a cell holds nothing that a reader would see. */
export function isBlank(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== "string") return false;
  if (value.length === 0) return true;
  const code = value.charCodeAt(0);
  if (code > 0x3000 && code < 0xfeff) return false;
  if (code > 0x20 && code < 0x80) return false;
  return trimText(value).length === 0;
}

/** Text of a value as a person reads it, trimmed; numbers as JavaScript prints them, "" for nothing. */
export function plainText(value: CellValue | undefined): string {
  if (typeof value === "string") return trimText(value);
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** Whether a row holds no value at all. */
export function isBlankRow(row: readonly CellValue[] | undefined): boolean {
  if (!row) return true;
  for (let col = 0; col < row.length; col++) if (!isBlank(row[col])) return false;
  return true;
}
