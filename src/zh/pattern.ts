/** Regular expressions whose alternatives are data: lists of words from zh/words stand where (a|b|c) would. */

/** A list of words, or of forms with what may vary in them (已经?, 第\\d+项), tried in order. */
type Words = readonly string[];

/**
 * One of some words, as a piece of a regular expression.
 * @example anyOf(["完成", "办结"]) // "(?:完成|办结)"
 */
export function anyOf(words: Words): string {
  return `(?:${words.join("|")})`;
}

/**
 * The characters that words or forms may begin with, for a look before an expression is tried. A form begins with a plain
 * character or a class of plain ones.
 * @throws Error where a form begins with anything else
 * @example beginnings(["一是", "[（(]一[)）]"]) // "一（("
 */
export function beginnings(list: Words): string {
  return list
    .map((form) => {
      const found = /^\[([^\]^\\-]+)\]|^([^\\()[\]?*+{}|^$.])(?![?*{])/u.exec(form);
      if (!found) throw new Error(`no plain beginning: ${form}`);
      return found[1] ?? found[2] ?? "";
    })
    .join("");
}

type PatternTag = (pieces: TemplateStringsArray, ...lists: readonly Words[]) => RegExp;

/**
 * A tag that makes a regular expression with these flags, each list of words in its place.
 * @example reWith("gu")`${["每月", "每季"]}调度` // /(?:每月|每季)调度/gu
 */
export function reWith(flags: string): PatternTag {
  return (pieces, ...lists) => new RegExp(String.raw(pieces, ...lists.map(anyOf)), flags);
}

/** The same without flags. */
export const re: PatternTag = reWith("");
