/** Current values of some rows: after an edit, or before one is put back. */
import { type CellValue } from "../../grid";
import { HostError } from "../port";
import { markPictures } from "./read-pictures";
import { rowRuns } from "./addresses";
import { gridRow } from "./cell-values";
import { readExcel } from "./run";
import { worksheetOf } from "./sheet-memory";
import type { ReadState } from "./read-sizes";
import { syncWithin } from "./read-blocks";
import { isTable, MAX_COLUMNS } from "./read-sizes";

/** Separate pieces of rows that `rows` reads in one sync. */
const RUNS_PER_SYNC = 200;

/** Current values of some rows: after an edit, or before one is put back. */
export async function readRows(
  state: ReadState,
  sheet: string,
  rows: readonly number[],
): Promise<ReadonlyMap<number, readonly CellValue[]>> {
  const values = new Map<number, readonly CellValue[]>();
  if (rows.length === 0) return values;
  await readExcel(async (context) => {
    const worksheet = worksheetOf(context, state.memory, sheet);
    const width = state.memory.width(sheet) ?? (await readWidth(context, worksheet));
    const runs = rowRuns(rows, 3);
    for (let at = 0; at < runs.length; at += RUNS_PER_SYNC) {
      await readRuns(worksheet, Math.max(1, width), runs.slice(at, at + RUNS_PER_SYNC), values);
    }
    const sparse: (readonly CellValue[])[] = [];
    for (const [row, cells] of values) sparse[row] = cells;
    await markPictures(context, state.memory.keyOf(sheet), sparse);
    sparse.forEach((cells, row) => values.set(row, cells));
  });
  const wanted = new Set(rows);
  return new Map([...values].filter(([row]) => wanted.has(row)));
}

interface Run {
  readonly top: number;
  readonly bottom: number;
}

/** Reads runs of rows in one sync; when that is too much for Excel, in two halves. */
async function readRuns(
  sheet: Excel.Worksheet,
  width: number,
  runs: readonly Run[],
  values: Map<number, readonly CellValue[]>,
): Promise<void> {
  const asked = runs.map((run) => {
    const range = sheet.getRangeByIndexes(run.top, 0, run.bottom - run.top + 1, width);
    range.load("values");
    return { run, range };
  });
  if (await syncWithin(sheet.context, () => asked.every(({ range }) => isTable(range.values)))) {
    for (const { run, range } of asked) {
      const lines = range.values as readonly (readonly unknown[])[];
      lines.forEach((line, offset) => values.set(run.top + offset, gridRow(line)));
    }
    return;
  }
  const only = runs.length === 1 ? runs[0] : undefined;
  if (only && only.top === only.bottom) throw new HostError("payloadLimit", "one row");
  const middle = only ? Math.floor((only.top + only.bottom) / 2) : Math.floor(runs.length / 2);
  const halves = only
    ? [[{ top: only.top, bottom: middle }], [{ top: middle + 1, bottom: only.bottom }]]
    : [runs.slice(0, middle), runs.slice(middle)];
  for (const half of halves) await readRuns(sheet, width, half, values);
}

async function readWidth(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<number> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("columnIndex,columnCount");
  await context.sync();
  return used.isNullObject ? 1 : Math.min(MAX_COLUMNS, used.columnIndex + used.columnCount);
}
