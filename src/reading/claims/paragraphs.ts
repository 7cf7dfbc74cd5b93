/** The trees of a notice's paragraphs, read once for all rules that ask. */
import type { Line } from "../types";
import { countsOf, type ToldCount } from "./counts";
import { loneReader } from "./kinds-of-counts";
import { type Breakdown, type ClaimNode, MOST_WHOLES, type Paragraph, TreeBuilder } from "./tree";

/** Lines back to a whole that a list may belong to. */
const LINES_BACK = 3;

const KNOWN = new WeakMap<readonly Line[], readonly Paragraph[]>();

/** Paragraphs with counts, in text order. */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const known = KNOWN.get(lines);
  if (known) return known;
  const paragraphs = readParagraphs(lines);
  KNOWN.set(lines, paragraphs);
  return paragraphs;
}

function readParagraphs(lines: readonly Line[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let earlier: ClaimNode[] = [];
  let since = 0;
  for (const line of lines) {
    const counts = line.tokens.length === 0 ? [] : countsOf(line);
    if (line.indent < line.plain.length) since++;
    if (counts.length === 0) continue;
    if (since > LINES_BACK) earlier = [];
    const paragraph = readParagraph(line, counts, earlier);
    paragraphs.push(paragraph);
    const wholes = paragraph.nodes.filter(({ part, count }) => part === null && count.exact && count.tellsAll);
    if (wholes.length > 0) {
      earlier = wholes.slice(-MOST_WHOLES);
      since = 0;
    }
  }
  return paragraphs;
}

function readParagraph(line: Line, counts: readonly ToldCount[], earlier: readonly ClaimNode[]): Paragraph {
  const nodes: ClaimNode[] = [];
  const breakdowns: Breakdown[] = [];
  const families = new Map<string, TreeBuilder>();
  const isAlone = loneReader(counts);
  for (const count of counts) {
    // A count that has no other of its kind is a whole, whatever its words.
    if (isAlone(count) && !earlier.some((node) => node.count.family === count.family)) {
      nodes.push({ count, breakdowns: [], part: null });
      continue;
    }
    if (count.lead === "each" || count.lead === "change") continue;
    let builder = families.get(count.family);
    if (!builder) {
      const remote = earlier.filter((node) => node.count.family === count.family);
      builder = new TreeBuilder(line, remote, nodes, breakdowns);
      families.set(count.family, builder);
    }
    builder.add(count);
  }
  return { line, counts, nodes, breakdowns };
}
