/** A merge as the contract's object. */
import { STATUSES } from "../../ledger";
import { MONTH_KINDS } from "../common/kinds";
import type { MergeResult } from "./result";
import type { MergeCounts } from "./types";

export function mergeJson(
  { out, template }: { readonly out: string; readonly template: string | null },
  result: MergeResult,
  counts: MergeCounts,
): object {
  const { files, missing, notInDirectory, twice, duplicates, toCheck, converted } = result;
  return {
    schema: 1,
    out,
    template,
    files: files.map(({ file, used, why, message, unit, unitSource, reported, items, rows }) => ({
      ...{ file, used, why, message, unit, unitSource, reported, items, rows },
    })),
    ...{ missing, notInDirectory, twice, duplicates, toCheck, converted },
    kinds: MONTH_KINDS.flatMap((kind) => {
      const own = counts.get(kind);
      if (own === undefined || own.total === 0) return [];
      const byStatus = Object.fromEntries(STATUSES.map((status) => [status, own.byStatus[status] ?? 0]));
      return [{ kind, total: own.total, byStatus }];
    }),
  };
}
