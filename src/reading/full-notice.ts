import type { ReadNotice } from "./types";

/** A summary of a few paragraphs is no notice: it needs no title, no signature and no items. */
const FEWEST_LINES = 6;

/**
 * Whether the text is a whole notice, with items or at least several numbered parts. What stands in tables makes none: a form is a
 * table under its name, and a letter lists in one what it is about.
 */
export function isFullNotice({ lines, cells, items, headings }: ReadNotice): boolean {
  let filled = 0;
  for (const line of lines) {
    if (line.indent < line.plain.trimEnd().length && !cells.has(line.index)) filled++;
    if (filled < FEWEST_LINES) continue;
    return (
      items.some(({ firstLine }) => !cells.has(firstLine)) ||
      headings.filter(({ line: at }) => !cells.has(at)).length >= 3
    );
  }
  return false;
}
