/**
 * What Excel makes of something typed or set through `values`: numbers, dates, times, fractions, percentages and amounts
 * are recognised, a leading apostrophe keeps text, a leading equals sign starts a formula. A cell formatted as text
 * (`@`) makes text of everything, of numbers, too. Follows the zh-CN client closely enough to be an adversary of code
 * that trusts a text to stay a text; where clients differ it takes the side that hurts.
 */
import type { CellValue } from "../../src/grid/grid";

export interface Entry {
  readonly value: CellValue;
  readonly formula?: string;
  readonly quoted?: boolean;
  /** Number format Excel sets when it recognises a date or percentage in a General cell. */
  readonly format?: string;
}

const DAY = 86_400_000;
/** Year of a date written without one; the emulated clock stands still. */
const THIS_YEAR = 2026;

function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / DAY);
  return date1904 ? days - 1462 : days;
}

const DIGITS = "〇一二三四五六七八九";

/** Chinese numerals up to 99, or digit by digit for years. */
function chineseNumber(text: string): number | null {
  if (/^[〇零一二三四五六七八九]+$/.test(text)) {
    return Number([...text.replaceAll("零", "〇")].map((digit) => DIGITS.indexOf(digit)).join(""));
  }
  const parts = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (!parts) return null;
  return (parts[1] ? DIGITS.indexOf(parts[1]) : 1) * 10 + (parts[2] ? DIGITS.indexOf(parts[2]) : 0);
}

/** Dates in Chinese numerals as in Arabic ones. */
function arabic(text: string): string {
  if (!/[年月日]/.test(text)) return text;
  return text.replace(/[〇零一二三四五六七八九十]+/g, (digits) => String(chineseNumber(digits) ?? digits));
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function parseDate(raw: string, date1904: boolean): Entry | null {
  const text = arabic(raw);
  const dated = (year: number, month: number, day: number, format: string): Entry | null => {
    const value = serialOf(year, month, day, date1904);
    return value === null ? null : { value, format };
  };
  const full = /^(\d{4}|\d{2})(?:[-/]|年)(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/.exec(text);
  if (full) {
    const year = Number(full[1]);
    return dated(year < 100 ? 2000 + year : year, Number(full[2]), Number(full[3]), "yyyy/m/d");
  }
  const month = /^(\d{4})(?:[-/]|年)(\d{1,2})月?$/.exec(text);
  if (month) return dated(Number(month[1]), Number(month[2]), 1, 'yyyy"年"m"月"');
  const day = /^(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/.exec(text);
  if (day) return dated(THIS_YEAR, Number(day[1]), Number(day[2]), 'm"月"d"日"');
  const named = /^(\d{1,2}-)?([a-z]{3})[a-z]*-(\d{1,2})$/i.exec(text);
  const index = MONTHS.indexOf(named?.[2]?.toLowerCase() ?? "");
  return index < 0 ? null : dated(THIS_YEAR, index + 1, Number(named?.[3]), "d-mmm");
}

function parseNumber(raw: string): Entry | null {
  // Full-width digits count as digits.
  const text = raw.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const plain = /^([+-])?[¥￥$€£]?\s*(\d+|\d{1,3}(?:,\d{3})+)(\.\d*)?(e[+-]?\d{1,3})?\s*(%)?$/i.exec(text);
  if (plain) {
    const [, sign = "", digits = "", rest = "", power = "", percent = ""] = plain;
    const number = Number(`${sign}${digits.replaceAll(",", "")}${rest}${power}`) / (percent ? 100 : 1);
    const format = percent
      ? "0%"
      : /[¥￥$€£]/.test(text)
        ? "#,##0"
        : power
          ? "0.00E+00"
          : digits.includes(",")
            ? "#,##0"
            : undefined;
    return Number.isFinite(number) ? { value: number, ...(format ? { format } : {}) } : null;
  }
  const negative = /^\((\d{1,15}(?:\.\d*)?)\)$/.exec(text);
  if (negative) return { value: -Number(negative[1]) };
  const fraction = /^(\d{1,5}) (\d{1,3})\/(\d{1,3})$/.exec(text);
  if (fraction && Number(fraction[3]) > 0)
    return { value: Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]), format: "# ?/?" };
  const time = /^(?:上午|下午)?(\d{1,4})[:：时](\d{1,2})?(?:[:：分](\d{1,2}))?[分秒]?$/.exec(text);
  if (time) {
    const seconds = Number(time[1]) * 3600 + Number(time[2] ?? 0) * 60 + Number(time[3] ?? 0);
    return { value: seconds / 86_400, format: "h:mm" };
  }
  return null;
}

const ERRORS = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i;

export function parseEntry(input: CellValue, format: string, date1904: boolean): Entry {
  if (input === "" || input === null) return { value: null };
  if (typeof input !== "string") {
    return format === "@"
      ? { value: typeof input === "number" ? String(input) : String(input).toUpperCase() }
      : { value: input };
  }
  if (input.startsWith("'")) return { value: input.slice(1), quoted: true };
  if (format === "@") return { value: input };
  // A plus, a minus or an at sign before anything but a number starts a formula, too.
  if (input.startsWith("=") && input.length > 1) return { value: 0, formula: input };
  const text = input.trim();
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  if (ERRORS.test(text)) return { value: text.toUpperCase() };
  const parsed = parseDate(text, date1904) ?? parseNumber(text);
  if (parsed) return parsed;
  if (/^[+\-@]./.test(input)) return { value: 0, formula: `=${input.replace(/^@/, "")}` };
  return { value: input };
}
