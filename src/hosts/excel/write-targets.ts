/** Cells to be written: how they are named, compared, and gathered into pieces of columns. */
import type { Area, CellValue } from "../../grid";
import { type Edit } from "../port";
import { rowRuns } from "./addresses";

/** A cell to write, while it is being written. */
export interface WriteTarget {
  readonly index: number;
  readonly edit: Edit;
  /** Number format before; "General" until it is known. */
  readonly format: string;
}

/** A stretch of one column whose cells are all written. */
export interface WritePiece {
  readonly sheet: string;
  readonly area: Area;
  readonly targets: readonly WriteTarget[];
}

export function cutPieces(targets: readonly WriteTarget[]): readonly WritePiece[] {
  const byKey = new Map(targets.map((target) => [keyOf(target.edit.sheet, target.edit.row, target.edit.col), target]));
  return columnsOf(targets).flatMap(({ sheet, col, rows }) =>
    rowRuns(rows).map((run) => ({
      sheet,
      area: { ...run, left: col, right: col },
      targets: Array.from({ length: run.bottom - run.top + 1 }, (_, offset) =>
        byKey.get(keyOf(sheet, run.top + offset, col))!,
      ),
    })),
  );
}

export const GENERAL = "General";

export const formatOf = (format: unknown): string => (typeof format === "string" && format !== "" ? format : GENERAL);

export const keyOf = (sheet: string, row: number, col: number): string => `${row}:${col}:${sheet}`;

export const cellOf = ({ row, col }: Edit): Area => ({ top: row, bottom: row, left: col, right: col });

/** Whether a cell holds a value; an empty text is an empty cell. */
export const same = (found: CellValue, wanted: CellValue): boolean =>
  (found === "" ? null : found) === (wanted === "" ? null : wanted);

export const isFormula = (formula: unknown, value: CellValue): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

export const covers = (area: Area, { row, col }: Edit): boolean =>
  row >= area.top &&
  row <= area.bottom &&
  col >= area.left &&
  col <= area.right &&
  (row !== area.top || col !== area.left);

interface Column {
  readonly sheet: string;
  readonly col: number;
  readonly rows: readonly number[];
}

export function columnsOf(targets: readonly WriteTarget[]): readonly Column[] {
  const columns = new Map<string, { sheet: string; col: number; rows: number[] }>();
  for (const { edit } of targets) {
    const key = `${edit.col}:${edit.sheet}`;
    const column = columns.get(key) ?? { sheet: edit.sheet, col: edit.col, rows: [] };
    column.rows.push(edit.row);
    columns.set(key, column);
  }
  return [...columns.values()];
}
