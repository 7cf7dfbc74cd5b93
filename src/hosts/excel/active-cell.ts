/** The cell the user has chosen, for putting a paragraph into it. Writing goes through the write facet, as everywhere. */
import type { CellValue } from "../../grid";
import { HostError } from "../port";
import { cellValue } from "./cell-values";
import { runExcel } from "./run";

interface ActiveCell {
  readonly sheet: string;
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
}

/** @throws HostError */
export function readActiveCell(): Promise<ActiveCell> {
  return runExcel(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex,columnIndex,values");
    const { worksheet } = cell;
    worksheet.load("name");
    await context.sync();
    const values = cell.values as readonly (readonly unknown[])[] | null;
    if (!values) throw new HostError("payloadLimit", "null values");
    return {
      sheet: worksheet.name,
      row: cell.rowIndex,
      col: cell.columnIndex,
      value: cellValue(values[0]?.[0]),
    };
  });
}
