/**
 * 进度类别: where an item stands against its schedule (序时进度), as bulletins of supervision count it. The five classes
 * exclude one another and sum to all items.
 */
import { isCountedDone, statusValueOf, textOf, type Item } from "../ledger";
import { compareDates, dayNumber, type CivilDate } from "../zh/civil-date";
import { declaredProgress, declaredShare, standsStill, type Declared, type Share } from "./declared-progress";
import type { Definition } from "./types";

/** 已完成, 超进度, 达进度, 欠进度, 其它, in the order in which bulletins name them. */
export const PROGRESS_CLASSES = ["done", "ahead", "onTrack", "behind", "other"] as const;
export type ProgressClass = (typeof PROGRESS_CLASSES)[number];

interface ProgressOptions {
  readonly done: Definition["done"];
  readonly feedbackDate: CivilDate | null;
  /** Points by which actual and planned progress may differ and still agree; a whole number. */
  readonly tolerance: number;
}

export const DEFAULT_TOLERANCE = 5;

/**
 * The class of an item, the first that holds: done; excluded or unknown → other; overdue, by its date or by its own word → behind; a status that
 * it stands still → behind, that it was put off → other; declared in its words; actual against planned progress; a dated deadline still
 * to come, and no report that it stands still → onTrack; else other.
 * @example progressClass(item, { done: "done", feedbackDate: null, tolerance: 5 }) // "onTrack"
 */
export function progressClass(item: Item, options: ProgressOptions): ProgressClass {
  const { status, deadline } = item;
  if (isCountedDone(status, options.done)) return "done";
  if (status === "excluded" || status === "unknown") return "other";
  // 逾期未整改 says so itself, whatever day stands beside it.
  if (item.overdue || status === "overdueDeclared") return "behind";
  const own = statusText(item);
  const still = standsStill(own);
  if (still !== null) return still === "stalled" ? "behind" : "other";
  const said = [own, ...textsOf(item)];
  const declared = worst(said.map(declaredProgress));
  if (declared !== null) return declared;
  const { asOf } = item.ledger;
  const actual = actualShare(item, said, options.done);
  const planned = plannedShare(item, options.feedbackDate, asOf);
  if (actual !== null && planned !== null) return comparedWith(actual, planned, options.tolerance);
  const isToCome = deadline.type === "date" && compareDates(deadline.date, asOf) >= 0;
  return isToCome && said.every((text) => standsStill(text) === null) ? "onTrack" : "other";
}

/** Columns beside the item's status that tell how far it is: 整改进展 of few words is read as statuses of measures. */
const REPORTING = ["measureStatus", "progress"] as const;

/** What the status column says of an item, a share as a percentage. */
function statusText(item: Item): string {
  const status = statusValueOf(item.ledger, item);
  return typeof status === "number"
    ? `${Math.round(status * 1_000_000) / 10_000}%`
    : textOf(item.ledger, item, "status");
}

/** What the columns beside it report, row by row, each text once. */
function textsOf(item: Item): readonly string[] {
  return [...new Set(item.rows.flatMap((row) => REPORTING.map((key) => textOf(item.ledger, row, key))))];
}

const ORDER: readonly Declared[] = ["behind", "onTrack", "ahead"];

function worst(all: readonly (Declared | null)[]): Declared | null {
  return ORDER.find((one) => all.includes(one)) ?? null;
}

/** A percentage that status or progress tell, else the share of measures that are done. */
function actualShare(item: Item, said: readonly string[], done: Definition["done"]): Share | null {
  const told = said.map(declaredShare).filter((share) => share !== null);
  const first = told[0];
  if (first !== undefined && told.every(({ numerator }) => numerator === first.numerator)) return first;
  if (!item.ledger.hasMeasures) return null;
  const completed = item.rows.filter(({ status }) => isCountedDone(status.status, done)).length;
  return { numerator: completed, denominator: item.rows.length };
}

/** The share of the time from feedback to deadline that has passed, from nothing to all of it. */
function plannedShare({ deadline }: Item, feedbackDate: CivilDate | null, asOf: CivilDate): Share | null {
  if (deadline.type !== "date" || feedbackDate === null) return null;
  const start = dayNumber(feedbackDate);
  const length = dayNumber(deadline.date) - start;
  const passed = dayNumber(asOf) - start;
  if (length <= 0 || passed >= length) return { numerator: 1, denominator: 1 };
  return { numerator: Math.max(0, passed), denominator: length };
}

/** Whole numbers, cross-multiplied: exactly `tolerance` points apart still agree. */
function comparedWith(actual: Share, planned: Share, tolerance: number): Declared {
  const points = 100 * (actual.numerator * planned.denominator - planned.numerator * actual.denominator);
  const allowed = tolerance * actual.denominator * planned.denominator;
  return points > allowed ? "ahead" : points < -allowed ? "behind" : "onTrack";
}
