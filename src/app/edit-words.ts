/** What became of an edit, in words. */
import type { EditOutcome } from "../hosts/port";
import type { Lang } from "../rule";

/** Why an edit was not written, in words. */
export function editOutcomeText(outcome: EditOutcome, lang: Lang): string {
  const zh = lang === "zh";
  if (outcome.type === "written") return zh ? "已写入" : "written";
  if (outcome.type === "changed") return zh ? "内容已变动，未改" : "changed since, left unchanged";
  switch (outcome.reason) {
    case "formula":
      return zh ? "是公式，未改" : "contains a formula, left unchanged";
    case "protected":
      return zh ? "工作表受保护，未改" : "the sheet is protected, left unchanged";
    case "merged":
      return zh ? "在合并单元格内，未改" : "inside a merged area, left unchanged";
    case "missingSheet":
      return zh ? "工作表已不在，未改" : "the sheet no longer exists, left unchanged";
  }
}
