/** Words of the session in both languages: names of kinds, statuses and columns, dates; and, each in its file, its sentences. */
import type { Lang } from "../rule";
import type { AsOf } from "../ledger";
import { chineseDate, isoDate } from "../zh/civil-date";

export { COLUMN_WORDS, KIND_WORDS, STATUS_WORDS, statusWords } from "../ledger";
// Each a file of its own, so that it loads where it is said.
export { definitionText } from "./definition-words";
export { editOutcomeText } from "./edit-words";
export { failureSentence, lackText } from "./failure-words";
export { passedOverText } from "./passed-over-words";

/** The day alone, for titles: 截至2025年9月30日. */
export function asOfDay(asOf: AsOf, lang: Lang): string {
  return lang === "zh" ? `截至${chineseDate(asOf.date)}` : `as of ${isoDate(asOf.date)}`;
}

/** The as-of date and where it comes from. */
export function asOfText(asOf: AsOf, lang: Lang): string {
  if (lang === "zh") {
    const source = { option: "指定", stated: "取自台账", today: "今天" }[asOf.source];
    return `统计截止 ${chineseDate(asOf.date)}（${source}）`;
  }
  const source = { option: "as given", stated: "stated by the ledger", today: "today" }[asOf.source];
  return `as of ${isoDate(asOf.date)} (${source})`;
}
