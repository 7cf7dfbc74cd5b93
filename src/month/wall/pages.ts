/**
 * The wall chart laid out on A3 pages, in points of paper. Nothing is made smaller to fit: what doesn't fit goes on another
 * page, rows below one another first, then further months.
 */
import { widthOf } from "../../zh/text";
import type { Board, BoardRow, Column, Flag } from "./board";

/** A3 landscape, 420 × 297 mm in points (1 pt = 1/72 inch). */
export const BOARD_PAGE = { width: 1190.55, height: 841.89 } as const;
export const MARGIN = 30;
/**
 * Points: title, heads of columns, numbers on flags, names of rows, everything small. Flags and names are 6 mm high, which is
 * read from two metres; nothing is below 9 points.
 */
export const FONT = { title: 28, head: 16, flag: 18, name: 18, small: 13 } as const;
/** From the top of the page: title, then two lines of column heads. */
export const TOP = { title: MARGIN, heads: MARGIN + 48, rows: MARGIN + 100 } as const;
/** Legend at the foot. */
const FOOT = 34;
const NAME_WIDTH = 180;
export const FLAG = { mark: 16, gap: 4, height: 27, pad: 8 } as const;
const GAP_WIDTH = 22;
/** Narrowest column, and as many characters of a number as a flag shows. */
const LEAST_COLUMN = 60;
const LONGEST_NUMBER = 8;

export interface PlacedColumn {
  readonly column: Column;
  readonly x: number;
  readonly width: number;
  /** Months without a flag stand before it. */
  readonly afterGap: boolean;
}

interface PlacedFlag {
  readonly flag: Flag;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

export interface PlacedRow {
  readonly row: BoardRow;
  /** A row that goes on from the page before. */
  readonly continued: boolean;
  readonly names: readonly string[];
  readonly y: number;
  readonly height: number;
  readonly flags: readonly PlacedFlag[];
}

export interface WallPage {
  readonly board: Board;
  readonly columns: readonly PlacedColumn[];
  readonly rows: readonly PlacedRow[];
}

/** Pages of a board. */
export function pagesOf(board: Board): readonly WallPage[] {
  return columnGroups(board).flatMap((columns) => {
    const shown = new Set(columns.map(({ column }) => column));
    const rows = board.rows
      .map((row) => ({ ...row, flags: row.flags.filter(({ column }) => shown.has(column)) }))
      .filter(({ flags }) => flags.length > 0);
    return pagesOfRows(rows, columns).map((placed): WallPage => ({ board, columns, rows: placed }));
  });
}

/** Columns that fit beside one another, spread over the width. */
function columnGroups({ columns, rows }: Board): readonly (readonly PlacedColumn[])[] {
  const room = BOARD_PAGE.width - 2 * MARGIN - NAME_WIDTH;
  const least = Math.max(
    LEAST_COLUMN,
    ...rows.flatMap(({ flags }) => flags.map((flag) => flagWidth(labelOf(flag)) + 2 * FLAG.pad)),
  );
  const afterGap = (index: number): boolean => {
    const [before, column] = [columns[index - 1], columns[index]];
    return typeof before === "number" && typeof column === "number" && column > before + 1;
  };
  const groups: number[][] = [];
  let used = 0;
  for (const index of columns.keys()) {
    const width = least + (afterGap(index) ? GAP_WIDTH : 0);
    const group = groups.at(-1);
    if (group === undefined || used + width > room) {
      groups.push([index]);
      used = least;
    } else {
      group.push(index);
      used += width;
    }
  }
  return groups.map((group) => {
    const gaps = group.slice(1).filter(afterGap).length;
    const width = (room - gaps * GAP_WIDTH) / group.length;
    let x = MARGIN + NAME_WIDTH;
    return group.map((index, at): PlacedColumn => {
      const gap = at > 0 && afterGap(index);
      if (gap) x += GAP_WIDTH;
      const placed = { column: columns[index] ?? "undated", x, width, afterGap: gap };
      x += width;
      return placed;
    });
  });
}

/** What a flag says: its number, cut where it is long. */
function labelOf({ number }: Flag): string {
  if (number === "") return "无号";
  const characters = Array.from(number.replace(/\s+/gu, " "));
  return characters.length <= LONGEST_NUMBER
    ? characters.join("")
    : `${characters.slice(0, LONGEST_NUMBER - 1).join("")}…`;
}

/** Half the size of the letters for each column a character takes on screen. */
function flagWidth(label: string): number {
  return FLAG.mark + FLAG.gap + widthOf(label) * (FONT.flag / 2) + 3 * FLAG.gap;
}

const LINE = FONT.name + 4;
/** Below the name: the rate and the light. */
const RATE_LINE = FONT.small + 10;

function pagesOfRows(rows: readonly BoardRow[], columns: readonly PlacedColumn[]): readonly (readonly PlacedRow[])[] {
  const bottom = BOARD_PAGE.height - MARGIN - FOOT;
  const pages: PlacedRow[][] = [];
  let y = bottom;
  const start = (): void => {
    pages.push([]);
    y = TOP.rows;
  };
  for (const row of rows) {
    const names = wrap(row.name, NAME_WIDTH - 2 * FLAG.pad);
    let left = row.flags;
    let continued = false;
    while (left.length > 0) {
      const least = names.length * LINE + RATE_LINE + 2 * FLAG.pad;
      const whole = place(left, columns, y, Infinity);
      const wanted = Math.max(least, whole.height);
      // A row goes to the next page as a whole where that helps, and is cut only where no page holds it.
      if (y + wanted > bottom && y > TOP.rows) {
        start();
        continue;
      }
      const taken = y + wanted > bottom ? place(left, columns, y, bottom - y) : whole;
      const height = Math.min(bottom - y, Math.max(least, taken.height));
      pages.at(-1)?.push({ row, continued, names, y, height, flags: taken.flags });
      y += height;
      left = taken.left;
      continued = true;
    }
  }
  return pages;
}

/** Flags of a row in their columns, line by line, as many as `room` holds. */
function place(
  flags: readonly Flag[],
  columns: readonly PlacedColumn[],
  top: number,
  room: number,
): { readonly flags: readonly PlacedFlag[]; readonly left: readonly Flag[]; readonly height: number } {
  const placed: PlacedFlag[] = [];
  const left: Flag[] = [];
  let lines = 1;
  const most = Math.max(1, Math.floor((room - 2 * FLAG.pad) / FLAG.height));
  for (const { column, x, width } of columns) {
    let line = 0;
    let at = x + FLAG.pad;
    for (const flag of flags) {
      if (flag.column !== column) continue;
      const label = labelOf(flag);
      const needed = flagWidth(label);
      if (at > x + FLAG.pad && at + needed > x + width) {
        line += 1;
        at = x + FLAG.pad;
      }
      if (line >= most) {
        left.push(flag);
        continue;
      }
      placed.push({ flag, label, x: at, y: top + FLAG.pad + line * FLAG.height });
      at += needed;
      lines = Math.max(lines, line + 1);
    }
  }
  return { flags: placed, left, height: lines * FLAG.height + 2 * FLAG.pad };
}

/** Most lines a row's name takes. */
const NAME_LINES = 4;

/** A name in lines of a width; what is too long ends in …. */
function wrap(name: string, width: number): readonly string[] {
  const most = Math.floor(width / (FONT.name / 2));
  const lines: string[] = [""];
  for (const character of name) {
    const line = lines.at(-1) ?? "";
    if (widthOf(line + character) <= most) lines[lines.length - 1] = line + character;
    else lines.push(character);
  }
  if (lines.length <= NAME_LINES) return lines;
  const last = Array.from(lines[NAME_LINES - 1] ?? "");
  return [...lines.slice(0, NAME_LINES - 1), `${last.slice(0, -1).join("")}…`];
}
