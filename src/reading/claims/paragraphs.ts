/** The trees of a notice's paragraphs, read once for all rules that ask. */
import type { Line } from "../types";
import { readParagraphs, type Paragraph } from "./tree";

const KNOWN = new WeakMap<readonly Line[], readonly Paragraph[]>();

/** Paragraphs with counts, in text order. */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const known = KNOWN.get(lines);
  if (known) return known;
  const paragraphs = readParagraphs(lines);
  KNOWN.set(lines, paragraphs);
  return paragraphs;
}
