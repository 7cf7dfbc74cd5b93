/**
 * Drafts of notices: files of words beside the workbooks of `port.ts`. A draft is a value; a correction makes another
 * draft, so that undo is keeping the one before.
 */
import type { Form } from "./form";
import type { EditOutcome, Host } from "./port";

import type { Book, BookSheet, CellValue } from "../grid";

/** A replacement at a place of one line; offsets are UTF-16 units, end exclusive. */
export interface DraftEdit {
  /** 1-based line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What must stand there. */
  readonly quote: string;
  readonly value: string;
}

/** Why an edit was left: other words stand there, it overlaps one before it, there is no such line, no text to hold it. */
export type DraftLeftReason = "changed" | "overlaps" | "noLine" | "noText";

export interface DraftOutcome {
  readonly draft: Draft;
  readonly applied: number;
  readonly left: readonly { readonly edit: DraftEdit; readonly reason: DraftLeftReason }[];
}

export interface Draft {
  /** File name without its path; "" for pasted text. */
  readonly name: string;
  readonly format: "docx" | "txt";
  /** Physical lines; in a .docx line breaks inside a paragraph end a line too. */
  readonly lines: readonly string[];
  /** 1-based paragraph of each line (equal to the line's number in a text), which is what reports count by. */
  readonly paragraphs: readonly number[];
  /** Lines that stand in a table, counted from 0; none in a text. */
  readonly cells: ReadonlySet<number>;
  /** The draft with these edits, all given in places of this draft. */
  correct(edits: readonly DraftEdit[]): DraftOutcome;
  /** The file with its corrections; everything else in it is as it was. */
  bytes(): Uint8Array;
}

/** A table to be written as a workbook with one sheet. Rows count from the first row below the header. */
export interface PlainTable {
  readonly sheet: string;
  readonly title: string;
  /** A line between title and header; "" for none. */
  readonly subtitle: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Merged areas in rows and columns of the table, ends inclusive. */
  readonly merges: readonly { readonly first: number; readonly last: number; readonly col: number }[];
  /** Cells a person should look at, with the reason. */
  readonly notes: readonly { readonly row: number; readonly col: number; readonly text: string }[];
}

/** A copy of a workbook with some cells written, and nothing else changed. */
export interface EditedCopy {
  readonly bytes: Uint8Array;
  /** In the order of the edits. */
  readonly outcomes: readonly EditOutcome[];
  /** The copy has formulas, whose saved results may be out of date. */
  readonly formulas: boolean;
}

export interface CellToWrite {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
}

/** What a surface can do with drafts; loaded when first needed. */
export interface DraftTools {
  /** @throws HostError with the reason why the file is no draft */
  open(name: string, bytes: Uint8Array): Draft;
  /** @param name of a text that has one: a notice made here */
  paste(text: string, name?: string): Draft;
  writeBook(book: Book): Uint8Array;
  /** @throws HostError `unsupportedFormat` for what is no .xlsx or .xlsm */
  editCells(bytes: Uint8Array, edits: readonly CellToWrite[]): EditedCopy;
  /**
   * A copy of a workbook with sheets of ours in it, those of an earlier time renewed.
   * @param make is told the names that they get, for its formulas
   * @throws HostError `unsupportedFormat` for what is no .xlsx or .xlsm
   */
  addBook(
    bytes: Uint8Array,
    wanted: readonly string[],
    make: (names: readonly string[]) => readonly BookSheet[],
  ): Uint8Array;
  /** Bytes of a .zip with these files; no two of them share a name. */
  pack(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array;
  /** @throws HostError with the reason why the file is no form */
  openForm(name: string, bytes: Uint8Array): Promise<Form>;
  /** @throws HostError with the reason why the file is no workbook */
  openWorkbook(name: string, bytes: Uint8Array): Promise<Host>;
  /** Bytes of an .xlsx. */
  writeTable(table: PlainTable): Uint8Array;
  /** Bytes of a .parquet; a DATE is given as ISO text. */
  writeParquet(
    columns: readonly { readonly name: string; readonly type: "STRING" | "DATE" | "INT"; readonly nullable: boolean }[],
    rows: readonly Readonly<Record<string, string | number | null>>[],
  ): Promise<Uint8Array>;
}
