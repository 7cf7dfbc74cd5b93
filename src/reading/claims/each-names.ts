/** 党建办、宣传办各1个: a count told of each of some names stands for as many. */
import { parseCount } from "../../zh/numerals";
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { UNIT_ENDS } from "../../zh/words/unit-ends";

const EACH = reWith("u")`各${leads.eachVerbs}?$`;
/** 发展和改革局 is one name: 和 joins two only behind what ends a name. */
const JOINT = reWith("gu")`(?<=${[...UNIT_ENDS, "[甲乙丙丁戊己庚辛某]"]})[和与及](?=[^和与及]{2})`;
const UNKNOWN = /[等\d]/u;

/**
 * How many names a count is told of: the members of the list before 各; 1 where it is told of one thing.
 * @param gap the words since the count before it
 * @example namesOfEach("、党建办和宣传办各") // 2
 */
export function namesOfEach(gap: string): number {
  if (!EACH.test(gap)) return 1;
  const list = gap
    .slice(Math.max(...[..."，。；：（,;:"].map((mark) => gap.lastIndexOf(mark))) + 1)
    .replace(/^\s*[、和与及]/u, "")
    .replace(EACH, "")
    .replace(JOINT, "、");
  if (UNKNOWN.test(list)) return 1;
  return Math.max(1, list.split("、").filter((name) => name.trim() !== "").length);
}

/** 两村各投入8万元, 3个组各检查5家 */
const NUMBERED = reWith("u")`(${leads.fewNumbers}|\d{1,2})[\u4e00-\u9fff]{1,4}各${leads.eachVerbs}?$`;

/**
 * How many are told of by their number right before 各; 1 where it is told of one thing.
 * @param head the words before the count
 * @example numberOfEach("甲、乙两村各投入") // 2
 */
export function numberOfEach(head: string): number {
  const number = NUMBERED.exec(head)?.[1];
  if (number === undefined) return 1;
  return number === "两" ? 2 : (parseCount(number) ?? Number(number));
}
