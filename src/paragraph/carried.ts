/**
 * What the sentences before were about. 财务管理方面4个问题，完成1个。还有5个问题超期: a new sentence may go on with the part, or speak
 * of the whole again; words cannot tell, so either is a candidate, and only a number may choose.
 */
import type { Subject } from "../notice";
import { reWith } from "../zh/pattern";
import { LEFT_OVER, WHOLE_AGAIN } from "../zh/words/paragraph";
import { fitsRate, wholeBehind, type Group } from "./groups";
import { isSubject, samePlace } from "./names";
import type { FigureReading, Pending } from "./told";
import type { Verdict } from "./types";
import { doubt, valueOf } from "./verdicts";

/** What a figure of a new sentence that names nothing may still be of. */
export interface Carried {
  /** The part of a whole told last. */
  readonly part: Group | null;
  /** Kinds told before the one told last. */
  readonly kinds: readonly Subject[];
}

export const NOTHING_CARRIED: Carried = { part: null, kinds: [] };

const LEAVES = reWith("u")`^\s*${WHOLE_AGAIN}`;
const REMAINS = reWith("u")`^\s*${LEFT_OVER}`;

/** Whether words speak of the whole again: 总体看, 全部. */
export function leavesPart(text: string): boolean {
  return LEAVES.test(text);
}

/** What a new sentence may go on with. */
export function carriedFrom(groups: readonly Group[], group: Group | null): Carried {
  if (group === null || group.foreign) return NOTHING_CARRIED;
  const kinds = groups.flatMap(({ subject, foreign }): readonly Subject[] =>
    foreign || subject === group.subject || !isSubject(subject) ? [] : [subject],
  );
  return { part: group.filters.length > 0 ? group : null, kinds: Array.from(new Set(kinds)) };
}

export interface Scope {
  readonly group: Group | null;
  readonly carried: Carried;
  readonly pending: Pending;
}

/** 财务科4个问题完成1个，还有5个问题超期: the part's, or the whole's, unless just so many of the part are left. */
function mayLeave({ figure, facets }: FigureReading, group: Group): boolean {
  if (!REMAINS.test(figure.before)) return false;
  if (facets.metrics.length > 0) return true;
  const told = Array.from(group.told.values()).slice(0, -1);
  const left = (group.total ?? 0) - told.reduce((sum, one) => sum + one, 0);
  return group.total === null || left !== valueOf(figure.token);
}

/** Whether the paragraph's own counts tell of which of two wholes a rate is. */
function isTold({ figure: { token } }: FigureReading, one: Group, other: Group): boolean {
  if (token.type !== "percent") return false;
  const fits = [one, other].map((each) => fitsRate(each, "done", valueOf(token), token.decimals));
  return fits.includes(true) && fits.includes(false);
}

/** A verdict on a figure that names neither part nor kind, with all that it may be of as well. */
export function alsoCarried(verdict: Verdict, reading: FigureReading, { group, carried, pending }: Scope): Verdict {
  const { facets } = reading;
  if (verdict.type === "fixed" || group === null || group.foreign) return verdict;
  if (facets.filters.length > 0 || pending.filters.length > 0) return verdict;
  const own = verdict.type === "place" ? [verdict.place] : verdict.candidates;
  const part = carried.part ?? (group.filters.length > 0 && mayLeave(reading, group) ? group : null);
  const whole = carried.part === null ? wholeBehind([], group) : group;
  const parts = part === null || part.subject !== whole.subject || isTold(reading, whole, part) ? [] : [part];
  const scoped = parts.flatMap(({ filters }) =>
    own.flatMap((place) => [samePlace(place, { filters: whole.filters }), samePlace(place, { filters })]),
  );
  const names = facets.subjects.length > 0 || pending.subject !== null || reading.figure.token.type === "percent";
  const kinds = names ? [] : carried.kinds.filter((kind) => facets.statuses.every(({ of }) => of.includes(kind)));
  const ofKinds = kinds.flatMap((subject) => own.map((place) => samePlace(place, { subject, filters: [] })));
  const all = Array.from(new Set([...own, ...scoped, ...ofKinds].filter((one) => one !== null)));
  if (all.length === own.length) return verdict;
  return verdict.type === "doubt" && verdict.why === "words" ? { ...verdict, candidates: all } : doubt("whose", all);
}
