/** Shows and selects cells. */
import type { Area } from "../../ledger/grid";
import type { SelectFacet } from "../port";
import { runExcel } from "./run";

export function createSelectFacet(): SelectFacet {
  return {
    async select(sheet, areas) {
      const area = firstBlock(areas);
      if (!area) return;
      await runExcel(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        rangeOf(worksheet, area).select();
        await context.sync();
      });
    },
  };
}

/**
 * The first area, with those that continue it downwards: selecting several areas at once needs ExcelApi 1.18, which no
 * LTSC has.
 */
export function firstBlock(areas: readonly Area[]): Area | null {
  const first = areas[0];
  if (!first) return null;
  let block = first;
  for (const area of areas.slice(1)) {
    if (area.left !== block.left || area.right !== block.right || area.top !== block.bottom + 1) break;
    block = { ...block, bottom: area.bottom };
  }
  return block;
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}
