/** Between what a cell holds and what a person types for it. */
import { displayText, isDateFormat, type CellValue } from "../../grid";
import { toSerial } from "../../zh/civil-date";
import { readFormDate } from "../../zh/written-date";
import type { CellContent } from "./result-types";

/**
 * A cell's content as one would type it; a date as its day, not as Excel's number of it.
 * @example cellContent(45930, "yyyy-mm-dd", false) // { value: 45930, text: "2025-09-30", date: true, percent: false, date1904: false }
 */
export function cellContent(value: CellValue, format: string | undefined, date1904: boolean): CellContent {
  const date = isDateFormat(format);
  const percent = !date && format?.includes("%") === true && (value === null || typeof value === "number");
  const shown = date || percent;
  const text = value === null ? "" : shown ? displayText(value, format, date1904) : String(value);
  return { value, text, date, percent, date1904 };
}

/**
 * The value of a text that was typed over a content: empty for nothing, a number where one stood, a date where the cell
 * shows dates; else the text as it is.
 * @example typedValue("2025年9月30日", cellContent(null, "yyyy-mm-dd", false)) // 45930
 * @example typedValue("90", cellContent(0.5, "0%", false)) // 0.9
 * @example typedValue("12", cellContent("12 项", undefined, false)) // "12"
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
  const share = content.percent ? /^(\d{1,9}(?:\.\d{1,10})?)(\s*[%％])?$/.exec(trimmed) : null;
  if (share) {
    const figure = Number(share[1]);
    // A number below 1 is a share as it stands, unless it says percent itself.
    return share[2] === undefined && figure < 1 ? figure : Number((figure / 100).toPrecision(12));
  }
  if (typeof content.value === "number" && /^-?\d{1,15}(\.\d{1,10})?$/.test(trimmed)) return Number(trimmed);
  return text;
}
