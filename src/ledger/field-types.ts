/** What a cell of a field says, read: deadlines, statuses, units and the directory of their names. Plain, shared, immutable. */
import type { CivilDate } from "../zh/civil-date";
import type { Status } from "../zh/terms";
import type { DatePrecision } from "../zh/written-date";

// ---------------------------------------------------------------------------------------------------------- deadlines

/** Where a missing year was taken from. */
export type YearSource = "feedback" | "report" | "asOf";

/**
 * A deadline cell, read. Shared and immutable.
 * - `date`: judged by its date, also where 长期坚持 stands beside it (`openEnded: true`).
 * - `openEnded`: 长期坚持, 持续推进. `immediate`: 立行立改 (`openEnded` where 并长期坚持 follows).
 * - `relative`: 一个月内, 10个工作日内: a length of time whose beginning is not known, or that needs a calendar of working days
 *   (`months` and `days` null). Never judged.
 * - `missing`: empty cell. `error`: an error cell. `invalid`: text that is no deadline (`尽快`, `2025年2月30日`).
 */
export type Deadline =
  | {
      readonly type: "date";
      readonly date: CivilDate;
      readonly precision: DatePrecision;
      readonly openEnded: boolean;
      /** Non-null where the year was not written (rule deadline-year-missing). */
      readonly yearFrom: YearSource | null;
      /** A bare 10月前 was read as the day before the month begins (info). */
      readonly bareMonthBefore: boolean;
    }
  | { readonly type: "openEnded" }
  | { readonly type: "immediate"; readonly openEnded: boolean }
  | {
      readonly type: "relative";
      readonly months: number | null;
      readonly days: number | null;
      readonly from: PeriodStart;
    }
  | { readonly type: "missing" }
  | { readonly type: "error" }
  | { readonly type: "invalid"; readonly reason: DeadlineInvalidReason };

/** What a length of time is counted from: the feedback, the row's own day, whichever is known, or a day no ledger tells. */
export type PeriodStart = "feedback" | "row" | "any" | "untold";

export type DeadlineInvalidReason =
  /** A calendar date that does not exist: 2025年2月30日, 13月. */
  | "noSuchDate"
  /** A word that names no day: 尽快, 待定, 春节前, 按计划. */
  | "vague"
  /** 集中整改期内 while feedback date or length of the period is not set. */
  | "needsSettings"
  /** Anything else. */
  | "unreadable";

// ----------------------------------------------------------------------------------------------------------- statuses

/** A status cell, read. Shared and immutable. */
export interface StatusReading {
  readonly status: Status;
  /** `ok`: a known expression; `missing`: empty; `error`: an error cell; `unknown`: text that is no known status. */
  readonly state: "ok" | "missing" | "error" | "unknown";
  /** Written with a slip of the keyboard: 己完成, 以完成 (rule status-typo). */
  readonly slip?: true;
}

// -------------------------------------------------------------------------------------------------------------- units

/** How a unit is named in its cell. */
export interface UnitName {
  /** Canonical name: the directory's full name if it is known there, else the text with spaces folded. */
  readonly name: string;
  /** As written, trimmed. */
  readonly text: string;
  readonly role: "lead" | "co" | "unmarked";
  /** A co-unit with a column of its own beside the lead's (建设 | 施工 | 监理): it answers, and is counted like a lead. */
  readonly answers?: true;
  /** In the directory, or a member of it by a collective word. Without a directory always true. */
  readonly known: boolean;
  /** 各乡镇卫生院, 机关各科室. */
  readonly collective: boolean;
}

/** A unit cell, read. Shared and immutable. */
export interface UnitReading {
  readonly state: "ok" | "missing" | "error";
  readonly units: readonly UnitName[];
}

/** 单位名录: canonical names and the short names that lead to them. Keys are normalised (NFKC, no white space). */
export interface UnitDirectory {
  readonly names: readonly string[];
  readonly byKey: ReadonlyMap<string, string>;
  /** Sheet or file it came from, for messages. */
  readonly source: string;
  /** Some names and short names only: a unit that is not among them is not unknown. */
  readonly partial?: true;
}

/** How the cells of a status column are read where they are no words of their own (fields/status-dress.ts). */
export type StatusDress =
  /** Several columns to tick, one a status; `word` is the status that the header of the column names. */
  | {
      readonly form: "ticks";
      readonly columns: readonly { readonly col: number; readonly word: string }[];
      /** Whatever stands there ticks (○, 打√, a day): each row has one cell filled. */
      readonly anyMark?: true;
    }
  /** One column to tick: a mark is done, blank is not. */
  | { readonly form: "tick" }
  /** Figures from 0 to 100. */
  | { readonly form: "points"; /** 0.8 among 80 and 100: what 1 means nobody knows. */ readonly mixed?: true }
  /** Codes with a legend in the header or a note: folded code to its words. */
  | { readonly form: "codes"; readonly words: ReadonlyMap<string, string> }
  /** Reports of progress that begin with a status (已完成。修订了制度。), or end with one. `about`: columns of what was to be done. */
  | { readonly form: "reports"; readonly about: readonly number[]; readonly ends: boolean }
  /**
   * The newest of several periods side by side: where it is left blank what was `done` before is done still. What a second
   * look left blank stands as the first found it, be it what it may (`all`). What acceptance left blank and is reported
   * `open` is open. `earlier`: columns, the newest first.
   */
  | { readonly form: "carried"; readonly earlier: readonly number[]; readonly what: "all" | "done" | "open" }
  /** Days of completion: a day is done, blank is not. */
  | { readonly form: "dates" };
