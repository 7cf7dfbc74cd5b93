/** Names as people count them: 2 before 10. */

const PIECES = /\d+|\D+/g;

/**
 * Compares two names piece by piece, runs of digits as numbers; folders before what a longer name has.
 * @example ["10.xlsx", "2.xlsx"].sort(compareNames) // ["2.xlsx", "10.xlsx"]
 */
export function compareNames(one: string, other: string): number {
  const [a, b] = [one.match(PIECES) ?? [], other.match(PIECES) ?? []];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = comparePieces(a[at] ?? "", b[at] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length || compareTexts(one, other);
}

function comparePieces(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareTexts(a, b);
  const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return x.length - y.length || compareTexts(x, y);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
