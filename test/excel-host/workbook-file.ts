/**
 * Opens .xlsx files in the emulated Excel, and saves what became of them: through our own reader and patcher, so that
 * what the pane does in Excel can be compared with what the page does to the file. Environment-neutral.
 */
import type { Area, CellValue, Grid } from "../../src/grid/grid";
import { createFflateInflater, patchXlsx, readXlsx, type CellPatch, type Workbook } from "../../src/hosts/file/xlsx";
import type { Mark, ReportCell, ReportSheet } from "../../src/hosts/port";
import { parseArea } from "./addresses";
import type { SheetModel, SheetSource } from "./sheet-model";
import { WorkbookModel } from "./workbook-model";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Name by which a report sheet of ours is known, in files and in Excel. */
const REPORT = "_taizhang_report";

export interface OpenedFile {
  readonly workbook: WorkbookModel;
  /** The file with the workbook's values, marks, reports and state as they are now. */
  save(): Uint8Array;
}

/** @throws HostError as `readXlsx` */
export async function openWorkbookFile(bytes: Uint8Array, name = "台账.xlsx"): Promise<OpenedFile> {
  const file = await readXlsx(bytes, { inflater: createFflateInflater() });
  const locked = new Map(file.sheetInfos.map((info) => [info.name, info.protected]));
  const workbook = new WorkbookModel({
    name,
    date1904: file.grids[0]?.date1904 ?? false,
    sheets: file.grids.map((grid) => sourceOf(grid, locked.get(grid.sheet) ?? false)),
  });
  return { workbook, save: () => saveWorkbook(file, workbook) };
}

function sourceOf(grid: Grid, isProtected: boolean): SheetSource {
  const { sheet: name, values, merges, hiddenRows, hiddenCols, formatAt, struckAt, fillAt } = grid;
  return {
    name,
    values,
    merges,
    hiddenRows,
    hiddenCols,
    visibility: VISIBILITY[grid.visibility],
    protected: isProtected,
    formatAt: (row, col) => {
      const format = formatAt?.(row, col);
      return format === "General" ? undefined : format;
    },
    ...(struckAt ? { struckAt } : {}),
    ...(fillAt ? { fillAt } : {}),
  };
}

function saveWorkbook(file: Workbook, workbook: WorkbookModel): Uint8Array {
  const edits: CellPatch[] = [];
  for (const grid of file.grids) {
    const sheet = workbook.sheetOrNull(grid.sheet);
    if (sheet) edits.push(...changesOf(grid, sheet));
  }
  const reports = workbook.sheets.filter((sheet) => sheet.names.has(REPORT)).map(reportOf);
  const state = new Map(workbook.xmlParts.flatMap(({ xml }) => stateOf(xml)));
  return patchXlsx(file.package, { edits, marks: workbook.sheets.flatMap(marksOf), reports, state }).bytes;
}

function changesOf(grid: Grid, sheet: SheetModel): CellPatch[] {
  const edits: CellPatch[] = [];
  const rows = Math.max(grid.values.length, sheet.rows.length);
  for (let row = 0; row < rows; row++) {
    const columns = Math.max(grid.values[row]?.length ?? 0, sheet.rows[row]?.length ?? 0);
    for (let col = 0; col < columns; col++) {
      const before: CellValue = grid.values[row]?.[col] ?? null;
      const value = sheet.valueAt(row, col);
      if (value !== before) edits.push({ sheet: grid.sheet, row, col, value });
    }
  }
  return edits;
}

/** Marks of ours on a sheet, told by the words in their rule. */
function marksOf(sheet: SheetModel): Mark[] {
  return sheet.conditionalFormats.flatMap((format) => {
    const severity = /"taizhang:(error|warning|info):/.exec(format.formula)?.[1] as Mark["severity"] | undefined;
    return severity
      ? format.areas.flatMap((area) => cellsOf(area).map((cell) => ({ sheet: sheet.name, ...cell, severity })))
      : [];
  });
}

function cellsOf(area: Area): { row: number; col: number }[] {
  const cells: { row: number; col: number }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) cells.push({ row, col });
  }
  return cells;
}

function reportOf(sheet: SheetModel): ReportSheet {
  const rows = Array.from({ length: sheet.rows.length }, (_, row) =>
    Array.from({ length: sheet.rows[row]?.length ?? 0 }, (_unused, col): ReportCell => {
      const { bold, wrapText, hyperlink } = sheet.styleAt(row, col);
      const target = hyperlink?.documentReference ?? "";
      const area = parseArea(target);
      const name = target.slice(0, target.lastIndexOf("!")).replace(/^'|'$/g, "").replaceAll("''", "'");
      return {
        value: sheet.valueAt(row, col),
        ...(bold ? { bold } : {}),
        ...(wrapText ? { wrap: wrapText } : {}),
        ...(area ? { link: { sheet: name, row: area.top, col: area.left } } : {}),
      };
    }),
  );
  const columns = [...sheet.columnWidths]
    .sort(([a], [b]) => a - b)
    .map(([, points]) => ({ width: Math.round((points - 4) / 6) }));
  return { name: sheet.name, columns, rows };
}

/** Concern and JSON of a part of ours; parts of others stay in the file as they are. */
function stateOf(xml: string): [string, string][] {
  const root =
    /^(?:<\?xml[^>]*\?>)?\s*<state xmlns="urn:taizhang:state:1" concern="([^"]*)">([\s\S]*)<\/state>\s*$/.exec(xml);
  if (!root) return [];
  const text = (root[2] ?? "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#13;", "\r")
    .replaceAll("&amp;", "&");
  return [[root[1] ?? "", text]];
}
