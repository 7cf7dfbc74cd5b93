/**
 * Merged areas of sheets whose values are known. Excel fails above 512 areas in one range; the ranges here are cut so
 * that they cannot hold more: every merged area but those on its last row has an empty cell below or beside its
 * top-left one, and a stretch is closed before its empty cells reach the limit. Rows without any empty cell, and with
 * none below them, can hold no merged area and are not asked about.
 */
import type { Area, CellValue } from "../../grid";
import { HostError } from "../port";
import { hostErrorOf, isUnsupported } from "./run";

/** Documented limit of `getMergedAreasOrNullObject`. */
const MAX_AREAS = 512;
const MAX_STRETCH = 512;
const STRETCHES_PER_SYNC = 400;

interface Stretch {
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

/** A sheet whose merged areas are wanted. */
interface Unmerged {
  readonly id: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly columns: number;
}

/** A stretch of one sheet. */
interface Question extends Stretch {
  readonly sheet: string;
  readonly columns: number;
}

/**
 * Reads the merged areas of sheets, in one sync for up to 400 stretches of all of them; what fails is asked in halves.
 * @returns areas by sheet id
 * @throws HostError
 */
export async function readMerges(
  context: Excel.RequestContext,
  sheets: readonly Unmerged[],
): Promise<ReadonlyMap<string, readonly Area[]>> {
  const found = new Map(sheets.map(({ id }) => [id, new Map<string, Area>()]));
  const questions = sheets.flatMap(({ id, rows, columns }) =>
    cutStretches(rows, columns).map((stretch): Question => ({ ...stretch, sheet: id, columns })),
  );
  for (let at = 0; at < questions.length; at += STRETCHES_PER_SYNC) {
    for (const { sheet, area } of await ask(context, questions.slice(at, at + STRETCHES_PER_SYNC))) {
      keepLarger(found.get(sheet)!, area);
    }
  }
  return new Map([...found].map(([id, areas]) => [id, [...areas.values()]]));
}

interface Answer {
  readonly sheet: string;
  readonly area: Area;
}

async function ask(context: Excel.RequestContext, questions: readonly Question[]): Promise<readonly Answer[]> {
  try {
    return await askTogether(context, questions);
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || (known.code !== "payloadLimit" && !isUnsupported(known))) throw known;
    const halves = inHalves(questions);
    if (!halves) throw known;
    const answers: Answer[] = [];
    for (const half of halves) answers.push(...(await ask(context, half)));
    return answers;
  }
}

async function askTogether(context: Excel.RequestContext, questions: readonly Question[]): Promise<readonly Answer[]> {
  const asked = questions.map(({ sheet, top, bottom, columns }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, 0, bottom - top + 1, columns);
    const merged = range.getMergedAreasOrNullObject();
    merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { sheet, merged };
  });
  await context.sync();
  return asked.flatMap(({ sheet, merged }) =>
    merged.isNullObject
      ? []
      : merged.areas.items.map((range) => ({
          sheet,
          area: {
            top: range.rowIndex,
            left: range.columnIndex,
            bottom: range.rowIndex + range.rowCount - 1,
            right: range.columnIndex + range.columnCount - 1,
          },
        })),
  );
}

/** Half the questions, or, of one, half its rows; null when nothing is left to halve. */
function inHalves(questions: readonly Question[]): readonly (readonly Question[])[] | null {
  const only = questions[0];
  if (!only) return null;
  if (questions.length > 1) {
    const middle = Math.floor(questions.length / 2);
    return [questions.slice(0, middle), questions.slice(middle)];
  }
  if (only.top === only.bottom) return null;
  const middle = Math.floor((only.top + only.bottom) / 2);
  return [[{ ...only, bottom: middle }], [{ ...only, top: middle + 1 }]];
}

/** An area cut by a stretch's border may be told twice: from its top-left cell on, the larger one is whole. */
function keepLarger(found: Map<string, Area>, area: Area): void {
  if (area.top === area.bottom && area.left === area.right) return;
  const key = `${area.top}:${area.left}`;
  const known = found.get(key);
  if (!known || area.bottom > known.bottom || area.right > known.right) found.set(key, area);
}
