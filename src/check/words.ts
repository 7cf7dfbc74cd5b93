/** Words of the field for messages, in two languages. */
import { type CivilDate, chineseDate, isoDate } from "../zh/civil-date";

export { COLUMN_WORDS as FIELD_WORDS, KIND_WORDS, STATUS_WORDS } from "../ledger";

/** A date in the manner of a language. */
export function dateWords(date: CivilDate): { readonly zh: string; readonly en: string } {
  return { zh: chineseDate(date), en: isoDate(date) };
}

/**
 * A text short enough for a sentence.
 * @example clip("一二三四五六", 4) // "一二三四…"
 */
export function clip(text: string, length = 24): string {
  const plain = text.length > length * 4 ? text.slice(0, length * 4) : text;
  const oneLine = plain.split(/\r\n?|\n/).join(" ");
  return oneLine.length > length ? `${oneLine.slice(0, length)}…` : oneLine;
}

/**
 * A name of a cell with blanks around it, as Latin letters have among Chinese ones; other words as they are.
 * @example `与${spaced("A14")}重复` // "与 A14 重复"
 */
export function spaced(name: string): string {
  return /^[A-Z]/u.test(name) ? ` ${name} ` : name;
}
