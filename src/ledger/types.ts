/**
 * The vocabulary of the ledger (整改台账): kinds, columns, statuses, deadlines, and the tree ledger → items → rows that
 * `readWorkbook` makes of the grids of a workbook. Plain data; functions live beside it.
 *
 * Cells are not copied into the tree. A row keeps *readings* (parsed, shared, immutable values), and the original text
 * and address of every value is found again through `cellOf` and `textOf` (cells.ts), which follow merges and
 * inheritance. That keeps 100,000 rows cheap.
 */
import type { Area, Grid, MergeIndex } from "../grid";
import type { CivilDate } from "../zh/civil-date";
import type { Kind, Status } from "../zh/terms";
import type { Deadline, StatusDress, StatusReading, UnitReading, UnitDirectory } from "./field-types";

export { KINDS, STATUSES, type Kind, type Status } from "../zh/terms";
export type { DatePrecision } from "../zh/written-date";
export type {
  YearSource,
  Deadline,
  PeriodStart,
  DeadlineInvalidReason,
  StatusDress,
  StatusReading,
  UnitName,
  UnitReading,
  UnitDirectory,
} from "./field-types";

/** The fields a column can hold, in the order in which reports list them. */
export const COLUMN_KEYS = [
  "number",
  "source",
  "section",
  "parentProblem",
  "problem",
  "task",
  "measure",
  "leader",
  "unit",
  "coUnits",
  "person",
  "deadline",
  "status",
  "signOff",
  "progress",
  "doneDate",
  "evidence",
  "remarks",
  "form",
  "persons",
  "name",
  "public",
  // A type column (事项类型) that tells the kind of each row. It has no letter in the published contract, but readers need it.
  "kind",
  // A second status column that stands for the measures where the item has a status of its own (措施完成情况).
  "measureStatus",
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

// ------------------------------------------------------------------------------------------------------------ columns

/** Why a column was taken for a field; enough for a person to see and to correct the choice. */
export interface ColumnChoice {
  readonly col: number;
  readonly key: ColumnKey;
  /** 0…1: how well header and values fit. 1 for a choice made by a person. */
  readonly score: number;
  /** The field that would have been next best for this column, null where nothing else came near. */
  readonly runnerUp: { readonly key: ColumnKey; readonly score: number } | null;
  /** The whole header text of this column, bands joined by "/" (整改进展/完成时间). */
  readonly header: string;
  readonly reason: ColumnReason;
  /** Of a status column whose cells are no words: how they are read. */
  readonly dress?: StatusDress;
}

export type ColumnReason =
  /** The header is a known word of the field. */
  | "header"
  /** The header only contains a known word, or is ambiguous, and the values below decided. */
  | "values"
  /** The upper header band decided (整改责任/牵头单位). */
  | "band"
  /** Taken because no better column was there (sign-off for status). */
  | "fallback"
  /** Set by a person. */
  | "override";

export type ColumnMap = { readonly [K in ColumnKey]?: ColumnChoice };

/** A column that was left without a field, named so that a person can assign it. */
export interface UnmappedColumn {
  readonly col: number;
  readonly header: string;
  readonly nearest: { readonly key: ColumnKey; readonly score: number } | null;
  /** What audit, hazard and letter ledgers keep in it (amount, level, review, …); null where its header says nothing known. */
  readonly known: string | null;
}

/** What settles rivals of one field without asking, as docs/decisions.md names it. */
export type ColumnPrecedence =
  /** 认定, 核查, 复核 before 自报, 自评. */
  | "verified"
  /** The last period that is filled, before earlier ones. */
  | "latest"
  /** 调整后 before 原. */
  | "adjusted"
  /** The day the work was done before the day it was looked at or signed off (验收, 销号). */
  | "done"
  /** 牵头单位 before 责任单位 beside it, whose units are then the others. */
  | "lead"
  /** 存在问题 before 事项名称 beside it. */
  | "problem"
  /** Of title and sheet that name different kinds the one nearer to the table. */
  | "title"
  /** Problems before what else a title names beside them (反馈问题及信访件). */
  | "feedback";

/** What a choice of columns makes of the items of one ledger. */
export interface ColumnFigures {
  readonly total: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly overdue: number;
  /** Completed by their deadlines. */
  readonly onTime: number;
  /** Items of each unit, most first. */
  readonly units: readonly (readonly [name: string, items: number])[];
}

/** One of several columns that may be meant by a field. */
export interface ColumnOption {
  readonly col: number;
  readonly header: string;
  /** First different values, as a person reads them. */
  readonly samples: readonly string[];
  /** How its cells are read where they are no words. */
  readonly dress: StatusDress["form"] | null;
  /** Of the kind (事项类型): what the items are then; `header` is its name and `col` means nothing. */
  readonly kind?: Kind;
  /** What `tally` counts for this ledger once the column is chosen. */
  readonly figures: ColumnFigures;
}

/** Fields on which figures hang. */
export type DoubtField = "status" | "deadline" | "unit" | "number" | "problem" | "doneDate" | "kind";

/**
 * A choice of columns that could be otherwise and would change a figure. Without such a difference there is none.
 * `by` null: nothing settles it, the paragraph is held until a person chooses.
 */
export interface ColumnDoubt {
  readonly field: DoubtField;
  readonly by: ColumnPrecedence | null;
  /** The column that counts now, null where none does (no status column; `options` are offered). */
  readonly taken: number | null;
  /** Figures as they stand. */
  readonly figures: ColumnFigures;
  /** The one taken, if any, first. */
  readonly options: readonly ColumnOption[];
  /** Of status columns: items that one calls done and the one taken doesn't. */
  readonly disputed: readonly DisputedItem[];
  /** Items that the newest of several periods leaves blank and an earlier one calls done. */
  readonly carried?: number;
}

export interface DisputedItem {
  readonly item: Item;
  readonly taken: Status;
  readonly other: Status;
  /** The cell of the column taken. */
  readonly row: number;
  readonly col: number;
}

/** Why rows may be items or not. */
export type RowQuestion =
  /** A word of totals (统计) in a row that has a number of its own, or a status. */
  | "total"
  /** Words of notes or signatures (说明, 审核：…) in a row with a status. */
  | "note"
  /** No number and no problem, but a unit and a status of their own: items, or more of the item above. */
  | "own"
  /** 无, 未发现问题 where a problem should stand. */
  | "nothing";

/** Rows of which it is not certain whether they are items; told with the figures of both readings. */
export interface RowDoubt {
  readonly why: RowQuestion;
  /** Sheet rows, in order; the first is where it is told. */
  readonly rows: readonly number[];
  /** Whether they are counted as items of their own now. */
  readonly counted: boolean;
  readonly figures: ColumnFigures;
  readonly otherwise: ColumnFigures;
}

/** A person's word on rows: by the number of the row in its sheet, or by the text that begins it. */
export interface RowSettlement {
  readonly row: string;
  readonly item: boolean;
}

/** A person's choice for all tables with the same headers: among these columns this one is the field. */
export interface ColumnSettlement {
  readonly field: ColumnKey;
  /** Headers that must all be there; empty: the one taken is enough. */
  readonly among: readonly string[];
  /** Header of the column taken, or its letter. */
  readonly take: string;
  /** Only in files that this unit sends (`settlementsFor`). */
  readonly unit?: string;
}

/** A person's corrections for one sheet. `columns` maps a field to a column index, or null for "no such column". */
export interface SheetOverride {
  readonly kind?: Kind;
  readonly use?: boolean;
  readonly columns?: { readonly [K in ColumnKey]?: number | null };
  /** Rows by their texts (`rowKey`): whether they are items. */
  readonly rows?: ReadonlyMap<string, boolean>;
}

// ------------------------------------------------------------------------------------------------------------- layout

export interface TableLayout {
  /** Row of the title, null where the table has none. */
  readonly titleRow: number | null;
  readonly title: string;
  /** Header band, one to three rows, all columns of the table. */
  readonly header: Area;
  /** First row below the header, and last row that belongs to the table (totals and example rows included). */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A 小计/合计 row, kept for rule subtotal-mismatch. */
export interface SubtotalRow {
  readonly row: number;
  /** The cell that holds the number, and the number; null where the row states none. */
  readonly col: number;
  readonly stated: number;
  /** What it counts: item rows of this section (小计), of the rows from `from` to before `to`, or of the whole table (合计). */
  readonly scope: "section" | "block" | "table";
  readonly section: string | null;
  readonly from?: number;
  readonly to?: number;
  /** Where it stands, if not in a row of its own: the heading of a section, a line above the table, a note below. */
  readonly told?: "heading" | "line";
  /** What the number stands for, from its own words or its column (个问题, 条措施, persons). */
  readonly counts: "items" | "measures" | "persons" | "done" | "rate";
}

// ---------------------------------------------------------------------------------------------------------- the ledger

/** One measure row. Without a measure or task column an item still has its rows (normally one). */
export interface LedgerRow {
  /** Sheet row, zero-based. */
  row: number;
  item: Item;
  /** Position among the rows of its item, from 0. */
  ordinal: number;
  deadline: Deadline;
  status: StatusReading;
  units: UnitReading;
  coUnits: UnitReading | null;
  /** Date of completion: undefined without such a column, null for an empty or unreadable cell. */
  doneDate: CivilDate | null | undefined;
}

/** 事项: a thing counted. */
export interface Item {
  ledger: Ledger;
  kind: Kind;
  /** All its rows in sheet order; at least one. */
  rows: LedgerRow[];
  /**
   * Sheet row that names the item where that row is no measure (number, problem and status above measure rows of their
   * own); undefined in the ordinary case, where the first of `rows` does.
   */
  headRow?: number;
  /** Number as written, trimmed ("3", "1-2", "（三）"), "" where empty. */
  number: string;
  /** Number as an ordinal within `group`, null where it is none (1-2 gives 2 in group "…/1"). */
  ordinal: number | null;
  /** Numbering group: numbers are judged (gap, duplicate) within it. */
  group: string;
  /** Problem text, trimmed, "" where missing. */
  problem: string;
  section: string | null;
  parent: string | null;
  source: string | null;
  leader: string | null;
  /** Rolled up or its own (see `statusOwn`). */
  status: Status;
  /** The item has a status of its own (item-level status column). */
  statusOwn: boolean;
  /** Rolled up from its measures, excluded ones dropped; equals `status` where there is no status of its own. */
  rolledStatus: Status;
  /** The latest deadline of its rows that is a date, else the first row's. */
  deadline: Deadline;
  /** Overdue as of `ledger.asOf` (see design: any measure is). */
  overdue: boolean;
  /** Accountability only: persons this row stands for (人数 column, else 1), and its forms (通报批评、诫勉谈话). */
  persons: number;
  forms: readonly string[];
}

/** 填报单位, or what a sheet or title is called after. */
export interface SheetUnit {
  readonly text: string;
  readonly from: "sheet" | "line" | "title";
}

/** Cells that only say that the one above is meant. */
export interface Ditto {
  readonly count: number;
  readonly row: number;
  readonly col: number;
}

/** Items by sheet row. A Map is one; the reader's own (items-by-row.ts) is an array. */
export interface ItemsByRow {
  get(row: number): Item | undefined;
  has(row: number): boolean;
  keys(): Iterable<number>;
  set(row: number, item: Item): unknown;
}

/** One table of items of one kind. A table with a type column gives one ledger a kind, sharing layout and columns. */
export interface Ledger {
  /** Stable within a reading: sheet, header address and kind. */
  id: string;
  /** As it is written. */
  grid: Grid;
  /** The same with an office's words for statuses in ours; absent in hand-made ledgers. */
  spoken?: Grid;
  sheet: string;
  kind: Kind;
  layout: TableLayout;
  columns: ColumnMap;
  unmapped: readonly UnmappedColumn[];
  /** Choices of columns that could be otherwise and would change a figure. */
  doubts: readonly ColumnDoubt[];
  /** Rows in question as they were read, before it is known whether a figure hangs on them. */
  rowQuestions?: ReadonlyMap<RowQuestion, readonly number[]>;
  /** Rows that may be items or not; absent where there are none. */
  rowDoubts?: readonly RowDoubt[];
  /** Fields whose column is item-level (merged, or filled only in the first row of every block). */
  itemLevel: ReadonlySet<ColumnKey>;
  items: Item[];
  /** Item by sheet row; absent for rows that hold no item of this ledger. */
  itemAt: ItemsByRow;
  subtotals: SubtotalRow[];
  /** Whether measures are counted (a measure or task column exists). */
  hasMeasures: boolean;
  /** Sheet rows of the data that are hidden or struck through. */
  hiddenRowCount: number;
  struckRows: readonly number[];
  /** Everything that dates of this ledger are judged by. */
  asOf: CivilDate;
  /** Merges of the table's columns, for cells.ts; absent in hand-made ledgers. */
  merges?: MergeIndex;
  /** Columns of units under one band (建设、设计、施工、监理), the mapped one among them, left to right; absent for one. */
  unitCols?: readonly number[];
  /** Columns of co-units, the mapped one among them; absent for one. */
  coUnitCols?: readonly number[];
  /** The column of the deadlines that were, for rows whose own column names no extension. */
  formerDeadlineCol?: number;
  /** The unit that the whole table belongs to, where no column names any. */
  sheetUnit?: SheetUnit;
  /** 同上, 〃: how many cells were read as the one above them, and the first. */
  ditto?: Ditto;
}

/** A sheet, or a table on it, that was not counted. */
export interface PassedOver {
  readonly sheet: string;
  readonly why: PassedOverReason;
  /** Title cell of a table that was passed over for another version of itself. */
  readonly at?: { readonly row: number; readonly col: number };
  /** For `form`: the labels that were seen. */
  readonly seen?: readonly string[];
  /** For `olderVersion` and `samePart`: the sheet (and title) that counts instead. */
  readonly instead?: string;
}

export type PassedOverReason =
  | "notALedger"
  /** Labels beside values, as forms have them, that could not be read as items; `seen` names the labels. */
  | "form"
  | "empty"
  | "hidden"
  | "unitDirectory"
  | "olderVersion"
  | "notChosen"
  | "noDataRows"
  /** Rows beside a ledger whose columns have no names. */
  | "noNames"
  | "noProblem"
  /** A report of our own: 核验报告, 变化明细. */
  | "ourReport"
  /** The file names the sheet and holds nothing of it. */
  | "noPart"
  /** The file gives the sheet the content of another. */
  | "samePart";

export interface AsOf {
  readonly date: CivilDate;
  readonly source: "option" | "stated" | "today";
}

/** Rows that were not read. */
export interface UnreadRows {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** The last of them. */
  readonly lastRow: number;
  /** How many hold something, a header of 列1, 列2 left out. */
  readonly rows: number;
  /** Names of their columns among which none is of a problem, where they have names. */
  readonly named?: readonly string[];
  /** Whether the values are those of items; otherwise only a header without names was seen. */
  readonly likeItems: boolean;
}

/** A whole workbook, read. */
export interface Reading {
  readonly ledgers: readonly Ledger[];
  readonly passedOver: readonly PassedOver[];
  readonly directory: UnitDirectory | null;
  readonly asOf: AsOf;
  /** Feedback date: option, or read from a title line. */
  readonly feedbackDate: CivilDate | null;
  /** Rows that look like items and have no names of columns: they were not read. */
  readonly unread: readonly UnreadRows[];
  /** Found by the version rule; the overlapped ledgers stand in `passedOver`. */
  readonly overlaps: readonly LedgerOverlap[];
}

export interface LedgerOverlap {
  readonly counted: { readonly sheet: string; readonly title: string };
  readonly passed: { readonly sheet: string; readonly title: string; readonly row: number; readonly col: number };
  readonly shared: number;
  readonly ofItems: number;
  /** What the table that counts gives, what the one passed over would give, and what all passed over for it give together. */
  readonly figures: { readonly counted: TableFigures; readonly passed: TableFigures; readonly allPassed: TableFigures };
}

/** Items of a table and how many of them are done. */
export interface TableFigures {
  readonly tables: number;
  readonly total: number;
  readonly done: number;
}

/** A status that a word can mean; "unknown" is none. */
export type KnownStatus = Exclude<Status, "unknown">;

/** An office's own words, added to ours (settings.lexicon, 词表.json). */
export interface OfficeLexicon {
  /** Header and the field it stands for: 堵点 → problem. */
  readonly headers: Readonly<Record<string, ColumnKey>>;
  /** Expression and the status it means: 合格 → done. */
  readonly statuses: Readonly<Record<string, KnownStatus>>;
  /** Name of a unit and its short names. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** Phrases that mean unfinished, and phrases that are harmless although they look so. */
  readonly pending: readonly string[];
  readonly harmless: readonly string[];
  /** Wrong and right form. */
  readonly misspellings: Readonly<Record<string, string>>;
}

/** What reading needs to know besides the grids. */
export interface ReadOptions {
  /** Today, from the host: the core has no clock. */
  readonly today: CivilDate;
  readonly asOf?: CivilDate;
  readonly feedbackDate?: CivilDate;
  /** Months of 集中整改期 counted from the feedback date. */
  readonly concentratedMonths?: number;
  readonly directory?: UnitDirectory;
  /** Only these sheets (`--sheet`); they count even if hidden, and versions are not told apart. */
  readonly sheets?: readonly string[];
  readonly overrides?: ReadonlyMap<string, SheetOverride>;
  /** What a person decided for tables with certain headers; corrections of the sheet win. */
  readonly settlements?: readonly ColumnSettlement[];
  /** What a person decided about rows; corrections of the sheet win. */
  readonly rows?: readonly RowSettlement[];
  /** The office's own words, added to ours. */
  readonly lexicon?: OfficeLexicon;
}
