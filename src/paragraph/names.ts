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

export function restPlace(subject: Subject, filters: readonly string[]): string {
  return placeOf(subject, "其余", filters);
}

const METRIC_NAMES = { overdue: "超期", dueSoon: "即将到期", onTime: "按期完成" } as const;

export function metricPlace(subject: Subject, metric: keyof typeof METRIC_NAMES, filters: readonly string[]): string {
  return placeOf(subject, METRIC_NAMES[metric], filters);
}

export function ratePlace(subject: Subject, filters: readonly string[]): string {
  const isHandled = subject === "letter" || subject === "clue" || subject === "matter";
  return placeOf(subject, isHandled ? "办结率" : "完成率", filters);
}

/** The share of a status; null where the language has none (measures). */
export function sharePlace(subject: Subject, status: Status, filters: readonly string[]): string | null {
  if (status === "done") return ratePlace(subject, filters);
  if (subject === "measures") return null;
  const kind = subject === "problem" ? "" : `[类型=${subjectWord(subject)}]`;
  return `率:${STATUS_NAMES[subject][status][0] ?? ""}${kind}${filters.join("")}`;
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
