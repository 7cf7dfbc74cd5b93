/** Between what a cell holds and what a person types for it. */
import { displayText, isDateFormat, type CellValue } from "../../grid";
import { toSerial } from "../../zh/civil-date";
import { readFormDate } from "../../zh/written-date";
import type { CellContent } from "./result-types";

/**
 * A cell's content as one would type it; a date as its day, not as Excel's number of it.
 * @example cellContent(45930, "yyyy-mm-dd", false) // { value: 45930, text: "2025-09-30", date: true, date1904: false }
 */
export function cellContent(value: CellValue, format: string | undefined, date1904: boolean): CellContent {
  const date = isDateFormat(format);
  const text = value === null ? "" : date ? displayText(value, format, date1904) : String(value);
  return { value, text, date, date1904 };
}

/**
 * The value of a text that was typed over a content: empty for nothing, a number where one stood, a date where the cell
 * shows dates; else the text as it is.
 * @example typedValue("2025年9月30日", { value: null, text: "", date: true, date1904: false }) // 45930
 * @example typedValue("12", { value: "12 项", text: "12 项", date: false, date1904: false }) // "12"
 */
export function typedValue(text: string, content: CellContent): CellValue {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  if (text === content.text) return content.value;
  if (content.date) {
    const date = readFormDate(trimmed);
    const serial = date === null ? null : toSerial(date, content.date1904);
    if (serial !== null) return serial;
  }
  if (typeof content.value === "number" && /^-?\d{1,15}(\.\d{1,10})?$/.test(trimmed)) return Number(trimmed);
  return text;
}
