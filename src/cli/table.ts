/** Text tables aligned for wide characters. */
import { widthOf } from "../zh/text";
import { visible } from "./terminal";

/** Text filled with blanks to a display width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The same, right-aligned. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/**
 * Rows of cells as lines; the last column is not filled, columns named in `right` are right-aligned.
 * @example table([["县财政局", "12"], ["县委办", "3"]], [1]) // ["县财政局  12", "县委办     3"]
 */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, col) => {
      widths[col] = Math.max(widths[col] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, col) => {
        if (right.includes(col)) return padStart(cell, widths[col]!);
        return col === row.length - 1 ? cell : padEnd(cell, widths[col]!);
      })
      .join("  ")
      .trimEnd(),
  );
}

/** Text on one line: line breaks of a cell become blanks, what a terminal would obey is spelled out. */
export function oneLine(text: string): string {
  return visible(/[\r\n\t]/.test(text) ? text.split(/[\r\n\t]+/).join(" ") : text);
}
