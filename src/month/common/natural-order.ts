/** Names as people count them: 2 before 10. */

const PIECES = /\d+|\D+/g;
/** What a browser, a mail program or a person puts behind the name of a later file of the same name. */
const AGAIN = / ?[(（](\d{1,3})[)）](\.[^./]*)?$/u;

/**
 * Compares two names piece by piece, runs of digits as numbers; folders before what a longer name has, and 甲(2).xlsx behind
 * 甲.xlsx.
 * @example ["10.xlsx", "2.xlsx"].sort(compareNames) // ["2.xlsx", "10.xlsx"]
 */
export function compareNames(one: string, other: string): number {
  const [a, b] = [piecesOf(one), piecesOf(other)];
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = comparePieces(a[at] ?? "", b[at] ?? "");
    if (order !== 0) return order;
  }
  return a.length - b.length || compareTexts(one, other);
}

const piecesOf = (name: string): readonly string[] => name.replace(AGAIN, "$2 $1").match(PIECES) ?? [];

function comparePieces(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareTexts(a, b);
  const [x, y] = [a.replace(/^0+/, ""), b.replace(/^0+/, "")];
  return x.length - y.length || compareTexts(x, y);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
