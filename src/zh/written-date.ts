/**
 * Dates as people write them in ledgers: 2025年6月底前, 2025.6.30, 二〇二五年六月, 第三季度, 3月至6月, 26年1月上旬, 年底. This
 * file finds them and says what was written; which year a missing year means is decided by the reader (deadline.ts).
 *
 * The grammar follows the expressions seen in ledgers and notices. It is a scanner without backtracking over more than
 * one date, so its cost is linear in the length of the text.
 */
import { civilDate, lastDayOfMonth, type CivilDate } from "./civil-date";
import { isNumeral, parseNumeral } from "./numerals";
import { re } from "./pattern";
import { writtenDate as words } from "./words/written-date";

/** How finely a date was written. */
export type DatePrecision = "day" | "tenDays" | "month" | "quarter" | "halfYear" | "year";

/** A day of a year that may be unknown; day 0 is the last of the month. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** A period as written. Offsets are UTF-16 units of the scanned text, `end` exclusive. */
export interface WrittenDate {
  readonly type: "date";
  readonly start: number;
  readonly end: number;
  /** Year of `last` where it was written, also in two digits (26年). */
  readonly year: number | null;
  /** 今年 0, 明年 1, 去年 -1: years counted from the year in which the ledger is read. */
  readonly yearOffset: number | null;
  /** First and last day of the period (底 and 末 begin the period late: 6月底 is 21 to 30 June). */
  readonly first: MonthDay;
  readonly last: MonthDay;
  /** Years by which `first` lies before `last` (2024年11月至2025年2月). */
  readonly firstYearShift: number;
  /** -1 where `last` lies in the year before the one that was named (2025年1月前). */
  readonly lastYearShift: number;
  readonly precision: DatePrecision;
  /** A whole month, quarter or year followed by a bare 前: the period ends before it. */
  readonly before: boolean;
  /** Two dates with a range mark between them (3月至6月). */
  readonly range: boolean;
  /** 前, 底, 内, 日 and the like were written: more than the bare name of a year. */
  readonly closed: boolean;
}

/** Something that looks like a date and is none: 2025年2月30日, 13月; or is too vague: 6月初, 年中. */
export interface BadDate {
  readonly type: "bad";
  readonly why: "noSuchDate" | "vague";
  readonly start: number;
  readonly end: number;
}

export type Scanned = WrittenDate | BadDate;

/** Whether 6.30 and 6-30 are dates too. Only in cells that hold dates; in prose they are numbers. */
export type ScanMode = "cell" | "prose";

const MIN_YEAR = 1900;
const MAX_YEAR = 2199;
/** A year without 年 or separators (2025, 202506) must be one that a ledger can be about. */
const MIN_PLAIN_YEAR = 1990;
const MAX_PLAIN_YEAR = 2099;

/** Last day of a written period, given the year that `year` and `yearOffset` leave open. Null where it does not exist. */
export function lastDayOf(written: WrittenDate, year: number): CivilDate | null {
  return dayIn(written.last, year + written.lastYearShift);
}

/** First day of a written period, given its year. */
export function firstDayOf(written: WrittenDate, year: number): CivilDate | null {
  return dayIn(written.first, year + written.lastYearShift - written.firstYearShift);
}

function dayIn(at: MonthDay, year: number): CivilDate | null {
  return civilDate(year, at.month, at.day === 0 ? lastDayOfMonth(year, at.month) : at.day);
}

// ------------------------------------------------------------------------------------------------------------ folding

/** A folded text and, for each of its UTF-16 units, the offset in the original (null where they are equal). */
export interface FoldedText {
  readonly text: string;
  readonly offsets: readonly number[] | null;
}

const PLAIN = /^[!-~\u4e00-\u9fff\u3001\u3002]*$/;
const BLANK = /^[\s\u0085\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u00ad\ufeff]$/;

/**
 * NFKC without blanks, for scanning: between two digits a blank stays as one space (2025 6 30) and a line break becomes
 * ";" (two dates under each other).
 */
export function foldForDates(text: string): FoldedText {
  if (PLAIN.test(text)) return { text, offsets: null };
  let folded = "";
  const offsets: number[] = [];
  let gap = "";
  for (let i = 0; i < text.length;) {
    const point = text.codePointAt(i) ?? 0;
    const char = String.fromCodePoint(point);
    if (BLANK.test(char)) {
      if (char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029") gap = ";";
      else if (gap === "" && !isFormatChar(point)) gap = " ";
    } else {
      for (const unit of foldChar(char, point)) {
        if (BLANK.test(unit)) continue;
        if (gap !== "" && isDigit(unit) && isDigit(folded.charAt(folded.length - 1))) {
          folded += gap;
          offsets.push(i);
        }
        gap = "";
        folded += unit;
        for (let k = 0; k < unit.length; k++) offsets.push(i);
      }
    }
    i += char.length;
  }
  return { text: folded, offsets };
}

/** NFKC of one character; ① to ⓿ number a list and must not run into the digits behind them. */
function foldChar(char: string, point: number): string {
  if (point < 0x80 || (point >= 0x4e00 && point <= 0x9fff)) return char;
  return point >= 0x2460 && point <= 0x24ff ? ";" : char.normalize("NFKC");
}

function isFormatChar(point: number): boolean {
  return point === 0xad || point === 0x180e || point >= 0x200b;
}

/**
 * Dates written in a running text, in order, with their places in it. Expressions that are no dates are left out, and so
 * are forms that are numbers in prose (6.30).
 * @example findDates("计划于2026年3月召开会议").map((d) => [d.start, d.end]) // [[3, 10]]
 */
export function findDates(text: string): readonly WrittenDate[] {
  const folded = foldForDates(text);
  const found: WrittenDate[] = [];
  for (const scanned of scanDates(folded.text, "prose")) {
    if (scanned.type === "bad") continue;
    const { offsets } = folded;
    if (offsets === null) found.push(scanned);
    else {
      const lastUnit = offsets[scanned.end - 1] ?? 0;
      const length = (text.codePointAt(lastUnit) ?? 0) > 0xffff ? 2 : 1;
      found.push({ ...scanned, start: offsets[scanned.start] ?? 0, end: lastUnit + length });
    }
  }
  return found;
}

const FORM_DATE = /^\d{4}[^:]*[\d日号]$/;

/**
 * The day that a field of a form holds (settings, facts of a notice, date fields): a whole text that is one day with its
 * year, 2025-10-10, 2025/10/10, 2025.10.10, 20251010 or 2025年10月10日. Null for anything else, so that nothing is guessed.
 * @example readFormDate("2025年10月") // null
 */
export function readFormDate(text: string): CivilDate | null {
  if (text.length > LONGEST_FORM_DATE) return null;
  const folded = foldForDates(text).text;
  const [only, other] = scanDates(folded, "cell");
  if (only === undefined || other !== undefined || only.type === "bad" || !FORM_DATE.test(folded)) return null;
  const whole = only.start === 0 && only.end === folded.length && only.precision === "day" && !only.range;
  return whole && only.year !== null ? lastDayOf(only, only.year) : null;
}

const LONGEST_FORM_DATE = 40;

/**
 * Last day of the first date in a short phrase, null without one. A missing year is that of the as-of date; a vague date
 * (6月初) is taken for its month, a date that does not exist for none.
 * @example phraseDate("于2026年3月召开会议", { year: 2025, month: 11, day: 30 }) // 2026-03-31
 */
export function phraseDate(text: string, asOf: CivilDate): CivilDate | null {
  const near = foldForDates(text.length > LONGEST_FORM_DATE ? text.slice(0, LONGEST_FORM_DATE) : text).text;
  let [first] = scanDates(near, "prose");
  if (first?.type === "bad" && first.why === "vague") {
    [first] = scanDates(near.slice(first.start, first.end - 1), "prose");
  }
  if (first === undefined || first.type === "bad") return null;
  return lastDayOf(first, first.year ?? asOf.year + (first.yearOffset ?? 0));
}

// ----------------------------------------------------------------------------------------------------------- scanning

/** All dates and near-dates of a folded text, in order and without overlap. */
export function scanDates(s: string, mode: ScanMode): readonly Scanned[] {
  const found: Scanned[] = [];
  for (let i = 0; i < s.length;) {
    const char = s.charAt(i);
    if (!canStart(char)) {
      i++;
      continue;
    }
    const scanned = dateAt(s, i, mode);
    if (scanned !== null) {
      found.push(scanned);
      i = scanned.end;
      continue;
    }
    const number = numberAt(s, i);
    if (number === null) {
      i++;
    } else {
      // 3年内 and 3个月 are durations; their 年 must not be taken for the 年 of 年内.
      i = number.end;
      while (i < s.length && "个年季".includes(s.charAt(i))) i++;
    }
  }
  return found;
}

function canStart(char: string): boolean {
  return isDigit(char) || isNumeral(char.charCodeAt(0)) || "今本当明次后去上前下第年全岁元Qq".includes(char);
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9";
}

interface NumberToken {
  readonly value: number;
  readonly end: number;
  /** Digits written one by one (2025, 二〇二五); 0 for numerals with units (二十五). */
  readonly digits: number;
  readonly arabic: boolean;
}

const MAX_NUMBER_LENGTH = 12;

/** The number that begins at `i`, taken as far as it goes. */
function numberAt(s: string, i: number): NumberToken | null {
  let end = i;
  let arabic = true;
  while (end < s.length) {
    const char = s.charAt(end);
    if (isNumeral(char.charCodeAt(0))) arabic = false;
    else if (!isDigit(char) && !((char === "O" || char === "o") && end > i && !arabic)) break;
    end++;
  }
  if (end === i) return null;
  if (end - i > MAX_NUMBER_LENGTH) return { value: Number.NaN, end, digits: end - i, arabic };
  const run = s.slice(i, end);
  if (!arabic) {
    const value = parseNumeral(run);
    return { value: value ?? Number.NaN, end, digits: /[十拾百佰千仟廿卅]/.test(run) ? 0 : run.length, arabic };
  }
  if (run.length === 1) {
    const spread = spreadDigitsAt(s, i);
    if (spread !== null) return spread;
  }
  return { value: Number(run), end, digits: run.length, arabic };
}

/** 2 0 2 5年: single digits set apart for looks. */
function spreadDigitsAt(s: string, i: number): NumberToken | null {
  let digits = s.charAt(i);
  let end = i + 1;
  while (digits.length < 4 && s.charAt(end) === " " && isDigit(s.charAt(end + 1)) && !isDigit(s.charAt(end + 2))) {
    digits += s.charAt(end + 1);
    end += 2;
  }
  return digits.length > 1 && "年月日号".includes(s.charAt(end)) && end < s.length
    ? { value: Number(digits), end, digits: digits.length, arabic: true }
    : null;
}

/** What is known when the year has been read. */
interface YearPart {
  readonly start: number;
  readonly year: number | null;
  readonly yearOffset: number | null;
}

function dateAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const single = singleAt(s, i, mode);
  if (single === null || single.type === "bad") return single;
  const range = rangeFrom(s, single, mode);
  if (range !== null && range.type === "bad") return range;
  return closeDate(s, range ?? single);
}

function singleAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const char = s.charAt(i);
  if (isDigit(char) || isNumeral(char.charCodeAt(0))) return numericAt(s, i, mode);
  return relativeYearAt(s, i) ?? quarterAt(s, i, { start: i, year: null, yearOffset: null }) ?? wordAt(s, i);
}

function numericAt(s: string, i: number, mode: ScanMode): Scanned | null {
  const number = numberAt(s, i);
  if (number === null || Number.isNaN(number.value)) return null;
  const next = s.charAt(number.end);
  const fourDigits = number.digits === 4 && number.value >= MIN_YEAR && number.value <= MAX_YEAR;
  if (next === "年" && fourDigits) {
    return afterYear(s, number.end + 1, { start: i, year: number.value, yearOffset: null }, false);
  }
  // 1.6月底前 is the first of a list.
  if (followsNumber(s, i) && !(next === "月" && s.charAt(i - 1) === ".")) return null;
  if (next === "年" && number.digits === 2 && number.value >= 10 && number.value <= 69) {
    return afterYear(s, number.end + 1, { start: i, year: 2000 + number.value, yearOffset: null }, true);
  }
  if (fourDigits) {
    const separated = separatedAt(s, i, number, mode);
    if (separated !== null) return separated;
    return plainYearAt(s, i, number);
  }
  if (number.arabic && (number.digits === 8 || number.digits === 6)) return compactAt(s, i, number);
  if (number.arabic && number.digits === 2 && number.value >= 20 && number.value <= 39) {
    const short = shortYearAt(s, i, number);
    if (short !== null) return short;
  }
  const none: YearPart = { start: i, year: null, yearOffset: null };
  if (next === "月") return monthTail(s, number.end + 1, number.value, none);
  return (
    monthRangeAt(s, number, none) ?? quarterAt(s, i, none) ?? (mode === "cell" ? monthDotDayAt(s, i, number) : null)
  );
}

/** 1.2025, A12, 3-4: the number at `i` is a later part of something else. */
function followsNumber(s: string, i: number): boolean {
  const previous = s.charAt(i - 1);
  if (/[A-Za-z]/.test(previous)) return true;
  return ".-/:".includes(previous) && previous !== "" && isDigit(s.charAt(i - 2));
}

function isRealDay(year: number | null, month: number, day: number): boolean {
  return day >= 1 && day <= lastDayOfMonth(year ?? 2024, month);
}

function makeDate(
  at: YearPart,
  end: number,
  first: MonthDay,
  last: MonthDay,
  precision: DatePrecision,
  closed: boolean,
): WrittenDate {
  return {
    type: "date",
    start: at.start,
    end,
    year: at.year,
    yearOffset: at.yearOffset,
    first,
    last,
    firstYearShift: 0,
    lastYearShift: 0,
    precision,
    before: false,
    range: false,
    closed,
  };
}

function makeBad(start: number, end: number, why: BadDate["why"]): BadDate {
  return { type: "bad", why, start, end };
}

/** The period that ends where `date` begins: 10月前 ends on 30 September. */
function beforeDate(date: WrittenDate, end: number): WrittenDate {
  const january = date.first.month === 1;
  const month = january ? 12 : date.first.month - 1;
  return {
    ...date,
    end,
    first: { month, day: 1 },
    last: { month, day: 0 },
    lastYearShift: january ? -1 : 0,
    before: true,
    closed: true,
  };
}

/** Length of 前, 之前, 以前 at `i`, 0 where none stands there (前后, 前期 and 前往 are other words). */
function beforeWordAt(s: string, i: number): number {
  const at = s.startsWith("(含)", i) ? i + 3 : i;
  const length = s.startsWith("之前", at) || s.startsWith("以前", at) ? 2 : s.charAt(at) === "前" ? 1 : 0;
  if (length === 0) return 0;
  return /^[后期往列旬提置述来去半一二三两几]/.test(s.slice(at + length, at + length + 1)) ? 0 : at - i + length;
}

const ENDS = "底末终";

// ---------------------------------------------------------------------------------------------------------- the pieces

function afterYear(s: string, i: number, at: YearPart, twoDigits: boolean): Scanned | null {
  let j = i;
  if (s.startsWith("年度", j)) j += 2;
  else if (s.charAt(j) === "度") j++;
  if (s.charAt(j) === "的") j++;
  if (s.charAt(j) === "年" && (ENDS + "内中初").includes(s.charAt(j + 1)) && j + 1 < s.length) j++;
  const next = s.charAt(j);
  if (next !== "" && ENDS.includes(next)) {
    return makeDate(at, j + 1, { month: 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const half = halfYearAt(s, j, at) ?? quarterAt(s, j, at) ?? firstMonthAt(s, j, at);
  if (half !== null) return half;
  const number = numberAt(s, j);
  if (number !== null && !Number.isNaN(number.value)) {
    if (s.charAt(number.end) === "月") return monthTail(s, number.end + 1, number.value, at);
    const range = monthRangeAt(s, number, at);
    if (range !== null) return range;
    const day = number.arabic && ".-/".includes(s.charAt(number.end)) ? numberAt(s, number.end + 1) : null;
    if (day !== null && day.arabic && day.digits <= 2 && isCloser(s, skipDayUnit(s, day.end))) {
      return dayOf(at, skipDayUnit(s, day.end), number.value, day.value);
    }
    if (twoDigits) return null;
  }
  const year = makeDate(at, j, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", false);
  if (next === "全" && s.charAt(j + 1) === "年") return { ...year, end: j + 2, closed: true };
  // 10年内 and 25年 could be durations.
  if (twoDigits) return null;
  if (next === "内" && s.charAt(j + 1) !== "部") return { ...year, end: j + 1, closed: true };
  const before = beforeWordAt(s, j);
  return before > 0 ? beforeDate(year, j + before) : year;
}

function dayOf(at: YearPart, end: number, month: number, day: number): Scanned {
  if (month < 1 || month > 12 || !isRealDay(at.year, month, day)) return makeBad(at.start, end, "noSuchDate");
  return makeDate(at, end, { month, day }, { month, day }, "day", true);
}

/** The rest of a date after N月. */
function monthTail(s: string, i: number, month: number, at: YearPart): Scanned {
  if (!(month >= 1 && month <= 12)) return makeBad(at.start, i, "noSuchDate");
  let j = i;
  if (s.charAt(j) === "份") j++;
  if (s.charAt(j) === "月" && (ENDS + "初中").includes(s.charAt(j + 1)) && j + 1 < s.length) j++;
  const whole = makeDate(at, j, { month, day: 1 }, { month, day: 0 }, "month", false);
  const next = s.charAt(j);
  const tenDays = tenDaysAt(s, j);
  if (tenDays !== null) {
    const [first, last] = [DAYS_OF_TEN[tenDays.from] ?? 1, tenDays.to];
    const day = last === 0 ? 10 : last === 1 ? 20 : 0;
    return {
      ...whole,
      end: tenDays.end,
      first: { month, day: first },
      last: { month, day },
      precision: "tenDays",
      closed: true,
    };
  }
  if (next !== "" && ENDS.includes(next)) return { ...whole, end: j + 1, first: { month, day: 21 }, closed: true };
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const number = numberAt(s, j);
  if (number !== null) {
    const unit = "日号".includes(s.charAt(number.end)) && number.end < s.length ? 1 : 0;
    if (unit === 1 || isCloser(s, number.end)) return dayOf(at, number.end + unit, month, number.value);
    return whole;
  }
  if (next === "内" && !"部容控".includes(s.charAt(j + 1) || " ")) return { ...whole, end: j + 1, closed: true };
  const before = beforeWordAt(s, j);
  return before > 0 ? beforeDate(whole, j + before) : whole;
}

const DAYS_OF_TEN = [1, 11, 21] as const;

/** 上旬 0, 中旬 1, 下旬 2; 中下旬 runs from one to the next. */
function tenDaysAt(s: string, i: number): { readonly from: number; readonly to: number; readonly end: number } | null {
  const word = /^([上中]?)([初上中下末])旬/.exec(s.slice(i, i + 3));
  if (word === null) return null;
  const to = "上中下".indexOf((word[2] ?? "").replace("初", "上").replace("末", "下"));
  const from = word[1] === "" ? to : "上中下".indexOf(word[1] ?? "");
  return from > to ? null : { from, to, end: i + word[0].length };
}

const CLOSER_TEXT = re`^${words.closerText}`;

/** Whether a date may end here: end of text, punctuation, a range mark, or a word that closes a deadline. */
function isCloser(s: string, i: number): boolean {
  if (i >= s.length) return true;
  if (",;。、:()-–—~ 〜至到止前".includes(s.charAt(i))) return true;
  return CLOSER_TEXT.test(s.slice(i, i + 2));
}

function skipDayUnit(s: string, i: number): number {
  return s.charAt(i) === "日" || s.charAt(i) === "号" ? i + 1 : i;
}

const SEPARATORS = ".-/–—·。_ ";

/** 2025-06-30, 2025.6, 2025/6月底, and the range of years 2013-2015. */
function separatedAt(s: string, i: number, year: NumberToken, mode: ScanMode): Scanned | null {
  const separator = s.charAt(year.end);
  if (separator === "" || !SEPARATORS.includes(separator)) return null;
  const at: YearPart = { start: i, year: year.value, yearOffset: null };
  const second = numberAt(s, year.end + 1);
  if (second === null || Number.isNaN(second.value)) return null;
  if (second.digits === 4 && "-–—/".includes(separator) && second.value >= year.value && second.value <= MAX_YEAR) {
    const end = s.charAt(second.end) === "年" ? second.end + 1 : second.end;
    if (s.charAt(second.end) === "年" && !isCloser(s, end)) return null;
    if (!isCloser(s, end)) return null;
    const years: YearPart = { ...at, year: second.value };
    const range = makeDate(years, end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true);
    return { ...range, firstYearShift: second.value - year.value, range: true };
  }
  if (second.digits > 2 || (mode === "prose" && separator === " ")) return null;
  const next = s.charAt(second.end);
  if (next === separator || (separator === "-" && next === "/")) {
    const day = numberAt(s, second.end + 1);
    if (day !== null && day.digits <= 2 && !Number.isNaN(day.value) && !/^[月年]/.test(s.slice(day.end, day.end + 1))) {
      return dayOf(at, skipDayUnit(s, day.end), second.value, day.value);
    }
  }
  if (mode === "prose" && /[万亿元%个项人次倍吨米平]/.test(next)) return null;
  return monthTail(s, next === "月" ? second.end + 1 : second.end, second.value, at);
}

/** 25.6.30: day, month and year, all in two digits, the year first. */
function shortYearAt(s: string, i: number, year: NumberToken): Scanned | null {
  const separator = s.charAt(year.end);
  if (separator === "" || !".-/".includes(separator)) return null;
  const month = numberAt(s, year.end + 1);
  if (month === null || month.digits > 2 || s.charAt(month.end) !== separator) return null;
  const day = numberAt(s, month.end + 1);
  if (day === null || day.digits > 2 || !isCloser(s, skipDayUnit(s, day.end))) return null;
  const at: YearPart = { start: i, year: 2000 + year.value, yearOffset: null };
  return dayOf(at, skipDayUnit(s, day.end), month.value, day.value);
}

/** 2025 alone, before 底 or in a range; anything else of four digits is just a number. */
function plainYearAt(s: string, i: number, year: NumberToken): Scanned | null {
  if (year.value < MIN_PLAIN_YEAR || year.value > MAX_PLAIN_YEAR || !year.arabic) return null;
  const at: YearPart = { start: i, year: year.value, yearOffset: null };
  const next = s.charAt(year.end);
  if (next === "底" || next === "末" || s.startsWith("全年", year.end)) {
    const end = next === "全" ? year.end + 2 : year.end + 1;
    return makeDate(at, end, { month: 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  const range = rangeMarkAt(s, year.end);
  const alone = /^\(?$/.test(s.slice(0, i)) && /^\)?$/.test(s.slice(year.end, year.end + 2));
  return alone || (range > 0 && /^\d{4}/.test(s.slice(year.end + range, year.end + range + 4)))
    ? makeDate(at, year.end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true)
    : null;
}

/** 20250630 and 202506. */
function compactAt(s: string, i: number, number: NumberToken): Scanned | null {
  const long = number.digits === 8;
  const year = Math.floor(number.value / (long ? 10000 : 100));
  const month = long ? Math.floor(number.value / 100) % 100 : number.value % 100;
  if (year < MIN_PLAIN_YEAR || year > MAX_PLAIN_YEAR) return null;
  const end = number.end;
  if (!isCloser(s, end) && !(!long && /^[月底份]/.test(s.slice(end, end + 1)))) return null;
  const at: YearPart = { start: i, year, yearOffset: null };
  if (long) return dayOf(at, end, month, number.value % 100);
  return monthTail(s, s.charAt(end) === "月" ? end + 1 : end, month, at);
}

/** 6.30, 9/30前, 6-30: a month and a day without the year; 3-6 is left alone, it might be anything. */
function monthDotDayAt(s: string, i: number, month: NumberToken): Scanned | null {
  const separator = s.charAt(month.end);
  if (!month.arabic || month.digits > 2 || separator === "" || !".-/".includes(separator)) return null;
  const day = numberAt(s, month.end + 1);
  if (day === null || !day.arabic || day.digits > 2) return null;
  const end = skipDayUnit(s, day.end);
  if (!isCloser(s, end) || (s.charAt(end) === "-" && separator === "-")) return null;
  if (month.value < 1 || month.value > 12 || !isRealDay(null, month.value, day.value)) return null;
  if (separator === "-" && day.value <= 12 && end === day.end && beforeWordAt(s, end) === 0) return null;
  return dayOf({ start: i, year: null, yearOffset: null }, end, month.value, day.value);
}

/** 3-6月, 3至6月底: months that share one 月. */
function monthRangeAt(s: string, first: NumberToken, at: YearPart): Scanned | null {
  const mark = listMarkAt(s, first.end);
  if (mark === 0 || first.digits > 2 || first.value > 12) return null;
  const second = numberAt(s, first.end + mark);
  if (second === null || second.digits > 2 || s.charAt(second.end) !== "月") return null;
  // 9、3月底 is item 9 of a list, not September to March.
  if (mark !== rangeMarkAt(s, first.end) && second.value <= first.value) return null;
  const last = monthTail(s, second.end + 1, second.value, at);
  if (last.type === "bad" || first.value < 1) return makeBad(at.start, last.end, "noSuchDate");
  return joinRange(
    makeDate(at, first.end, { month: first.value, day: 1 }, { month: first.value, day: 0 }, "month", true),
    last,
  );
}

const THIS_YEAR: readonly (readonly [string, number])[] = [
  ["今年", 0],
  ["本年", 0],
  ["当年", 0],
  ["明年", 1],
  ["次年", 1],
  ["后年", 2],
  ["去年", -1],
  ["上年", -1],
];

/** 原则上年底, 说明年底, 多次年底: the first half belongs to the word before. */
function isWholeYearWord(s: string, i: number, word: string): boolean {
  const previous = s.charAt(i - 1);
  if (previous === "") return true;
  if (word === "明年") return !/[说证表声申阐照文]/.test(previous);
  if (word === "今年") return previous !== "如";
  return (
    (word !== "上年" && word !== "次年") || !/[\u4e00-\u9fff]/.test(previous) || /[于至到在从自较比]/.test(previous)
  );
}

function relativeYearAt(s: string, i: number): Scanned | null {
  for (const [word, offset] of THIS_YEAR) {
    if (s.startsWith(word, i) && isWholeYearWord(s, i, word))
      return afterYear(s, i + 2, { start: i, year: null, yearOffset: offset }, false);
  }
  return null;
}

/** 第三季度, 三季度末, 3季度, Q3, 一至三季度. */
function quarterAt(s: string, i: number, at: YearPart): Scanned | null {
  let j = i;
  const ordinal = s.charAt(j) === "第";
  if (ordinal) j++;
  let quarter: number;
  let from: number | null = null;
  if (s.charAt(j) === "Q" || s.charAt(j) === "q") {
    if (!/^[1-4](?!\d)/.test(s.slice(j + 1, j + 3))) return null;
    quarter = Number(s.charAt(j + 1));
    j += 2;
  } else {
    let number = numberAt(s, j);
    if (number === null || number.digits !== 1) return null;
    const mark = listMarkAt(s, number.end);
    if (mark > 0) {
      from = number.value;
      const second = s.charAt(number.end + mark) === "第" ? number.end + mark + 1 : number.end + mark;
      number = numberAt(s, second);
      if (number === null || number.digits !== 1) return null;
    }
    quarter = number.value;
    j = number.end;
    if (s.charAt(j) === "个") j++;
    if (s.startsWith("季度", j)) j += 2;
    else if (s.charAt(j) === "季" && (ordinal || "末底".includes(s.charAt(j + 1) || " "))) j++;
    else return null;
  }
  if (quarter < 1 || quarter > 4 || (from !== null && (from < 1 || from > quarter))) {
    return makeBad(at.start, j, "noSuchDate");
  }
  const month = quarter * 3;
  const date = makeDate(at, j, { month: (from ?? quarter) * 3 - 2, day: 1 }, { month, day: 0 }, "quarter", false);
  const next = s.charAt(j);
  if (next !== "" && ENDS.includes(next)) return { ...date, end: j + 1, first: { month, day: 1 }, closed: true };
  if (next === "初" || (next === "中" && isCloser(s, j + 1))) return makeBad(at.start, j + 1, "vague");
  const before = from === null ? beforeWordAt(s, j) : 0;
  return before > 0 ? beforeDate(date, j + before) : { ...date, closed: true };
}

function halfYearAt(s: string, i: number, at: YearPart): Scanned | null {
  if (s.charAt(i + 1) !== "半" || s.charAt(i + 2) !== "年") return null;
  const which = s.charAt(i);
  const firstHalf = which === "上" || which === "前";
  if (!firstHalf && which !== "下" && which !== "后") return null;
  const j = i + 3;
  const next = s.charAt(j);
  const month = firstHalf ? 6 : 12;
  const date = makeDate(at, j, { month: firstHalf ? 1 : 7, day: 1 }, { month, day: 0 }, "halfYear", true);
  if (next !== "" && ENDS.includes(next)) return { ...date, end: j + 1, first: { month, day: 1 } };
  // Before the half-year, or before its end? Nobody can say.
  if (next === "初" || (next === "中" && isCloser(s, j + 1)) || beforeWordAt(s, j) > 0) {
    return makeBad(at.start, j + Math.max(1, beforeWordAt(s, j)), "vague");
  }
  return date;
}

/** 元月 is January. */
function firstMonthAt(s: string, i: number, at: YearPart): Scanned | null {
  return s.startsWith("元月", i) ? monthTail(s, i + 2, 1, at) : null;
}

const YEAR_ENDS = ["年底", "年末", "年终", "年内", "年度内", "年度底", "年度末", "全年", "岁末"] as const;

/** 上半年, 年底: without any year. */
function wordAt(s: string, i: number): Scanned | null {
  const at: YearPart = { start: i, year: null, yearOffset: null };
  const half = halfYearAt(s, i, at);
  if (half !== null) return half;
  if (!/[\d万亿千百十角]/.test(s.charAt(i - 1))) {
    const january = firstMonthAt(s, i, at);
    if (january !== null) return january;
  }
  if (/[半多几数每整历往近]/.test(s.charAt(i - 1))) return null;
  for (const word of YEAR_ENDS) {
    if (!s.startsWith(word, i)) continue;
    const wholeYear = word === "年内" || word === "年度内" || word === "全年";
    return makeDate(at, i + word.length, { month: wholeYear ? 1 : 12, day: 1 }, { month: 12, day: 31 }, "year", true);
  }
  return null;
}

// -------------------------------------------------------------------------------------------------------------- ranges

const RANGE_MARKS = ["起至", "起到", "开始至", "——", "--", "至", "到", "-", "–", "—", "~", "〜"] as const;

/** Length of the range mark at `i`, 0 where there is none. */
function rangeMarkAt(s: string, i: number): number {
  for (const mark of RANGE_MARKS) if (s.startsWith(mark, i)) return mark.length;
  return 0;
}

/** The same or one of 、 and 和: 6、7月 and 一、二季度 end with the second. */
function listMarkAt(s: string, i: number): number {
  return s.charAt(i) === "、" || s.charAt(i) === "和" ? 1 : rangeMarkAt(s, i);
}

/** The range that begins with `first`, null where no second date follows. */
function rangeFrom(s: string, first: WrittenDate, mode: ScanMode): Scanned | null {
  if (first.before) return null;
  const mark = rangeMarkAt(s, first.end);
  if (mark === 0) return null;
  const i = first.end + mark;
  const second = rangeEndAt(s, i, first, mode);
  if (second === null) return null;
  if (second.type === "bad") return makeBad(first.start, second.end, second.why);
  return joinRange(first, second);
}

function rangeEndAt(s: string, i: number, first: WrittenDate, mode: ScanMode): Scanned | null {
  if (first.precision === "tenDays" && (tenDaysAt(s, i) !== null || /^月?[底末]/.test(s.slice(i, i + 2)))) {
    // 6月上旬至中旬
    return monthTail(s, i, first.last.month, { start: i, year: first.year, yearOffset: first.yearOffset });
  }
  const number = numberAt(s, i);
  if (number !== null && number.digits <= 2 && first.precision === "day") {
    // 6月1日至30日, 6月1日-30
    const end = skipDayUnit(s, number.end);
    if (end > number.end || (isCloser(s, end) && s.charAt(end) !== "-")) {
      return dayOf({ start: i, year: first.year, yearOffset: first.yearOffset }, end, first.last.month, number.value);
    }
  }
  if (number !== null && number.digits === 4 && first.precision === "year" && number.arabic) {
    const year = plainYearAt(s, i, number);
    if (year !== null) return year;
    if (isCloser(s, number.end) && number.value >= MIN_PLAIN_YEAR && number.value <= MAX_PLAIN_YEAR) {
      const at: YearPart = { start: i, year: number.value, yearOffset: null };
      return makeDate(at, number.end, { month: 1, day: 1 }, { month: 12, day: 31 }, "year", true);
    }
  }
  // The guard against numbers that continue others looks back over the range mark; here the mark is known.
  if (number !== null && (s.charAt(i - 1) === "-" || s.charAt(i - 1) === "—")) {
    const inner = numericAt(s.slice(i), 0, mode);
    return inner === null ? null : { ...inner, start: inner.start + i, end: inner.end + i };
  }
  return singleAt(s, i, mode);
}

function joinRange(first: WrittenDate, second: WrittenDate): WrittenDate {
  let { year, yearOffset } = second;
  let shift = 0;
  if (year === null && first.year !== null) {
    year = first.year + (yearOffset ?? 0);
    shift = yearOffset ?? 0;
    yearOffset = null;
  } else if (year === null && yearOffset === null) {
    yearOffset = first.yearOffset;
  } else if (year !== null && first.year !== null) {
    shift = year - first.year;
  }
  // 11月至2月 runs into the next year.
  if (shift === 0 && second.year === null && second.last.month < first.first.month) {
    shift = 1;
    if (year !== null) year += 1;
    else if (yearOffset !== null) yearOffset += 1;
  }
  return { ...second, start: first.start, year, yearOffset, first: first.first, firstYearShift: shift, range: true };
}

// ------------------------------------------------------------------------------------------------------- what may follow

/** Takes in the time of day and the closing words after a date: 18:00前, (含)之前, 止. */
function closeDate(s: string, date: WrittenDate): WrittenDate {
  let j = date.end;
  if (date.precision === "day") j = skipTimeOfDay(s, j);
  for (const note of ["(含当日)", "(含当天)", "(含)", "当日", "当天", "当月"])
    if (s.startsWith(note, j)) j += note.length;
  const before = beforeWordAt(s, j);
  if (before > 0) j += before;
  else {
    for (const word of ["为止", "截止", "以内", "之内", "止", "内"]) {
      if (!s.startsWith(word, j)) continue;
      if (word === "内" && "部容控".includes(s.charAt(j + 1) || " ")) break;
      j += word.length;
      break;
    }
  }
  return j === date.end ? date : { ...date, end: j, closed: true };
}

const SKIP_TIME_OF_DAY_SPOKEN = re`^${words.skipTimeOfDaySpoken[0]}?\d{1,2}[时点]${words.skipTimeOfDaySpoken[1]}?`;

function skipTimeOfDay(s: string, i: number): number {
  const clock = /^[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?(?![\d:])/.exec(s.slice(i, i + 32));
  if (clock !== null) return i + clock[0].length;
  const spoken = SKIP_TIME_OF_DAY_SPOKEN.exec(s.slice(i, i + 12));
  return spoken === null ? i : i + spoken[0].length;
}
