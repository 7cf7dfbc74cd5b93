/**
 * A workbook that is still to be written (对比报告、统计表、登记表…): plain data that the core makes and a host writes
 * (hosts/file/book). Rows and columns are zero-based, areas inclusive, as everywhere.
 */
import type { Area } from "./grid";

/** How a cell looks: a closed set, so that all our workbooks look alike. */
export type BookLook =
  /** No border: blank margins, small print. */
  | "plain"
  /** The title of a sheet: large, bold, centred. */
  | "title"
  /** What stands under a title: 统计截止, 口径. */
  | "note"
  | "head"
  /** Text with a border, wrapped, from the top. */
  | "text"
  /** A figure or a short word, centred. */
  | "count"
  /** A row of totals. */
  | "total"
  /** Text that leads to a place. */
  | "link";

export interface BookCell {
  /** Text is text, also where it begins with "=". Dates are serial numbers (1900) with a `format`. */
  readonly value: string | number | null;
  /** Without "="; `value` is what it gives and is written as the saved result. */
  readonly formula?: string;
  /** "text" where absent. */
  readonly look?: BookLook;
  /** Number format as a cell has it: `0.0%`, `yyyy-mm-dd`. */
  readonly format?: string;
  /** A place in the same workbook: `数据!A5`. */
  readonly link?: string;
}

/** A word on which a colour hangs (亮灯): the cells of `area` that hold it are filled. */
export interface BookColour {
  readonly area: Area;
  readonly word: string;
  /** RRGGBB of the fill; the text on it is black or white, whichever reads better. */
  readonly fill: string;
}

/** A native chart of bars. */
export interface BookChart {
  readonly title: string;
  /** Cells of one column: names of the bars, and their values. */
  readonly names: Area;
  readonly series: readonly { readonly name: string; readonly values: Area; readonly fill: string }[];
  /** Number format of the values' axis and labels. */
  readonly format: string;
  /** Where the axis ends; where the values do if absent. */
  readonly most?: number;
  /** Where it stands. */
  readonly at: Area;
}

export interface BookSheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (BookCell | null)[])[];
  readonly merges?: readonly Area[];
  /** Rows that stay in view, and are repeated on every printed page from `head` on. */
  readonly frozen?: number;
  /** The heading row, repeated on every printed page. */
  readonly head?: number;
  /** With a filter over `head` and what is below. */
  readonly filter?: true;
  /** A column of opinions of ours, which a clean copy is without; the filter goes with it. */
  readonly opinions?: Area;
  readonly paper?: "A4" | "A3";
  readonly portrait?: true;
  /** Drop-downs: a list of words (together at most 255 characters), or an area of cells elsewhere. */
  readonly lists?: readonly { readonly area: Area; readonly words: readonly string[] | string }[];
  readonly colours?: readonly BookColour[];
  readonly charts?: readonly BookChart[];
}

export interface Book {
  readonly sheets: readonly BookSheet[];
}
