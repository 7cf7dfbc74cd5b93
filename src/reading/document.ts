/** Lines become headings, labels and items: the shape of a notice, whatever numbering it uses. */
import { compileLexicon, NO_LEXICON, type OfficeLexicon } from "../ledger";
import { linesInSteps } from "./lines";
import { atOnce } from "./steps";
import { findInspection, findSignOff, findTitle } from "./structure/frame";
import { readItems } from "./structure/items";
import { findLabels } from "./structure/labels";
import { findAnchors, findHeadings, nest, pointsOfAnswers, structuralStyles } from "./structure/outline";
import type { Line, ReadNotice } from "./types";

const NO_CELLS: ReadonlySet<number> = new Set();

/** A cell that holds a number and nothing else numbers a row of its table, and no part of the text. */
function asCell(line: Line, cells: ReadonlySet<number>): Line {
  const { numbering, plain, index } = line;
  return numbering !== null && cells.has(index) && plain.slice(numbering.textStart).trim() === ""
    ? { ...line, numbering: null }
    : line;
}

/**
 * Reads a notice from its physical lines.
 * @param lexicon the office's own expressions of statuses, read as in a ledger
 * @param cells lines that stand in a table, counted from 0
 */
export function readDocument(
  texts: readonly string[],
  lexicon: OfficeLexicon = NO_LEXICON,
  cells: ReadonlySet<number> = NO_CELLS,
): ReadNotice {
  return atOnce(documentInSteps(texts, lexicon, cells));
}

/** The same in steps. */
export function* documentInSteps(
  texts: readonly string[],
  lexicon: OfficeLexicon = NO_LEXICON,
  cells: ReadonlySet<number> = NO_CELLS,
): Generator<void, ReadNotice> {
  const { speakStatus } = compileLexicon(lexicon);
  const read = yield* linesInSteps(texts);
  const lines = cells.size === 0 ? read : read.map((line) => asCell(line, cells));
  const labels = findLabels(lines);
  yield;
  const headings = findHeadings(lines, labels);
  const anchors = findAnchors(lines, headings, labels);
  yield;
  const structural = structuralStyles(headings, anchors, labels);
  const points = pointsOfAnswers(headings, anchors, labels);
  const withParents = nest(headings, anchors, structural, points);
  yield;
  const signOff = findSignOff(lines);
  const textEnd = Math.min(signOff.signature?.line ?? lines.length, signOff.signed?.line ?? lines.length);
  const ends = withParents.filter((heading, index) => structural.has(heading.style) && !points.has(index));
  const items = yield* readItems(lines, withParents, labels, anchors, ends, textEnd, speakStatus);
  const itemOfLine = new Array<number>(lines.length).fill(-1);
  items.forEach((item, index) => {
    for (let line = item.firstLine; line <= item.lastLine; line++) itemOfLine[line] = index;
  });
  const bodyStart = items[0]?.firstLine ?? lines.length;
  return {
    lines,
    cells,
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
