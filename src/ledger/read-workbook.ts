/** A workbook read at once, by those who have all of the reading at hand; a pane reads in steps. */
import type { Area, Grid } from "../grid";
import { mapColumns } from "./columns/columns";
import { kindOfTable } from "./kind";
import { readForm } from "./layout/forms/read-form";
import { findTables } from "./layout/layout";
import { readInSteps } from "./read-in-steps";
import type { ColumnKey, Kind, Reading, ReadOptions } from "./types";

/**
 * Reads the grids of a workbook.
 * @returns never fails: what cannot be read as a ledger stands in `passedOver`.
 * @example readWorkbook([grid], { today }).ledgers[0]?.items.length // 23
 */
export function readWorkbook(grids: readonly Grid[], options: ReadOptions): Reading {
  const steps = readInSteps(grids, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next(readForm);
  return step.value;
}

/** The head of a blank form: where its heading stands and what its columns mean, without a row to tell by. */
export interface FormHead {
  readonly kind: Kind;
  readonly titleRow: number | null;
  readonly header: Area;
  /** Left to right: the heading as a person reads it, and the field it stands for. */
  readonly columns: readonly { readonly col: number; readonly header: string; readonly key: ColumnKey | null }[];
}

/**
 * The first table of a sheet whose heading names what items are known by; null where there is none.
 * @example readFormHead(grid)?.columns.map(({ key }) => key) // ["number", "problem", "unit", "status"]
 */
export function readFormHead(grid: Grid): FormHead | null {
  const steps = findTables(grid);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  for (const region of step.value) {
    const { columns } = mapColumns(grid, region);
    if (columns.problem === undefined && columns.task === undefined) continue;
    const keys = new Map(Object.values(columns).map(({ col, key }) => [col, key]));
    return {
      kind: kindOfTable(grid.sheet, region.title, columns),
      titleRow: region.titleRow,
      header: region.header,
      columns: region.columns.map(({ col, text }) => ({ col, header: text, key: keys.get(col) ?? null })),
    };
  }
  return null;
}
