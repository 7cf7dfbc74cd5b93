/**
 * Whether a text that is put on public display names a person. Stricter than proofreading, which asks about a notice that
 * somebody has written: here the text comes from a ledger for inside, and a name that goes out cannot be taken back.
 */
import { reWith } from "../../zh/pattern";
import { namedPersons as words } from "../../zh/words/named-persons";
import { DOUBLE_SURNAMES, NOT_NAMES, SURNAMES } from "../../zh/words/surnames";

const BEHIND_NOUN = reWith("gu")`${words.nouns}(?:${words.between}){0,2}`;
const BEFORE_TITLE = reWith("gu")`${words.titles}`;
const GIVEN: ReadonlySet<string> = new Set(words.given);
const NO_NAMES: ReadonlySet<string> = new Set([...NOT_NAMES, ...words.noNames]);
const HAN = /\p{Script=Han}/u;

/** A surname and one or two characters of given names. */
function isName(text: string): boolean {
  const surname = DOUBLE_SURNAMES.find((one) => text.startsWith(one)) ?? text.slice(0, 1);
  if (surname.length === 1 && (!SURNAMES.has(surname) || NO_NAMES.has(text.slice(0, 2)))) return false;
  const given = Array.from(text.slice(surname.length));
  return given.length > 0 && given.length < 3 && given.every((one) => GIVEN.has(one));
}

/**
 * Whether a person is named: behind what a person is called (护林员×××), before a title (×××同志), or as the whole text.
 * @example namesPerson("护林员管护不到位") // false
 */
export function namesPerson(text: string): boolean {
  if (text.length > 1 && text.length < 5 && isName(text)) return true;
  for (const {
    index,
    0: { length },
  } of text.matchAll(BEHIND_NOUN)) {
    const at = index + length;
    if ([4, 3, 2].some((most) => isName(text.slice(at, at + most)))) return true;
  }
  for (const { index } of text.matchAll(BEFORE_TITLE))
    if (
      [3, 2].some(
        (most) => index >= most && isBehindStop(text, index - most) && isName(text.slice(index - most, index)),
      )
    )
      return true;
  return false;
}

/** The name begins the text or stands behind no character that could belong to it. */
function isBehindStop(text: string, start: number): boolean {
  return start === 0 || !HAN.test(text[start - 1] ?? "");
}
