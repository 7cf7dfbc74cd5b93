/** Words of the drop-down on a status column. */
import { type Item, type Ledger, SAID, textOf } from "../../ledger";
import { foldKey } from "../../zh/text";
import { homeUnit } from "../common";

/** A list in a cell's drop-down is one text of at most so many characters (ECMA-376; Excel refuses longer ones). */
const LONGEST_LIST = 255;
const LONGEST_WORD = 12;
/** What ends a word or the list. */
const UNFIT = /[,，"\n\r\t]/u;

interface StatusWords {
  /** Words for the items of one file. */
  of(items: readonly Item[]): readonly string[];
}

/**
 * Words of a ledger: ours, then those in its own cells. A word that only one unit uses may be a text of that unit, and
 * stands in no other's list.
 */
export function excerptStatusWords(ledger: Ledger): StatusWords {
  const unitsBy = new Map<string, Set<string>>();
  const wordsOf = (items: readonly Item[]): readonly string[] =>
    items.flatMap((item) => item.rows.map((row) => textOf(ledger, row, "status")));
  for (const item of ledger.items) {
    const unit = foldKey(homeUnit(item) ?? "");
    for (const word of wordsOf([item])) unitsBy.set(word, (unitsBy.get(word) ?? new Set()).add(unit));
  }
  const shared = [...unitsBy].flatMap(([word, units]) => (units.size > 1 ? [word] : []));
  return { of: (items) => listWords([...Object.values(SAID), ...shared, ...wordsOf(items)]) };
}

/**
 * Words as one list can hold them, each once, as many as there is room for.
 * @example listWords(["已完成", "已完成", "甲,乙"]) // ["已完成"]
 */
function listWords(words: readonly string[]): readonly string[] {
  const list: string[] = [];
  let length = 0;
  for (const word of new Set(words)) {
    if (word === "" || word.length > LONGEST_WORD || UNFIT.test(word)) continue;
    if (length + word.length + 1 > LONGEST_LIST) continue;
    list.push(word);
    length += word.length + 1;
  }
  return list;
}
