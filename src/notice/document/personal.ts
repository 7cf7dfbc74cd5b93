/** Personal numbers that must not be published: mobile and identity numbers. */

/** A run of digits with the separators people put between them; one pass, no backtracking. */
const DIGIT_RUNS = /(?:\+?86[- ]?)?\d(?:[- ]?\d)*[Xx]?/gu;
/** Runs longer than this are account or file numbers. */
const LONGEST_RUN = 40;

/**
 * The first mobile or identity number in a text, null where there is none. Mobile: 11 digits from 13 to 19, with or without
 * +86 and separators. Identity: 18 digits (the last may be X) with a plausible date (GB 11643—1999).
 * @example findPersonal("联系人手机138 0000 0000") // { what: "mobile", text: "138 0000 0000" }
 */
export function findPersonal(text: string): { readonly what: "mobile" | "identity"; readonly text: string } | null {
  const folded = text.normalize("NFKC");
  for (const [found] of folded.matchAll(DIGIT_RUNS)) {
    if (found.length > LONGEST_RUN) continue;
    const digits = found.replace(/[- +]/gu, "");
    if (/^(?:86)?1[3-9]\d{9}$/u.test(digits)) return { what: "mobile", text: found };
    if (/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/u.test(digits)) {
      return { what: "identity", text: found };
    }
  }
  return null;
}
