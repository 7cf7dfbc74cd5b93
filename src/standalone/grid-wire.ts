/**
 * Grids on their way from the worker to the page. Functions cannot be posted, so number formats go as an index into a
 * table per cell and strike-through as a list; values go in blocks of rows, so that no message takes the main thread for
 * more than a moment.
 */
import { EMPTY_ROW, PLAIN_CELL, type Area, type CellLook, type CellValue, type Grid, type SheetLook } from "../grid";

/** Rows in one message: 5,000 rows of 12 columns arrive in a few milliseconds. */
const BLOCK_ROWS = 5000;

/** Texts of cells, of which there are few different ones. */
interface CellTable {
  readonly texts: readonly string[];
  /** Index into `texts` + 1 for each cell, row by row; 0 for none. */
  readonly at: Uint16Array;
}

export interface GridHead {
  readonly sheet: string;
  readonly rowCount: number;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenCols: readonly number[];
  readonly visibility: Grid["visibility"];
  readonly date1904: boolean;
  /** Number of columns that `formats` spans. */
  readonly width: number;
  /** Number formats and colours of the ground, cell by cell; null where no cell has any. */
  readonly formats: CellTable | null;
  readonly fills: CellTable | null;
  /** row * width + col of struck cells. */
  readonly struck: readonly number[];
  readonly totalsRows: readonly number[];
  readonly unread: Grid["unread"];
  readonly caption: Grid["caption"];
  readonly look: (Pick<SheetLook, "widths" | "heights" | "frozen"> & { readonly styles: CellTable | null }) | null;
}

export type RowBlock = readonly (readonly CellValue[])[];

/** Most different texts of a table: an index has two bytes. */
const MOST_TEXTS = 65_000;

function tableOf(
  grid: Grid,
  width: number,
  textAt: ((row: number, col: number) => string | null | undefined) | undefined,
  /** Cells without a value have a text, too. */
  blanks = false,
): CellTable | null {
  if (!textAt || width === 0) return null;
  const texts: string[] = [];
  const indexOf = new Map<string, number>();
  const at = new Uint16Array(grid.values.length * width);
  grid.values.forEach((cells, row) => {
    for (let col = 0; col < (cells?.length ?? 0); col++) {
      const text = !blanks && cells?.[col] === null ? null : textAt(row, col);
      if (!text) continue;
      let index = indexOf.get(text);
      if (index === undefined && texts.length < MOST_TEXTS) {
        index = texts.push(text);
        indexOf.set(text, index);
      }
      if (index !== undefined) at[row * width + col] = index;
    }
  });
  return texts.length === 0 ? null : { texts, at };
}

const sizesOf = ({ widths, heights, frozen }: Pick<SheetLook, "widths" | "heights" | "frozen">) => ({
  widths,
  heights,
  frozen,
});

/** A look as a text: `bw#RRGGBB`, "" for a plain cell. */
const styleTexts = (look: SheetLook) => (row: number, col: number) => {
  const { bold, wrap, fill } = look.styleAt(row, col);
  return `${bold ? "b" : ""}${wrap ? "w" : ""}${fill ?? ""}`;
};

/** Looks again from their texts; the same look for the same text. */
function looksOf(texts: readonly string[]): ReadonlyMap<string, CellLook> {
  return new Map(
    texts.map((text) => {
      const marks = text.split("#")[0] ?? "";
      const fill = text.includes("#") ? text.slice(text.indexOf("#")) : null;
      return [text, { bold: marks.includes("b"), wrap: marks.includes("w"), fill }];
    }),
  );
}

/** Everything of a grid but its values. Pure; costs a look or two at every cell. */
export function headOf(grid: Grid): GridHead {
  let width = 0;
  for (const row of grid.values) if (row && row.length > width) width = row.length;
  const struck: number[] = [];
  if (grid.struckAt) {
    grid.values.forEach((cells, row) => {
      for (let col = 0; col < (cells?.length ?? 0); col++)
        if (cells?.[col] !== null && grid.struckAt?.(row, col)) struck.push(row * width + col);
    });
  }
  return {
    sheet: grid.sheet,
    rowCount: grid.values.length,
    merges: grid.merges,
    hiddenRows: [...grid.hiddenRows],
    hiddenCols: [...grid.hiddenCols],
    visibility: grid.visibility,
    date1904: grid.date1904,
    width,
    formats: tableOf(grid, width, grid.formatAt),
    fills: tableOf(grid, width, grid.fillAt),
    struck,
    totalsRows: [...(grid.totalsRows ?? [])],
    unread: grid.unread,
    caption: grid.caption,
    look: grid.look ? { ...sizesOf(grid.look), styles: tableOf(grid, width, styleTexts(grid.look), true) } : null,
  };
}

/** Values in blocks of `BLOCK_ROWS`. */
export function* blocksOf(grid: Grid): Generator<RowBlock> {
  for (let row = 0; row < grid.values.length; row += BLOCK_ROWS) {
    yield grid.values.slice(row, row + BLOCK_ROWS).map((cells) => cells ?? EMPTY_ROW);
  }
}

/** The grid again, from its head and all its blocks in order. */
export function gridFrom(head: GridHead, blocks: readonly RowBlock[]): Grid {
  const values = blocks.flat().map((cells) => (cells.length === 0 ? EMPTY_ROW : cells));
  const { formats, fills, width, totalsRows } = head;
  const struck = new Set(head.struck);
  const textIn =
    ({ texts, at }: CellTable) =>
    (row: number, col: number): string | undefined =>
      col < width ? texts[(at[row * width + col] ?? 0) - 1] : undefined;
  const fillIn = fills && textIn(fills);
  const styleIn = head.look?.styles ? textIn(head.look.styles) : null;
  const looks = looksOf(head.look?.styles?.texts ?? []);
  return {
    sheet: head.sheet,
    values,
    merges: head.merges,
    hiddenRows: new Set(head.hiddenRows),
    hiddenCols: new Set(head.hiddenCols),
    visibility: head.visibility,
    date1904: head.date1904,
    ...(head.unread ? { unread: head.unread } : {}),
    ...(head.caption ? { caption: head.caption } : {}),
    ...(totalsRows.length > 0 ? { totalsRows: new Set(totalsRows) } : {}),
    ...(formats ? { formatAt: textIn(formats) } : {}),
    ...(head.look
      ? {
          look: {
            ...sizesOf(head.look),
            styleAt: (row: number, col: number) => looks.get(styleIn?.(row, col) ?? "") ?? PLAIN_CELL,
          },
        }
      : {}),
    ...(fillIn ? { fillAt: (row: number, col: number) => fillIn(row, col) ?? null } : {}),
    ...(struck.size > 0
      ? { struckAt: (row: number, col: number) => col < width && struck.has(row * width + col) }
      : {}),
  };
}
