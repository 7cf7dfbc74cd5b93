/** Escaping for HTML and XML. */

/** What XML 1.0 (2.2) does not allow, lone surrogates included: cells pasted from elsewhere hold such. */
const NOT_ALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const SPECIAL = /[&<>"']/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Without characters that no XML may hold. */
export function cleanText(text: string): string {
  return text.replace(NOT_ALLOWED, "");
}

/**
 * Text for element content and quoted attributes.
 * @example escapeMarkup('<a "b">') // "&lt;a &quot;b&quot;&gt;"
 */
export function escapeMarkup(text: string): string {
  return cleanText(text).replace(SPECIAL, (char) => ENTITIES.get(char) ?? char);
}
