/**
 * Status cells that are no words (types.ts, StatusDress): ticks in several columns or in one, figures up to 100, codes with
 * a legend, days of completion. Each is turned into the words that zh/status.ts reads, so that there is one reader of
 * statuses and every rule sees the same.
 */
import { isBlank, plainText, isErrorText, type CellValue } from "../../grid";
import { foldKey } from "../../zh/text";
import type { StatusDress } from "../types";
import { mayBePending } from "../../zh/trigger-scan";
import { readStatusText } from "../../zh/status";
import { statusDress as words } from "../../zh/words/status-dress";
import { re } from "../../zh/pattern";

const TICKS: ReadonlySet<string> = new Set(words.ticks);
const CROSSES: ReadonlySet<string> = new Set(words.crosses);
const NOES: ReadonlySet<string> = new Set(words.noes);
const DAY = re`${words.day}`;

/**
 * Whether a cell is ticked: true for a tick, false for a blank or a cross, null for anything else.
 * @example readTick("√") // true
 */
export function readTick(value: CellValue): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value === 1 ? true : value === 0 ? false : null;
  if (isBlank(value)) return false;
  if (value === null || value.length > 8) return null;
  const folded = foldTick(value);
  return TICKS.has(folded) ? true : CROSSES.has(folded) ? false : null;
}

/** Marks in one form: width, case, coloured form and brackets around them. */
function foldTick(value: string): string {
  return foldKey(value)
    .replace(/\ufe0f/g, "")
    .replace(/^\((.)\)$/, "$1")
    .toLowerCase();
}

/** A code as legends are keyed by it. */
export function foldCode(value: CellValue): string {
  return typeof value === "string" ? foldTick(value) : plainText(value);
}

/**
 * The words a status cell stands for.
 * @param valueOf the value of another column in the same row
 */
export function dressedValue(dress: StatusDress, value: CellValue, valueOf: (col: number) => CellValue): CellValue {
  switch (dress.form) {
    case "ticks":
      return tickedWords(dress, valueOf);
    case "tick": {
      const ticked = readTick(value);
      return ticked === null ? value : ticked ? words.done : words.notDone;
    }
    case "points":
      return dress.mixed && typeof value === "number" && value > 0 && value <= 1 ? plainText(value) : pointsOf(value);
    case "codes":
      // A code that the legend leaves out is no figure: 1 alone would be done.
      return dress.words.get(foldCode(value)) ?? (typeof value === "number" ? plainText(value) : value);
    case "reports":
      return typeof value === "string" ? reportedWords(value, dress, valueOf) : value;
    case "carried":
      return carriedOf(value, dress, valueOf);
    case "dates":
      return dayWords(value);
  }
}

/** What an earlier period or a report says of an item that a column leaves blank, if it is of that kind. */
function carriedOf(
  value: CellValue,
  { earlier, what }: Extract<StatusDress, { form: "carried" }>,
  valueOf: (col: number) => CellValue,
): CellValue {
  if (!isLeftBlank(value)) return value;
  const before = earlier.map(valueOf).find((one) => !isLeftBlank(one)) ?? null;
  if (before === null) return value;
  const isDone = typeof before === "string" && readStatusText(before, "problem") === "done";
  return what === "all" || isDone === (what === "done") ? before : value;
}

/** Whether a period says nothing of an item: blank, or crossed out by a dash. */
export function isLeftBlank(value: CellValue): boolean {
  return isBlank(value) || (typeof value === "string" && words.dashes.some((dash) => dash === foldKey(value)));
}

const FIGURE = /^\d{1,3}(?:\.\d{1,4})?$/;

/** 80, or 80 typed as text, in hundredths. */
function pointsOf(value: CellValue): CellValue {
  if (typeof value === "number") return value / 100;
  const folded = typeof value === "string" ? foldKey(value.slice(0, 12)) : "";
  return FIGURE.test(folded) ? Number(folded) / 100 : value;
}

const CLAUSE_END = /[。，,;；!！\n]/;
const DONE_OF = re`^${words.doneOf[0]}(?:了)?([\u4e00-\u9fff]{2,4})${words.doneOf[1]}?$`;

function reportedWords(
  report: string,
  { about, ends }: Extract<StatusDress, { form: "reports" }>,
  valueOf: (col: number) => CellValue,
): string {
  const leading = leadingWords(report, about.map(valueOf));
  return ends && leading === report ? closingWords(report) : leading;
}

/**
 * The status that the last clause of a report tells (…，已于9月20日整改完成。), the report itself where it tells none, or calls
 * done what it speaks of as still to come.
 */
function closingWords(report: string): string {
  if (readStatusText(report, "problem") !== null) return report;
  const clauses = report.split(CLAUSE_END).map((clause) => clause.trim());
  const last = clauses.filter((clause) => clause !== "").pop() ?? "";
  const status = readStatusText(last, "problem");
  return status === null || (status === "done" && mayBePending(report)) ? report : last;
}

/**
 * The status that a report of progress begins with; the report itself where it begins with none, or where more follows that
 * is still to be done. 已完成清理 is one where 清理 is what was to be done.
 */
function leadingWords(report: string, about: readonly CellValue[]): string {
  const end = report.search(CLAUSE_END);
  const first = (end < 0 ? report : report.slice(0, end)).trim();
  const status = readStatusText(first, "problem");
  const whole = readStatusText(report, "problem");
  // 未完成，正在协调 begins as 未完成，正在招标 does: what is being done about it changes nothing, in words known or not.
  if (whole !== null && !(status === "notDone" && whole === "ongoing")) return report;
  if (status !== null && status !== "done") return first;
  const rest = end < 0 ? "" : report.slice(end + 1).trim();
  if (status === "done") return mayBePending(rest) ? report : first;
  const object = DONE_OF.exec(foldKey(first))?.[1];
  const isAbout = object !== undefined && rest === "" && about.some((value) => plainText(value).includes(object));
  return isAbout ? words.done : report;
}

/** The status whose column is ticked; of several all, which no reader of statuses takes for one. */
function tickedWords(
  { columns, anyMark }: Extract<StatusDress, { form: "ticks" }>,
  valueOf: (col: number) => CellValue,
): CellValue {
  let ticked: string | null = null;
  let denied = 0;
  for (const { col, word } of columns) {
    const value = valueOf(col);
    const tick = anyMark ? !isBlank(value) : readTick(value);
    if (tick === false) {
      if (typeof value === "string" && NOES.has(foldTick(value))) denied++;
      continue;
    }
    const said = tick === null ? plainText(value) : word;
    ticked = ticked === null ? said : `${ticked}${words.and}${said}`;
  }
  // 是否完成：否, 是否正在整改：否.
  return ticked === null && denied === columns.length ? words.notDone : ticked;
}

function dayWords(value: CellValue): CellValue {
  if (isBlank(value) || (typeof value === "string" && CROSSES.has(foldTick(value)))) return words.notDone;
  if (typeof value === "number") return words.done;
  if (typeof value === "string" && !isErrorText(value) && DAY.test(foldKey(value))) return words.done;
  return value;
}

/** The columns that a status stands in. */
export function dressedColumns(col: number, dress: StatusDress | undefined): readonly number[] {
  return dress?.form === "ticks" ? dress.columns.map((column) => column.col) : [col];
}
