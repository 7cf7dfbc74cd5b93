/**
 * Writing cells. Every edit is looked at first (one sync), and written together with the others (one more). The second
 * request reads each cell again just before it writes it and just after: Excel runs a request in order and without
 * interruption, so that a colleague's edit between the two is seen, put back, and reported instead of lost.
 */
import type { Area, CellValue } from "../../ledger/grid";
import { HostError, type Edit, type EditOutcome, type WriteFacet } from "../port";
import { rowRuns } from "./addresses";
import { cellValue, inputOf, otherInput } from "./cell-values";
import type { OwnWrites } from "./own-writes";
import { hostErrorOf, runExcel } from "./run";
import { rangeOf } from "./select-facet";
import type { SheetMemory } from "./sheet-memory";

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

export function createWriteFacet(state: WriteState): WriteFacet {
  return {
    async apply(edits) {
      if (edits.length === 0) return [];
      if (!state.mergesUndo) return applyOnce(state, edits, false);
      try {
        return await applyOnce(state, edits, true);
      } catch (error) {
        // A request that Excel cannot undo is refused inside a merged group; outside of one it is only not undoable.
        if (!(error instanceof HostError) || !error.detail.startsWith("UndoNotSupported")) throw error;
      }
      const outcomes = await applyOnce(state, edits, false);
      return outcomes.map((outcome, index) =>
        outcome.type === "changed" && outcome.found === edits[index]!.value ? { type: "written" } : outcome,
      );
    },
  };
}

/** A cell to write, while it is being written. */
interface Target {
  readonly index: number;
  readonly edit: Edit;
}

async function applyOnce(state: WriteState, edits: readonly Edit[], mergeUndoGroup: boolean): Promise<EditOutcome[]> {
  const outcomes: (EditOutcome | undefined)[] = edits.map((edit) =>
    state.memory.lastMerges(edit.sheet).some((area) => covers(area, edit))
      ? { type: "refused", reason: "merged" }
      : undefined,
  );
  const work = async (context: Excel.RequestContext): Promise<void> => {
    const open = edits.flatMap((edit, index) => (outcomes[index] ? [] : [{ index, edit }]));
    for (let at = 0; at < open.length; at += PIECES_PER_SYNC) {
      await writeBatch(context, state, open.slice(at, at + PIECES_PER_SYNC), outcomes);
    }
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

async function writeBatch(
  context: Excel.RequestContext,
  state: WriteState,
  batch: readonly Target[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const targets = await lookAt(context, batch, outcomes);
  if (targets.length === 0) return;
  const sheets = [...new Set(targets.map(({ edit }) => edit.sheet))];
  const pieces = cutPieces(targets);
  const many = pieces.length > MANY_PIECES;
  for (const piece of pieces) state.ownWrites.writing(piece.sheet, piece.area);
  try {
    if (many) {
      context.runtime.enableEvents = false;
      context.application.suspendScreenUpdatingUntilNextSync();
      context.application.suspendApiCalculationUntilNextSync();
    }
    await writePieces(context, pieces, outcomes);
  } catch (error) {
    await afterFailure(context, targets, outcomes, hostErrorOf(error));
  } finally {
    if (many) {
      await switchEventsOn();
      // A colleague's edits of that moment were not heard.
      state.ownWrites.missed(sheets);
    }
  }
}

/** Reads the cells and settles what must not be written. Returns the edits that may be. */
async function lookAt(
  context: Excel.RequestContext,
  batch: readonly Target[],
  outcomes: (EditOutcome | undefined)[],
): Promise<readonly Target[]> {
  const there = await withoutMissing(context, batch, outcomes, async (targets) => {
    const sheets = loadProtection(context, targets);
    const asked = columnsOf(targets).flatMap(({ sheet: name, col, rows }) =>
      rowRuns(rows, GAP).map((run) => {
        const range = rangeOf(sheets.get(name)!, { ...run, left: col, right: col });
        range.load("values,formulas");
        return { name, col, run, range };
      }),
    );
    await context.sync();
    return { targets, sheets, asked };
  });
  const found = new Map<string, { readonly value: CellValue; readonly formula: boolean }>();
  for (const { name, col, run, range } of there.asked) {
    const values = rowsOf(range.values);
    const formulas = rowsOf(range.formulas);
    for (let row = run.top; row <= run.bottom; row++) {
      const value = cellValue(values[row - run.top]?.[0]);
      found.set(keyOf(name, row, col), { value, formula: isFormula(formulas[row - run.top]?.[0], value) });
    }
  }
  return there.targets.filter(({ index, edit }) => {
    const outcome = judge(edit, there.sheets.get(edit.sheet)!, found.get(keyOf(edit.sheet, edit.row, edit.col))!);
    if (outcome) outcomes[index] = outcome;
    return outcome === null;
  });
}

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
  targets: readonly Target[],
): ReadonlyMap<string, Excel.Worksheet> {
  const names = [...new Set(targets.map(({ edit }) => edit.sheet))];
  return new Map(
    names.map((name) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.protection.load("protected");
      return [name, sheet];
    }),
  );
}

/** Does something with the edits; when a sheet is gone, refuses its edits and does it with the others. */
async function withoutMissing<T>(
  context: Excel.RequestContext,
  targets: readonly Target[],
  outcomes: (EditOutcome | undefined)[],
  work: (targets: readonly Target[]) => Promise<T>,
): Promise<T> {
  try {
    return await work(targets);
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || known.code !== "missingSheet") throw known;
  }
  context.workbook.worksheets.load("items/name");
  await context.sync();
  const names = new Set(context.workbook.worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const there = targets.filter(({ edit }) => names.has(edit.sheet.toLowerCase()));
  for (const { edit, index } of targets) {
    if (!names.has(edit.sheet.toLowerCase())) outcomes[index] = { type: "refused", reason: "missingSheet" };
  }
  return work(there);
}

function judge(
  edit: Edit,
  sheet: Excel.Worksheet,
  cell: { readonly value: CellValue; readonly formula: boolean },
): EditOutcome | null {
  if (sheet.protection.protected) return { type: "refused", reason: "protected" };
  if (cell.formula) return { type: "refused", reason: "formula" };
  return same(cell.value, edit.expected) ? null : { type: "changed", found: cell.value };
}

/** A stretch of one column whose cells are all written. */
interface Piece {
  readonly sheet: string;
  readonly area: Area;
  readonly targets: readonly Target[];
}

function cutPieces(targets: readonly Target[]): readonly Piece[] {
  const byKey = new Map(targets.map((target) => [keyOf(target.edit.sheet, target.edit.row, target.edit.col), target]));
  return columnsOf(targets).flatMap(({ sheet, col, rows }) =>
    rowRuns(rows).map((run) => ({
      sheet,
      area: { ...run, left: col, right: col },
      targets: Array.from({ length: run.bottom - run.top + 1 }, (_, offset) =>
        byKey.get(keyOf(sheet, run.top + offset, col))!,
      ),
    })),
  );
}

interface Written {
  readonly piece: Piece;
  readonly before: Excel.Range;
  readonly after: Excel.Range;
}

async function writePieces(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const written = pieces.map((piece): Written => {
    const sheet = context.workbook.worksheets.getItem(piece.sheet);
    const before = rangeOf(sheet, piece.area);
    before.load("values,formulas,numberFormat");
    rangeOf(sheet, piece.area).values = piece.targets.map(({ edit }) => [inputOf(edit.value)]);
    const after = rangeOf(sheet, piece.area);
    after.load("values");
    return { piece, before, after };
  });
  await context.sync();
  await mend(context, written, outcomes);
}

/** What a cell held just before and just after our write, and what is to be done about it. */
async function mend(
  context: Excel.RequestContext,
  written: readonly Written[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  const parsed: { readonly target: Target; readonly range: Excel.Range }[] = [];
  let mending = false;
  for (const { piece, before, after } of written) {
    piece.targets.forEach((target, offset) => {
      const { edit, index } = target;
      const found = cellValue(rowsOf(before.values)[offset]?.[0]);
      const formula = rowsOf(before.formulas)[offset]?.[0];
      const rangeOfEdit = (): Excel.Range => rangeOf(context.workbook.worksheets.getItem(edit.sheet), cellOf(edit));
      if (!same(found, edit.expected) || isFormula(formula, found)) {
        // Somebody was faster: theirs goes back.
        rangeOfEdit().values = [[isFormula(formula, found) ? formula : inputOf(found)]];
        outcomes[index] = { type: "changed", found };
        mending = true;
        return;
      }
      const now = cellValue(rowsOf(after.values)[offset]?.[0]);
      if (now === edit.value || (now === null && edit.value === "")) {
        outcomes[index] = { type: "written" };
        return;
      }
      // Excel took the text for something else, and maybe changed the cell's format over it: once more, the other way.
      const range = rangeOfEdit();
      range.numberFormat = [[rowsOf(before.numberFormat)[offset]?.[0]]];
      range.values = [[otherInput(edit.value)]];
      range.load("values");
      parsed.push({ target, range });
      mending = true;
    });
  }
  if (!mending) return;
  await context.sync();
  await settleParsed(context, parsed, outcomes);
}

async function settleParsed(
  context: Excel.RequestContext,
  parsed: readonly { readonly target: Target; readonly range: Excel.Range }[],
  outcomes: (EditOutcome | undefined)[],
): Promise<void> {
  let undone = false;
  for (const { target, range } of parsed) {
    const { edit, index } = target;
    const now = cellValue(rowsOf(range.values)[0]?.[0]);
    if (same(now, edit.value)) {
      outcomes[index] = { type: "written" };
      continue;
    }
    // A cell that doesn't take its value is covered by a merged area that we don't know of.
    rangeOf(context.workbook.worksheets.getItem(edit.sheet), cellOf(edit)).values = [[inputOf(edit.expected)]];
    outcomes[index] = { type: "refused", reason: "merged" };
    undone = true;
  }
  if (undone) await context.sync();
}

/**
 * A write failed: Excel may have done a part of it. What stands is looked up; a protected or missing sheet refuses its
 * edits, and after anything else the part that was written is taken back, so that a batch is written or not.
 * @throws HostError
 */
async function afterFailure(
  context: Excel.RequestContext,
  targets: readonly Target[],
  outcomes: (EditOutcome | undefined)[],
  error: unknown,
): Promise<void> {
  if (!(error instanceof HostError)) throw error;
  const { there, sheets, cells } = await withoutMissing(context, targets, outcomes, async (some) => {
    const loaded = loadProtection(context, some);
    const ranges = some.map(({ edit }) => {
      const range = rangeOf(loaded.get(edit.sheet)!, cellOf(edit));
      range.load("values");
      return range;
    });
    await context.sync();
    return { there: some, sheets: loaded, cells: ranges };
  });
  const locked = ({ edit }: Target): boolean => sheets.get(edit.sheet)!.protection.protected;
  const done = new Set(
    there.filter(({ edit }, order) => {
      const now = cellValue(rowsOf(cells[order]!.values)[0]?.[0]);
      return same(now, edit.value) && !same(edit.value, edit.expected);
    }),
  );
  const again: Target[] = [];
  let back = false;
  for (const target of there) {
    if (locked(target))
      outcomes[target.index] = done.has(target) ? { type: "written" } : { type: "refused", reason: "protected" };
    else {
      again.push(target);
      if (!done.has(target)) continue;
      rangeOf(sheets.get(target.edit.sheet)!, cellOf(target.edit)).values = [[inputOf(target.edit.expected)]];
      back = true;
    }
  }
  if (back) await context.sync();
  // Edits of other sheets were only in bad company.
  const excused = again.length < targets.length && (error.code === "protected" || error.code === "missingSheet");
  if (!excused) throw error;
  if (again.length > 0) await writePieces(context, cutPieces(again), outcomes);
}

/** Events must come back whatever happens; a run of its own, tried again while a cell is being edited. */
async function switchEventsOn(): Promise<void> {
  await runExcel(
    async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    },
    { waitForCellEdit: true },
  );
}

const keyOf = (sheet: string, row: number, col: number): string => `${row}:${col}:${sheet}`;

const cellOf = ({ row, col }: Edit): Area => ({ top: row, bottom: row, left: col, right: col });

/**
 * Whether a cell holds a value. Excel takes the apostrophe of a text off; a program that doesn't, and was interrupted
 * before we saw it, has left it there.
 */
function same(found: CellValue, wanted: CellValue): boolean {
  if ((found === "" ? null : found) === (wanted === "" ? null : wanted)) return true;
  return typeof wanted === "string" && found === `'${wanted}`;
}

const isFormula = (formula: unknown, value: CellValue): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

const covers = (area: Area, { row, col }: Edit): boolean =>
  row >= area.top &&
  row <= area.bottom &&
  col >= area.left &&
  col <= area.right &&
  (row !== area.top || col !== area.left);

interface Column {
  readonly sheet: string;
  readonly col: number;
  readonly rows: readonly number[];
}

function columnsOf(targets: readonly Target[]): readonly Column[] {
  const columns = new Map<string, { sheet: string; col: number; rows: number[] }>();
  for (const { edit } of targets) {
    const key = `${edit.col}:${edit.sheet}`;
    const column = columns.get(key) ?? { sheet: edit.sheet, col: edit.col, rows: [] };
    column.rows.push(edit.row);
    columns.set(key, column);
  }
  return [...columns.values()];
}
