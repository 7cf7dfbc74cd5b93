/** What a short name of a section lacks in a heading: 安全 is 安全方面, 一般 is 一般问题. */
import { reWith } from "../../zh/pattern";
import { LEVEL_WORDS, WHOLE_NAMES } from "../../zh/words/section-names";
import { UNIT_ENDS } from "../../zh/words/unit-ends";

/** A longer one is a phrase, and stands by itself. */
const SHORT = /^\p{Script=Han}{2,6}$/u;
const LEVEL = reWith("u")`^${LEVEL_WORDS}$`;
const WHOLE = reWith("u")`(?:${WHOLE_NAMES}|${UNIT_ENDS})$`;

/**
 * @param noun what is listed
 * @example sectionTail("安全", "问题") // "方面"
 */
export function sectionTail(name: string, noun: string): string {
  if (!SHORT.test(name)) return "";
  if (LEVEL.test(name)) return noun;
  return WHOLE.test(name) ? "" : "方面";
}
