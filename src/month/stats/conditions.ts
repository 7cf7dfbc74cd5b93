/** Formulas of the statistics sheet: counts over the data sheet, and what is divided of them. */
import { areaName } from "../../grid";

/** A condition on a column of the data sheet, as it stands in a formula: `$A5`, `"<>不计入"`. */
export type Condition = readonly [col: number, test: string];

export interface DataRange {
  /** What the data sheet is called. */
  readonly sheet: string;
  /** Items of the data sheet, which begin in its second row. */
  readonly items: number;
  readonly unitCols: readonly number[];
}

/**
 * COUNTIFS over the rows that meet all conditions, of one unit where one is given: once for each column that may name it.
 * @example countIfs({ sheet: "数据", items: 9, unitCols: [4] }, [[1, "$A5"]], "$B5") // COUNTIFS('数据'!$B$2:$B$10,$A5,'数据'!$E$2:$E$10,$B5)
 */
export function countIfs(data: DataRange, conditions: readonly Condition[], unit: string | null): string {
  const one = (all: readonly Condition[]): string =>
    `COUNTIFS(${all.map(([col, test]) => `${columnRange(data, col)},${test}`).join(",")})`;
  if (unit === null) return one(conditions);
  return data.unitCols.map((col) => one([...conditions, [col, unit]])).join("+");
}

function columnRange({ sheet, items }: DataRange, col: number): string {
  const name = areaName({ top: 1, left: col, bottom: Math.max(1, items), right: col });
  const absolute = name.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  // The name of an area of one cell is that of the cell.
  return `'${sheet.replaceAll("'", "''")}'!${absolute}`;
}

/** What conditions take for an operator or a wildcard (COUNTIF function, Microsoft support). */
const SPECIAL = /^[<>=]|[*?~]/;

/**
 * The condition that a cell holds just this text: the cell beside the formula, where the text says nothing to COUNTIFS.
 * @example equals("县财政局", "$B5") // "$B5"
 * @example equals("甲*乙", "$B5") // "\"=甲~*乙\""
 */
export function equals(text: string, cell: string): string {
  if (!SPECIAL.test(text)) return cell;
  return quoted(`=${text.replace(/[*?~]/g, "~$&")}`);
}

/** A text in a formula. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
