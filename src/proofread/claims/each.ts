/** 甲县、乙县各15个，共30个: as many for each of the names, and their total. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import type { Count, Paragraph } from "../../reading";

/** A total that so many times the count for each does not give. */
export interface EachFault {
  readonly each: Count;
  readonly names: number;
  readonly total: Count;
}

const EACH = reWith("u")`各${leads.eachVerbs}?$`;
const LONGEST_NAMES = 60;

export function eachFaults({ line, counts }: Paragraph): readonly EachFault[] {
  return counts.flatMap((each, at) => {
    const total = counts[at + 1];
    if (!total || !EACH.test(each.before) || !each.exact || !total.exact || total.unit !== each.unit) return [];
    if ((total.lead !== "total" && total.lead !== "weakTotal") || total.sentence !== each.sentence) return [];
    const head = line.plain.slice(Math.max(0, each.start - LONGEST_NAMES), each.start);
    const list = head
      .slice(Math.max(...[..."，。；：（"].map((mark) => head.lastIndexOf(mark))) + 1)
      .split(/[、和与]/u);
    const names = list.length;
    if (names < 2 || /[等\d]/u.test(list.join("")) || each.value * BigInt(names) === total.value) return [];
    return [{ each, names, total }];
  });
}
