/** A sheet that is one table to read and filter: title, a line under it, a heading row that stays and is printed on every page. */
import type { BookCell, BookSheet } from "../../grid";

export interface TitledTable {
  readonly sheet: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly { readonly header: string; readonly width: number; readonly isCount?: true }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const HEAD = 2;

/**
 * The table as a sheet, A4 landscape.
 * @example titledSheet({ sheet: "变化明细", title: "变化明细", subtitle: "", columns: [{ header: "序号", width: 6 }], rows: [["1"]] })
 */
export function titledSheet({ sheet, title, subtitle, columns, rows }: TitledTable): BookSheet {
  const right = columns.length - 1;
  return {
    name: sheet,
    widths: columns.map(({ width }) => width),
    rows: [
      [{ value: title, look: "title" }],
      [{ value: subtitle, look: "note" }],
      columns.map(({ header }) => ({ value: header, look: "head" })),
      ...rows.map((row) =>
        row.map((value, col): BookCell => ({ value, look: columns[col]?.isCount === true ? "count" : "text" })),
      ),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right },
      { top: 1, left: 0, bottom: 1, right },
    ],
    frozen: HEAD + 1,
    head: HEAD,
    filter: true,
    paper: "A4",
  };
}
