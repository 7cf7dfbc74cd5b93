/** Telephone numbers, which no snapshot keeps. */
import { reWith } from "../../zh/pattern";
import { unit as words } from "../../zh/words/unit";

/** A digit of either width, and what people put between groups of them. */
const D = String.raw`[\d０-９]`;
const GAP = String.raw`[-－— \u00a0]?`;
const NUMBERS = new RegExp(
  // A mobile number, with or without the country's code; a line with its area code, perhaps an extension.
  `(?<!${D})(?:[+＋]?86${GAP})?[1１][3-9３-９]${D}${GAP}${D}{4}${GAP}${D}{4}(?!${D})` +
    `|(?<!${D})[（(]?[0０]${D}{2,3}[)）]?${GAP}[2-9２-９]${D}{2,3}${GAP}${D}{4}(?:${GAP}${D}{1,5})?(?!${D})`,
  "gu",
);
/** Behind 电话, 手机 any number is one. */
const LABELLED = reWith("gu")`(?<=${words.phoneLabel}[:：]?\s*)[\d０-９][\d０-９-]{4,18}`;
/** Five in a row of what numbers are written with: no number has fewer, and days and years have. */
const MAY_BE_ONE = /[\d０-９][\d０-９+＋()（） \u00a0—－-]{4}/u;
const DIGITS = /[\d０-９]/gu;

/**
 * The text with its telephone numbers starred out. Other figures stay: amounts, dates, numbers of documents.
 * @example maskPhones("甲某 13800000000") // "甲某 ***********"
 */
export function maskPhones(text: string): string {
  if (!MAY_BE_ONE.test(text)) return text;
  const star = (found: string): string => found.replace(DIGITS, "*");
  return text.replace(NUMBERS, star).replace(LABELLED, star);
}
