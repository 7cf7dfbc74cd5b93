/**
 * Rows of a workbook that become a workbook of their own (分发、退回): plain data that the core makes. Every value of the new
 * workbook stands here; a host that has the file's parts adds how the cells look, and takes no text from them.
 */
import type { Area, CellValue, Grid } from "./grid";

export interface ExcerptLine {
  /** Zero-based row of the source that gives styles and height; null for a line that stands outside of the sheet. */
  readonly row: number | null;
  /** From column A on, as long as needed. */
  readonly values: readonly CellValue[];
  readonly part: "title" | "above" | "head" | "section" | "data";
}

export interface SheetExcerpt {
  /** Sheet of the source, and name of the new one. */
  readonly sheet: string;
  /** The grid the lines were taken from: number formats. */
  readonly grid: Grid;
  readonly lines: readonly ExcerptLine[];
  /** Columns of the table, zero-based, both ends inclusive; `added` is not among them. */
  readonly left: number;
  readonly right: number;
  /** Merged areas, their rows counted in `lines`. */
  readonly merges: readonly Area[];
  /** First and last line of the first header. */
  readonly head: { readonly top: number; readonly bottom: number };
  /** A filter over the header and what is below, whether or not the source has one. */
  readonly filter: boolean;
  /** Drop-downs, their rows counted in `lines`. */
  readonly lists: readonly { readonly area: Area; readonly words: readonly string[] }[];
  /** A column behind the table that the source has not, and its width in characters. */
  readonly added: { readonly col: number; readonly width: number } | null;
  /** A blank form that is filled in: what the sheet has beyond rows of its source. */
  readonly form?: FilledForm;
}

interface FilledForm {
  /** Name of the new sheet. */
  readonly name: string;
  /** Lines that were filled in, both ends inclusive, and the blank row of the source whose drop-downs hold for them. */
  readonly from: number;
  readonly to: number;
  readonly blank: number;
  /** Widths in characters of columns behind `right`, which look like the column `like` of the source. */
  readonly beyond: readonly number[];
  readonly like: number;
  /** Formulas by `line:col`, without "="; the line's value is what they give. */
  readonly formulas: ReadonlyMap<string, string>;
}

export interface Excerpt {
  readonly sheets: readonly SheetExcerpt[];
  /** The lines are no rows of the sheets (a form read as a table): only the values can be taken over. */
  readonly moved: boolean;
}
