/** Findings in one line. */
import type { Lang } from "../types";
import type { FindingView } from "./view";

/**
 * One line to paste into a chat, rule names only: 「第7行 责任单位未填；第11行 已超期」. Row numbers are Excel's.
 * @example formatBrief(views, "zh") // "第7行 责任单位未填；第11行 已超期"
 */
export function formatBrief(views: readonly FindingView[], lang: Lang): string {
  const byRow = new Map<number, string[]>();
  for (const view of views) {
    const names = byRow.get(view.row);
    if (names === undefined) byRow.set(view.row, [view.name]);
    else if (!names.includes(view.name)) names.push(view.name);
  }
  return [...byRow]
    .sort((a, b) => a[0] - b[0])
    .map(([row, names]) =>
      lang === "zh" ? `第${row + 1}行 ${names.join("、")}` : `row ${row + 1}: ${names.join(", ")}`,
    )
    .join(lang === "zh" ? "；" : "; ");
}
