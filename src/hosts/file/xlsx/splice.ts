/** A change of a text: what to take out at an offset of the original, and what to put there. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * Applies splices that don't overlap; several insertions at one place keep their order.
 * @throws RangeError when they overlap, which would be a mistake of ours
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  if (splices.length === 0) return text;
  const sorted = splices.map((splice, order) => ({ splice, order }));
  sorted.sort((a, b) => a.splice.at - b.splice.at || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const { splice } of sorted) {
    if (splice.at < at) throw new RangeError("splices overlap");
    pieces.push(text.slice(at, splice.at), splice.insert);
    at = splice.at + splice.remove;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
