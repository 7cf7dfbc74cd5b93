/** What stands of the journal: the steps in this copy, those that another left, and what an action answers that wrote nothing. */
import { stepsToMake, type Journal } from "./journal";
import { windowOf } from "./keeping";
import type { OpenWorkbook } from "./open-workbook";
import type { ApplyOutcome, Preview } from "./result-types";
import type { Snapshot } from "./snapshot-types";

export const NOTHING_WRITTEN: ApplyOutcome = Object.freeze({
  entry: null,
  outcomes: [],
  written: 0,
  refused: 0,
  failure: null,
});

export const NO_PREVIEW: Preview = Object.freeze({ changes: [], skipped: [], label: "fix" });

/** Steps that are in this copy of the workbook. */
export function present(book: OpenWorkbook): Journal {
  return book.decisions.journal.filter((entry) => !book.absent.has(entry.id));
}

/** Steps of another visit or window that this copy lacks, and whose cells hold what they held then. */
export function recoverable(book: OpenWorkbook): ReturnType<typeof stepsToMake> {
  if (!book.host.copies || !book.host.write) return { entries: [], cells: 0 };
  return stepsToMake(
    book.decisions.journal.filter((entry) => !entry.settled && !book.waved.has(entry.id)),
    book.grids,
    (entry) => book.absent.has(entry.id),
  );
}

export function recoveryOf(book: OpenWorkbook): Snapshot["recovery"] {
  const { entries, cells } = recoverable(book);
  if (entries.length === 0) return null;
  const elsewhere = entries.every((entry) => book.living.has(windowOf(entry.id)));
  return { entries: entries.length, cells, elsewhere };
}

/** Whether a step that was only begun was given up: this window is not writing, and the one that began it is gone. */
export const interruptedIn =
  (book: OpenWorkbook | null) =>
  (id: string): boolean =>
    book !== null && !book.writing && !book.living.has(windowOf(id));
