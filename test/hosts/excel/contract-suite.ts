/** The contract suites on the Excel host: the real office.js, one flavour, at every requirement level. */
import type { CellValue } from "../../../src/grid/grid";
import type { Level } from "../../excel-host/start-excel";
import type { SheetModel, SheetSource } from "../../excel-host/sheet-model";
import { eventsContract } from "../contract/events";
import type { ContractSheet, HostUnderContract } from "../contract/contract";
import { lookContract } from "../contract/look";
import { marksContract } from "../contract/marks";
import { readContract } from "../contract/read";
import { selectContract } from "../contract/select";
import { sheetsContract } from "../contract/sheets";
import { stateContract } from "../contract/state";
import { writeContract } from "../contract/write";
import { LEVELS, openExcelHost, type OpenExcelHost } from "./open-excel-host";

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

function sourceOf(sheet: ContractSheet): SheetSource {
  const { visibility, ...rest } = sheet;
  return { ...rest, visibility: VISIBILITY[visibility ?? "visible"] };
}

function* markedCells(sheet: SheetModel): Generator<string> {
  for (const format of sheet.conditionalFormats) {
    for (const area of format.areas) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let col = area.left; col <= area.right; col++) yield `${sheet.name}!${row}:${col}`;
      }
    }
  }
}

function excelUnderContract(flavour: "web" | "win32", level: Level, opened: OpenExcelHost[]): HostUnderContract {
  return {
    name: `excel ${level} ${flavour}`,
    async open(sheets) {
      const one = await openExcelHost({ flavour, level, workbook: { sheets: sheets.map(sourceOf) } });
      opened.push(one);
      const { workbook } = one.excel;
      return {
        host: one.host,
        valueAt: async (sheet, row, col) => workbook.sheet(sheet).valueAt(row, col),
        type: async (sheet, row, col, value: CellValue) => workbook.type(sheet, row, col, [[value]]),
        insertRow: async (sheet, at) => workbook.insertRows(sheet, at, 1),
        protect: async (sheet) => workbook.protect(sheet, true),
        rename: async (sheet, name) => workbook.rename(sheet, name),
        deleteSheet: async (sheet) => workbook.deleteSheet(sheet),
        addSheet: async (sheet) => void workbook.addSheet(sourceOf(sheet)),
        hideRows: async (sheet, rows) => workbook.hideRows(sheet, rows, true),
        removeMarks: async () => {
          for (const sheet of workbook.sheets) sheet.conditionalFormats = [];
        },
        removeReports: async () => {
          for (const sheet of workbook.sheets) if (sheet.names.size > 0) workbook.deleteSheet(sheet.id);
        },
        formatAt: async (sheet, row, col) => workbook.sheet(sheet).styleAt(row, col).format,
        formula: async (sheet, row, col) => workbook.type(sheet, row, col, [["=1+1"]]),
        selection: async () => ({ sheet: workbook.active.name, areas: workbook.selection }),
        marked: async () => workbook.sheets.flatMap((sheet) => [...markedCells(sheet)]),
        sheetNames: async () => workbook.sheets.map((sheet) => sheet.name),
        fingerprint: async () => workbook.snapshot(),
        dispose: async () => one.close(),
      };
    },
  };
}

export function excelContract(flavour: "web" | "win32"): void {
  describe.each(LEVELS)("ExcelApi %s", (level) => {
    const opened: OpenExcelHost[] = [];
    afterEach(() => {
      const unknown = opened.flatMap((one) => one.excel.engine.unknownMembers);
      for (const one of opened.splice(0)) one.close();
      expect(unknown).toEqual([]);
    });
    const under = excelUnderContract(flavour, level, opened);
    readContract(under);
    lookContract(under);
    eventsContract(under);
    writeContract(under);
    marksContract(under);
    selectContract(under);
    sheetsContract(under);
    stateContract(under);
  });
}
