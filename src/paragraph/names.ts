/** Contents of braces for what a figure was understood as. */
import type { Status } from "../ledger";
import { STATUS_NAMES, SUBJECT_NAMES, type Subject } from "../notice";
import { LAST_METRICS, LAST_PERIOD, THEN_WORDS } from "../zh/words/template";
import type { Counted } from "./lexicon";

function subjectWord(counted: Counted): string {
  const subject = counted === "parents" || counted === "sections" ? "problem" : counted;
  return SUBJECT_NAMES[subject][0] ?? subject;
}

/** A place of a subject, with its filters behind. */
function placeOf(counted: Counted, word: string, filters: readonly string[]): string {
  return `${subjectWord(counted)}.${word}${filters.join("")}`;
}

export function totalPlace(counted: Counted, filters: readonly string[]): string {
  if (counted === "parents") return placeOf(counted, "主要问题数", filters);
  if (counted === "sections") return placeOf(counted, "方面数", filters);
  return counted === "accountability" ? "问责.人数" : placeOf(counted, "总数", filters);
}

export function statusPlace(subject: Subject, status: Status, filters: readonly string[]): string {
  return placeOf(subject, STATUS_NAMES[subject][status][0] ?? "", filters);
}

const REST = "其余";

export function restPlace(subject: Subject, filters: readonly string[]): string {
  return placeOf(subject, REST, filters);
}

const METRIC_NAMES = { overdue: "超期", dueSoon: "即将到期", onTime: "按期完成" } as const;

export function metricPlace(subject: Subject, metric: keyof typeof METRIC_NAMES, filters: readonly string[]): string {
  return placeOf(subject, METRIC_NAMES[metric], filters);
}

export function ratePlace(subject: Subject, filters: readonly string[]): string {
  const isHandled = subject === "letter" || subject === "clue" || subject === "matter";
  return placeOf(subject, isHandled ? "办结率" : "完成率", filters);
}

/** The share of a status, or of all that is left; null where the language has none (measures). */
export function sharePlace(subject: Subject, status: Status | "rest", filters: string): string | null {
  if (status === "done") return ratePlace(subject, []) + filters;
  if (subject === "measures") return null;
  const kind = subject === "problem" ? "" : `[类型=${subjectWord(subject)}]`;
  const word = status === "rest" ? REST : STATUS_NAMES[subject][status][0];
  return `率:${word ?? ""}${kind}${filters}`;
}

const SUBJECTS = Object.keys(STATUS_NAMES) as Subject[];
const COUNT = /^([^.:]+)\.([^.:[]+)(.*)$/u;

/** A count of a subject, taken apart: what is counted of it, and which items. */
interface CountPlace {
  readonly subject: Subject;
  readonly word: string;
  readonly status: Status | "rest" | null;
  readonly filters: string;
}

function countIn(place: string): CountPlace | null {
  const [, of = "", word = "", filters = ""] = COUNT.exec(place) ?? [];
  const subject = SUBJECTS.find((one) => subjectWord(one) === of);
  if (subject === undefined) return null;
  const statuses = Object.keys(STATUS_NAMES[subject]) as Status[];
  const status = statuses.find((one) => STATUS_NAMES[subject][one][0] === word) ?? null;
  return { subject, word, status: word === REST ? "rest" : status, filters };
}

/** 未完成 may count all that is left, of its part or of the whole. */
export function remainders(place: string): readonly string[] {
  const count = countIn(place);
  if (count?.status !== "notDone") return [];
  return [placeOf(count.subject, REST, [count.filters]), placeOf(count.subject, REST, [])];
}

/**
 * The share that belongs to a count; null where the language has none.
 * @example shareOfPlace("反馈问题.其余[单位=财务科]") // "率:其余[单位=财务科]"
 */
export function shareOfPlace(place: string): string | null {
  const count = countIn(place);
  return count === null || count.status === null ? null : sharePlace(count.subject, count.status, count.filters);
}

/**
 * The same figure of other items: of all, of those that filters name, or of another kind.
 * @example samePlace("反馈问题.超期", { filters: ["[单位=财务科]"] }) // "反馈问题.超期[单位=财务科]"
 */
export function samePlace(
  place: string,
  { subject, filters }: { readonly subject?: Subject; readonly filters: readonly string[] },
): string | null {
  const count = countIn(place);
  if (count === null) return null;
  const { status, word } = count;
  const of = subject ?? count.subject;
  // Measures have no deadlines of their own to be counted by.
  if (of === "measures" && Object.values<string>(METRIC_NAMES).includes(word)) return null;
  const own = status === null || status === "rest" ? word : (STATUS_NAMES[of][status][0] ?? word);
  return placeOf(of, own, filters);
}

export function lastPlace(subject: Subject, metric: keyof typeof LAST_METRICS, filters: readonly string[]): string {
  return placeOf(subject, `${LAST_PERIOD[0] ?? ""}${LAST_METRICS[metric][0]}`, filters);
}

export function isSubject(counted: Counted): counted is Subject {
  return counted !== "parents" && counted !== "sections" && counted !== "accountability";
}

/**
 * The same figure of the last period.
 * @example thenPlace("反馈问题.已完成[单位=财务科]") // "反馈问题.上期已完成[单位=财务科]"
 */
export function thenPlace(place: string): string {
  return place.replace(".", `.${THEN_WORDS[0] ?? ""}`);
}
