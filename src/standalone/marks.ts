/** Marks of the findings in a sheet, by cell. */
import { MAX_COLS } from "../grid";
import type { Severity } from "../rule";

export type Marks = ReadonlyMap<number, Severity>;

export const markKey = (row: number, col: number): number => row * MAX_COLS + col;
