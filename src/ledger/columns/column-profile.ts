/**
 * What the values below a header look like: a few counts over a bounded sample of rows, enough to tell a deadline from a
 * completion date and a state from a report of progress where the header says 完成时间 or 整改情况.
 */
import { isBlank, isErrorText, type CellValue, type Grid } from "../../grid";
import { foldKey } from "../../zh/text";
import { readStatus } from "../fields/status";
import { readTick } from "../fields/status-dress";
import type { StatusReading } from "../types";
import { re } from "../../zh/pattern";
import { columnProfile as words } from "../../zh/words/column-profile";
import { TRUTH } from "../../zh/words/truth";

/** Rows of a table that are looked at, from its top. */
const SAMPLED_ROWS = 60;
/** Rows that are passed in search of them. */
const SEARCHED_ROWS = 4000;
const CLIPPED = 200;

export interface ColumnProfile {
  /** Cells with a value among `rows`. */
  readonly filled: number;
  /** Sampled rows. */
  readonly rows: number;
  /** Numbers that are no dates. */
  readonly numbers: number;
  /** Item numbers: 3, 3., （三）, 1-2, ①, ZGXM-0003. */
  readonly ordinals: number;
  /** Exact days. */
  readonly days: number;
  /** Months and the like that may be a deadline or a completion. */
  readonly months: number;
  /** Expressions that only a deadline uses: 底前, 长期坚持, 季度. */
  readonly deadlineWords: number;
  readonly statuses: number;
  /** Of the statuses those that are words of their own, not 是 or 否 or a mark. */
  readonly worded: number;
  /** Longer texts that begin with a status (已完成。一是…). */
  readonly statements: number;
  /** Cells ticked where a column is there to be ticked, and cells that say no there. */
  readonly ticks: number;
  readonly crosses: number;
  /** Figures from 0 to 1, and from 0 to 100. */
  readonly shares: number;
  readonly points: number;
  /** 无, 暂无, /: nothing to tell. */
  readonly nones: number;
  /** 属实, 部分属实: whether what was said is true, not how far it has got. */
  readonly verdicts: number;
  readonly kinds: number;
  readonly forms: number;
  /** Names of units by their last character (局, 股, 中心), and of persons (某某, 王某). */
  readonly units: number;
  readonly names: number;
  /** 15 characters and more. */
  readonly long: number;
  readonly distinct: number;
  /** Values that are the number before them plus one, or 1 after another number: how a numbering goes. */
  readonly steps: number;
  /** Whether each sampled row names a day, a month or a deadline here, or writes figures that may be one. */
  readonly datedAt: readonly boolean[];
  /** Of status-like values: whether each sampled row is done; null where it isn't a status. */
  readonly doneAt: readonly (boolean | null)[];
}

/** The first rows of a table with at least two values, up to `SAMPLED_ROWS`. */
export function sampleRows(
  grid: Grid,
  firstRow: number,
  lastRow: number,
  cols: readonly number[],
  skip: ReadonlySet<number>,
): number[] {
  const rows: number[] = [];
  const end = Math.min(lastRow, firstRow + SEARCHED_ROWS);
  for (let row = firstRow; row <= end && rows.length < SAMPLED_ROWS; row++) {
    const values = grid.values[row];
    if (!values || values.length === 0 || skip.has(row)) continue;
    let filled = 0;
    for (let i = 0; i < cols.length && filled < 2; i++) if (!isBlank(values[cols[i] as number])) filled++;
    if (filled === 2 && !isTotalsRow(values, cols)) rows.push(row);
  }
  return rows;
}

/** Rows of totals hold counts under ticks and statuses: they say nothing of what a column is. */
function isTotalsRow(values: readonly CellValue[], cols: readonly number[]): boolean {
  for (let i = 0; i < cols.length; i++) {
    const value = values[cols[i] as number];
    if (isBlank(value)) continue;
    return typeof value === "string" && value.length <= LONGEST_TOTAL && TOTALS_WORD.test(foldKey(value));
  }
  return false;
}

/**
 * Looks at one column of the sampled rows.
 * @param states whether it matters which values are statuses; reading them is what costs most.
 */
export function profileColumn(grid: Grid, rows: readonly number[], col: number, states = true): ColumnProfile {
  let filled = 0;
  let numbers = 0;
  let ordinals = 0;
  let days = 0;
  let months = 0;
  let deadlineWords = 0;
  let statuses = 0;
  let worded = 0;
  let statements = 0;
  let ticks = 0;
  let crosses = 0;
  let shares = 0;
  let points = 0;
  let nones = 0;
  let verdicts = 0;
  let steps = 0;
  let before = 0;
  let kinds = 0;
  let forms = 0;
  let units = 0;
  let names = 0;
  let long = 0;
  const distinct = new Set<CellValue>();
  const datedAt: boolean[] = [];
  const doneAt: (boolean | null)[] = [];
  for (const row of rows) {
    const value = grid.values[row]?.[col] ?? null;
    const blank = isBlank(value) || isErrorText(value);
    let done: boolean | null = null;
    let dated = false;
    if (!blank) {
      filled++;
      distinct.add(value);
      const tick = readTick(value);
      if (tick === true) ticks++;
      else if (tick === false) crosses++;
      const ordinal = typeof value === "number" ? value : typeof value === "string" ? plainOrdinal(value) : null;
      if (ordinal !== null) {
        if (ordinal === before + 1 || ordinal === 1) steps++;
        before = ordinal;
      }
      if (typeof value === "number") {
        dated = true;
        if (isSerialDay(value) || isDayInDigits(value)) days++;
        else if (isMonthInDigits(value)) months++;
        else numbers++;
        if (value > 0 && value < 20000) ordinals++;
        if (value >= 0 && value <= 1) shares++;
        if (value >= 0 && value <= 100) points++;
        if (states && value >= 0 && value <= 1) done = value === 1;
      } else if (typeof value === "string") {
        const text = foldKey(value.length > CLIPPED ? value.slice(0, CLIPPED) : value);
        if (text.length >= 15) long++;
        if (NONE.test(text)) nones++;
        if (text.length <= LONGEST_VERDICT && VERDICT.test(text)) verdicts++;
        if (UNIT_NAME.test(firstName(text))) units++;
        else if (PERSON_NAME.test(firstName(text))) names++;
        if (ORDINAL.test(text)) ordinals++;
        if (PLAIN_NUMBER.test(text)) {
          numbers++;
          // A 1 alone may be a tick.
          if (Number(text) <= 100 && text !== "1") points++;
        }
        // 33.3% is a share and no day.
        const shape = text.endsWith("%") ? null : (dateShape(text) ?? dateShape(text.replace(BEFORE_DAY, "")));
        dated = shape !== null || HAS_DIGIT.test(text);
        if (shape === "day") days++;
        else if (shape === "month") months++;
        else if (shape === "deadline") deadlineWords++;
        if (states && text.length <= 24) {
          const reading = readAnyStatus(value);
          if (reading.state === "ok" && shape === null) {
            statuses++;
            if (!WEAK_STATUS.test(text)) worded++;
            if (text.endsWith("%")) shares++;
            done = reading.status === "done" || reading.status === "basic";
          } else if (text.length <= LONGEST_REFUSAL && REFUSED.test(text)) {
            statuses++;
            done = false;
          } else if (text === "√" || text === "×" || text === "/" || text === "未销号" || text === "已销号") {
            statuses++;
          } else if (text === "立行立改" || (text.length <= 6 && shape === null)) {
            // Words that short report nothing; they are rather a state that nobody knows.
            statuses += 0.4;
          }
        } else if (states && text.length > 24) {
          const reading = readAnyStatus(value);
          if (reading.state === "ok") {
            statements++;
            done = reading.status === "done" || reading.status === "basic";
          }
        }
        if (text.length <= 24 && KIND_VALUE.test(text)) kinds++;
        if (FORM_VALUE.test(text)) forms++;
      }
    }
    doneAt.push(done);
    datedAt.push(dated);
  }
  return {
    filled,
    rows: rows.length,
    numbers,
    ordinals,
    days,
    months,
    deadlineWords,
    statuses,
    worded,
    statements,
    ticks,
    crosses,
    shares,
    points,
    nones,
    verdicts,
    kinds,
    forms,
    units,
    names,
    long,
    distinct: distinct.size,
    steps,
    datedAt,
    doneAt,
  };
}

/** A numbering as figures: 3, 3., （3）; null for anything else. */
function plainOrdinal(value: string): number | null {
  const match = /^\D?(\d{1,5})[.、)]?$/.exec(foldKey(value.length > 12 ? "" : value));
  return match ? Number(match[1]) : null;
}

/** A status of whatever kind: 初核中 is one of a clue only. */
function readAnyStatus(value: string): StatusReading {
  const reading = readStatus(value, "problem");
  return reading.state === "ok" ? reading : readStatus(value, "clue");
}

/** 20250630. */
function isDayInDigits(value: number): boolean {
  return Number.isInteger(value) && value > 19_900_100 && value < 20_991_232;
}

/** 202506, or 2025.6 that became a number. */
function isMonthInDigits(value: number): boolean {
  if (Number.isInteger(value)) return value > 199_000 && value < 209_913 && value % 100 >= 1 && value % 100 <= 12;
  return value > 1990 && value < 2100;
}

const LONGEST_TOTAL = 8;
const TOTALS_WORD = re`^${words.totals}$`;
const NONE = re`^${words.none}$`;
const HAS_DIGIT = /\d/;
const LONGEST_REFUSAL = 6;
const REFUSED = re`^${words.refused}$`;
const LONGEST_VERDICT = 6;
const VERDICT = re`^${TRUTH}$`;
/** Answers and marks that other questions have, too. */
const WEAK_STATUS = /^.$|^\d{1,3}(?:\.\d+)?%$|^[a-z]{1,3}$/i;
const UNIT_NAME = re`${words.unitName}$`;
const PERSON_NAME = /^(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]?某{1,2}|[\u4e00-\u9fff]×{1,2})$/;

/** The first of several names, without what stands in brackets. */
function firstName(text: string): string {
  const end = text.search(/[、,;/(—]/);
  return end < 0 ? text : text.slice(0, end);
}

/** Days between 1990 and 2100 in either date system, roughly. */
function isSerialDay(value: number): boolean {
  return value >= 31413 && value <= 73415;
}

/** 甲某/, 甲某（: a name that a day stands behind in the same cell. */
const BEFORE_DAY = /^[\u4e00-\u9fff×]{2,4}[/,，、(（](?=(?:19|20)\d\d[年./-])/;

const PLAIN_NUMBER = /^\d{1,12}(?:\.\d{1,6})?$/;
const ORDINAL = re`^${words.ordinal}$`;
const DAY = re`^${words.day}`;
const DEADLINE_WORD = re`${words.deadlineWord}`;
const MONTH = re`${words.month}`;
/** Kinds as a type column names them (事项类型). */
const KIND_VALUE = re`^${words.kindValue[0]}?${words.kindValue[1]}?的?${words.kindValue[2]}$`;
const FORM_VALUE = re`${words.formValue}`;

const DATE_SHAPE_TEXT = re`${words.dateShapeText}`;

/** How a folded text names a day or a time: an exact day, a month that may be either, words of deadlines, or nothing. */
function dateShape(text: string): "day" | "month" | "deadline" | null {
  if (text.length > 40) return null;
  const day = DAY.exec(text);
  if (day && day[0].length === text.length) return "day";
  const month = MONTH.test(text);
  if (DEADLINE_WORD.test(text) && (month || day || DATE_SHAPE_TEXT.test(text))) return "deadline";
  if (day) return "day";
  return month && text.length <= 12 ? "month" : null;
}
