/** Lines become headings, labels and items: the shape of a notice, whatever numbering it uses. */
import { compileLexicon, NO_LEXICON, type OfficeLexicon } from "../ledger";
import { readLines } from "./lines";
import { findInspection, findSignOff, findTitle } from "./structure/frame";
import { readItems } from "./structure/items";
import { findLabels } from "./structure/labels";
import { findAnchors, findHeadings, nest, structuralStyles } from "./structure/outline";
import type { ReadNotice } from "./types";

/**
 * Reads a notice from its physical lines.
 * @param lexicon the office's own expressions of statuses, read as in a ledger
 */
export function readDocument(texts: readonly string[], lexicon: OfficeLexicon = NO_LEXICON): ReadNotice {
  const { speakStatus } = compileLexicon(lexicon);
  const lines = readLines(texts);
  const labels = findLabels(lines);
  const headings = findHeadings(lines, labels);
  const anchors = findAnchors(lines, headings, labels);
  const structural = structuralStyles(headings, anchors, labels);
  const withParents = nest(headings, anchors, structural);
  const signOff = findSignOff(lines);
  const textEnd = Math.min(signOff.signature?.line ?? lines.length, signOff.signed?.line ?? lines.length);
  const items = readItems(lines, withParents, labels, anchors, structural, textEnd, speakStatus);
  const itemOfLine = new Array<number>(lines.length).fill(-1);
  items.forEach((item, index) => {
    for (let line = item.firstLine; line <= item.lastLine; line++) itemOfLine[line] = index;
  });
  const bodyStart = items[0]?.firstLine ?? lines.length;
  return {
    lines,
    headings: withParents,
    labels,
    items,
    itemOfLine,
    headingLines: new Set(withParents.map((heading) => heading.line)),
    title: findTitle(lines),
    ...signOff,
    ...findInspection(lines, bodyStart),
    bodyStart,
  };
}
