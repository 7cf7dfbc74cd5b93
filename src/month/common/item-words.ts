/** What papers say of an item: its texts in the form of an office's papers. */
import { textOf, type ColumnKey, type Item, type LedgerRow } from "../../ledger";
import { withoutNumber } from "../../zh/list-number";
import { inFullWidth } from "../../zh/full-width";
import { trimText } from "../../zh/text";
import { STATUS_NAMES } from "../stats/names";

/**
 * The problem on one line, without a leading number or a comma at its end, marks in full width.
 * @example problemText({ problem: "1.制度不健全," }) // "制度不健全"
 */
export function problemText({ problem }: Pick<Item, "problem">): string {
  const line = problem
    .split(/[\r\n]+/u)
    .map(trimText)
    .join("");
  return inFullWidth(withoutNumber(line)).replace(/(?<=.)[；;，,、。]{1,3}$/u, "");
}

/** A paper is to be read and signed: a text that fills pages stands in the ledger. */
const LONGEST_IN_PAPER = 600;

/**
 * A text as a paper has it: whole, or cut where it would fill pages, and that said.
 * @example inPaper("某制度执行不到位") // "某制度执行不到位"
 */
export function inPaper(text: string): string {
  const letters = Array.from(text);
  return letters.length <= LONGEST_IN_PAPER ? text : `${letters.slice(0, LONGEST_IN_PAPER).join("")}……（全文见台账）`;
}

/**
 * What the rows of an item say in a column, each text once, a line each.
 * @example joinedText(item, "evidence") // "附件3\n附件4"
 */
export function joinedText(item: Item, key: ColumnKey): string {
  const texts = item.rows.map((row) => textOf(item.ledger, row, key)).filter((text) => text !== "");
  return [...new Set(texts)].join("\n");
}

/** Longer texts in a status column are reports. */
const LONGEST_STATUS = 12;

/** The status as written where that is a word, else by its name. */
export function statusText(item: Item, of: Item | LedgerRow): string {
  const status = "rows" in of ? of.status : of.status.status;
  const written = textOf(item.ledger, of, "status");
  return /\p{Script=Han}/u.test(written) && Array.from(written).length <= LONGEST_STATUS && !/\n/u.test(written)
    ? written
    : STATUS_NAMES[status];
}
