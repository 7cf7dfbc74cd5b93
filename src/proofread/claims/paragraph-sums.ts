/** All that adds up what a paragraph tells: its breakdowns first, then what the tree has no word for, each where enough counts stand. */
import { exactText, listsOverLines, totalsOverLines, valueSum, type Paragraph, type ToldCount } from "../../reading";
import { breakdownFault } from "./breakdowns";
import { carrierFaults } from "./carriers";
import { doneTotalFaults } from "./done-totals";
import { eachFaults } from "./each";
import { eachDoneFaults } from "./each-done";
import { inOrderFaults } from "./in-order";
import { moneyBesideFaults } from "./money-beside";
import { headFaults } from "./named-heads";
import { overdueFaults } from "./overdue";
import { pairTotalFaults } from "./pair-totals";
import { rowFaults } from "./parallel-rows";
import { restOfKindsFaults } from "./rest-of-kinds";
import { secondListFaults } from "./second-lists";
import { mixedFaults } from "./side-by-side-units";
import { totalFault } from "./totals";
import { undoneSumFaults } from "./undone-beside";
import { undoneNamedFaults } from "./undone-named";
import { upperRestFaults } from "./upper-rest";
import { faultOf as plainFaultOf, plainFaults } from "./plain";
import { faultOf, type SumFault } from "./sum-fault";

/** Faults of one paragraph, in text order. */
export function sumFaults(paragraph: Paragraph): readonly SumFault[] {
  const faults: SumFault[] = [];
  const { alike } = paragraph;
  for (const run of paragraph.breakdowns) {
    const fault = run.how === "total" ? totalFault(run, paragraph) : breakdownFault(run, paragraph);
    if (fault) faults.push(fault);
  }
  if (alike > 1)
    for (const { each, names, total } of eachFaults(paragraph)) faults.push(eachFaultOf(each, names, total));
  for (const { whole, members } of carrierFaults(paragraph)) faults.push(faultOf(whole, members, "sum", "warning"));
  for (const { least, read } of PART_READERS)
    if (alike >= least)
      for (const { whole, part } of read(paragraph))
        if (!faults.some(({ place }) => place.end === part.count.end))
          faults.push(faultOf(whole, [part], "part", "warning"));
  for (const { least, read } of LIST_READERS)
    if (alike >= least)
      for (const { whole, members } of read(paragraph))
        if (!faults.some(({ place }) => place.end >= (members[0]?.count.end ?? 0)))
          faults.push(faultOf(whole, members, "sum", "warning"));
  if (alike === 1) return faults;
  for (const { whole, parts } of moneyBesideFaults(paragraph)) faults.push(faultOf(whole, parts, "sum", "warning"));
  for (const { whole, parts } of restOfKindsFaults(paragraph)) faults.push(faultOf(whole, parts, "sum", "warning"));
  if (faults.length === 0)
    for (const { whole, members } of plainFaults(paragraph)) faults.push(faultOf(whole, members, "sum", "warning"));
  return faults;
}

/** What compares a part with its whole, and how many counts of one measure word it needs. */
const PART_READERS = [
  { least: 2, read: eachDoneFaults },
  { least: 2, read: inOrderFaults },
  { least: 2, read: overdueFaults },
];
/** What holds a list against its whole, likewise. */
const LIST_READERS = [
  { least: 2, read: headFaults },
  { least: 3, read: doneTotalFaults },
  { least: 2, read: secondListFaults },
  { least: 1, read: mixedFaults },
  { least: 3, read: undoneSumFaults },
  { least: 2, read: rowFaults },
  { least: 2, read: pairTotalFaults },
  { least: 2, read: upperRestFaults },
];

function eachFaultOf(each: ToldCount, names: number, total: ToldCount): SumFault {
  const sum = each.value * BigInt(names);
  return {
    place: { line: total.line, start: each.start, end: total.end },
    how: "sum",
    parts: Array.from({ length: names }, () => exactText(each.value)),
    sum: exactText(sum),
    whole: exactText(total.value),
    difference: exactText(sum > total.value ? sum - total.value : total.value - sum),
    unit: total.token.unit,
    severity: "error",
    near: true,
  };
}

/** Lists whose members are paragraphs of their own. */
export function faultsOverLines(paragraphs: readonly Paragraph[]): readonly SumFault[] {
  const totals = totalsOverLines(paragraphs)
    .filter(({ whole, members }) => valueSum(members) !== whole.count.value)
    .map(({ whole, members }) => faultOf(whole, members, "sum", "warning"));
  const lists = listsOverLines(paragraphs).flatMap((list) => {
    const paragraph = paragraphs.find(({ line }) => line.index === list.whole.count.line);
    const faults = paragraph ? plainFaultOf(list, paragraph) : [];
    return faults.map(({ whole, members }) => faultOf(whole, members, "sum", "warning"));
  });
  const undone = undoneNamedFaults(paragraphs).map(({ whole, members }) => faultOf(whole, members, "sum", "warning"));
  return [...lists, ...totals, ...undone];
}
