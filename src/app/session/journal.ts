/**
 * The undo journal: what a person did, as data. Cells: an entry is kept as intended before the first cell is written and
 * marked done afterwards, so that 撤销 works after a reload or a kill half-way. Decisions (ignores, corrections, settings,
 * facts): what was kept before and after. Pure functions over immutable lists, oldest first.
 */
import type { CellValue, Grid } from "../../grid";
import { hashText } from "../../zh/text";
import type { Edit, EditOutcome } from "../../hosts/port";
import type { EntryPut } from "./entries";

/** One cell to change, as shown before it is done. */
export interface Change {
  /** Finding whose fix this is; null for a free edit. */
  readonly findingId: string | null;
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  /** "E7". */
  readonly cell: string;
  readonly item: string | null;
  readonly before: CellValue;
  readonly after: CellValue;
  /** Tells the row again after rows moved, so that an undo never reaches another row; null where nothing identifies it. */
  readonly anchor: RowAnchor | null;
}

/** What identifies a row: a hash of the values in its identifying columns (number, problem, measure). */
interface RowAnchor {
  readonly cols: readonly number[];
  readonly hash: string;
}

/** What was decided: an entry that is kept, before and after. */
interface Decision {
  readonly concern: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * - `intended`: kept before the first write; a kill leaves it so. `done`: committed. `undone`: put back.
 */
type JournalState = "intended" | "done" | "undone";

export interface JournalEntry {
  readonly id: string;
  /** Rule alias, "edit", or the name of an action: what the undo says it takes back. */
  readonly label: string;
  /** ISO text of the wall clock. */
  readonly at: string;
  /** Order of the steps of all windows: clocks of two computers differ. */
  readonly turn: number;
  readonly state: JournalState;
  readonly changes: readonly Change[];
  /** Indexes into `changes` that are in the workbook now (all of them, while intended: not known). */
  readonly written: readonly number[];
  /** Empty for an entry about cells. */
  readonly decisions: readonly Decision[];
  /** The cells are safe in a file that was downloaded, or the person has let them go: they are not offered again. */
  readonly settled: boolean;
}

export interface JournalView {
  /** Oldest first; entries of another copy of the workbook are not among them. */
  readonly entries: readonly JournalEntry[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** An entry that was begun and not finished (the program was ended half-way); undo puts back what was written. */
  readonly unfinished: JournalEntry | null;
}

/** Entries kept; the oldest fall out. */
export const MAX_ENTRIES = 100;

export type Journal = readonly JournalEntry[];

/** Puts a new intention at the end. Entries that were undone before can no longer be redone. */
export function intend(journal: Journal, entry: Pick<JournalEntry, "id" | "label" | "at" | "changes">): Journal {
  return append(journal, { ...entry, state: "intended", written: [], decisions: [], settled: false });
}

/**
 * Notes a decision. One that goes on with the last one (the same things, as in typing) becomes one step with it.
 * @param mine whether an entry was written by this window
 */
export function decide(
  journal: Journal,
  entry: Pick<JournalEntry, "id" | "label" | "at" | "decisions">,
  mine: (id: string) => boolean,
): Journal {
  const last = journal[journal.length - 1];
  if (last && last.state === "done" && last.label === entry.label && mine(last.id) && goesOn(last, entry.decisions)) {
    const decisions = last.decisions.map((old, order) => ({ ...old, after: entry.decisions[order]!.after }));
    return [...journal.slice(0, -1), { ...last, decisions }];
  }
  return append(journal, { ...entry, state: "done", changes: [], written: [], settled: true });
}

function goesOn(last: JournalEntry, decisions: readonly Decision[]): boolean {
  return (
    last.decisions.length > 0 &&
    last.decisions.length === decisions.length &&
    last.decisions.every(({ concern, key }, order) => {
      const next = decisions[order]!;
      return concern === next.concern && key === next.key && (concern === "facts" || key.startsWith("variables."));
    })
  );
}

function append(journal: Journal, entry: Omit<JournalEntry, "turn">): Journal {
  const standing = journal.filter((each) => each.state !== "undone");
  const turn = (journal[journal.length - 1]?.turn ?? 0) + 1;
  return [...standing, { ...entry, turn }].slice(-MAX_ENTRIES);
}

/** An entry of decisions taken back, or done again. */
export function settleDecision(journal: Journal, id: string, state: "done" | "undone"): Journal {
  return replace(journal, id, (entry) => ({ ...entry, state }));
}

/** The entries of cells are safe elsewhere, or let go. */
export function settleSteps(journal: Journal, ids: ReadonlySet<string>): Journal {
  return journal.map((entry) => (ids.has(entry.id) && !entry.settled ? { ...entry, settled: true } : entry));
}

/** What has to be kept of a change of the journal. */
export function journalPuts(before: Journal, after: Journal): readonly EntryPut[] {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const left = new Set(after.map((entry) => entry.id));
  const put = (key: string, value: unknown): EntryPut => ({ concern: "journal", key, value });
  return [
    ...before.filter((entry) => !left.has(entry.id)).map((entry) => put(entry.id, null)),
    ...after.filter((entry) => old.get(entry.id) !== entry).map((entry) => put(entry.id, entry)),
  ];
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

/** @param interrupted whether an entry that was only begun was given up: nobody is writing it now */
export function journalView(journal: Journal, interrupted: (id: string) => boolean): JournalView {
  return {
    entries: journal,
    canUndo: undoable(journal) !== null,
    canRedo: redoable(journal) !== null,
    unfinished: journal.find((entry) => entry.state === "intended" && interrupted(entry.id)) ?? null,
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

type RowsOf = (sheet: string) => readonly (readonly CellValue[])[];

const rowsIn =
  (grids: readonly Grid[]): RowsOf =>
  (sheet) =>
    grids.find((grid) => grid.sheet === sheet)?.values ?? [];

/** Where the cell of a change is now, and whether it holds what was written, what was found, or something else. */
function findChange(change: Change, rowsOf: RowsOf): { readonly row: number; readonly state: ChangeState } | null {
  const rows = rowsOf(change.sheet);
  const row = change.anchor === null ? change.row : locateRow(change.anchor, change.row, rows);
  if (row === null) return null;
  const value = rows[row]?.[change.col] ?? null;
  const state = alike(value, change.after) ? "written" : alike(value, change.before) ? "before" : "other";
  return { row, state };
}

type ChangeState = "written" | "before" | "other";

const alike = (one: CellValue, other: CellValue): boolean =>
  (one === "" ? null : one) === (other === "" ? null : other);

/**
 * Entries about cells none of which holds what was written: they were done in another copy, or lost with it.
 * @param unfinished also those that were begun only: of a workbook that is no copy they may be half-way in
 */
export function absentEntries(journal: Journal, grids: readonly Grid[], unfinished: boolean): ReadonlySet<string> {
  const rowsOf = rowsIn(grids);
  return new Set(
    journal
      .filter(({ changes, state }) => changes.length > 0 && (state === "done" || (unfinished && state === "intended")))
      .filter(
        (entry) => !standingChanges(entry).some((at) => findChange(entry.changes[at]!, rowsOf)?.state === "written"),
      )
      .map((entry) => entry.id),
  );
}

/**
 * Steps to make again in a copy that lacks them, oldest first, each from what those before it leave (a cell may have been
 * changed twice), and the cells that are then others. What comes back to what the copy holds is not among them.
 * @param lacks whether the copy lacks a step that may be made again
 */
export function stepsToMake(
  journal: Journal,
  grids: readonly Grid[],
  lacks: (entry: JournalEntry) => boolean,
): { readonly entries: readonly JournalEntry[]; readonly cells: number } {
  const now = rowsIn(grids);
  const made = new Map<string, (readonly CellValue[])[]>();
  const then: RowsOf = (sheet) => made.get(sheet) ?? now(sheet);
  const make = ({ sheet, col, after }: Change, row: number): void => {
    const rows = made.get(sheet) ?? [...now(sheet)];
    const values = [...(rows[row] ?? [])];
    while (values.length < col) values.push(null);
    values[col] = after;
    rows[row] = values;
    made.set(sheet, rows);
  };
  const cells = new Map<string, { readonly sheet: string; readonly row: number; readonly col: number }>();
  const steps: { readonly entry: JournalEntry; readonly touched: readonly string[] }[] = [];
  for (const entry of journal) {
    const lacking = lacks(entry);
    const touched: string[] = [];
    for (const at of standingChanges(entry)) {
      const change = entry.changes[at]!;
      const found = findChange(change, then);
      if (found?.state !== "before") continue;
      const place = { sheet: change.sheet, row: found.row, col: change.col };
      const key = `${place.row}:${place.col}:${place.sheet}`;
      if (!lacking && !cells.has(key)) continue;
      cells.set(key, place);
      touched.push(key);
      make(change, found.row);
    }
    if (touched.length > 0) steps.push({ entry, touched });
  }
  const changed = new Set(
    [...cells]
      .filter(([, { sheet, row, col }]) => !alike(now(sheet)[row]?.[col] ?? null, then(sheet)[row]?.[col] ?? null))
      .map(([key]) => key),
  );
  return {
    entries: steps.filter(({ touched }) => touched.some((key) => changed.has(key))).map(({ entry }) => entry),
    cells: changed.size,
  };
}
