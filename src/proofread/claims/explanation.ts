/** What an explanation is: a named reading of a breakdown, and when it holds. */
import type { Breakdown, ClaimNode, Paragraph } from "../../reading";

/** Names of the readings; each has a right and a wrong sentence in the tests. */
export type ReadingName =
  | "another whole"
  | "a sibling fills the gap"
  | "a second breakdown"
  | "parts of a part"
  | "a partial list"
  | "the same told again"
  | "a name told again"
  | "things that may overlap"
  | "several wholes"
  | "a share told of them together"
  | "a plain list"
  | "one thing counted twice"
  | "a list set apart"
  | "money from before"
  | "a rest without a number"
  | "members of one list"
  | "beside its whole"
  | "told again"
  | "left of all kinds"
  | "what is excepted, told again"
  | "of a part named before it"
  | "told apart"
  | "old ones beside the new"
  | "what is done of a class"
  | "the last of the list before"
  | "more of the last part"
  | "told of what changed"
  | "a list with its total behind"
  | "some are excepted"
  | "each with its share"
  | "late ones of what is open"
  | "each of one named before it"
  | "told again by its name"
  | "behind the list"
  | "measures beside each other"
  | "left beside one part"
  | "a whole told of each"
  | "new ones, and old ones untold"
  | "some of one time";

/** A reading under which a sum need not hold. */
export interface Explanation {
  readonly name: ReadingName;
  readonly holds: (run: Breakdown, whole: ClaimNode, paragraph: Paragraph) => boolean;
}
