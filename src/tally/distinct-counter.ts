/** Counts distinct texts of upper levels (主要问题, 方面): one each, at the cell where it first stands. */
import { foldKey } from "../zh/text";
import type { ColumnKey, Item } from "../ledger";
import { rowOf, refAt } from "./row-refs";
import type { Count, RowRef } from "./types";

interface DistinctCounter {
  add(item: Item): void;
  result(): Count;
}

/**
 * Distinct values of one upper level. The same parent problem under two sections is two; blanks and width do not make a
 * difference. A level that stands in a row of its own (section rows) is referred to by the item's first row.
 */
export function createDistinctCounter(key: Extract<ColumnKey, "section" | "parentProblem">): DistinctCounter {
  const seen = new Set<string>();
  const rows: RowRef[] = [];
  let lastText: string | null = null;
  let lastSection: string | null = null;

  return {
    add(item) {
      const text = key === "section" ? item.section : item.parent;
      if (text === null || text === "") return;
      const section = key === "section" ? null : item.section;
      // Neighbours share their parent: folding them again would cost more than all the rest of counting.
      if (text === lastText && section === lastSection) return;
      lastText = text;
      lastSection = section;
      const id = `${section === null ? "" : foldKey(section)}\u0000${foldKey(text)}`;
      if (seen.has(id)) return;
      seen.add(id);
      const { ledger } = item;
      rows.push(refAt(ledger, rowOf(item), ledger.columns[key]?.col ?? ledger.layout.header.left));
    },
    result: () => ({ value: rows.length, rows }),
  };
}
