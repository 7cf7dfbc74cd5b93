/** A pasted paragraph with what each of its figures was taken for. */

/** Why a figure is asked about. */
export type DoubtReason =
  /** Several figures of the ledger fit the words. */
  | "several"
  /** Words around it that nothing here explains; they may narrow what is counted. */
  | "words"
  /** 20个问题已全部整改: the whole, or what is done? */
  | "wholeInState"
  /** 未完成, 其余: all that is not done, or the items with that status? */
  | "remainder"
  /** The ledger has nothing of this kind. */
  | "absent"
  /** The paragraph tells the same figure, or its whole, by two numbers: not both can be the ledger's. */
  | "twice"
  /** It may belong to either of two wholes told before it. */
  | "whose"
  /** The ledger of that month gives another number. */
  | "otherNumber"
  /** No word names it, but the ledger counts, or a column adds up to, just this number. */
  | "onlyNumber"
  /** 上月完成3个: by the end of last month, or in it? */
  | "span"
  /** The ledger the rest was written from gives another number. */
  | "differs"
  /** The rate is not the one that the paragraph's own counts give. */
  | "otherRate"
  /** A column whose cells cannot be added up. */
  | "notNumbers";

/** Why a figure stays as it is written. */
export type FixedReason =
  /** About another inspection, place or time. */
  | "foreign"
  /** 近20个, 100余件, 2-3名. */
  | "approximate"
  /** Nothing in the ledger is called so. */
  | "noMetric"
  | "date"
  | "code"
  /** 三个方面: written in Chinese numerals. */
  | "numeral";

export type Verdict =
  | { readonly type: "place"; readonly place: string }
  | {
      readonly type: "doubt";
      readonly why: DoubtReason;
      /** Contents of the braces, the likeliest first. */
      readonly candidates: readonly string[];
      /** The words that are not explained; "" where it is not about words. */
      readonly words: string;
      /** Offset of the count that it is the share of: what is decided of the count holds for it. */
      readonly follows?: number;
    }
  | { readonly type: "fixed"; readonly why: FixedReason };

export interface MatchedFigure {
  /** UTF-16 offsets into the pasted text: what a place would stand for. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly verdict: Verdict;
  /** The clause that may go with the figure when it is 0, its stop in front included; null where it stays. */
  readonly clause: { readonly start: number; readonly end: number } | null;
}

export interface MatchedParagraph {
  readonly text: string;
  /** In text order. */
  readonly figures: readonly MatchedFigure[];
}
