/** Totals rows of a workbook's tables (表格), as Excel defines them: whatever is written there is no item. */
import { HostError, PASSING_CODES } from "../port";
import { hostErrorOf } from "./run";

/**
 * Asks for a sheet's tables; what they are is known after the next sync.
 * @example const tables = askTables(sheet); await context.sync(); tables.items[0]?.showTotals
 */
export function askTables(sheet: Excel.Worksheet): Excel.TableCollection {
  const { tables } = sheet;
  tables.load("items/id,items/showTotals");
  return tables;
}

/** Ids of those that show a totals row. */
export function tablesWithTotals(tables: Excel.TableCollection): readonly string[] {
  return tables.items.filter(({ showTotals }) => showTotals).map(({ id }) => id);
}

/**
 * Zero-based rows; without a request where no table shows totals. A table that went meanwhile has none.
 * @throws HostError a failure that passes
 */
export async function readTotalsRows(
  context: Excel.RequestContext,
  sheet: string,
  ids: readonly string[],
): Promise<ReadonlySet<number>> {
  const rows = new Set<number>();
  if (ids.length === 0) return rows;
  try {
    const { tables } = context.workbook.worksheets.getItem(sheet);
    const ranges = ids.map((id) => {
      const range = tables.getItem(id).getTotalRowRange();
      range.load("rowIndex,rowCount");
      return range;
    });
    await context.sync();
    for (const { rowIndex, rowCount } of ranges) for (let n = 0; n < rowCount; n++) rows.add(rowIndex + n);
  } catch (error) {
    const known = hostErrorOf(error);
    if (!(known instanceof HostError) || PASSING_CODES.has(known.code)) throw known;
  }
  return rows;
}
