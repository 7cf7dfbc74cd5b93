/** What a reading counts, as far as it must stay the same when files become one. */
import type { Kind, Reading, Status } from "../../ledger";
import type { MergeCounts, KindCounts } from "./types";

/**
 * Counts by kind. A table without measures counts a measure for each item, as every ledger with a column of measures does.
 * @example mergeCounts(reading).get("problem")?.total // 23
 */
export function mergeCounts(reading: Reading): MergeCounts {
  const counts = new Map<Kind, KindCounts>();
  for (const { kind, items } of reading.ledgers) {
    if (kind === "accountability") continue;
    const own = counts.get(kind) ?? { total: 0, overdue: 0, measures: 0, byStatus: {} };
    counts.set(kind, own);
    for (const item of items) {
      own.total += 1;
      own.overdue += item.overdue ? 1 : 0;
      own.measures += item.rows.length;
      own.byStatus[item.status] = (own.byStatus[item.status] ?? 0) + 1;
    }
  }
  return counts;
}

/** The sum of several. */
export function sumOf(all: readonly MergeCounts[]): MergeCounts {
  const sum = new Map<Kind, KindCounts>();
  for (const counts of all)
    for (const [kind, own] of counts) {
      const known = sum.get(kind) ?? { total: 0, overdue: 0, measures: 0, byStatus: {} };
      sum.set(kind, known);
      known.total += own.total;
      known.overdue += own.overdue;
      known.measures += own.measures;
      for (const [status, count] of Object.entries(own.byStatus) as [Status, number][])
        known.byStatus[status] = (known.byStatus[status] ?? 0) + count;
    }
  return sum;
}

/** Whether two count the same; kinds without any item do not matter. */
export function sameCounts(one: MergeCounts, other: MergeCounts): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(counts: MergeCounts): string {
  return [...counts]
    .filter(([, { total }]) => total > 0)
    .map(([kind, { total, overdue, measures, byStatus }]) =>
      [kind, total, overdue, measures, ...Object.entries(byStatus).map(String).sort()].join(" "),
    )
    .sort()
    .join("\n");
}
