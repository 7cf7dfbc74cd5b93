/** Tables of figures in a draft: the cells of a row are one line, parted by tabs, as where it is pasted. */
import type { DocxCell, DocxLine, LinePiece } from "./read-lines";

type InCell = DocxLine & { readonly cell: DocxCell };

/** 24, 54%, 1,200, 3个. */
const FIGURE = /^[\d,.]{0,8}\d\s*(?:[%％]|[\u4e00-\u9fff]{1,2})?$/u;
/** Nothing to count: no figure, and no words either. */
const NOTHING = /^[\s\-—–/\\]*$/u;
/** Longer cells are prose; a tab in a cell would be taken for another. */
const LONGEST_CELL = 200;

/**
 * Lines with the rows of every table of figures as one line each; a table laid out for words, one of prose cells and one
 * that holds another stay line by line. A wide cell (gridSpan) stands in its first column, a merged one in its first row.
 * @example joinRows(linesOf("单位|问题数", "甲科|3")).map(({ text }) => text) // ["单位\t问题数", "甲科\t3"]
 */
export function joinRows(lines: readonly DocxLine[]): readonly DocxLine[] {
  const joined: DocxLine[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    let end = at + 1;
    const table = line.cell?.table;
    if (table) while (lines[end]?.cell?.table === table) end++;
    const own = lines.slice(at, end);
    if (table && !table.nests) joined.push(...tableLines(own as readonly InCell[]));
    else joined.push(...own);
    at = end;
  }
  return joined;
}

function tableLines(lines: readonly InCell[]): readonly DocxLine[] {
  const rows = new Map<number, Map<number, InCell[]>>();
  for (const line of lines) {
    const row = rows.get(line.cell.row) ?? new Map<number, InCell[]>();
    rows.set(line.cell.row, row);
    const cell = row.get(line.cell.col);
    if (cell) cell.push(line);
    else row.set(line.cell.col, [line]);
  }
  return isOfFigures([...rows.values()]) ? [...rows.values()].map(rowLine) : lines;
}

/** At least half of what stands below the heads is figures, in at least two columns. */
function isOfFigures(rows: readonly ReadonlyMap<number, readonly InCell[]>[]): boolean {
  let filled = 0;
  let figures = 0;
  let widest = 0;
  let headed = false;
  for (const row of rows) {
    const texts = [...row.values()].map((cell) =>
      cell
        .map(({ text }) => text)
        .join("")
        .trim(),
    );
    widest = Math.max(widest, texts.length);
    if (texts.some((text) => text.length > LONGEST_CELL || text.includes("\t"))) return false;
    const own = texts.filter((text) => FIGURE.test(text)).length;
    // Heads hold no figures.
    if (own === 0 && !headed) continue;
    headed = true;
    figures += own;
    filled += texts.filter((text) => !NOTHING.test(text)).length;
  }
  return widest >= 2 && figures > 0 && figures * 2 >= filled;
}

function rowLine(row: ReadonlyMap<number, readonly InCell[]>): DocxLine {
  const pieces: LinePiece[] = [];
  let text = "";
  let col = 0;
  const gap = (between: string): void => {
    if (between !== "")
      pieces.push({ start: text.length, text: between, kind: "gap", from: 0, to: 0, preserved: true });
    text += between;
  };
  let first: InCell | null = null;
  for (const [at, lines] of row) {
    gap("\t".repeat(at - col));
    const filled = lines.filter((line) => line.text !== "");
    filled.forEach((line, index) => {
      if (index > 0) gap(" ");
      for (const piece of line.pieces) pieces.push({ ...piece, start: piece.start + text.length });
      text += line.text;
    });
    first ??= lines[0] ?? null;
    col = at;
  }
  const last = [...row.values()].pop()?.[0]?.cell;
  gap("\t".repeat((last?.span ?? 1) - 1));
  return { text, paragraph: first?.paragraph ?? 0, cell: first?.cell ?? null, pieces };
}
