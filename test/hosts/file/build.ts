/** Files for tests, made with libraries that are not ours. */
import ExcelJS from "exceljs";
import * as XLSX from "@e965/xlsx";
import type { ContractSheet } from "../contract/contract";

/** An .xlsx as exceljs writes it. */
export async function buildXlsx(sheets: readonly ContractSheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const target = book.addWorksheet(sheet.name, { state: sheet.visibility ?? "visible" });
    sheet.values.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value === null) return;
        const error = typeof value === "string" && /^#N\/A$/.test(value);
        target.getCell(r + 1, c + 1).value = error ? { error: "#N/A" } : value;
      });
    });
    for (const { top, left, bottom, right } of sheet.merges ?? []) {
      target.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
    }
    for (const row of sheet.hiddenRows ?? []) target.getRow(row + 1).hidden = true;
    for (const col of sheet.hiddenCols ?? []) target.getColumn(col + 1).hidden = true;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook as SheetJS writes it: "biff8" (.xls), "xlsb", "xlsx". */
export function buildWithSheetJs(sheets: readonly ContractSheet[], bookType: "biff8" | "xlsb" | "xlsx"): Uint8Array {
  const book = XLSX.utils.book_new();
  book.Workbook = { Sheets: [] };
  for (const sheet of sheets) {
    const target = XLSX.utils.aoa_to_sheet(sheet.values.map((row) => [...row]));
    sheet.values.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value === "#N/A") target[XLSX.utils.encode_cell({ r, c })] = { t: "e", v: 0x2a };
      });
    });
    target["!merges"] = (sheet.merges ?? []).map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    target["!rows"] = [];
    for (const row of sheet.hiddenRows ?? []) target["!rows"][row] = { hidden: true };
    target["!cols"] = [];
    for (const col of sheet.hiddenCols ?? []) target["!cols"][col] = { hidden: true, wch: 10 };
    XLSX.utils.book_append_sheet(book, target, sheet.name);
    book.Workbook.Sheets!.push({ Hidden: sheet.visibility === "hidden" ? 1 : 0 });
  }
  return new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer);
}
