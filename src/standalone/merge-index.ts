/** Finds the merged areas that touch a run of rows without looking at all of them. */
import type { Area } from "../grid";

const BUCKET_ROWS = 64;
/** An area over more buckets than this (whole columns) is kept in a list of its own. */
const TALL_BUCKETS = 64;

interface MergeIndex {
  /** Areas that touch rows first…last. */
  readonly touching: (first: number, last: number) => readonly Area[];
}

export function bucketMerges(merges: readonly Area[]): MergeIndex {
  const buckets = new Map<number, Area[]>();
  const tall: Area[] = [];
  for (const area of merges) {
    const from = Math.floor(area.top / BUCKET_ROWS);
    const to = Math.floor(area.bottom / BUCKET_ROWS);
    if (to - from > TALL_BUCKETS) {
      tall.push(area);
      continue;
    }
    for (let bucket = from; bucket <= to; bucket++) {
      const list = buckets.get(bucket);
      if (list) list.push(area);
      else buckets.set(bucket, [area]);
    }
  }
  return {
    touching: (first, last) => {
      const found = new Set<Area>();
      for (const area of tall) if (area.top <= last && area.bottom >= first) found.add(area);
      for (let bucket = Math.floor(first / BUCKET_ROWS); bucket <= Math.floor(last / BUCKET_ROWS); bucket++) {
        for (const area of buckets.get(bucket) ?? []) if (area.top <= last && area.bottom >= first) found.add(area);
      }
      return [...found];
    },
  };
}
