/** Nodes of a paragraph found by where they stand, so that a paragraph of 10,000 counts costs no square. */
import type { ClaimNode, Paragraph } from "./tree";

/** Nodes of a sentence, by its index. */
export function nodesOf({ nodes }: Paragraph, sentence: number): readonly ClaimNode[] {
  const first = firstAt(nodes, sentence, (node) => node.count.sentence);
  let end = first;
  while (nodes[end]?.count.sentence === sentence) end++;
  return nodes.slice(first, end);
}

/** So many nodes that start at or before an offset, and so many behind it. */
export function nodesAround({ nodes }: Paragraph, offset: number, back: number, ahead: number): readonly ClaimNode[] {
  const first = firstAt(nodes, offset + 1, (node) => node.count.start);
  return nodes.slice(Math.max(0, first - back), first + ahead);
}

/** Index of the first node whose key, rising through the list, is at least this; the list's length where none is. */
function firstAt(nodes: readonly ClaimNode[], least: number, key: (node: ClaimNode) => number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node && key(node) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
