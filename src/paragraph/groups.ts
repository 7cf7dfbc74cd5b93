/** Wholes of a paragraph and what has been told of them so far: what a state or a rate that names no whole belongs to. */
import type { Status } from "../ledger";
import type { Counted } from "./lexicon";
import type { FigureReading, Pending } from "./told";
import { valueOf } from "./verdicts";

export interface Group {
  readonly subject: Counted;
  readonly filters: readonly string[];
  /** About another inspection: nothing of it is the ledger's. */
  readonly foreign: boolean;
  /** Words that may narrow it and that nothing explains. */
  readonly scope: string;
  /** The whole it is a part of. */
  readonly parent: Group | null;
  readonly sentence: number;
  readonly total: number | null;
  /** Which subject it is of is only guessed: the ledger has several and no word tells. */
  readonly unsure?: true;
  /** States told of it, with their numbers. */
  readonly told: Map<Status | "rest", number>;
}

/** Whether a rate is what the paragraph's own counts give; null where it does not tell both. */
export function fitsRate({ total, told }: Group, part: Status, percent: number, decimals: number): boolean | null {
  const n = told.get(part);
  return n === undefined ? null : givesPercent(n, total, percent, decimals);
}

/**
 * Whether a part of a whole is so many percent; null where no whole is told.
 * @example givesPercent(13, 24, 54, 0) // true
 */
export function givesPercent(part: number, total: number | null, percent: number, decimals: number): boolean | null {
  if (total === null || total === 0) return null;
  const scale = 10 ** decimals;
  const exact = (part / total) * 100 * scale;
  const written = Math.round(percent * scale);
  // Rounded, cut off, or one place off for a rate that must not print as 100%.
  return written === Math.round(exact) || written === Math.floor(exact + 1e-9);
}

/** Where a judgement stands: the whole just told, all of them, and what pieces without a figure said. */
export interface Standing {
  readonly group: Group | null;
  readonly groups: readonly Group[];
  readonly sentence: number;
  readonly pending: Pending;
}

/**
 * The wholes that a state may belong to: the one just told; beside a part of a whole also the whole, unless the number or
 * what was told before leaves one only. Null where none is told.
 */
export function ownersOf(
  { piece, facets, figure }: FigureReading,
  named: Counted | null,
  { group, groups, sentence, pending }: Standing,
): readonly Group[] | null {
  if (named !== null && group?.subject !== named) {
    const other = groups.filter((one) => one.subject === named && one.sentence === sentence).pop();
    return other === undefined ? null : [other];
  }
  if (pending.filters.length > 0 && group?.sentence !== sentence) return null;
  if (group === null) return null;
  const { parent } = group;
  const sameWords = piece.figures.length > 1;
  const value = valueOf(figure.token);
  const [told] = facets.statuses;
  // States of one whole exclude each other: of 3 with 1 done, 3 cannot be in hand.
  const left = ({ total, told: known }: Group): number =>
    Array.from(known).reduce(
      (sum, [status, n]) => (told === undefined || status === "rest" || status === told.status ? sum : sum - n),
      total ?? 0,
    );
  const fits = (one: Group): boolean => one.total === null || value <= left(one);
  if (facets.filters.length > 0) return [parent ?? group];
  if (parent === null) return [fits(group) ? group : wholeBehind(groups, group)];
  if (sameWords) return [group];
  if (!fits(group)) return [parent];
  const wholeIsTold = parent.told.size > 0;
  const siblings = groups.filter((one) => one.parent === parent && one.sentence === sentence);
  const alike = siblings.length > 1 && siblings.slice(0, -1).every((one) => one.told.size > 0);
  if (wholeIsTold || alike || group.told.size > 0 || piece.bracketed) return [group];
  return fits(parent) ? [group, parent] : [group];
}

/**
 * The whole that a part of it leads back to: what it was told as a part of, else what was told of its kind before. A group
 * that no filter narrows is its own.
 */
export function wholeBehind<T extends Group | null>(groups: readonly Group[], group: T): T | Group {
  if (group === null || group.foreign || group.filters.length === 0) return group;
  const { parent } = group;
  return parent === null ? wholeOf(groups, group.subject) : wholeBehind(groups, parent);
}

/** All of a kind, as far as it has been told. */
export function wholeOf(groups: readonly Group[], subject: Counted): Group {
  const told = groups.filter((one) => one.subject === subject && one.filters.length === 0 && !one.foreign).pop();
  return (
    told ?? {
      subject,
      filters: [],
      foreign: false,
      scope: "",
      parent: null,
      sentence: -1,
      total: null,
      told: new Map(),
    }
  );
}
