import type { ReadNotice } from "./types";

/** A summary of a few paragraphs is no notice, nor is a form, a table under its name: neither needs title, signature and items. */
const FEWEST_LINES = 6;

/** Whether the text is a whole notice, with items or at least several numbered parts. */
export function isFullNotice(document: ReadNotice): boolean {
  let filled = 0;
  for (const line of document.lines) {
    if (line.indent < line.plain.trimEnd().length && !document.cells.has(line.index)) filled++;
    if (filled >= FEWEST_LINES) return document.items.length > 0 || document.headings.length >= 3;
  }
  return false;
}
