/**
 * The open workbook as one value: what its host gave, what was made of it, what was decided about it. It is never changed
 * in place but replaced as a whole, so that whatever is shown belongs together.
 */
import type { CellValue, Grid } from "../../grid";
import type { Reading } from "../../ledger";
import type { CheckReport } from "../../check";
import type { Host, SheetInfo } from "../../hosts/port";
import type { Decisions } from "./decisions";
import type { Entries, StorageReason } from "./entries";
import type { Keeper } from "./keeper";
import type { HostSource } from "./types";

export interface OpenWorkbook {
  readonly host: Host;
  readonly sheets: readonly SheetInfo[];
  /** As last read; patched copies after edits. */
  readonly grids: readonly Grid[];
  /** null until the first reading. */
  readonly reading: Reading | null;
  /** What the rules found in this reading with these settings; null where they have not run. */
  readonly report: CheckReport | null;
  /** What is kept for it, and the same as decisions. */
  readonly entries: Entries;
  readonly decisions: Decisions;
  readonly keeper: Keeper | null;
  /** Why the last keeping failed; null where it works. */
  readonly storage: StorageReason | null;
  /** Entries of the journal that were done in another copy of this workbook. */
  readonly absent: ReadonlySet<string>;
  /** Of those, the ones that the person does not want here. */
  readonly waved: ReadonlySet<string>;
  /** Windows of this program that are open now, by their names: what they did is not lost. */
  readonly living: ReadonlySet<string>;
  /** Cells that hold something else than when the file was opened or downloaded, with what they held (hosts of files). */
  readonly unsaved: ReadonlyMap<string, CellValue>;
  /** The last copy that was made of it once there were edits: the file that holds them. */
  readonly copied: Uint8Array | null;
  /** Whether this window is writing now: a step that is begun is not one that was interrupted. */
  readonly writing: boolean;
  /** Of ours in the workbook, as last looked up. */
  readonly ours: Ours;
}

export interface Ours {
  /** Cells marked; 0 where marks are off. */
  readonly marked: number;
  /** Of those, cells marked for what changed since last time. */
  readonly changed: number;
  /** Cells the host marks at most; null without a limit, or not known. */
  readonly limit: number | null;
  /** Cells that could not be marked, their sheet being protected. */
  readonly locked: number;
  /** Name of our report sheet; null where there is none. */
  readonly report: string | null;
  /** What this window's report was made of; null where it made none. */
  readonly reported: readonly string[] | null;
  /** Names of the sheets of our book (统计表) that are there. */
  readonly book: readonly string[];
}

export const NOTHING_OURS: Ours = {
  marked: 0,
  changed: 0,
  limit: null,
  locked: 0,
  report: null,
  reported: null,
  book: [],
};

/** What opens a workbook, with its name. */
export function opener(source: HostSource): { readonly name: string; readonly open: () => Promise<Host> } {
  return "read" in source ? { name: source.workbookName, open: () => Promise.resolve(source) } : source;
}
