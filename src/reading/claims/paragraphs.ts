/** The trees of a notice's paragraphs, read once for all rules that ask. */
import { added, Found } from "../found";
import { LINES_A_STEP, atOnce } from "../steps";
import type { Line } from "../types";
import { countsOf, type ToldCount } from "./counts";
import { type Breakdown, type ClaimNode, NO_BREAKDOWNS } from "./claim-node";
import { MOST_WHOLES, type Paragraph, TreeBuilder } from "./tree";

/** Lines back to a whole that a list may belong to. */
const LINES_BACK = 3;
const KEPT = LINES_BACK + 1;

const KNOWN = new WeakMap<readonly Line[], readonly Paragraph[]>();

/** Paragraphs with counts, in text order. */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  return KNOWN.get(lines) ?? atOnce(paragraphsInSteps(lines));
}

/** The same in steps. */
export function* paragraphsInSteps(lines: readonly Line[]): Generator<void, readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  const earlier = new EarlierWholes();
  for (const line of lines) {
    if (line.index % LINES_A_STEP === LINES_A_STEP - 1) yield;
    if (line.indent < line.plain.length) earlier.next();
    const counts = line.tokens.length === 0 ? NO_COUNTS : countsOf(line);
    if (counts.length === 0) continue;
    const paragraph = readParagraph(line, counts, earlier);
    paragraphs.push(paragraph);
    earlier.add(paragraph);
  }
  KNOWN.set(lines, paragraphs);
  return paragraphs;
}

const NO_COUNTS: readonly ToldCount[] = [];
const NO_NODES: readonly ClaimNode[] = [];

/**
 * The wholes of the nearest paragraph that tells any, within reach of a list that belongs to them. Whether a count is one
 * costs its words, which are asked for where a count of the same family comes, and only there.
 */
class EarlierWholes {
  /** By the number of their line, as far back as they matter; the last is the line that is being read. */
  private readonly paragraphs: (Paragraph | null)[] = new Array<Paragraph | null>(KEPT).fill(null);
  private line = 0;
  private known: readonly ClaimNode[] | null = null;

  /** Goes on to the next line that is not blank. */
  next(): void {
    this.line++;
    this.paragraphs[this.line % KEPT] = null;
    this.known = null;
  }

  add(paragraph: Paragraph): void {
    this.paragraphs[this.line % KEPT] = paragraph;
  }

  of(family: string): readonly ClaimNode[] {
    if (!this.mayHold(family)) return NO_NODES;
    for (let back = 1; back <= LINES_BACK; back++) {
      const nodes = this.nodesBack(back);
      if (nodes.length > MOST_WHOLES) return ofFamily((this.known ??= this.read()), family);
      const own = wholesIn(nodes, family);
      if (own.length > 0) return own;
      for (const node of nodes) if (node.count.family !== family && isWhole(node)) return NO_NODES;
    }
    return NO_NODES;
  }

  private nodesBack(back: number): readonly ClaimNode[] {
    return this.paragraphs[(this.line + KEPT - back) % KEPT]?.nodes ?? NO_NODES;
  }

  private mayHold(family: string): boolean {
    for (let at = 0; at < KEPT; at++) {
      const nodes = this.paragraphs[at]?.nodes ?? NO_NODES;
      for (const { count } of nodes) if (count.family === family) return true;
    }
    return false;
  }

  private read(): readonly ClaimNode[] {
    for (let back = 1; back <= LINES_BACK; back++) {
      const nodes = this.nodesBack(back);
      let wholes = NO_NODES;
      for (let at = nodes.length - 1; at >= 0 && wholes.length < MOST_WHOLES; at--) {
        const node = nodes[at] as ClaimNode;
        if (isWhole(node)) wholes = added(wholes, node);
      }
      if (wholes.length > 0) return [...wholes].reverse();
    }
    return NO_NODES;
  }
}

function isWhole({ part, count }: ClaimNode): boolean {
  return part === null && count.exact && count.tellsAll;
}

function wholesIn(nodes: readonly ClaimNode[], family: string): readonly ClaimNode[] {
  let found = NO_NODES;
  for (const node of nodes) if (node.count.family === family && isWhole(node)) found = added(found, node);
  return found;
}

function ofFamily(wholes: readonly ClaimNode[], family: string): readonly ClaimNode[] {
  let found = NO_NODES;
  for (const node of wholes) if (node.count.family === family) found = added(found, node);
  return found;
}

function readParagraph(line: Line, counts: readonly ToldCount[], earlier: EarlierWholes): Paragraph {
  const nodes = NODES.begin();
  const breakdowns = BREAKDOWNS.begin();
  // As many as there are families of measure words in a paragraph: one, as a rule.
  let builders: readonly TreeBuilder[] = NO_BUILDERS;
  const sizes = counts.length > FEW ? sizesBy("family", counts) : null;
  for (const count of counts) {
    const { family } = count;
    // A count that has no other of its kind is a whole, whatever its words.
    const alone = sizes === null ? isAlone(counts, count) : sizes.get(family) === 1;
    const remote = alone ? earlier.of(family) : NO_NODES;
    if (alone && remote.length === 0) {
      nodes.push({ count, breakdowns: NO_BREAKDOWNS, part: null });
      continue;
    }
    if (count.lead === "each" || count.lead === "change") continue;
    let builder = builderOf(builders, family);
    if (!builder) {
      builder = new TreeBuilder(family, line, alone ? remote : earlier.of(family), nodes, breakdowns);
      builders = added(builders, builder);
    }
    builder.add(count);
  }
  return { line, counts, nodes: nodes.take(), breakdowns: breakdowns.take(), alike: mostAlike(counts) };
}

/** Of so few counts each is held against the others; more are asked of a map. */
const FEW = 16;

function sizesBy(key: "family" | "unit", counts: readonly ToldCount[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { [key]: name } of counts) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes;
}

/** Whether a count is the only one of its family. */
function isAlone(counts: readonly ToldCount[], count: ToldCount): boolean {
  for (const other of counts) if (other.family === count.family && other !== count) return false;
  return true;
}

function mostAlike(counts: readonly ToldCount[]): number {
  if (counts.length > FEW) return Math.max(...sizesBy("unit", counts).values());
  let most = 1;
  for (let at = 0; at + most < counts.length; at++) {
    const { unit } = counts[at] as ToldCount;
    let alike = 1;
    for (let next = at + 1; next < counts.length; next++) if ((counts[next] as ToldCount).unit === unit) alike++;
    if (alike > most) most = alike;
  }
  return most;
}

function builderOf(builders: readonly TreeBuilder[], family: string): TreeBuilder | undefined {
  for (const builder of builders) if (builder.family === family) return builder;
  return undefined;
}

const NODES = new Found<ClaimNode>();
const BREAKDOWNS = new Found<Breakdown>();
const NO_BUILDERS: readonly TreeBuilder[] = [];
