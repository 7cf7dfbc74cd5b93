/** Shows and selects cells. */
import type { Area } from "../../grid";
import type { SelectFacet, SelectOutcome } from "../port";
import { addressLists } from "./addresses";
import { runExcel } from "./run";
import { worksheetOf, type SheetMemory } from "./sheet-memory";

/** @param several whether this Excel selects several areas at once (ExcelApi 1.18) */
export function createSelectFacet(memory: SheetMemory, several: boolean): SelectFacet {
  return {
    select: (sheet, areas, { reveal = false } = {}) =>
      runExcel((context) => select(worksheetOf(context, memory, sheet), choose(areas, several), areas.length, reveal)),
  };
}

interface Choice {
  /** As they were asked for. */
  readonly areas: readonly Area[];
  /** As Excel selects them: one block, or an address list. */
  readonly block: Area;
  readonly list: string;
}

/** As many areas as this Excel selects at once. What doesn't fit into one address text is left out, too. */
function choose(areas: readonly Area[], several: boolean): Choice | null {
  const block = firstBlock(areas);
  if (!block) return null;
  if (several) {
    const [list = ""] = addressLists(areas);
    const count = list.split(",").length;
    if (count > 1) return { areas: areas.slice(0, count), block, list };
  }
  const end = areas.findIndex((area) => !isInside(area, block));
  return { areas: end < 0 ? areas : areas.slice(0, end), block, list: "" };
}

const isInside = (area: Area, block: Area): boolean =>
  area.left === block.left && area.right === block.right && area.top >= block.top && area.bottom <= block.bottom;

async function select(
  sheet: Excel.Worksheet,
  choice: Choice | null,
  wanted: number,
  reveal: boolean,
): Promise<SelectOutcome> {
  if (!choice) return { selected: 0, hidden: 0, left: 0 };
  const { context } = sheet;
  const left = wanted - choice.areas.length;
  let hidden = await hiddenAreas(sheet, choice.areas);
  if (hidden.areas.length > 0 && reveal) {
    await show(sheet, hidden);
    hidden = await hiddenAreas(sheet, choice.areas);
  }
  // Excel refuses to show a hidden sheet.
  if (hidden.sheet) return { selected: 0, hidden: choice.areas.length, left };
  sheet.activate();
  if (choice.list === "") rangeOf(sheet, choice.block).select();
  else sheet.getRanges(choice.list).select();
  await context.sync();
  return { selected: choice.areas.length, hidden: hidden.areas.length, left };
}

interface Hidden {
  readonly sheet: boolean;
  readonly areas: readonly Area[];
}

/** Areas of which something is not to be seen. */
async function hiddenAreas(sheet: Excel.Worksheet, areas: readonly Area[]): Promise<Hidden> {
  sheet.load("visibility");
  const ranges = areas.map((area) => {
    const range = rangeOf(sheet, area);
    // Null where only a part is hidden.
    range.load("rowHidden,columnHidden");
    return { area, range };
  });
  await sheet.context.sync();
  const isHidden = sheet.visibility !== Excel.SheetVisibility.visible;
  return {
    sheet: isHidden,
    areas: ranges
      .filter(({ range }) => isHidden || range.rowHidden !== false || range.columnHidden !== false)
      .map(({ area }) => area),
  };
}

/** Takes filters off the rows, and shows rows, columns and the sheet. */
async function show(sheet: Excel.Worksheet, { sheet: isHidden, areas }: Hidden): Promise<void> {
  const { autoFilter, tables } = sheet;
  autoFilter.load("isDataFiltered");
  tables.load("items/id,items/autoFilter/isDataFiltered");
  await sheet.context.sync();
  if (isHidden) sheet.visibility = Excel.SheetVisibility.visible;
  const filtered = tables.items.filter((table) => table.autoFilter.isDataFiltered);
  const ranges = filtered.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,rowCount");
    return { table, range };
  });
  const range = autoFilter.isDataFiltered ? autoFilter.getRangeOrNullObject() : null;
  range?.load("rowIndex,rowCount");
  await sheet.context.sync();
  const reaches = (rows: { readonly rowIndex: number; readonly rowCount: number }): boolean =>
    areas.some((area) => area.top < rows.rowIndex + rows.rowCount && area.bottom >= rows.rowIndex);
  if (range && !range.isNullObject && reaches(range)) autoFilter.clearCriteria();
  for (const { table, range: rows } of ranges) if (reaches(rows)) table.clearFilters();
  for (const area of areas) {
    const cells = rangeOf(sheet, area);
    cells.rowHidden = false;
    cells.columnHidden = false;
  }
  await sheet.context.sync();
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
