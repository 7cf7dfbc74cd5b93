/**
 * Writing cells. Every edit is looked at first (one sync), and written together with the others (one more). The second
 * request reads each cell again just before it writes it and just after: Excel runs a request in order and without
 * interruption, so that a colleague's edit between the two is seen, put back, and reported instead of lost. What reads
 * back differently is put the next way (cell-inputs.ts), and the number format is what it was in every case.
 *
 * A call may be cut off anywhere and made again: what an edit may have left in its cell is remembered until its outcome
 * is known, so that the second call finishes what the first began.
 */
import type { CellValue } from "../../grid";
import { HostError, type Edit, type EditOutcome, type WriteFacet } from "../port";
import { rowRuns } from "./addresses";
import { firstInput, needsFormat, put, putExactly, type CellPut } from "./cell-inputs";
import { cellValue } from "./cell-values";
import type { OwnWrites } from "./own-writes";
import { hostErrorOf, runExcel } from "./run";
import { rangeOf } from "./select-facet";
import { worksheetOf, type SheetMemory } from "./sheet-memory";
import {
  covers,
  type WriteTarget,
  keyOf,
  GENERAL,
  cutPieces,
  columnsOf,
  isFormula,
  formatOf,
  same,
  type WritePiece,
  cellOf,
} from "./write-targets";

/** Pieces of columns written above which events and drawing are suspended. */
const MANY_PIECES = 200;

/** Pieces of one request; each is an object on Excel's side. */
const PIECES_PER_SYNC = 400;

/** Cells between two edits that are read along rather than asked for apart. */
const GAP = 4;

export interface WriteState {
  readonly memory: SheetMemory;
  readonly ownWrites: OwnWrites;
  /** Whether Excel can gather the writes into one step of the user's undo (ExcelApi 1.20). */
  readonly mergesUndo: boolean;
}

/** An edit that was sent and whose outcome was not seen, with the format its cell had before. */
interface Unsettled {
  readonly edit: Edit;
  readonly format: string;
}

interface Writing extends WriteState {
  readonly unsettled: Map<string, Unsettled>;
  /** Events could not be switched on again after a large write. */
  eventsOff: boolean;
}

export function createWriteFacet(state: WriteState): WriteFacet {
  const writing: Writing = { ...state, unsettled: new Map(), eventsOff: false };
  return {
    async apply(edits) {
      if (edits.length === 0) return [];
      if (writing.eventsOff) await switchEventsOn(writing);
      if (!state.mergesUndo) return applyOnce(writing, edits, false);
      try {
        return await applyOnce(writing, edits, true);
      } catch (error) {
        // A request that Excel cannot undo is refused inside a merged group; outside of one it is only not undoable.
        if (!(error instanceof HostError) || !error.detail.startsWith("UndoNotSupported")) throw error;
      }
      return applyOnce(writing, edits, false);
    },
  };
}

async function applyOnce(state: Writing, edits: readonly Edit[], mergeUndoGroup: boolean): Promise<EditOutcome[]> {
  const outcomes: (EditOutcome | undefined)[] = edits.map((edit) =>
    state.memory.lastMerges(edit.sheet).some((area) => covers(area, edit))
      ? { type: "refused", reason: "merged" }
      : undefined,
  );
  const work = async (context: Excel.RequestContext): Promise<void> => {
    for (const round of roundsOf(edits, outcomes)) await writeBatch(context, state, round, outcomes);
  };
  if (mergeUndoGroup) {
    try {
      await Excel.run({ mergeUndoGroup: true }, work);
    } catch (error) {
      throw hostErrorOf(error);
    }
  } else {
    await runExcel(work);
  }
  return outcomes.map((outcome) => {
    if (!outcome) throw new HostError("hostFailed", "an edit without an outcome");
    return outcome;
  });
}

/** Edits of one request each; a cell that is edited twice is so in two, each edit seeing the one before. */
function roundsOf(
  edits: readonly Edit[],
  outcomes: readonly (EditOutcome | undefined)[],
): readonly (readonly WriteTarget[])[] {
  const rounds: WriteTarget[][] = [];
  let touched = new Set<string>();
  edits.forEach((edit, index) => {
    if (outcomes[index]) return;
    const key = keyOf(edit.sheet, edit.row, edit.col);
    const last = rounds.at(-1);
    if (last && last.length < PIECES_PER_SYNC && !touched.has(key)) last.push({ index, edit, format: GENERAL });
    else {
      rounds.push([{ index, edit, format: GENERAL }]);
      touched = new Set();
    }
    touched.add(key);
  });
  return rounds;
}

async function writeBatch(
  context: Excel.RequestContext,
  state: Writing,
  batch: readonly WriteTarget[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const { fresh, begun } = await lookAt(context, state, batch, outcomes);
  await finish(context, state, begun, outcomes);
  if (fresh.length === 0) return;
  const sheets = [...new Set(fresh.map(({ edit }) => edit.sheet))];
  const pieces = cutPieces(fresh);
  const many = pieces.length > MANY_PIECES;
  for (const piece of pieces) state.ownWrites.writing(piece.sheet, piece.area);
  for (const { edit, format } of fresh) state.unsettled.set(idOf(state, edit), { edit, format });
  try {
    if (many) {
      state.eventsOff = true;
      context.runtime.enableEvents = false;
      context.application.suspendScreenUpdatingUntilNextSync();
      context.application.suspendApiCalculationUntilNextSync();
    }
    await writePieces(context, state, pieces, outcomes);
  } catch (error) {
    await afterFailure(context, state, fresh, outcomes, hostErrorOf(error));
  } finally {
    if (many) {
      await switchEventsOn(state);
      // A colleague's edits of that moment were not heard.
      state.ownWrites.missed(sheets);
    }
  }
  settle(state, fresh, outcomes);
}

/** What is decided need not be remembered. */
function settle(state: Writing, targets: readonly WriteTarget[], outcomes: readonly (EditOutcome | undefined)[]): void {
  for (const { edit, index } of targets) if (outcomes[index]) state.unsettled.delete(idOf(state, edit));
}

interface LookedAt {
  /** Edits whose cells hold what was expected. */
  readonly fresh: readonly WriteTarget[];
  /** Edits that an earlier call began and didn't finish. */
  readonly begun: readonly WriteTarget[];
}

/** Reads the cells and settles what must not be written. */
async function lookAt(
  context: Excel.RequestContext,
  state: Writing,
  batch: readonly WriteTarget[],
  outcomes: (EditOutcome | undefined)[],
): Promise<LookedAt> {
  const there = await withoutMissing(context, state, batch, outcomes, async (targets) => {
    const sheets = loadProtection(context, state, targets);
    const asked = columnsOf(targets).flatMap(({ sheet: name, col, rows }) =>
      rowRuns(rows, GAP).map((run) => {
        const range = rangeOf(sheets.get(name)!, { ...run, left: col, right: col });
        range.load("values,formulas,numberFormat");
        return { name, col, run, range };
      }),
    );
    await context.sync();
    return { targets, sheets, asked };
  });
  const found = new Map<string, FoundCell>();
  for (const { name, col, run, range } of there.asked) {
    const values = rowsOf(range.values);
    const formulas = rowsOf(range.formulas);
    const formats = rowsOf(range.numberFormat);
    for (let row = run.top; row <= run.bottom; row++) {
      const value = cellValue(values[row - run.top]?.[0]);
      found.set(keyOf(name, row, col), {
        value,
        formula: isFormula(formulas[row - run.top]?.[0], value),
        format: formatOf(formats[row - run.top]?.[0]),
      });
    }
  }
  const fresh: WriteTarget[] = [];
  const begun: WriteTarget[] = [];
  for (const target of there.targets) {
    const { index, edit } = target;
    const cell = found.get(keyOf(edit.sheet, edit.row, edit.col))!;
    const before = state.unsettled.get(idOf(state, edit));
    if (there.sheets.get(edit.sheet)!.protection.protected) outcomes[index] = { type: "refused", reason: "protected" };
    else if (before && sameEdit(before.edit, edit) && isLeftover(cell, edit))
      begun.push({ ...target, format: before.format });
    else if (cell.formula) outcomes[index] = { type: "refused", reason: "formula" };
    else if (!same(cell.value, edit.expected)) outcomes[index] = { type: "changed", found: cell.value };
    else fresh.push({ ...target, format: cell.format });
  }
  return { fresh, begun };
}

interface FoundCell {
  readonly value: CellValue;
  readonly formula: boolean;
  readonly format: string;
}

const sameEdit = (a: Edit, b: Edit): boolean => a.value === b.value && a.expected === b.expected;

/** Whether a cell holds what a write of ours may have left there: the value, or what Excel took it for. */
function isLeftover(cell: FoundCell, { value, expected }: Edit): boolean {
  if (cell.formula || same(cell.value, expected)) return false;
  if (same(cell.value, value) || cell.value === `'${value}`) return true;
  if (typeof value === "string")
    return typeof cell.value === "number" || typeof cell.value === "boolean" || /^#/.test(String(cell.value));
  return typeof cell.value === "string" && cell.value.toLowerCase() === String(value).toLowerCase();
}

/** Puts edits that were begun as they were meant. */
async function finish(
  context: Excel.RequestContext,
  state: Writing,
  begun: readonly WriteTarget[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  if (begun.length === 0) return;
  const puts = begun.map((target) => putOf(state, target, target.edit.value));
  const failed = await putExactly(context, puts);
  begun.forEach((target, order) => {
    outcomes[target.index] = failed.has(puts[order]!) ? { type: "refused", reason: "merged" } : { type: "written" };
  });
  settle(state, begun, outcomes);
}

const putOf = (state: Writing, { edit, format }: WriteTarget, value: CellValue, from = 0): CellPut => ({
  sheet: state.memory.keyOf(edit.sheet),
  row: edit.row,
  col: edit.col,
  value,
  format,
  from,
});

/**
 * What a range answered. Above a limit of its own Excel may give null instead of failing (excel-add-ins-ranges-large).
 * @throws HostError payloadLimit
 */
function rowsOf(answer: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(answer)) return answer as readonly (readonly unknown[])[];
  throw new HostError("payloadLimit", "null values");
}

function loadProtection(
  context: Excel.RequestContext,
  { memory }: Writing,
  targets: readonly WriteTarget[],
): ReadonlyMap<string, Excel.Worksheet> {
  const names = [...new Set(targets.map(({ edit }) => edit.sheet))];
  return new Map(
    names.map((name) => {
      const sheet = worksheetOf(context, memory, name);
      sheet.protection.load("protected");
      return [name, sheet];
    }),
  );
}

/** Does something with the edits; when a sheet is gone, refuses its edits and does it with the others. */
async function withoutMissing<T>(
  context: Excel.RequestContext,
  { memory }: Writing,
  targets: readonly WriteTarget[],
  outcomes: (EditOutcome | undefined)[],
  work: (targets: readonly WriteTarget[]) => Promise<T>,
): Promise<T> {
  try {
    return await work(targets);
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || known.code !== "missingSheet") throw known;
  }
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const keys = new Set(worksheets.items.flatMap((sheet) => [sheet.id, sheet.name.toLowerCase()]));
  const isThere = ({ edit }: WriteTarget): boolean => {
    const key = memory.keyOf(edit.sheet);
    return keys.has(key) || (key === edit.sheet && keys.has(key.toLowerCase()));
  };
  for (const target of targets) {
    if (!isThere(target)) outcomes[target.index] = { type: "refused", reason: "missingSheet" };
  }
  return work(targets.filter(isThere));
}

async function writePieces(
  context: Excel.RequestContext,
  state: Writing,
  pieces: readonly WritePiece[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const written = pieces.map((piece): Written => {
    const sheet = worksheetOf(context, state.memory, piece.sheet);
    const before = rangeOf(sheet, piece.area);
    before.load("values,formulas,numberFormat");
    rangeOf(sheet, piece.area).values = piece.targets.map(({ edit, format }) => [firstInput(edit.value, format)]);
    for (const target of piece.targets) {
      if (needsFormat(target.edit.value, target.format))
        put(rangeOf(sheet, cellOf(target.edit)), putOf(state, target, target.edit.value), 0);
    }
    const after = rangeOf(sheet, piece.area);
    after.load("values,numberFormat");
    return { piece, before, after };
  });
  await context.sync();
  await mend(context, state, written, outcomes);
}

interface Written {
  readonly piece: WritePiece;
  readonly before: Excel.Range;
  readonly after: Excel.Range;
}

/** What a cell held just before and just after our write, and what is to be done about it. */
async function mend(
  context: Excel.RequestContext,
  state: Writing,
  written: readonly Written[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const again: { readonly target: WriteTarget; readonly next: CellPut }[] = [];
  const back: CellPut[] = [];
  for (const { piece, before, after } of written) {
    piece.targets.forEach((target, offset) => {
      const { edit, index } = target;
      const found = cellValue(rowsOf(before.values)[offset]?.[0]);
      const formula = rowsOf(before.formulas)[offset]?.[0];
      const format = formatOf(rowsOf(before.numberFormat)[offset]?.[0]);
      if (!same(found, edit.expected) || isFormula(formula, found)) {
        // Somebody was faster: theirs goes back.
        const theirs = putOf(state, { ...target, format }, found);
        back.push(isFormula(formula, found) ? { ...theirs, formula: String(formula) } : theirs);
        outcomes[index] = { type: "changed", found };
        return;
      }
      const now = cellValue(rowsOf(after.values)[offset]?.[0]);
      const formatNow = formatOf(rowsOf(after.numberFormat)[offset]?.[0]);
      if (same(now, edit.value) && formatNow === format) outcomes[index] = { type: "written" };
      // Excel took the value for something else, and maybe changed the cell's format over it: the next way.
      else again.push({ target, next: putOf(state, { ...target, format }, edit.value, same(now, edit.value) ? 0 : 1) });
    });
  }
  const failed = await putExactly(context, [...again.map(({ next }) => next), ...back]);
  const restore: CellPut[] = [];
  for (const { target, next } of again) {
    outcomes[target.index] = failed.has(next) ? { type: "refused", reason: "merged" } : { type: "written" };
    // A cell that doesn't take its value is covered by a merged area that we don't know of.
    if (failed.has(next)) restore.push({ ...next, value: target.edit.expected, from: 0 });
  }
  await putExactly(context, restore);
}

/**
 * A write failed: Excel may have done a part of it. What stands is looked up; a protected or missing sheet refuses its
 * edits, and after anything else the part that was written is taken back, so that a batch is written or not.
 * @throws HostError
 */
async function afterFailure(
  context: Excel.RequestContext,
  state: Writing,
  targets: readonly WriteTarget[],
  outcomes: (EditOutcome | undefined)[],
  error: unknown,
): Promise<void> {
  if (!(error instanceof HostError)) throw error;
  const { there, sheets, cells } = await withoutMissing(context, state, targets, outcomes, async (some) => {
    const loaded = loadProtection(context, state, some);
    const ranges = some.map(({ edit }) => {
      const range = rangeOf(loaded.get(edit.sheet)!, cellOf(edit));
      range.load("values,formulas,numberFormat");
      return range;
    });
    await context.sync();
    return { there: some, sheets: loaded, cells: ranges };
  });
  const done = new Set(
    there.filter((target, order) => {
      const value = cellValue(rowsOf(cells[order]!.values)[0]?.[0]);
      const formula = isFormula(rowsOf(cells[order]!.formulas)[0]?.[0], value);
      return isLeftover({ value, formula, format: target.format }, target.edit);
    }),
  );
  const again: WriteTarget[] = [];
  const back: CellPut[] = [];
  for (const target of there) {
    if (sheets.get(target.edit.sheet)!.protection.protected) {
      outcomes[target.index] = done.has(target) ? { type: "written" } : { type: "refused", reason: "protected" };
      continue;
    }
    again.push(target);
    if (done.has(target)) back.push(putOf(state, target, target.edit.expected));
  }
  await putExactly(context, back);
  for (const { edit } of again) state.unsettled.delete(idOf(state, edit));
  // Edits of other sheets were only in bad company.
  const excused = again.length < targets.length && (error.code === "protected" || error.code === "missingSheet");
  if (!excused) {
    settle(state, targets, outcomes);
    throw error;
  }
  if (again.length > 0) await writePieces(context, state, cutPieces(again), outcomes);
}

/**
 * Events must come back whatever happens; a run of its own, tried again while a cell is being edited. A failure is no
 * reason to call the edits undone: the next call tries again, and a look finds what was not heard.
 */
async function switchEventsOn(state: Writing): Promise<void> {
  try {
    await runExcel(
      async (context) => {
        context.runtime.enableEvents = true;
        await context.sync();
      },
      { waitForCellEdit: true },
    );
    state.eventsOff = false;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
  }
}

const idOf = ({ memory }: Writing, { sheet, row, col }: Edit): string => keyOf(memory.keyOf(sheet), row, col);
