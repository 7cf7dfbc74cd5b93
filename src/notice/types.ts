/** The written summary (综述) and its figures. */
import type { RowRef, Definition } from "../tally";

/** What a printed figure stands for, and the rows that prove it. */
interface FigureProof {
  /** Digits only, with % for rates; sums and differences of rates may have decimals. */
  readonly text: string;
  /** Place name: `反馈问题.已完成`. */
  readonly metric: string;
  readonly definition: Definition | null;
  readonly rows: readonly RowRef[];
  /** For percentages: the rows of the denominator. */
  readonly ofRows: readonly RowRef[] | null;
  /** The text is the sum of a column over the rows, maybe with decimals. */
  readonly sum?: true;
  /** Its rows lie in the last period's ledger. */
  readonly last?: true;
}

/** A piece of the written text. Offsets follow from concatenation; `figure` pieces are numbers with their proof. */
export type Span =
  | { readonly type: "text"; readonly text: string }
  /** A variable that is not set, shown as 【巡察组】; or a place whose kind the workbook does not hold (【信访件.总数】). */
  | { readonly type: "unset"; readonly text: string; readonly name: string }
  | (FigureProof & { readonly type: "figure" });

export interface Composition {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly figures: readonly Figure[];
  /** Names of variables left open. */
  readonly unset: readonly string[];
  /** Places outside `[...]` for which the workbook has no items at all: no number is printed for them. */
  readonly absent: readonly string[];
  /**
   * Subjects whose total is stated but whose counts do not sum to it: 其余 beside a status it includes, or a breakdown that was
   * not to be completed. Never with a shipped style. For a warning; the text is written all the same.
   */
  readonly unbalanced: readonly Imbalance[];
}

/** A stated whole and the sum of its stated parts. */
export interface Imbalance {
  /** 反馈问题. */
  readonly subject: string;
  readonly total: number;
  readonly parts: number;
}

/** A figure of the text with its UTF-16 offsets, end exclusive. */
export interface Figure extends FigureProof {
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a template: offset, and the nearest known place. */
export interface TemplateProblem {
  readonly type: ProblemType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly nearest: string | null;
  /** The part that is wrong, or the cells and headers it is about. */
  readonly detail?: string;
  /** How many cells besides the one named are as wrong. */
  readonly more?: number;
}

/** The last seven need the workbook: what it has no column, value or number for. */
type ProblemType =
  | "unknownPlace"
  | "unclosed"
  | "unopened"
  | "nested"
  | "empty"
  | "badFilter"
  | "filteredPersons"
  | "badPeriod"
  | "noColumn"
  | "noValue"
  | "unknownStatus"
  | "eachOutside"
  | "unknownColumn"
  | "ambiguousColumn"
  | "unknownValue"
  | "notNumbers"
  | "unitsDiffer"
  | "noLastPeriod"
  | "lastUnclear";
