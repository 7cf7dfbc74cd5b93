/** 回填 as the contract's object. */
import type { Conflict, IntoPlan, Update } from "./types";

/** What became of a file that was named, or found in a folder. */
export interface FileUse {
  readonly file: string;
  readonly used: boolean;
  readonly why: "unreadable" | "noLedger" | "superseded" | "identical" | "otherType" | "notEqual" | null;
  /** A sentence for a person, null where nothing is to be said. */
  readonly message: string | null;
  readonly unit: string | null;
}

export interface IntoResult {
  readonly updated: readonly Update[];
  readonly conflicts: readonly Conflict[];
}

/** @example JSON.stringify(intoJson({ master, out, files }, plan, settled)) */
export function intoJson(
  { master, out, files }: { readonly master: string; readonly out: string; readonly files: readonly FileUse[] },
  { unchanged, notReturned }: IntoPlan,
  { updated, conflicts }: IntoResult,
): object {
  return {
    schema: 1,
    master,
    out,
    files: files.map(({ file, used, why, message, unit }) => ({ file, used, why, message, unit })),
    updated: updated.map(({ field, kind, number, problem, cell, from, to, file, fileCell }) => ({
      ...{ field, kind, number, problem, cell, from, to, file, fileCell },
    })),
    conflicts: conflicts.map(({ type, kind, number, problem, field, cell, from, to, file, fileCell }) => ({
      ...{ type, kind, number, problem, field, cell, from, to, file, fileCell },
    })),
    unchanged,
    notReturned,
  };
}
