/** 核验签批单: what the chief signs. One page, everything on it as text. */
import type { Definition, RowRef } from "../../tally";
import type { Severity } from "../../rule";
import type { NoticeSpan } from "../document/types";

/** A finding as it is printed; sentences are made by whoever knows the rules. */
export interface SignoffFinding {
  readonly severity: Severity;
  /** `问题整改台账!E7`. */
  readonly cell: string;
  readonly sentence: string;
}

export interface SignoffInput {
  /** Name of the ledger file, no path. */
  readonly file: string;
  /** Of the file's bytes, 64 hexadecimal digits; null where the host cannot read them (an open workbook). */
  readonly sha256: string | null;
  /** When the sheet is made, as printed: "2025年12月1日 09:30". */
  readonly time: string;
  /** 统计截止日 and where it comes from, as printed. */
  readonly asOf: string;
  /** Version of the product, its build, its rules, as printed. */
  readonly versions: string;
  /** The paragraph with its figures. */
  readonly paragraph: readonly NoticeSpan[];
  /** 口径 in words. */
  readonly describe: (definition: Definition) => string;
  /** Number of the item at a place, null where none stands there. */
  readonly numberAt: (ref: RowRef) => string | null;
  /** Findings in force, most important first. */
  readonly open: readonly SignoffFinding[];
  readonly ignored: readonly { readonly finding: SignoffFinding; readonly reason: string }[];
}

export interface SignoffFigure {
  readonly text: string;
  /** 反馈问题.已完成. */
  readonly metric: string;
  /** 口径1, as numbered in `SignoffSheet.definitions`; "" for a plain count. */
  readonly definition: string;
  /** Numbers of the items behind it (of a rate: of its numerator), shortened. */
  readonly numbers: string;
}

/** The sheet, cut to one page: `more` says how many of each stay out. */
export interface SignoffSheet {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly paragraph: string;
  /** 口径1：…。 */
  readonly definitions: readonly string[];
  readonly figures: readonly SignoffFigure[];
  readonly moreFigures: number;
  readonly open: readonly string[];
  readonly moreOpen: number;
  readonly openCount: Readonly<Record<Severity, number>>;
  readonly ignored: readonly string[];
  readonly moreIgnored: number;
  readonly ignoredCount: number;
  readonly signatures: readonly string[];
}
