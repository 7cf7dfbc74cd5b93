/**
 * The words that statuses are written with (words/status.ts), each with the part it plays. A clause is cut into them, the
 * longest first, and becomes a string of letters that status-clause.ts matches; a clause with any other word in it is not a
 * status. Collected from published notices and forms (domain table of statuses) and their variations.
 */
import { PARTS } from "./words/status";

const BY_WORD: ReadonlyMap<string, string> = new Map(
  PARTS.flatMap(([letter, words]) => words.split(" ").map((word) => [word, letter] as const)),
);

const LONGEST = Math.max(...Array.from(BY_WORD.keys(), (word) => word.length));

/**
 * The parts of a clause as letters, null where a word is none of the lexicon.
 * @example spellClause("尚未完成整改") // "yNDW"
 */
export function spellClause(clause: string): string | null {
  let letters = "";
  for (let i = 0; i < clause.length;) {
    let length = Math.min(LONGEST, clause.length - i);
    let letter: string | undefined;
    while (length > 0 && (letter = BY_WORD.get(clause.slice(i, i + length))) === undefined) length--;
    if (letter === undefined) return null;
    letters += letter;
    i += length;
  }
  return letters;
}
