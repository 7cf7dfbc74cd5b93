/** What a rule of proofreading (校对) may look at, and what proofreading reports. */
import type { Item, Kind, OfficeLexicon, Reading } from "../ledger";
import type { AnyFinding } from "../rule";
import type { Tally } from "../tally";
import type { CivilDate } from "../zh/civil-date";
import type { PendingWords } from "../zh/pending";
import type { ReadItem, NoticeReading } from "../reading";

/**
 * A finding of proofreading: like the ledger's, but it points into a line instead of a cell. Its id: the rule, and a hash
 * of the words there and around.
 */
export interface ProofFinding extends AnyFinding {
  /** 1-based physical line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The line's text from start to end. */
  readonly quote: string;
  /** Replaces the text from `start` to `end`. Never applied by itself. */
  readonly fix: ProofFix | null;
}

export interface ProofFix {
  readonly value: string;
  /** Other places that are corrected with it: half-width marks all through the text. 1-based lines, as a finding's. */
  readonly also?: readonly Correction[];
}

/** One correction: a finding's place and its fix, or a person's own replacement. */
export interface Correction {
  /** 1-based line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What must stand there. */
  readonly quote: string;
  readonly value: string;
}

/** An item of the notice and the ledger's item it speaks of. */
export interface ItemMatch {
  readonly notice: ReadItem;
  readonly ledger: Item;
  /** The texts differ in more than length. */
  readonly differs: boolean;
}

export interface MatchResult {
  readonly matches: readonly ItemMatch[];
  /** Items of the notice that the ledger doesn't have. */
  readonly extra: readonly ReadItem[];
  /** Items of the ledger that the notice doesn't have. */
  readonly missing: readonly Item[];
}

/** A ledger, read and counted, to hold a notice against. */
export interface LedgerSide {
  readonly reading: Reading;
  readonly tally: Tally;
  /** Points by which actual and planned progress may differ and still agree; the usual ones where nobody chose. */
  readonly tolerance?: number;
}

/** What every rule may look at; made once. */
export interface ProofContext extends NoticeReading {
  /** Day on which the notice is judged: option, else the date of signature, else a full 截至 date, else null. */
  readonly asOf: CivilDate | null;
  /** The office's own words. */
  readonly lexicon: OfficeLexicon;
  /** Those that mean unfinished or only look so, folded as lines are. */
  readonly pendingWords: PendingWords;
  /** A unit by the name the office's own words give its short one; the text itself where they say nothing of it. */
  readonly unitName: (text: string) => string;
  /** Whether two names may be one body's, short names of the office's own among them. */
  readonly mayBeOneUnit: (a: string, b: string) => boolean;
  /** The notice is to be published as it is: what is still to be filled in is an error. */
  readonly final: boolean;
  /** The ledger the notice is held against as well, null without one. */
  readonly ledger: (LedgerSide & { readonly matches: ReadonlyMap<Kind, MatchResult> }) | null;
}
