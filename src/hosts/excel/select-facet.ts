/** Shows and selects cells. */
import type { Area } from "../../ledger/grid";
import type { SelectFacet } from "../port";
import { addressLists } from "./addresses";
import { runExcel } from "./run";

/** @param several whether this Excel selects several areas at once (ExcelApi 1.18) */
export function createSelectFacet(several: boolean): SelectFacet {
  return {
    async select(sheet, areas) {
      const area = firstBlock(areas);
      if (!area) return;
      await runExcel(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        // What doesn't fit into one address text is left out: nobody looks at hundreds of selected pieces.
        const [list = ""] = several ? addressLists(areas) : [];
        if (list.includes(",")) worksheet.getRanges(list).select();
        else rangeOf(worksheet, area).select();
        await context.sync();
      });
    },
  };
}

/**
 * The first area, with those that continue it downwards: all that an Excel before ExcelApi 1.18 can select, and that is
 * every LTSC.
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
