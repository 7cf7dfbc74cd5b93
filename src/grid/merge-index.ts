/**
 * Merged areas, looked up by column: what covers a cell is found by binary search, so that thousands of merges cost
 * nothing per row. Areas that overlap (a broken file) are cut down to the first one of each column.
 */
import type { Area } from "./grid";

/** The merges of one column, disjoint and sorted by row. */
export interface ColumnMerges {
  /** The merged area that covers this row of the column, or null. */
  readonly find: (row: number) => Area | null;
}

export interface MergeIndex {
  /** Merges that touch a column, null where none does. */
  readonly column: (col: number) => ColumnMerges | null;
}

/** No merges at all. */
const NO_MERGES: MergeIndex = { column: () => null };

/**
 * Indexes the merges that touch the given columns and rows.
 * @param cols columns that will be asked for; the cost is merges × those of the columns that they cover.
 * @example indexMerges(grid.merges, [0, 1], 2, 50).column(0)?.find(6)?.top // 5
 */
export function indexMerges(merges: readonly Area[], cols: readonly number[], top: number, bottom: number): MergeIndex {
  if (merges.length === 0) return NO_MERGES;
  const wanted = [...new Set(cols)].sort((a, b) => a - b);
  const byColumn = new Map<number, Area[]>();
  for (const area of merges) {
    if (area.bottom < top || area.top > bottom || (area.top === area.bottom && area.left === area.right)) continue;
    for (let i = lowerBound(wanted, area.left); i < wanted.length; i++) {
      const col = wanted[i] as number;
      if (col > area.right) break;
      const list = byColumn.get(col);
      if (list) list.push(area);
      else byColumn.set(col, [area]);
    }
  }
  if (byColumn.size === 0) return NO_MERGES;
  const columns = new Map<number, ColumnMerges>();
  for (const [col, areas] of byColumn) columns.set(col, columnMerges(areas));
  return { column: (col) => columns.get(col) ?? null };
}

/** Index of the first entry that is not below `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] as number) < value) low = mid + 1;
    else high = mid;
  }
  return low;
}

function columnMerges(areas: Area[]): ColumnMerges {
  areas.sort((a, b) => a.top - b.top || a.bottom - b.bottom);
  const disjoint: Area[] = [];
  const tops: number[] = [];
  for (const area of areas) {
    const previous = disjoint[disjoint.length - 1];
    if (previous && area.top <= previous.bottom) continue;
    disjoint.push(area);
    tops.push(area.top);
  }
  // Rows are mostly read in order: the last hit, or the one after it, is tried first.
  let last = 0;
  const find = (row: number): Area | null => {
    let area = disjoint[last];
    if (area && area.top <= row) {
      if (row <= area.bottom) return area;
      const next = disjoint[last + 1];
      if (!next || row < next.top) return null;
      if (row <= next.bottom) {
        last++;
        return next;
      }
    }
    last = Math.max(0, lowerBound(tops, row + 1) - 1);
    area = disjoint[last];
    return area && area.top <= row && row <= area.bottom ? area : null;
  };
  return { find };
}
