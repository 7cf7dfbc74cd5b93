/** Wholes of a paragraph and what has been told of them so far: what a state or a rate that names no whole belongs to. */
import type { Status } from "../ledger";
import type { Counted } from "./lexicon";

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
  if (n === undefined || total === null || total === 0) return null;
  const scale = 10 ** decimals;
  const exact = (n / total) * 100 * scale;
  const written = Math.round(percent * scale);
  // Rounded, cut off, or one place off for a rate that must not print as 100%.
  return written === Math.round(exact) || written === Math.floor(exact + 1e-9);
}
