/**
 * The undo journal: what was written, as data. An entry is kept as intended before the first cell is written and marked
 * done afterwards, so that 撤销 works after a reload or a kill half-way. Pure functions over immutable lists.
 */
import type { CellValue } from "../ledger/grid";
import { hashText } from "../zh/text";
import type { Edit, EditOutcome } from "../hosts/port";
import type { Change, JournalEntry, JournalView, RowAnchor } from "./session-types";

/** Entries kept; the oldest fall out. */
export const MAX_ENTRIES = 100;

export type Journal = readonly JournalEntry[];

/** Puts a new intention at the end. Entries that were undone before can no longer be redone. */
export function intend(journal: Journal, entry: Omit<JournalEntry, "state" | "written">): Journal {
  const standing = journal.filter((each) => each.state !== "undone");
  return [...standing, { ...entry, state: "intended" as const, written: [] }].slice(-MAX_ENTRIES);
}

/** Marks what an entry really wrote; an entry that wrote nothing is dropped. */
export function commit(journal: Journal, id: string, written: readonly number[]): Journal {
  if (written.length === 0) return journal.filter((each) => each.id !== id);
  return replace(journal, id, (entry) => ({ ...entry, state: "done", written }));
}

/** Begins an entry again (redo): intended until committed. */
export function intendAgain(journal: Journal, id: string): Journal {
  return replace(journal, id, (entry) => ({ ...entry, state: "intended", written: [] }));
}

/**
 * After an undo. `remaining`: changes that stay in the workbook and may still be put back later (a protected sheet);
 * cells that changed since are no longer ours.
 */
export function settleUndo(journal: Journal, id: string, remaining: readonly number[]): Journal {
  return replace(journal, id, (entry) =>
    remaining.length > 0 ? { ...entry, state: "done", written: remaining } : { ...entry, state: "undone", written: [] },
  );
}

/** The entry that an undo takes back: the last one done or left unfinished. */
export function undoable(journal: Journal): JournalEntry | null {
  return journal[lastStanding(journal)] ?? null;
}

/** The entry that a redo does again: the first undone one behind everything that stands. */
export function redoable(journal: Journal): JournalEntry | null {
  return journal[lastStanding(journal) + 1] ?? null;
}

function lastStanding(journal: Journal): number {
  let last = journal.length - 1;
  while (last >= 0 && journal[last]!.state === "undone") last -= 1;
  return last;
}

export function journalView(journal: Journal): JournalView {
  return {
    entries: journal,
    canUndo: undoable(journal) !== null,
    canRedo: redoable(journal) !== null,
    unfinished: journal.find((entry) => entry.state === "intended") ?? null,
  };
}

/** Indexes of the changes an undo has to look at: all of an unfinished entry, the written ones of a finished one. */
export function standingChanges(entry: JournalEntry): readonly number[] {
  return entry.state === "intended" ? entry.changes.map((_, index) => index) : entry.written;
}

/** The edit that does a change, at the row where it now belongs. */
export function forwardEdit(change: Change, row: number): Edit {
  return { sheet: change.sheet, row, col: change.col, expected: change.before, value: change.after };
}

/** The edit that puts a change back. */
export function backwardEdit(change: Change, row: number): Edit {
  return { sheet: change.sheet, row, col: change.col, expected: change.after, value: change.before };
}

/**
 * An undo after a kill finds cells that were never written, or were put back already: they hold the wanted value.
 * @returns the outcome with that case read as written
 */
export function settleOutcome(edit: Edit, outcome: EditOutcome): EditOutcome {
  return outcome.type === "changed" && outcome.found === edit.value ? { type: "written" } : outcome;
}

/**
 * What identifies a row, for finding it again after rows moved: the values of some columns, without those being changed.
 * null where they are all empty (nothing to tell the row by).
 */
export function anchorOf(values: readonly CellValue[], cols: readonly number[]): RowAnchor | null {
  const parts = cols.map((col) => values[col] ?? null);
  if (parts.every((part) => part === null || part === "")) return null;
  return { cols, hash: hashText(JSON.stringify(parts)) };
}

/** Whether a row still is the anchored one. */
export function holdsAnchor(anchor: RowAnchor, values: readonly CellValue[]): boolean {
  return anchorOf(values, anchor.cols)?.hash === anchor.hash;
}

/**
 * Where an anchored row is now: its old place if it still is there, else the only row that looks like it, else null.
 */
export function locateRow(anchor: RowAnchor, oldRow: number, rows: readonly (readonly CellValue[])[]): number | null {
  const old = rows[oldRow];
  if (old && holdsAnchor(anchor, old)) return oldRow;
  let found: number | null = null;
  for (let row = 0; row < rows.length; row += 1) {
    if (!holdsAnchor(anchor, rows[row]!)) continue;
    if (found !== null) return null;
    found = row;
  }
  return found;
}

function replace(journal: Journal, id: string, change: (entry: JournalEntry) => JournalEntry): Journal {
  return journal.map((entry) => (entry.id === id ? change(entry) : entry));
}
