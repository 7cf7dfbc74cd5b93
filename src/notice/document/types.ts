/**
 * The whole notice (通报) as data: parts, headings, items and closing as blocks of spans. Every span says where it comes
 * from: words of the style, a cell of the ledger, the form, a figure with its rows, or a place that is still open.
 */
import type { ColumnKey, Kind, Status } from "../../ledger";
import type { RowRef } from "../../tally";
import type { CivilDate } from "../../zh/civil-date";
import type { Span } from "../types";
import type { Care, Edition, EditionDifference } from "./edition";
import type { FactName } from "./facts";

/** A piece of the notice. `text` spans are words of the style and nothing else; `unset` ones print 【待补充：…】. */
export type NoticeSpan =
  | Span
  /** Text of a cell, its form tidied (quotes, final stop, leading number) and nothing added. */
  | { readonly type: "cell"; readonly text: string; readonly field: ColumnKey; readonly ref: RowRef }
  /** Text or date from the form; `fact` is null for a free variable of the summary. */
  | { readonly type: "fact"; readonly text: string; readonly fact: FactName | null }
  /** The status of an item in the notice's words, read from the cells `rows`. */
  | { readonly type: "status"; readonly text: string; readonly status: Status; readonly rows: readonly RowRef[] };

/** Parts of a notice, in no particular order; a style orders them. */
export type PartName =
  | "title"
  | "opening"
  | "organisation"
  | "overview"
  | "accountability"
  | "items"
  | "handed"
  | "groups"
  | "behind"
  | "nextSteps"
  | "closing"
  | "annex";

/**
 * What a block is, and so how it is set: `part` 一、 (黑体), `section` （一） (楷体), `parent` 1. and `problem` (仿宋), `body`
 * running text, `contact`, `signature` and `date` at the end, `row` a row of a table, the first of them its head.
 */
export type BlockRole =
  "title" | "opening" | "part" | "section" | "parent" | "problem" | "body" | "contact" | "signature" | "date" | "row";

/** One paragraph. */
export interface NoticeBlock {
  readonly role: BlockRole;
  readonly part: PartName;
  readonly spans: readonly NoticeSpan[];
  /** Id of the item it belongs to; null for everything else. */
  readonly item: string | null;
  /** Of a row: its cells; `spans` holds them with tabs between. */
  readonly cells?: readonly (readonly NoticeSpan[])[];
}

/** An item as it is printed: for previews, for tables, and for the user's own Word template. */
export interface NoticeItem {
  /** Unique within a document: sheet and cell that stand for the item. */
  readonly id: string;
  readonly kind: Kind;
  /** As printed: `1.`, `（2）`, `问题①`; the single problem below a parent is `问题`. */
  readonly mark: string;
  /** The cell that stands for it. */
  readonly ref: RowRef;
  readonly section: string | null;
  readonly parent: string | null;
  readonly problem: readonly NoticeSpan[];
  readonly status: readonly NoticeSpan[];
  /** Paragraphs of what was done. */
  readonly progress: readonly (readonly NoticeSpan[])[];
  /** Words that speak against its being done, for a person to look at; null where none do. */
  readonly doubt: string | null;
  /** Indexes into `NoticeDocument.blocks`: first and behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A heading of the outline; `block` is its index in `blocks`. */
export interface OutlineEntry {
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
  readonly block: number;
  /** Items below it. */
  readonly items: number;
  /** Open places in it and below it. */
  readonly missing: number;
}

/** A place that is open: what is missing, where, and who can fill it. */
export interface Missing {
  /** As shown in 【待补充：…】. */
  readonly name: string;
  readonly part: PartName;
  readonly block: number;
  /** The form's field that fills it, null where the ledger has to. */
  readonly fact: FactName | null;
  /** The ledger's cell that is empty; null where the form has to, or where the ledger has no such column. */
  readonly ref: RowRef | null;
  readonly item: string | null;
}

/** What a person should look at before publishing. Data; sentences in `warning-messages.ts`. */
export type NoticeWarning =
  /** Items left out because 是否公开 says so. */
  | { readonly type: "notPublic"; readonly rows: readonly RowRef[] }
  /** 是否公开 is blank or cannot be read; `included` says what was done. */
  | { readonly type: "publicUnclear"; readonly rows: readonly RowRef[]; readonly included: boolean }
  /** What a public text must not show stands in a text of the ledger, and was hidden. */
  | { readonly type: "personal"; readonly what: Exclude<Care, "punctuation">; readonly rows: readonly RowRef[] }
  /** Half-width marks of the ledger were printed in full width. */
  | { readonly type: "punctuation"; readonly rows: readonly RowRef[] }
  /** An item is said to be done, and its text says otherwise. */
  | { readonly type: "doneButPending"; readonly rows: readonly RowRef[]; readonly quote: string }
  /** Two dates that cannot both be right, in the order in which they should stand. */
  | { readonly type: "dates"; readonly earlier: DateOfNotice; readonly later: DateOfNotice }
  /** Kinds the ledger holds whose text stays out. */
  | { readonly type: "textWithheld"; readonly kind: Kind; readonly count: number };

/** A day the notice prints: 统计截止, or one of the form. */
export interface DateOfNotice {
  readonly of: FactName | "asOf";
  readonly date: CivilDate;
  /** As the form calls it, in the words of the inspection: 审计结束日期. */
  readonly label: string;
}

/** A figure anywhere in the notice. */
export interface NoticeFigure {
  readonly block: number;
  readonly span: Extract<Span, { type: "figure" }>;
}

export interface NoticeDocument {
  readonly style: string;
  readonly edition: Edition;
  readonly blocks: readonly NoticeBlock[];
  readonly items: readonly NoticeItem[];
  readonly outline: readonly OutlineEntry[];
  readonly missing: readonly Missing[];
  readonly warnings: readonly NoticeWarning[];
  /** What the other version of the same notice has that this one lacks, or the other way round. */
  readonly differences: readonly EditionDifference[];
  readonly figures: readonly NoticeFigure[];
  /** What the form's fields are called, in the words of the inspection the notice speaks of: 审计组. */
  readonly labels: Readonly<Record<FactName, string>>;
  /** The summary paragraph alone (综述), for the sign-off sheet. */
  readonly summary: readonly NoticeSpan[];
}

/** The printed text of spans. */
export function textOfSpans(spans: readonly NoticeSpan[]): string {
  return spans.map((span) => span.text).join("");
}
