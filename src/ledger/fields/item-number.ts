/**
 * Item numbers as they are written: 3, 3., （三）, 三、, ①, 第3项, 1-2, ZGXM-2026-0020-0003; and 1-2 that Excel turned into
 * the second of January.
 */
import { type CellValue, isDateFormat } from "../../grid";
import { fromSerial } from "../../zh/civil-date";
import { parseNumeral } from "../../zh/numerals";
import { foldKey, trimText } from "../../zh/text";

export interface ItemNumber {
  /** As written, trimmed. */
  readonly text: string;
  /** What stands before the last number and makes a series of its own: "1" of 1-2, "ZGXM-2026" of ZGXM-2026-0003. */
  readonly series: string;
  /** The last number, null where there is none. */
  readonly ordinal: number | null;
}

export const NO_NUMBER: ItemNumber = { text: "", series: "", ordinal: null };
const LONGEST = 64;
const SMALL: readonly ItemNumber[] = Array.from({ length: 2001 }, (_, n) => ({
  text: String(n),
  series: "",
  ordinal: n,
}));

/**
 * Reads a number cell.
 * @param format number format of the cell, where known: a date format means that somebody typed 1-2.
 * @example readItemNumber("1-2", undefined, false) // { text: "1-2", series: "1", ordinal: 2 }
 */
export function readItemNumber(value: CellValue, format: string | undefined, date1904: boolean): ItemNumber {
  if (value === null) return NO_NUMBER;
  if (typeof value === "number") return ofNumber(value, format, date1904);
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE", series: "", ordinal: null };
  const text = trimText(value);
  if (text === "") return NO_NUMBER;
  if (text.length > LONGEST) return { text, series: "", ordinal: null };
  return ofText(text);
}

function ofNumber(value: number, format: string | undefined, date1904: boolean): ItemNumber {
  const small = Number.isInteger(value) && value >= 0 ? SMALL[value] : undefined;
  if (small) return small;
  // Without a format nothing tells a date from the 40,000th item.
  if (isDateFormat(format)) {
    const date = fromSerial(value, date1904);
    if (date) return { text: `${date.month}-${date.day}`, series: String(date.month), ordinal: date.day };
  }
  if (Number.isInteger(value)) return { text: String(value), series: "", ordinal: value >= 0 ? value : null };
  const text = String(value);
  const point = text.indexOf(".");
  return { text, series: text.slice(0, point), ordinal: Number(text.slice(point + 1)) };
}

const TAIL = /(\d{1,9}|[零〇一二三四五六七八九十百两]{1,7})[.、,:)\]】项个条号]*$/;

function ofText(text: string): ItemNumber {
  // ① folds to 1, （三） to (三), full-width figures to plain ones.
  const folded = foldKey(text);
  const tail = TAIL.exec(folded);
  if (!tail) return { text, series: "", ordinal: null };
  const digits = tail[1] ?? "";
  const ordinal = /^\d/.test(digits) ? Number(digits) : parseNumeral(digits);
  let end = tail.index;
  while (end > 0 && "-.—_、(（[【第/·#".includes(folded.charAt(end - 1))) end--;
  let start = 0;
  while (start < end && "([【第#".includes(folded.charAt(start))) start++;
  return { text, series: folded.slice(start, end), ordinal };
}
