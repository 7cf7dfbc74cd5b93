/**
 * Forms of others (上级报表): a workbook or a Word document with texts that hold places. A filled form is a copy in which
 * only those places differ.
 */
import type { EditOutcome } from "./port";

/** Where a text stands, as a person looks for it: 表1!C5, 第3段. */
interface FormAddress {
  readonly zh: string;
  readonly en: string;
}

export interface FormText {
  readonly where: FormAddress;
  readonly text: string;
}

/** A piece of a text and what replaces it; UTF-16 offsets, end exclusive. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** What becomes of one text. */
export interface FormFill {
  /** Index into `texts`. */
  readonly text: number;
  /** In order, not overlapping. */
  readonly changes: readonly TextChange[];
  /** Where one figure is all there is: the number a cell gets. */
  readonly number: number | null;
}

interface FormRefusal {
  readonly where: FormAddress;
  /** Words of a document that no run can hold are "noText". */
  readonly reason: Extract<EditOutcome, { type: "refused" }>["reason"] | "noText";
}

export interface FilledForm {
  readonly bytes: Uint8Array;
  readonly refused: readonly FormRefusal[];
  /** It has formulas: the program that opens the copy calculates them anew. */
  readonly formulas: boolean;
}

export interface Form {
  /** File name without its path. */
  readonly name: string;
  readonly format: "xlsx" | "docx";
  /** Texts in which a brace stands, in the order of the file. */
  readonly texts: readonly FormText[];
  /** A copy with these filled; a text that refuses is left as it is and named. */
  fill(fills: readonly FormFill[]): FilledForm;
}
