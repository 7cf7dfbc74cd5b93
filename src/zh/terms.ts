/** The closed sets of the field that words are read into: what an item can be, and how it can stand. */

/** 事项类型. */
export const KINDS = ["problem", "immediate", "letter", "clue", "matter", "accountability"] as const;
export type Kind = (typeof KINDS)[number];

/** 整改状态. `unknown` stands for missing and unreadable statuses alike. */
export const STATUSES = [
  "done",
  "basic",
  "phased",
  "partial",
  "ongoing",
  "longTerm",
  "notDone",
  "overdueDeclared",
  "extended",
  "excluded",
  "unknown",
] as const;
export type Status = (typeof STATUSES)[number];

/** What one clause says. Besides the statuses: things that only mean something next to another clause. */
export type ClauseSense =
  /** 预计12月完成: ongoing by itself, a promise behind 未完成. */
  | "planned"
  | Exclude<Status, "unknown">
  /** 持续推进: ongoing by itself, harmless behind 已完成. */
  | "sustain"
  /** 立行立改: a way, not a state. */
  | "immediate"
  /** 待验收, 待审核. */
  | "pending"
  /** 未销号 and 待销号. */
  | "notSignedOff"
  | "signOffPending"
  /** 见附件, a date in brackets, a label. */
  | "harmless";
