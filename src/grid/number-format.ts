/**
 * Number formats: whether a format shows dates, and what a person sees in the cell. Only as much of the format language
 * (ECMA-376 part 1, 18.8.31) as ledgers need: General, fixed decimals, thousands, percentages, and dates and times with
 * Chinese literals. Anything else shows as General.
 */
import type { CellValue } from "./grid";
import { writeNumeral } from "../zh/numerals";
import { dayNumber, fromSerial, type CivilDate } from "../zh/civil-date";

/**
 * Format codes that a workbook names by number only (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 depend on the language and
 * are those of zh-CN, which Chinese Excel and WPS write without spelling them out. 14 and 22 follow the system; they are given as a Chinese Windows shows them.
 */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, "General"],
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;[Red]"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "yyyy/m/d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "yyyy/m/d h:mm"],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [34, '上午/下午h"时"mm"分"'],
  [35, '上午/下午h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, "#,##0;\\-#,##0"],
  [38, "#,##0;[Red]\\-#,##0"],
  [39, "#,##0.00;\\-#,##0.00"],
  [40, "#,##0.00;[Red]\\-#,##0.00"],
  [41, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '],
  [42, '_ "¥"* #,##0_ ;_ "¥"* \\-#,##0_ ;_ "¥"* "-"_ ;_ @_ '],
  [43, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
  [44, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ '],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, '上午/下午h"时"mm"分"'],
  [56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/**
 * Format code of a built-in number format, null for ids that name none.
 * @example builtInFormat(31) // 'yyyy"年"m"月"d"日"'
 */
export function builtInFormat(id: number): string | null {
  return BUILT_IN.get(id) ?? null;
}

type DatePart = "year" | "month" | "day" | "weekday" | "hour" | "minute" | "second" | "halfDay";

type FormatToken =
  | { readonly type: "literal"; readonly text: string }
  | { readonly type: "date"; readonly part: DatePart; readonly letters: string };

interface DateFormat {
  readonly tokens: readonly FormatToken[];
  /** [DBNum1] and [DBNum2]: digits in Chinese. */
  readonly chineseDigits: string | null;
}

/** No format of Excel is longer than 255 characters; a damaged file may hold anything. */
const MAX_FORMAT_LENGTH = 512;

const CHINESE_DIGITS: ReadonlyMap<string, string> = new Map([
  ["DBNUM1", "〇一二三四五六七八九"],
  ["DBNUM2", "零壹贰叁肆伍陆柒捌玖"],
  ["DBNUM3", "０１２３４５６７８９"],
]);

/** Tokens of the first section if it shows a date or a time, else null. */
function parseDateFormat(code: string): DateFormat | null {
  if (code.length > MAX_FORMAT_LENGTH || code === "General" || code === "@") return null;
  const tokens: FormatToken[] = [];
  let chineseDigits: string | null = null;
  let literal = "";
  let dated = false;
  const flush = (): void => {
    if (literal !== "") tokens.push({ type: "literal", text: literal });
    literal = "";
  };
  for (let i = 0; i < code.length;) {
    const char = code.charAt(i);
    const lower = char.toLowerCase();
    if (char === ";") break;
    if (char === '"') {
      const close = code.indexOf('"', i + 1);
      literal += code.slice(i + 1, close < 0 ? code.length : close);
      i = close < 0 ? code.length : close + 1;
    } else if (char === "\\" || char === "!") {
      literal += code.charAt(i + 1);
      i += 2;
    } else if (char === "_" || char === "*") {
      i += 2;
    } else if (char === "[") {
      const close = code.indexOf("]", i);
      const inside = code.slice(i + 1, close < 0 ? code.length : close).toUpperCase();
      chineseDigits = CHINESE_DIGITS.get(inside) ?? chineseDigits;
      if (/^(H+|M+|S+)$/.test(inside)) {
        flush();
        dated = true;
        tokens.push({
          type: "date",
          part: inside.startsWith("H") ? "hour" : inside.startsWith("M") ? "minute" : "second",
          letters: inside.toLowerCase(),
        });
      }
      i = close < 0 ? code.length : close + 1;
    } else if (code.startsWith("上午/下午", i) || code.slice(i, i + 5).toUpperCase() === "AM/PM") {
      flush();
      tokens.push({ type: "date", part: "halfDay", letters: code.slice(i, i + 5) });
      i += 5;
    } else if (lower === "e" && /^[+-][0#?]/.test(code.slice(i + 1, i + 3))) {
      return null;
    } else if ("ymdhsea".includes(lower)) {
      let end = i + 1;
      while (end < code.length && code.charAt(end).toLowerCase() === lower) end++;
      const letters = lower.repeat(end - i);
      i = end;
      if (lower === "a" && letters.length < 3) {
        literal += letters;
        continue;
      }
      flush();
      dated = true;
      tokens.push({ type: "date", part: partOf(lower, letters), letters });
    } else if (char === "0" || char === "#" || char === "?" || char === "%" || char === "@") {
      // Digits belong to a date only as fractions of a second.
      if (!dated) return null;
      i++;
    } else if (code.slice(i, i + 7).toLowerCase() === "general") {
      return null;
    } else {
      literal += char;
      i++;
    }
  }
  flush();
  return dated ? { tokens: tellMinutes(tokens), chineseDigits } : null;
}

function partOf(letter: string, letters: string): DatePart {
  switch (letter) {
    case "y":
    case "e":
      return "year";
    case "m":
      return "month";
    case "d":
      return letters.length > 2 ? "weekday" : "day";
    case "a":
      return "weekday";
    case "h":
      return "hour";
    default:
      return "second";
  }
}

/** m and mm next to an hour or a second are minutes. */
function tellMinutes(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const dates = tokens.filter((token) => token.type === "date");
  return tokens.map((token) => {
    if (token.type !== "date" || token.part !== "month" || token.letters.length > 2) return token;
    const at = dates.indexOf(token);
    const before = dates[at - 1]?.part;
    const after = dates[at + 1]?.part;
    return before === "hour" || after === "second" ? { ...token, part: "minute" } : token;
  });
}

/**
 * Whether a format code shows its number as a date or a time.
 * @example isDateFormat('m"月"d"日"') // true
 * @example isDateFormat("0.00") // false
 */
export function isDateFormat(code: string | undefined): boolean {
  return code !== undefined && parseDateFormat(code) !== null;
}

/**
 * Whether a format shows a time of day behind a date, as programs give it to every day they write.
 * @example isMomentFormat("yyyy-mm-dd h:mm:ss") // true
 */
export function isMomentFormat(code: string | undefined): boolean {
  const format = code === undefined ? null : parseDateFormat(code);
  const parts = format?.tokens.flatMap((token) => (token.type === "date" ? [token.part] : [])) ?? [];
  return parts.includes("day") && parts.includes("hour");
}

/**
 * How finely a format shows a date: the smallest of day, month and year in it; null for formats without any of them.
 * A cell that shows 2025年6月 holds the first of June, but says June.
 */
export function datePrecisionOf(code: string | undefined): "day" | "month" | "year" | null {
  const format = code === undefined ? null : parseDateFormat(code);
  if (format === null) return null;
  const has = (part: DatePart): boolean => format.tokens.some((token) => token.type === "date" && token.part === part);
  if (has("day") || has("weekday")) return "day";
  if (has("month")) return "month";
  return has("year") ? "year" : null;
}

/**
 * What a person sees in a cell, apart from column width: dates by their format, numbers by decimals, thousands and
 * percent, booleans as Excel prints them. Text is returned unchanged, null as "".
 * @example displayText(45838, 'yyyy"年"m"月"', false) // "2025年6月"
 * @example displayText(46024, 'm"月"d"日"', false) // "1月2日" (somebody typed 1-2)
 */
export function displayText(value: CellValue, format: string | undefined, date1904: boolean): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (format === undefined || format === "General" || format === "@") return showGeneral(value);
  const dateFormat = parseDateFormat(format);
  if (dateFormat === null) return showNumber(value, format);
  const date = fromSerial(value, date1904);
  // A time of day alone has no date: serial 0 of the 1900 system.
  if (date === null && (value < 0 || value >= 1)) return showGeneral(value);
  return showDate(value, date, dateFormat);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const MONTHS_LONG = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const WEEKDAYS_CHINESE = "日一二三四五六";

function showDate(serial: number, date: CivilDate | null, format: DateFormat): string {
  const seconds = Math.round((serial - Math.floor(serial)) * 86400) % 86400;
  const twelveHours = format.tokens.some((token) => token.type === "date" && token.part === "halfDay");
  let shown = "";
  for (const token of format.tokens) {
    if (token.type === "literal") {
      shown += token.text;
      continue;
    }
    const text = showPart(token.part, token.letters, date, seconds, twelveHours);
    shown += format.chineseDigits === null ? text : inChinese(text, token.part, format.chineseDigits);
  }
  return shown;
}

function showPart(
  part: DatePart,
  letters: string,
  date: CivilDate | null,
  seconds: number,
  twelveHours: boolean,
): string {
  const pad = (n: number): string => (letters.length > 1 ? String(n).padStart(2, "0") : String(n));
  const hour = Math.floor(seconds / 3600);
  switch (part) {
    case "year":
      if (date === null) return "1900";
      return letters.startsWith("y") && letters.length <= 2
        ? String(date.year % 100).padStart(2, "0")
        : String(date.year);
    case "month": {
      const month = date?.month ?? 1;
      if (letters.length === 3) return MONTHS[month - 1] ?? "";
      if (letters.length === 5) return (MONTHS_LONG[month - 1] ?? "").slice(0, 1);
      return letters.length > 3 ? (MONTHS_LONG[month - 1] ?? "") : pad(month);
    }
    case "day":
      return pad(date?.day ?? 0);
    case "weekday": {
      // 1970-01-01 was a Thursday.
      const weekday = date === null ? 6 : (((dayNumber(date) + 4) % 7) + 7) % 7;
      if (letters.startsWith("a")) return (letters.length > 3 ? "星期" : "") + WEEKDAYS_CHINESE.charAt(weekday);
      const name = WEEKDAYS[weekday] ?? "";
      return letters.length > 3 ? name : name.slice(0, 3);
    }
    case "hour":
      return pad(twelveHours ? hour % 12 || 12 : hour);
    case "minute":
      return pad(Math.floor(seconds / 60) % 60);
    case "second":
      return pad(seconds % 60);
    case "halfDay":
      return letters.startsWith("上") ? (hour < 12 ? "上午" : "下午") : hour < 12 ? "AM" : "PM";
  }
}

/** 2025 digit by digit, other numbers with 十: 二〇二五年六月三十日. */
function inChinese(text: string, part: DatePart, digits: string): string {
  if (!/^\d+$/.test(text)) return text;
  if (part === "year" || digits.startsWith("０")) return Array.from(text, (c) => digits.charAt(Number(c))).join("");
  return writeNumeral(Number(text), digits);
}

/** General: at most 11 characters of a number, as a cell shows it. */
function showGeneral(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) return value === 0 ? "0" : value.toExponential(5).replace(/\.?0*e/, "E");
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

function showNumber(value: number, format: string): string {
  if (format.length > MAX_FORMAT_LENGTH) return showGeneral(value);
  const section = chooseSection(format, value);
  const bare = stripLiterals(section.code);
  const shape = /^([#0,?]*)(?:\.([0#?]*))?(%?)$/.exec(bare.pattern);
  if (shape === null || (shape[1] ?? "") + (shape[2] ?? "") === "") return showGeneral(value);
  const decimals = shape[2] ?? "";
  const percent = shape[3] === "%";
  const scaled = Number((Math.abs(value) * (percent ? 100 : 1)).toPrecision(15));
  let digits = scaled.toFixed(Math.min(decimals.length, 20));
  const optional = decimals.length - decimals.replace(/[#?]+$/, "").length;
  for (let i = 0; i < optional && digits.endsWith("0"); i++) digits = digits.slice(0, -1);
  const [units = "0", fraction = ""] = digits.split(".");
  let whole = units.padStart((shape[1] ?? "").replace(/[^0]/g, "").length, "0");
  if ((shape[1] ?? "").includes(",")) whole = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const text = whole + (fraction === "" ? "" : `.${fraction}`) + (percent ? "%" : "");
  const minus = value < 0 && !section.own && Number(digits) !== 0 ? "-" : "";
  return minus + bare.before + text + bare.after;
}

/** The section for a number: positive;negative;zero. `own`: a negative section, which prints its own sign. */
function chooseSection(format: string, value: number): { readonly code: string; readonly own: boolean } {
  const sections = format.split(";");
  if (value < 0 && sections.length > 1) return { code: sections[1] ?? "", own: true };
  if (value === 0 && sections.length > 2) return { code: sections[2] ?? "", own: false };
  return { code: sections[0] ?? "", own: false };
}

function stripLiterals(code: string): { readonly before: string; readonly pattern: string; readonly after: string } {
  let before = "";
  let pattern = "";
  let after = "";
  const add = (text: string): void => {
    if (pattern === "") before += text;
    else after += text;
  };
  for (let i = 0; i < code.length; i++) {
    const char = code.charAt(i);
    if (char === '"') {
      const close = code.indexOf('"', i + 1);
      add(code.slice(i + 1, close < 0 ? code.length : close));
      i = close < 0 ? code.length : close;
    } else if (char === "\\" || char === "!") {
      add(code.charAt(++i));
    } else if (char === "_" || char === "*") {
      i++;
    } else if (char === "[") {
      const close = code.indexOf("]", i);
      i = close < 0 ? code.length : close;
    } else if ("#0,?.%".includes(char)) {
      pattern += char;
    } else {
      add(char);
    }
  }
  return { before, pattern, after };
}
