/** 甲县、乙县各15个，共30个: as many for each of the names, and their total. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import type { ToldCount, Paragraph } from "../../reading";

/** A total that so many times the count for each does not give. */
interface EachFault {
  readonly each: ToldCount;
  readonly names: number;
  readonly total: ToldCount;
}

const EACH = reWith("u")`各${leads.eachVerbs}?$`;
const LONGEST_NAMES = 60;

const NONE: readonly EachFault[] = [];

export function eachFaults({ line, counts }: Paragraph): readonly EachFault[] {
  // Nearly every paragraph ends here, and its words need not be cut out.
  if (counts.length < 2 || !line.plain.includes("各")) return NONE;
  return counts.flatMap((each, at) => {
    const total = counts[at + 1];
    if (!total || total.unit !== each.unit || total.sentence !== each.sentence) return [];
    if (!each.exact || !total.exact || !EACH.test(each.before)) return [];
    if (total.lead !== "total" && total.lead !== "weakTotal") return [];
    const head = line.plain.slice(Math.max(0, each.start - LONGEST_NAMES), each.start);
    const list = head
      .slice(Math.max(...[..."，。；：（"].map((mark) => head.lastIndexOf(mark))) + 1)
      .split(/[、和与]/u);
    const names = list.length;
    if (names < 2 || /[等\d]/u.test(list.join("")) || each.value * BigInt(names) === total.value) return [];
    return [{ each, names, total }];
  });
}
