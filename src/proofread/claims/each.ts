/** 甲县、乙县各15个，共30个: as many for each of the names, and their total. */
import { reWith } from "../../zh/pattern";
import { leads } from "../../zh/words/claim-leads";
import { namesOfEach, type ToldCount, type Paragraph } from "../../reading";

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
    // 财务科2个，党建办、宣传办各1个，合计4个: others stand in the list, and its total counts them too.
    const before = counts[at - 1];
    if (before?.unit === each.unit && before.sentence === each.sentence) return [];
    const names = namesOfEach(line.plain.slice(Math.max(0, each.start - LONGEST_NAMES), each.start));
    if (names < 2 || each.value * BigInt(names) === total.value) return [];
    return [{ each, names, total }];
  });
}
