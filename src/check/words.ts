/** Words of the field for messages, in two languages. */
import { type Status, STATUS_WORDS, statusWords, type Words } from "../ledger";
import { type CivilDate, chineseDate, isoDate } from "../zh/civil-date";
import { trimText } from "../zh/text";

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

/** A longer cell tells more than its status. */
const LONGEST_STATUS = 12;

/**
 * A status in the words of its cell, which a person looks for, and what it is taken for where that is another word.
 * @example statusAsWritten("ongoing", "推进中").zh // "“推进中”（按正在整改计）"
 */
export function statusAsWritten(status: Status, written: string): Words {
  const own = trimText(written);
  const name =
    [STATUS_WORDS[status], statusWords("letter", status)].find(({ zh }) => zh === own) ?? STATUS_WORDS[status];
  if (own === "" || own === name.zh || own.length > LONGEST_STATUS || /[\r\n]/.test(own)) return name;
  return { zh: `“${own}”（按${name.zh}计）`, en: `“${own}” (counted as ${name.en})` };
}
