/** Counts of the body, level by level, and the totals announced before it. */
import type { Status } from "../../ledger";
import type { BodyCounts, CountGroup, ReadNotice, ReadItem, NoticeReading, WordHit } from "../types";

/** Groups about all of a subject, told outside of the items and their headings about this inspection, in text order. */
export function announcedGroups(context: NoticeReading): readonly CountGroup[] {
  const { itemOfLine, headingLines, bodyStart } = context.document;
  return context.groups.filter(
    (group) =>
      (itemOfLine[group.line] ?? -1) < 0 &&
      !group.foreign &&
      !group.subset &&
      !(group.line >= bodyStart && headingLines.has(group.line)),
  );
}

/** Items of problems, in text order. */
export function problemItems(document: ReadNotice): readonly ReadItem[] {
  return document.items.filter((item) => item.kind === "problem");
}

/** Counts the body's levels; the ordinals (一是, 二是) of the whole notice are given. */
export function bodyCounts(document: ReadNotice, ordinals: readonly WordHit[]): BodyCounts {
  const items = problemItems(document);
  const parents = new Set<number>();
  const sections = new Set<number>();
  let subproblems = 0;
  let measures = 0;
  for (const item of items) {
    const own = document.headings[item.heading];
    const above = item.path.map((index) => ({ index, heading: document.headings[index] }));
    const parent = above.find((entry) => entry.heading?.style === "arabic");
    if (parent) parents.add(parent.index);
    else if (own?.style === "arabic") parents.add(item.heading);
    const section = above.find((entry) => entry.heading?.style === "bracketedChinese") ?? above[0];
    if (section) sections.add(section.index);
  }
  for (const { line } of ordinals) {
    const item = document.items[document.itemOfLine[line] ?? -1];
    if (item?.kind !== "problem") continue;
    if (item.progressLine !== null && line >= item.progressLine) measures++;
    else subproblems++;
  }
  const labelled = new Set(document.labels.map((label) => document.itemOfLine[label.line] ?? -1));
  const uniform =
    items.length > 0 && document.items.every((item, index) => item.kind !== "problem" || labelled.has(index));
  return { problems: items.length, parents: parents.size, sections: sections.size, subproblems, measures, uniform };
}

/** Items by the status that counts; items without one are under "none". */
export function statusCounts(items: readonly ReadItem[]): ReadonlyMap<Status | "none", number> {
  const counts = new Map<Status | "none", number>();
  for (const item of items) {
    const status = item.statuses[0]?.status ?? "none";
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}
