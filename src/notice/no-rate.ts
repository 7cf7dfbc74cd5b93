/** What stands where a rate would: no number is printed that no row supports. */
import type { Unrated } from "../tally";

/** Why there is none, as a table says it. */
export const UNRATED_WORDS: Readonly<Record<Unrated, string>> = {
  nothingDue: "无到期事项",
  nothingCounted: "无纳入统计的事项",
  noStatus: "整改状态不明",
};

/**
 * The same in a sentence, behind 完成率.
 * @example unratedText("nothingDue") // "暂不计算（无到期事项）"
 */
export function unratedText(why: Unrated): string {
  return `暂不计算（${UNRATED_WORDS[why]}）`;
}
