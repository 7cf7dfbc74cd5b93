/**
 * Merged areas of a sheet whose values are known. Excel fails above 512 areas in one range; the ranges here are cut so
 * that they cannot hold more: every merged area but those on its last row has an empty cell below or beside its
 * top-left one, and a stretch is closed before its empty cells reach the limit. Rows without any empty cell, and with
 * none below them, can hold no merged area and are not asked about.
 */
import type { Area, CellValue } from "../../ledger/grid";
import { HostError } from "../port";
import { hostErrorOf, isUnsupported } from "./run";

/** Documented limit of `getMergedAreasOrNullObject`. */
const MAX_AREAS = 512;
const MAX_STRETCH = 512;
const STRETCHES_PER_SYNC = 400;

export interface Stretch {
  readonly top: number;
  /** Inclusive. */
  readonly bottom: number;
}

/** Rows to ask about, cut by their empty cells. */
export function cutStretches(rows: readonly (readonly CellValue[])[], columns: number): readonly Stretch[] {
  const emptyIn = (row: number): number => {
    const cells = rows[row];
    if (!cells) return 0;
    let empty = columns - Math.min(cells.length, columns);
    for (let col = 0; col < cells.length && col < columns; col++) if (cells[col] === null) empty += 1;
    return empty;
  };
  const most = Math.max(1, MAX_AREAS - columns);
  const stretches: Stretch[] = [];
  let top = -1;
  let empties = 0;
  const close = (bottom: number): void => {
    if (top >= 0) stretches.push({ top, bottom });
    top = -1;
    empties = 0;
  };
  for (let row = 0; row < rows.length; row++) {
    const empty = emptyIn(row);
    if (empty === 0 && emptyIn(row + 1) === 0) {
      close(row - 1);
      continue;
    }
    if (top >= 0 && (empties + empty > most || row - top >= MAX_STRETCH)) close(row - 1);
    if (top < 0) top = row;
    empties += empty;
  }
  close(rows.length - 1);
  return stretches;
}

/**
 * Reads the merged areas of a sheet, in one sync for up to 400 stretches; a stretch that fails is halved.
 * @throws HostError
 */
export async function readMerges(
  context: Excel.RequestContext,
  sheet: string,
  rows: readonly (readonly CellValue[])[],
  columns: number,
): Promise<readonly Area[]> {
  const found = new Map<string, Area>();
  const stretches = cutStretches(rows, columns);
  for (let at = 0; at < stretches.length; at += STRETCHES_PER_SYNC) {
    const batch = stretches.slice(at, at + STRETCHES_PER_SYNC);
    for (const area of await readStretches(context, sheet, batch, columns)) keepLarger(found, area);
  }
  return [...found.values()];
}

/** One sync when all goes well; on failure half of it, and half of that. */
async function readStretches(
  context: Excel.RequestContext,
  sheet: string,
  stretches: readonly Stretch[],
  columns: number,
): Promise<readonly Area[]> {
  try {
    return await askFor(context, sheet, stretches, columns);
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || (known.code !== "payloadLimit" && !isUnsupported(known))) throw known;
    const smaller = stretches.length > 1 ? splitBatch(stretches) : splitRows(stretches);
    if (!smaller) throw known;
    const areas: Area[] = [];
    for (const part of smaller) areas.push(...(await readStretches(context, sheet, part, columns)));
    return areas;
  }
}

async function askFor(
  context: Excel.RequestContext,
  sheet: string,
  stretches: readonly Stretch[],
  columns: number,
): Promise<readonly Area[]> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const answers = stretches.map(({ top, bottom }) => {
    const merged = worksheet.getRangeByIndexes(top, 0, bottom - top + 1, columns).getMergedAreasOrNullObject();
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return merged;
  });
  await context.sync();
  return answers.flatMap((merged) =>
    merged.isNullObject
      ? []
      : merged.areas.items.map((range) => ({
          top: range.rowIndex,
          left: range.columnIndex,
          bottom: range.rowIndex + range.rowCount - 1,
          right: range.columnIndex + range.columnCount - 1,
        })),
  );
}

function splitBatch(batch: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const middle = Math.floor(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

function splitRows(batch: readonly Stretch[]): readonly (readonly Stretch[])[] | null {
  const only = batch[0];
  if (!only || only.top === only.bottom) return null;
  const middle = Math.floor((only.top + only.bottom) / 2);
  return [[{ top: only.top, bottom: middle }], [{ top: middle + 1, bottom: only.bottom }]];
}

/** An area cut by a stretch's border may be told twice: from its top-left cell on, the larger one is whole. */
function keepLarger(found: Map<string, Area>, area: Area): void {
  if (area.top === area.bottom && area.left === area.right) return;
  const key = `${area.top}:${area.left}`;
  const known = found.get(key);
  if (!known || area.bottom > known.bottom || area.right > known.right) found.set(key, area);
}
