/**
 * Which rows got new results when Excel recalculated. The event names no cells that can be relied on, so the formula
 * cells are read, positions and values in one sync, and compared with the last time.
 */
import type { CellValue } from "../../grid";
import { cellValue } from "./cell-values";
import { hostErrorOf, isUnsupported, runExcel } from "./run";
import { worksheetOf, type SheetMemory } from "./sheet-memory";

interface FormulaResults {
  /** Rows whose formulas changed their results; null when that cannot be told. The first time, all formula rows. */
  changedRows(sheet: string): Promise<readonly number[] | null>;
  forget(sheet: string | null): void;
}

export function createFormulaResults(memory: SheetMemory): FormulaResults {
  const known = new Map<string, ReadonlyMap<string, CellValue>>();
  return {
    async changedRows(sheet) {
      const results = await readResults(memory, sheet);
      if (results === null) return null;
      const before = known.get(sheet);
      known.set(sheet, results);
      const rows = new Set<number>();
      for (const [cell, value] of results)
        if (!before || before.get(cell) !== value) rows.add(Number.parseInt(cell, 10));
      for (const cell of before?.keys() ?? []) if (!results.has(cell)) rows.add(Number.parseInt(cell, 10));
      return [...rows];
    },
    forget(sheet) {
      if (sheet === null) known.clear();
      else known.delete(sheet);
    },
  };
}

/** Results by "row:col"; null when this Excel can't say where its formulas are. */
async function readResults(memory: SheetMemory, sheet: string): Promise<ReadonlyMap<string, CellValue> | null> {
  try {
    return await runExcel(
      async (context) => {
        const found = worksheetOf(context, memory, sheet)
          .getRange()
          .getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
        found.areas.load("items/rowIndex,items/columnIndex,items/values");
        await context.sync();
        const results = new Map<string, CellValue>();
        if (found.isNullObject) return results;
        for (const area of found.areas.items) {
          const lines = area.values as readonly (readonly unknown[])[] | null;
          if (!lines) return null;
          lines.forEach((line, row) =>
            line.forEach((value, col) => {
              results.set(`${area.rowIndex + row}:${area.columnIndex + col}`, cellValue(value));
            }),
          );
        }
        return results;
      },
      { waitForCellEdit: true },
    );
  } catch (error) {
    if (isUnsupported(hostErrorOf(error))) return null;
    throw error;
  }
}
