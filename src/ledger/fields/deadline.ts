/**
 * Deadlines (整改时限) and completion dates, read from cells. A deadline is the last day of what was written; what names
 * no day stays invalid with a reason, never a guess.
 *
 * Choices of ours (the rest is design.md, Fields):
 * - A number shown by a month-only format (yyyy"年"m"月", mmm-yy) is stored as the first of the month but says the month:
 *   its last day, precision month. The same for year-only formats.
 * - A number without a date format is a serial only within the years 1990 to 2099; 2025 is a year, 202506 a month, 20250630
 *   a day, and 2025.6 (typed 2025.6, kept as a number) June; 2025.1 is January or October and therefore invalid, unless
 *   its format shows 2025.10.
 * - Several dates in one cell: the one after 延期至, 调整为, 新期限; else the latest. A later date without a year has the
 *   year of the one before it.
 * - 今年, 明年: counted from the report's year, else from the as-of year, and flagged as a year that was not written.
 * - A start (2025年6月起) and an event (春节前, 会议后) are vague; what recurs (每月10日, 每季度) is open-ended.
 * - A length of time (一个月内) is one of period.ts.
 */
import { addMonths, civilDate, compareDates, fromSerial, lastDayOfMonth, type CivilDate } from "../../zh/civil-date";
import { isErrorText, type CellValue, datePrecisionOf, displayText } from "../../grid";
import { parseNumeral } from "../../zh/numerals";
import { trimText } from "../../zh/text";
import type { DatePrecision, Deadline, DeadlineInvalidReason, YearSource } from "../types";
import { findPeriod, resolvePeriod } from "./period";
import { firstDayOf, foldForDates, lastDayOf, scanDates, type Scanned, type WrittenDate } from "../../zh/written-date";
import { re, reWith } from "../../zh/pattern";
import { deadline as words } from "../../zh/words/deadline";

/** What dates of a ledger are read by. */
export interface DateContext {
  readonly date1904: boolean;
  readonly asOf: CivilDate;
  /** Day of the feedback (反馈日), where known. */
  readonly feedbackDate: CivilDate | null;
  /** 填报时间 or 统计截止 as the ledger states it. */
  readonly reportDate: CivilDate | null;
  /** Length of the 集中整改期 in months, where set. */
  readonly concentratedMonths: number | null;
}

type DeadlineReader = (value: CellValue, format?: string) => Deadline;
type DateReader = (value: CellValue, format?: string) => CivilDate | null;

const MISSING: Deadline = { type: "missing" };
const ERROR: Deadline = { type: "error" };
const OPEN_ENDED: Deadline = { type: "openEnded" };
const IMMEDIATE: Deadline = { type: "immediate", openEnded: false };
const IMMEDIATE_OPEN_ENDED: Deadline = { type: "immediate", openEnded: true };
const INVALID: { readonly [R in DeadlineInvalidReason]: Deadline } = {
  noSuchDate: { type: "invalid", reason: "noSuchDate" },
  vague: { type: "invalid", reason: "vague" },
  needsSettings: { type: "invalid", reason: "needsSettings" },
  unreadable: { type: "invalid", reason: "unreadable" },
};

/** A ledger has few distinct deadlines; the bound keeps a hostile one from filling the memory. */
const CACHE_LIMIT = 20_000;
const CACHED_LENGTH = 200;
/** Longer cells are essays, not deadlines. */
const MAX_RAW_LENGTH = 2_000;
const MAX_TEXT_LENGTH = 200;
const MAX_WORDS_BESIDE_DATES = 80;

const MIN_PLAUSIBLE_YEAR = 1990;
const MAX_PLAUSIBLE_YEAR = 2099;
const MIN_YEAR = 1900;
const MAX_YEAR = 2199;

/**
 * A reader of deadline cells for one ledger. Results are shared, immutable, and do not depend on what was read before.
 * @example createDeadlineReader(context)("2025年6月底前") // { type: "date", date: 2025-06-30, precision: "month", … }
 */
export function createDeadlineReader(context: DateContext): DeadlineReader {
  const texts = new Map<string, Deadline>();
  const formats = new Map<string, ReturnType<typeof datePrecisionOf>>();
  return (value, format) => {
    if (value === null) return MISSING;
    if (typeof value === "boolean") return INVALID.unreadable;
    if (typeof value === "number") return readNumber(value, format, cachedPrecision(formats, format), context);
    const known = texts.get(value);
    if (known !== undefined) return known;
    const read = readText(value, context);
    if (value.length <= CACHED_LENGTH) {
      if (texts.size >= CACHE_LIMIT) texts.clear();
      texts.set(value, read);
    }
    return read;
  };
}

function cachedPrecision(
  formats: Map<string, ReturnType<typeof datePrecisionOf>>,
  format: string | undefined,
): ReturnType<typeof datePrecisionOf> {
  if (format === undefined || format === "General") return null;
  let precision = formats.get(format);
  if (precision === undefined) {
    precision = datePrecisionOf(format);
    formats.set(format, precision);
  }
  return precision;
}

/**
 * A reader of completion dates (完成时间, 销号时间). A date that was written loosely (2025年8月) gives the first day it can
 * mean, so that nobody is told that a completion lies in the future or behind its deadline when it need not. A missing
 * year: with a feedback date the first such month on or after it, else the latest such day not after the as-of date.
 * Null for empty, unreadable and undated cells.
 */
export function createDateReader(context: DateContext): DateReader {
  const texts = new Map<string, CivilDate | null>();
  const formats = new Map<string, ReturnType<typeof datePrecisionOf>>();
  return (value, format) => {
    if (value === null || typeof value === "boolean") return null;
    if (typeof value === "number") {
      const read = readNumber(value, format, cachedPrecision(formats, format), context);
      return read.type === "date" ? firstOfPrecision(read.date, read.precision) : null;
    }
    const known = texts.get(value);
    if (known !== undefined) return known;
    const read = readCompletion(value, context);
    if (value.length <= CACHED_LENGTH) {
      if (texts.size >= CACHE_LIMIT) texts.clear();
      texts.set(value, read);
    }
    return read;
  };
}

function firstOfPrecision(date: CivilDate, precision: DatePrecision): CivilDate {
  if (precision === "month") return { ...date, day: 1 };
  return precision === "year" ? { year: date.year, month: 1, day: 1 } : date;
}

// ------------------------------------------------------------------------------------------------------------- numbers

function dated(date: CivilDate, precision: DatePrecision): Deadline {
  return { type: "date", date, precision, openEnded: false, yearFrom: null, bareMonthBefore: false };
}

function readNumber(
  value: number,
  format: string | undefined,
  precision: ReturnType<typeof datePrecisionOf>,
  context: DateContext,
): Deadline {
  if (precision !== null) {
    const date = fromSerial(value, context.date1904);
    if (date === null || date.year < MIN_YEAR || date.year > MAX_YEAR) return INVALID.unreadable;
    return datedTo(date, precision);
  }
  const serial = fromSerial(value, context.date1904);
  if (serial !== null && serial.year >= MIN_PLAUSIBLE_YEAR && serial.year <= MAX_PLAUSIBLE_YEAR)
    return dated(serial, "day");
  if (Number.isInteger(value)) return value >= 1000 ? readText(String(value), context) : INVALID.unreadable;
  return readDecimal(value, format, context);
}

function datedTo(date: CivilDate, precision: "day" | "month" | "year"): Deadline {
  if (precision === "year") return dated({ year: date.year, month: 12, day: 31 }, "year");
  if (precision === "day") return dated(date, "day");
  return dated({ ...date, day: lastDayOfMonth(date.year, date.month) }, "month");
}

/** 2025.6 and 12.31, typed as dates and kept as numbers. A digit that may have lost its zero is not guessed. */
function readDecimal(value: number, format: string | undefined, context: DateContext): Deadline {
  const shown = displayText(value, format, context.date1904);
  const parts = /^(\d{1,4})\.(\d{1,2})$/.exec(shown);
  if (parts === null) return INVALID.unreadable;
  const whole = Number(parts[1]);
  const fraction = parts[2] ?? "";
  const fixed = format !== undefined && format !== "General" && format !== "@" && fraction.length === 2;
  const isYear = whole >= MIN_PLAUSIBLE_YEAR && whole <= MAX_PLAUSIBLE_YEAR;
  const limit = isYear ? 12 : 31;
  if (!isYear && whole > 12) return INVALID.unreadable;
  if (fraction.length === 1 && !fixed && Number(fraction) * 10 <= limit) return INVALID.unreadable;
  return readText(shown, context);
}

// ---------------------------------------------------------------------------------------------------------------- words

const IMMEDIATE_WORDS = reWith("g")`${words.immediateWords}`;
const OPEN_WORDS = reWith("g")`${words.openWords}`;
const OPEN_WORD = re`${words.openWord}`;
const VAGUE_WORD = re`${words.vagueWord}`;
/** With one of these beside it even a date is not settled. */
const UNSETTLED_WORD = re`${words.unsettledWord}`;

const START_AFTER = re`${words.startAfter}`;
const START_BEFORE = re`${words.startBefore}`;
const UNREAD_RANGE = re`^${words.unreadRange}.`;
const RECURRING_BEFORE = re`每(?:个)?${words.recurringBefore}?(?:度)?的?$`;
const EVENT_CLAUSE = re`${words.eventClause}$`;
const HARMLESS_CLAUSE = re`${words.harmlessClause}`;
const EXTENSION_BEFORE = re`${words.extensionBefore}`;
const ORIGINAL_BEFORE = /原[^,;。]{0,8}$/;
const ORIGINAL_AFTER = /^\(原[^)]{0,8}\)/;

/** Numbers beside a date that are not dates themselves: list numbers, quantities, durations in brackets. */
const HARMLESS_NUMBERS = reWith(
  "g",
)`(^|[;,。:(])\(?\d{1,2}[.、):]|(?<!\d)\d+(?:\.\d+)?%|(?<!\d)\d+${words.harmlessNumbers}`;

const KNOWN_AFTER_YEAR = re`^${words.knownAfterYear}`;

// ----------------------------------------------------------------------------------------------------------------- text

function readText(raw: string, context: DateContext): Deadline {
  const text = trimText(raw);
  if (text === "") return MISSING;
  if (isErrorText(text)) return ERROR;
  if (text.length > MAX_RAW_LENGTH) return INVALID.unreadable;
  const folded = foldForDates(text).text;
  if (folded === "") return MISSING;
  if (folded.length > MAX_TEXT_LENGTH) return INVALID.unreadable;
  if (/^\d{5}(?:\.\d+)?$/.test(folded)) return readSerialText(Number(folded), context);
  return readLength(folded, context) ?? readDatesOrWords(folded, context);
}

function readDatesOrWords(folded: string, context: DateContext): Deadline {
  const scanned = recursOnly(folded) ? [] : scanDates(folded, "cell");
  if (scanned.length === 0) return readWords(folded, context);
  return readDates(folded, scanned, context);
}

/** 每年6月、12月, 一月一调度: days that come again, and no other. */
function recursOnly(folded: string): boolean {
  const rest = folded.replace(RECURRING, ";");
  if (rest === folded || /\d/.test(rest) || scanDates(rest, "cell").length > 0) return false;
  return folded.match(RECURRING)?.every((part) => !/\d{4}|[〇零一二三四五六七八九]{4}年/.test(part)) ?? false;
}

/** 一个月内, 收到通知后15日内: a length of time, where no date stands beside it. */
function readLength(folded: string, context: DateContext): Deadline | null {
  if (CONCENTRATED.test(folded)) return null;
  const found = findPeriod(folded);
  if (found === null) return null;
  const rest = folded.replace(found.text, ";");
  if (UNSETTLED_WORD.test(rest)) return INVALID.vague;
  if (/\d/.test(rest.replace(HARMLESS_NUMBERS, "$1")) || scanDates(rest, "cell").length > 0) return null;
  if (found.deadline === null) return INVALID.unreadable;
  // Where the row may have a beginning of its own, its reader settles it (row-reader.ts).
  return found.deadline.from === "feedback"
    ? resolvePeriod(found.deadline, null, context.feedbackDate)
    : found.deadline;
}

function readSerialText(value: number, context: DateContext): Deadline {
  const date = fromSerial(value, context.date1904);
  if (date === null || date.year < MIN_PLAUSIBLE_YEAR || date.year > MAX_PLAUSIBLE_YEAR) return INVALID.unreadable;
  return dated(date, "day");
}

interface Candidate {
  readonly written: WrittenDate;
  readonly before: string;
  readonly after: string;
}

function readDates(text: string, scanned: readonly Scanned[], context: DateContext): Deadline {
  let beside = "";
  const candidates: Candidate[] = [];
  let from = 0;
  for (const [n, found] of scanned.entries()) {
    if (found.type === "bad") return INVALID[found.why];
    const before = text.slice(from, found.start);
    const after = text.slice(found.end, scanned[n + 1]?.start ?? text.length);
    beside += (n > 0 ? ";" : "") + before;
    from = found.end;
    candidates.push({ written: found, before, after });
  }
  beside += ";" + text.slice(from);
  if (beside.length > MAX_WORDS_BESIDE_DATES) return INVALID.unreadable;
  if (UNSETTLED_WORD.test(beside)) return INVALID.vague;
  if (/\d/.test(beside.replace(HARMLESS_NUMBERS, "$1"))) return INVALID.unreadable;

  const ends = candidates.filter(
    ({ written, before, after }) =>
      !START_AFTER.test(after) && !(START_BEFORE.test(before) && !written.range) && !RECURRING_BEFORE.test(before),
  );
  if (ends.length === 0) {
    // 每年6月底前; 2025年6月起长期坚持: the day is no deadline, the rest is.
    return OPEN_WORD.test(beside) || candidates.every(({ before }) => RECURRING_BEFORE.test(before))
      ? OPEN_ENDED
      : INVALID.vague;
  }
  // 2025年6月至竣工: the end of the range is what counts, and it isn't a date.
  if (candidates.some(({ after }) => UNREAD_RANGE.test(after))) return INVALID.unreadable;
  for (const clause of beside.split(/[,;。、:()]/)) {
    if (EVENT_CLAUSE.test(clause) && !HARMLESS_CLAUSE.test(clause)) return INVALID.vague;
  }
  for (const { written, after } of ends) {
    if (!written.closed && written.precision === "year" && !KNOWN_AFTER_YEAR.test(after)) return INVALID.unreadable;
  }
  return chooseDate(ends, candidates, OPEN_WORD.test(beside), context);
}

interface Resolved {
  readonly candidate: Candidate;
  readonly date: CivilDate;
  readonly yearFrom: YearSource | null;
}

function chooseDate(
  ends: readonly Candidate[],
  all: readonly Candidate[],
  openEnded: boolean,
  context: DateContext,
): Deadline {
  const resolved: Resolved[] = [];
  let year: number | null = null;
  let latest: CivilDate | null = null;
  for (const candidate of all) {
    const { written } = candidate;
    let read: Omit<Resolved, "candidate"> | null;
    if (written.year === null && written.yearOffset === null && year !== null) {
      read = withYear(lastDayOf(written, year), null);
      const extended = EXTENSION_BEFORE.test(candidate.before);
      if (read !== null && extended && latest !== null && compareDates(read.date, latest) < 0) {
        read = withYear(lastDayOf(written, year + 1), null);
      }
    } else {
      read = resolveDate(written, context);
      if (read !== null && EXTENSION_BEFORE.test(candidate.before) && latest !== null && read.yearFrom !== null) {
        if (compareDates(read.date, latest) < 0) read = withYear(lastDayOf(written, latest.year + 1), read.yearFrom);
      }
    }
    if (read === null) return INVALID.noSuchDate;
    if (written.year !== null) year = written.year;
    if (latest === null || compareDates(read.date, latest) > 0) latest = read.date;
    if (ends.includes(candidate)) resolved.push({ candidate, ...read });
  }
  const chosen = choose(resolved);
  if (chosen === null) return INVALID.unreadable;
  const { written } = chosen.candidate;
  return {
    type: "date",
    date: chosen.date,
    precision: written.before && written.precision === "day" ? "month" : written.precision,
    openEnded,
    yearFrom: chosen.yearFrom,
    bareMonthBefore: written.before,
  };
}

function withYear(date: CivilDate | null, yearFrom: YearSource | null): Omit<Resolved, "candidate"> | null {
  return date === null ? null : { date, yearFrom };
}

/** The extended date, else the latest of those that are not called the original one. */
function choose(resolved: readonly Resolved[]): Resolved | null {
  let chosen: Resolved | null = null;
  for (const each of resolved) if (EXTENSION_BEFORE.test(each.candidate.before)) chosen = each;
  if (chosen !== null) return chosen;
  const current = resolved.filter(
    ({ candidate }) => !ORIGINAL_BEFORE.test(candidate.before) && !ORIGINAL_AFTER.test(candidate.after),
  );
  for (const each of current.length > 0 ? current : resolved) {
    if (chosen === null || compareDates(each.date, chosen.date) > 0) chosen = each;
  }
  return chosen;
}

/** The last day of a written date. A missing year: see design.md, Deadline. */
function resolveDate(written: WrittenDate, context: DateContext): Omit<Resolved, "candidate"> | null {
  if (written.year !== null) return withYear(lastDayOf(written, written.year), null);
  const report = context.reportDate;
  const named = report?.year ?? context.asOf.year;
  const source: YearSource = report === null ? "asOf" : "report";
  if (written.yearOffset !== null) return withYear(lastDayOf(written, named + written.yearOffset), source);
  const feedback = context.feedbackDate;
  if (feedback !== null) {
    const year = written.last.month >= feedback.month ? feedback.year : feedback.year + 1;
    return withYear(lastDayOf(written, year - written.lastYearShift), "feedback");
  }
  return withYear(lastDayOf(written, named + written.firstYearShift), source);
}

// ------------------------------------------------------------------------------------------------------- no date at all

const MONTHS_STATED = /(\d{1,2}|[一二两三四五六七八九十]{1,3})个月/;
const CONCENTRATED = re`集中整改${words.concentrated}`;

const RECURRING = reWith("g")`${words.recurring}`;

function readWords(text: string, context: DateContext): Deadline {
  const period = readPeriod(text, context);
  if (period !== null) return period;
  const withoutImmediate = text.replace(IMMEDIATE_WORDS, "");
  const immediate = withoutImmediate.length < text.length;
  const rest = withoutImmediate.replace(RECURRING, "").replace(OPEN_WORDS, "");
  const open = rest.length < withoutImmediate.length;
  if ((immediate || open) && rest.length <= 24) {
    if (/\d/.test(rest)) return INVALID.unreadable;
    if (!VAGUE_WORD.test(rest)) return immediate ? (open ? IMMEDIATE_OPEN_ENDED : IMMEDIATE) : OPEN_ENDED;
  }
  return VAGUE_WORD.test(text) ? INVALID.vague : INVALID.unreadable;
}

/** 集中整改期内（三个月）: months counted from the feedback date. */
function readPeriod(text: string, context: DateContext): Deadline | null {
  if (!CONCENTRATED.test(text)) return null;
  const stated = MONTHS_STATED.exec(text);
  if (UNSETTLED_WORD.test(text)) return INVALID.vague;
  const months = stated === null ? context.concentratedMonths : parseNumeral(stated[1] ?? "");
  if (context.feedbackDate === null || months === null) return INVALID.needsSettings;
  if (!Number.isInteger(months) || months < 1 || months > 60) return INVALID.unreadable;
  if (/\d/.test(text.replace(MONTHS_STATED, ""))) return INVALID.unreadable;
  return {
    type: "date",
    date: addMonths(context.feedbackDate, months),
    precision: "day",
    openEnded: OPEN_WORD.test(text),
    yearFrom: null,
    bareMonthBefore: false,
  };
}

// ---------------------------------------------------------------------------------------------------- completion dates

function readCompletion(raw: string, context: DateContext): CivilDate | null {
  const text = trimText(raw);
  if (text === "" || text.length > MAX_RAW_LENGTH) return null;
  const folded = foldForDates(text).text;
  if (folded.length > MAX_TEXT_LENGTH) return null;
  if (/^\d{5}(?:\.\d+)?$/.test(folded)) {
    const read = readSerialText(Number(folded), context);
    return read.type === "date" ? read.date : null;
  }
  let latest: CivilDate | null = null;
  let year: number | null = null;
  for (const written of scanDates(folded, "cell")) {
    if (written.type === "bad") return null;
    const date: CivilDate | null =
      written.year === null && written.yearOffset === null && year !== null
        ? startOf(written, year)
        : resolveCompletion(written, context);
    if (date === null) return null;
    if (written.year !== null) year = written.year;
    if (latest === null || compareDates(date, latest) > 0) latest = date;
  }
  return latest;
}

/** The first day a completion can mean: of a range (3月至6月) that of its end. */
function startOf(written: WrittenDate, year: number): CivilDate | null {
  const last = lastDayOf(written, year);
  if (last === null) return null;
  const first = firstDayOf(written, year);
  if (first === null || written.precision === "day") return last;
  return written.range && written.precision === "month" ? civilDate(last.year, last.month, 1) : first;
}

function resolveCompletion(written: WrittenDate, context: DateContext): CivilDate | null {
  if (written.year !== null) return startOf(written, written.year);
  if (written.yearOffset !== null) {
    return startOf(written, (context.reportDate?.year ?? context.asOf.year) + written.yearOffset);
  }
  const { feedbackDate, asOf } = context;
  if (feedbackDate !== null) {
    return startOf(written, written.last.month >= feedbackDate.month ? feedbackDate.year : feedbackDate.year + 1);
  }
  const thisYear = startOf(written, asOf.year);
  return thisYear !== null && compareDates(thisYear, asOf) <= 0 ? thisYear : startOf(written, asOf.year - 1);
}
