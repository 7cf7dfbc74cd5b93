/** Deadlines of two periods: whether one moved, and where to. */
import type { Deadline } from "../../ledger";
import { compareDates, isoDate } from "../../zh/civil-date";
import type { Direction } from "./types";

/**
 * A deadline as two are compared: 6月底前 and 2025-06-30 are one, and a date with 长期坚持 behind it is judged by its date.
 * @example deadlineKey({ type: "openEnded" }) // "openEnded"
 */
export function deadlineKey(deadline: Deadline): string {
  if (deadline.type === "date") return isoDate(deadline.date);
  if (deadline.type === "relative") return `relative ${deadline.from} ${deadline.months} ${deadline.days}`;
  return deadline.type;
}

/** Whether two deadlines have one key. */
export function isSameDeadline(one: Deadline, other: Deadline): boolean {
  if (one.type === "date" && other.type === "date") return compareDates(one.date, other.date) === 0;
  return one.type === other.type && deadlineKey(one) === deadlineKey(other);
}

/** The ISO date of a deadline; null where it is none. */
export function deadlineValue(deadline: Deadline): string | null {
  return deadline.type === "date" ? isoDate(deadline.date) : null;
}

/** 立行立改 before every day, 长期坚持 behind every one. */
const PLACE: Readonly<Partial<Record<Deadline["type"], number>>> = { immediate: 0, date: 1, openEnded: 2 };

/**
 * Where a deadline moved; what was or is none (missing, unreadable, a length of time) is neither earlier nor later.
 * @example directionOf(old, { type: "openEnded" }) // "later"
 */
export function directionOf(old: Deadline, now: Deadline): Direction {
  const [before, after] = [PLACE[old.type], PLACE[now.type]];
  if (before === undefined || after === undefined) return "other";
  const order = old.type === "date" && now.type === "date" ? compareDates(now.date, old.date) : after - before;
  return order > 0 ? "later" : order < 0 ? "earlier" : "other";
}
