/** Which words of two texts differ, for showing them side by side. */

export interface ChangedPiece {
  readonly text: string;
  readonly changed: boolean;
}

/** Numbers and Latin words whole, everything else character by character. */
const TOKENS = /[\p{Nd}.]+|[A-Za-z]+|[^]/gu;

/** Products of lengths above which only beginning and end are compared. */
const MOST = 250_000;

/**
 * @example changedWords("6月底前", "9月底前")[1] // [{ text: "9", changed: true }, { text: "月底前", changed: false }]
 */
export function changedWords(
  before: string,
  after: string,
): readonly [readonly ChangedPiece[], readonly ChangedPiece[]] {
  const tokens = (text: string): readonly string[] => text.match(TOKENS) ?? [];
  const [a, b] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const inside = (all: readonly string[]) => all.slice(start, all.length - end);
  const [keptA, keptB] = common(inside(a), inside(b));
  const of = (all: readonly string[], kept: ReadonlySet<number>) =>
    joined(
      all.map((text, at) => ({
        text,
        changed: at >= start && at < all.length - end && !kept.has(at - start),
      })),
    );
  return [of(a, keptA), of(b, keptB)];
}

/** Places of a longest common subsequence in both. */
function common(a: readonly string[], b: readonly string[]): readonly [ReadonlySet<number>, ReadonlySet<number>] {
  const kept = [new Set<number>(), new Set<number>()] as const;
  if (a.length * b.length > MOST) return kept;
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}

function joined(pieces: readonly ChangedPiece[]): readonly ChangedPiece[] {
  const all: ChangedPiece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.changed === piece.changed) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
