/**
 * Writing through the journal: the intention is kept first, then the cells are written with their expected old values,
 * then the entry is committed. Undo and redo go the same way and may be repeated after a kill: a cell that already holds
 * the wanted value counts as written.
 */
import { cellName, type CellValue } from "../../grid";
import { HostError, type Edit, type EditOutcome, type Host } from "../../hosts/port";
import {
  backwardEdit,
  commit,
  forwardEdit,
  holdsAnchor,
  intend,
  intendAgain,
  locateRow,
  settleOutcome,
  settleUndo,
  standingChanges,
  type Change,
  type Journal,
  type JournalEntry,
} from "./journal";
import { lackError } from "./lack-error";
import type { ApplyOutcome, Preview } from "./result-types";
import type { ChangeOutcome } from "./outcome";
import type { Failure } from "./snapshot-types";

/** Cells a write takes at once, so that a pane stays alive and a failure costs little. */
const BATCH = 500;

export interface WritingContext {
  readonly host: Host;
  readonly journal: () => Journal;
  /** Changes the journal as it is kept now. Where it can't be kept it lasts as long as the window. */
  readonly changeJournal: (change: (journal: Journal) => Journal) => Promise<void>;
  /** Values of a sheet as last read, for finding moved rows. */
  readonly rowsOf: (sheet: string) => readonly (readonly CellValue[])[];
  readonly onProgress: (done: number, total: number) => void;
}

/** What was written where, and the rows to read again. */
export interface WritingResult {
  readonly outcome: ApplyOutcome;
  readonly touched: ReadonlyMap<string, ReadonlySet<number>>;
}

export async function applyPreview(
  context: WritingContext,
  preview: Preview,
  base: { readonly id: string; readonly at: string },
): Promise<WritingResult> {
  if (preview.changes.length === 0) return nothing();
  // Rows may have moved since the preview: an edit goes to the row it was made for, or nowhere.
  const places = await attemptLocate(context, preview.changes);
  if ("code" in places) {
    const outcome = { entry: null, outcomes: [], written: 0, refused: 0, failure: places };
    return { outcome, touched: new Map() };
  }
  const changes = preview.changes.map((change, index) => atRow(change, places[index]?.row ?? change.row));
  await context.changeJournal((journal) => intend(journal, { ...base, label: preview.label, changes }));
  const edits = changes.map((change) => forwardEdit(change, change.row));
  const result = await writeAll(context, edits, places);
  const written = indexesWritten(result.outcomes);
  // After a failure of the host it isn't known what was written: the entry stays unfinished, and undo looks at each cell.
  if (result.failure === null) await context.changeJournal((journal) => commit(journal, base.id, written));
  return finish(context, base.id, changes, edits, result);
}

export async function undoEntry(context: WritingContext, entry: JournalEntry): Promise<WritingResult> {
  const standing = standingChanges(entry);
  const changes = standing.map((index) => entry.changes[index]!);
  const places = await attemptLocate(context, changes);
  if ("code" in places) return failed(entry, places);
  const edits = changes.map((change, index) => backwardEdit(change, places[index]?.row ?? change.row));
  const result = await writeAll(context, edits, places);
  if (result.failure === null) {
    // A cell that changed since is no longer ours. A cell that could not be written (protected) still is.
    const remaining = standing.filter((_, index) => result.outcomes[index]?.type === "refused");
    await context.changeJournal((journal) => settleUndo(journal, entry.id, remaining));
  }
  return finish(context, entry.id, changes, edits, result);
}

export async function redoEntry(context: WritingContext, entry: JournalEntry): Promise<WritingResult> {
  const places = await attemptLocate(context, entry.changes);
  if ("code" in places) return failed(entry, places);
  const edits = entry.changes.map((change, index) => forwardEdit(change, places[index]?.row ?? change.row));
  await context.changeJournal((journal) => intendAgain(journal, entry.id));
  const result = await writeAll(context, edits, places);
  if (result.failure === null) {
    const written = indexesWritten(result.outcomes);
    await context.changeJournal((journal) =>
      written.length > 0 ? commit(journal, entry.id, written) : settleUndo(journal, entry.id, []),
    );
  }
  return finish(context, entry.id, entry.changes, edits, result);
}

/** Makes the edits of an entry again in a copy that does not have them. */
export async function makeAgain(context: WritingContext, entry: JournalEntry): Promise<WritingResult> {
  const standing = standingChanges(entry);
  const changes = standing.map((index) => entry.changes[index]!);
  const places = await attemptLocate(context, changes);
  if ("code" in places) return failed(entry, places);
  const edits = changes.map((change, index) => forwardEdit(change, places[index]?.row ?? change.row));
  const result = await writeAll(context, edits, places);
  // One that a crash had cut off is finished now.
  if (entry.state === "intended" && result.failure === null) {
    const written = standing.filter((_, order) => result.outcomes[order]?.type === "written");
    await context.changeJournal((journal) => commit(journal, entry.id, written));
  }
  return finish(context, entry.id, changes, edits, result);
}

/** The change at the row where it now belongs. */
const atRow = (change: Change, row: number): Change =>
  row === change.row ? change : { ...change, row, cell: cellName(row, change.col) };

interface RowNow {
  /** Row where the change belongs now; null where its row is gone or looks different. */
  readonly row: number | null;
  /** What the cell holds, for the report of a row that is gone. */
  readonly found: CellValue;
}

interface BatchResult {
  readonly outcomes: readonly EditOutcome[];
  readonly failure: Failure | null;
}

/** Writes in batches; edits whose row is gone are refused without asking the host. */
async function writeAll(
  context: WritingContext,
  edits: readonly Edit[],
  places?: readonly RowNow[],
): Promise<BatchResult> {
  const outcomes: EditOutcome[] = [];
  try {
    if (!context.host.write) throw lackError(context.host);
    for (let at = 0; at < edits.length; at += BATCH) {
      const indexes = edits.slice(at, at + BATCH).map((_, offset) => at + offset);
      const open = indexes.filter((index) => !places || places[index]!.row !== null);
      const answers = open.length > 0 ? await context.host.write.apply(open.map((index) => edits[index]!)) : [];
      const byIndex = new Map(open.map((index, order) => [index, answers[order]!]));
      for (const index of indexes) {
        const answer = byIndex.get(index) ?? { type: "changed" as const, found: places?.[index]?.found ?? null };
        outcomes.push(byIndex.has(index) ? settleOutcome(edits[index]!, answer) : answer);
      }
      context.onProgress(outcomes.length, edits.length);
    }
    return { outcomes, failure: null };
  } catch (error) {
    return { outcomes, failure: failureOf(error, context.host) };
  }
}

/** What comes before a step is begun: what writes is there, and each change has its place. */
async function attemptLocate(
  context: WritingContext,
  changes: readonly Change[],
): Promise<readonly RowNow[] | Failure> {
  try {
    await context.host.write?.ready?.();
    return await locate(context, changes);
  } catch (error) {
    return failureOf(error, context.host);
  }
}

/** Nothing was done, and the entry stands as it stood. */
function failed(entry: JournalEntry, failure: Failure): WritingResult {
  return { outcome: { entry, outcomes: [], written: 0, refused: 0, failure }, touched: new Map() };
}

/** Where each change belongs now. Rows are read fresh; a row that moved is looked for among the rows as last read. */
async function locate(context: WritingContext, changes: readonly Change[]): Promise<readonly RowNow[]> {
  const wanted = new Map<string, Set<number>>();
  for (const { sheet, row, anchor } of changes) {
    if (anchor === null) continue;
    const rows = wanted.get(sheet);
    if (rows) rows.add(row);
    else wanted.set(sheet, new Set([row]));
  }
  const fresh = new Map<string, ReadonlyMap<number, readonly CellValue[]>>();
  for (const [sheet, rows] of wanted) {
    try {
      fresh.set(sheet, await context.host.read.rows(sheet, [...rows]));
    } catch (error) {
      // A sheet that is gone: its changes are refused one by one below. Where Excel only didn't answer, nothing is known
      // of any cell, and none may be given up.
      if (!(error instanceof HostError) || error.code !== "missingSheet") throw error;
    }
  }
  return changes.map(({ sheet, row, col, anchor }) => {
    if (anchor === null) return { row, found: null };
    const values = fresh.get(sheet)?.get(row);
    if (values && holdsAnchor(anchor, values)) return { row, found: values[col] ?? null };
    const moved = locateRow(anchor, row, context.rowsOf(sheet));
    return { row: moved === row ? null : moved, found: values?.[col] ?? null };
  });
}

function finish(
  context: WritingContext,
  id: string,
  changes: readonly Change[],
  edits: readonly Edit[],
  result: BatchResult,
): WritingResult {
  const outcomes: ChangeOutcome[] = result.outcomes.map((outcome, index) => ({ change: changes[index]!, outcome }));
  const written = outcomes.filter(({ outcome }) => outcome.type === "written").length;
  const touched = new Map<string, Set<number>>();
  for (const { sheet, row } of edits) {
    const rows = touched.get(sheet);
    if (rows) rows.add(row);
    else touched.set(sheet, new Set([row]));
  }
  return {
    outcome: {
      entry: context.journal().find((entry) => entry.id === id) ?? null,
      outcomes,
      written,
      refused: outcomes.length - written,
      failure: result.failure,
    },
    touched,
  };
}

function nothing(): WritingResult {
  return { outcome: { entry: null, outcomes: [], written: 0, refused: 0, failure: null }, touched: new Map() };
}

function indexesWritten(outcomes: readonly EditOutcome[]): readonly number[] {
  return outcomes.flatMap((outcome, index) => (outcome.type === "written" ? [index] : []));
}

/** A HostError as data; anything else is a mistake of ours and goes on. */
function failureOf(error: unknown, host: Pick<Host, "workbookName">): Failure {
  if (error instanceof HostError) return { code: error.code, workbook: host.workbookName, detail: error.detail };
  throw error;
}
