/**
 * Columns of a Word table as people see them. Word puts a grid under a table in which every edge of every row is a line of
 * its own: rows whose edges were dragged a hair apart give columns a hair wide.
 */

/** Twentieths of a point: two millimetres. */
const HAIR = 113;

/**
 * Numbers of grid lines as numbers of columns; lines that lie within a hair of each other are one.
 * @param widths of the grid's columns (tblGrid), in twentieths of a point
 * @param rows cells by the grid lines they stand between
 * @example snapColumns([500, 2000, 20, 1980], rows)(3) // 2: the line behind the hair is the one before it
 */
export function snapColumns(
  widths: readonly number[],
  rows: readonly (readonly { readonly col: number; readonly span: number }[])[],
): (line: number) => number {
  let lines = 0;
  for (const cells of rows) for (const { col, span } of cells) lines = Math.max(lines, col + span);
  // Without honest widths every line counts.
  const known = widths.length >= lines && widths.some((width) => width > HAIR);
  if (!known) return (line) => line;
  const columns: number[] = [0];
  let since = 0;
  for (const width of widths) {
    since += width;
    const last = columns[columns.length - 1]!;
    if (since > HAIR) {
      columns.push(last + 1);
      since = 0;
    } else columns.push(last);
  }
  return (line) => columns[line] ?? columns[columns.length - 1]! + line - columns.length + 1;
}
