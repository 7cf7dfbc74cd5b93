/** What leads a count in: the words right before it, and those since the count before. */
import { charTable } from "../../zh/plain";
import { reWith } from "../../zh/pattern";
import { OPENERS, leads as words } from "../../zh/words/claim-leads";
import { doneState } from "../../zh/words/claim-states";
import { RESPECTIVELY } from "./respectively";

/** What leads a count in. */
export type Lead = "among" | "total" | "weakTotal" | "rest" | "each" | "change" | "base" | "respective" | "none";

const AMONG = reWith("u")`${words.among}`;
const TOTAL_VERBS = [...words.totalVerbs, ...OPENERS, ...doneState.verbs, ...words.moreVerbs];
const TOTAL = reWith("u")`${words.strong}${TOTAL_VERBS}{0,2}$`;
const WEAK_TOTAL = reWith("u")`${words.weak}${TOTAL_VERBS}{0,2}$|^${words.ofAll}?${words.weak}[^，。；、\d]{2,6}$`;
const REST = reWith("u")`${words.strictRest}(?:的)?$`;
const BASE = reWith("u")`${words.base}[^，。；]{0,6}$`;
/** 全县共划分网格380个, before the number. */
export const ALTOGETHER = reWith("u")`${words.altogether}[^，。；、\d]{0,12}$`;
export const ALTOGETHER_BEGINS = charTable(words.altogether.map((word) => word.slice(0, 1)).join(""));

/** 共“查处”5起 */
export function tellsAltogether(gap: string): boolean {
  return ALTOGETHER.test(gap.includes("“") || gap.includes("”") ? gap.replace(QUOTES, "") : gap);
}

/** 三区分别新增620个、480个、350个，共新增1450个 */
const TOTAL_CHANGE = reWith("u")`^${[...words.strong, ...words.weak]}${words.changed}$`;
const QUOTES = /[“”]/gu;

const EACH = reWith("u")`${words.each}[^，。；、\d]{0,6}$`;
const CHANGE = reWith("u")`${words.changed}了?$`;

const COMPARED = reWith("u")`(?!${words.notCompared})${words.compared}[^，。；、]{0,8}$`;

/** Between 其中 and its first part. */
const AMONG_REACH = 26;

export function leadBefore(before: string): Lead | null {
  if (EACH.test(before)) return "each";
  if (BASE.test(before)) return "base";
  if (TOTAL_CHANGE.test(before)) return "weakTotal";
  if (COMPARED.test(before) || CHANGE.test(before)) return "change";
  if (TOTAL.test(before)) return "total";
  if (WEAK_TOTAL.test(before)) return "weakTotal";
  return REST.test(before) ? "rest" : null;
}

export function leadInGap(gap: string): Lead {
  const among = AMONG.exec(gap);
  if (among && !/[；。;]/u.test(gap.slice(among.index)) && gap.length - among.index <= AMONG_REACH) return "among";
  if (gap.includes(RESPECTIVELY)) return "respective";
  return "none";
}
