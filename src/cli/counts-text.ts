/** The last line of a report: how many findings of each severity, and how many a person has set aside. */
import { SEVERITIES, SEVERITY_WORDS, type FindingCounts, type Lang } from "../rule";
import type { Paint } from "./paint";

/**
 * @example countsText({ error: 1, warning: 0, info: 2 }, 1, { lang: "zh", paint }) // "合计：错误 1，提醒 0，提示 2；另有 1 条已忽略"
 */
export function countsText(
  counts: FindingCounts,
  ignored: number,
  { lang, paint }: { readonly lang: Lang; readonly paint: Paint },
): string {
  const zh = lang === "zh";
  const more = ignored === 0 ? "" : zh ? `；另有 ${ignored} 条已忽略` : `; ${ignored} ignored`;
  if (SEVERITIES.every((severity) => counts[severity] === 0)) return (zh ? "未发现问题。" : "Nothing found.") + more;
  const pieces = SEVERITIES.map((severity) =>
    paint(`${SEVERITY_WORDS[severity][lang]} ${counts[severity]}`, counts[severity] > 0 ? severity : "dim"),
  ).join(zh ? "，" : ", ");
  return (zh ? `合计：${pieces}` : `Total: ${pieces}`) + more;
}
