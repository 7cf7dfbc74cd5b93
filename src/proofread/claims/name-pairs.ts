/** Whether words speak of what a name names: by its pairs of neighbouring characters, since no list tells where Chinese words end. */
import type { ClaimNode } from "../../reading";

/**
 * Whether any pair stands in the words.
 * @example sharesPair("自来水普及率", "农村自来水") // true
 */
export const sharesPair = (name: string, words: string): boolean => pairsOf(name).some((pair) => words.includes(pair));

/**
 * Whether half of the pairs stand in the words, or more.
 * @example isMostlyIn("社会投资规模", "总投资") // false
 */
export function isMostlyIn(name: string, words: string): boolean {
  const pairs = pairsOf(name);
  return pairs.filter((pair) => words.includes(pair)).length * 2 >= pairs.length;
}

/** What stands before and behind counts, no word running over from one to the next. */
export const wordsAround = (nodes: readonly ClaimNode[]): string =>
  nodes.map(({ count }) => `${count.before}|${count.after}`).join("|");

const pairsOf = (name: string): readonly string[] => [...name].slice(1).map((sign, at) => `${name[at] ?? ""}${sign}`);
