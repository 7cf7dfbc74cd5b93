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

/**
 * Whether a text is nothing but some forms, one behind the other. An expression (a|b)* would try every way in which forms that
 * begin or end alike can follow one another, which doubles with each of them; here each place of the text is looked at once.
 * @param forms words, or forms with what may vary in them; ? only at their end
 * @example madeOf(["具体", "问题", "具体问题"])("具体问题具体问题") // true
 */
export function madeOf(forms: Words): (text: string) => boolean {
  const longer = forms.map((form) => form.replace(/\?$/u, ""));
  const shorter = forms.filter((form) => form.endsWith("?")).map((form) => form.slice(0, -2));
  const all = [...new Set([...longer, ...shorter])].map((form) => new RegExp(form, "uy"));
  return (text) => {
    const reached = new Set([0]);
    // Places are added behind the one that is looked at, and looked at in turn.
    for (const at of reached)
      for (const form of all) {
        form.lastIndex = at;
        if (form.test(text)) reached.add(form.lastIndex);
      }
    return reached.has(text.length);
  };
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
