/**
 * What Excel makes of something typed or set through `values`: numbers, dates and percentages are recognised, a leading
 * apostrophe keeps text, a leading equals sign starts a formula. A cell formatted as text (`@`) keeps what it is given.
 * Follows the zh-CN client closely enough to catch code that trusts a text to stay a text.
 */
import type { CellValue } from "../../src/ledger/grid";

export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly quoted?: boolean;
  /** Number format Excel sets when it recognises a date or percentage in a General cell. */
  readonly format?: string;
}

const DAY = 86_400_000;

function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / DAY);
  return date1904 ? days - 1462 : days;
}

function parseDate(text: string, date1904: boolean): Entry | null {
  const full = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (full) {
    const value = serialOf(Number(full[1]), Number(full[2]), Number(full[3]), date1904);
    return value === null ? null : { value, format: "yyyy/m/d" };
  }
  const month = /^(\d{4})[-/年](\d{1,2})月?$/.exec(text);
  if (month) {
    const value = serialOf(Number(month[1]), Number(month[2]), 1, date1904);
    return value === null ? null : { value, format: 'yyyy"年"m"月"' };
  }
  return null;
}

export function parseEntry(input: CellValue, format: string, date1904: boolean): Entry {
  if (input === "" || input === null) return { value: null };
  if (typeof input !== "string") return { value: input };
  if (input.startsWith("'")) return { value: input.slice(1), quoted: true };
  if (format === "@") return { value: input };
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  if (/^[+-]?(\d{1,15}(,\d{3})*)(\.\d{0,15})?(e[+-]?\d{1,3})?$/i.test(text))
    return { value: Number(text.replaceAll(",", "")) };
  if (/^\d{1,15}(\.\d{0,15})?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, format: "0%" };
  return parseDate(text, date1904) ?? { value: input };
}
