/** 核验签批单: what a chief reads before signing. Everything on it is text; nothing is cut. */
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

/** The item behind a cell. */
export interface SignoffItem {
  /** The same for every cell of one item. */
  readonly key: string;
  readonly number: string | null;
  /** Where numbers begin again: 方面, or the table. */
  readonly group: string;
}

/** An item that is not done yet. */
export interface PendingItem {
  readonly number: string;
  readonly problem: string;
  readonly unit: string;
  readonly deadline: string;
  readonly status: string;
}

export interface SignoffInput {
  /** 单位全称, of the form or of the ledger; null where neither says it. */
  readonly unit: string | null;
  /** Name of the ledger file, no path. */
  readonly file: string;
  /** Of the file's bytes, 64 hexadecimal digits; null where the host cannot read them (an open workbook). */
  readonly sha256: string | null;
  /** Edits that are in no file yet; "copied": they are in a copy that was downloaded, and the sum is its; null: none. */
  readonly edits: number | "copied" | null;
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
  /** The item at a place, null where none stands there. */
  readonly itemAt: (ref: RowRef) => SignoffItem | null;
  /** Items not done, in the ledger's order. */
  readonly pending: readonly PendingItem[];
  /** Findings in force, most important first. */
  readonly open: readonly SignoffFinding[];
  readonly ignored: readonly { readonly finding: SignoffFinding; readonly reason: string }[];
}

export interface SignoffSheet {
  readonly title: string;
  /** As given, for the file's name. */
  readonly unit: string | null;
  /** 填报单位：…, 统计截止：…. */
  readonly head: readonly string[];
  readonly paragraph: string;
  /** 已完成整改 20 个：序号 1–9、11。 */
  readonly figures: readonly string[];
  readonly pending: readonly PendingItem[];
  readonly open: readonly string[];
  /** Findings that are good to know, and counted only. */
  readonly infos: number;
  readonly ignored: readonly string[];
  /** Who says what he thinks of it, and signs. */
  readonly signatures: readonly string[];
  /** File, its fingerprint, time and version: small, at the foot of every page. */
  readonly foot: readonly string[];
}
