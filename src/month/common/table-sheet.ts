/** A sheet of a workbook that we write, as plain data; the host draws it (title, frozen header, filter, print titles). */
export interface TableSheet {
  readonly sheet: string;
  readonly title: string;
  /** A line between title and header; "" for none. */
  readonly subtitle: string;
  readonly columns: readonly { readonly header: string; readonly width: number }[];
  /** Texts are written as text, whatever they begin with. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Merged areas in rows and columns of the table, ends inclusive. */
  readonly merges: readonly { readonly first: number; readonly last: number; readonly col: number }[];
  readonly notes: readonly { readonly row: number; readonly col: number; readonly text: string }[];
  /** Arrows to filter by in the header. */
  readonly filter?: boolean;
  readonly paper?: "A3" | "A4";
}
