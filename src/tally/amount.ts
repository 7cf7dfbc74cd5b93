/** Amounts of cells: exact, with the unit the cell or its header tells. */
import type { CellValue } from "../grid";
import { decimalOf, parseDecimal, shifted, type Decimal } from "../zh/decimal";
import { unitAt, unitFamily } from "../zh/measure-words";
import { foldKey } from "../zh/text";
import { MONEY_UNITS, NOTHING_WORDS } from "../zh/words/amounts";

const POWERS: ReadonlyMap<string, number> = new Map(MONEY_UNITS);
const NOTHING: ReadonlySet<string> = new Set(NOTHING_WORDS.map(foldKey));
const AMOUNT = /^(?:[¥￥])?([+-]?[\d,]+(?:\.\d+)?)(.*)$/u;

/** What a cell holds: nothing, a number in the unit asked for, or something that is no plain number. */
type Amount =
  { readonly type: "none" } | { readonly type: "number"; readonly value: Decimal } | { readonly type: "other" };

const NONE: Amount = { type: "none" };
const OTHER: Amount = { type: "other" };

/** Whether both units count the same: 万元 and 元, 项 and 个. */
export function isConvertible(from: string, to: string): boolean {
  if (from === to) return true;
  return POWERS.has(from) ? POWERS.has(to) : !POWERS.has(to) && unitFamily(from) === unitFamily(to);
}

export function isMoney(unit: string): boolean {
  return POWERS.has(unit);
}

/** A number of one unit in another; both money, or alike. */
export function inUnit(value: Decimal, from: string, to: string): Decimal {
  return shifted(value, (POWERS.get(from) ?? 0) - (POWERS.get(to) ?? 0));
}

/** 35.6万元, behind a number: the unit at its beginning, "" where there is none. */
export function unitBehind(text: string): string {
  const folded = foldKey(text.slice(0, 8));
  return MONEY_UNITS.find(([word]) => folded.startsWith(word))?.[0] ?? unitAt(folded, 0);
}

const isUnit = (word: string): boolean => POWERS.has(word) || unitAt(word, 0) === word;

/** The unit that a cell tells behind its number; "" where it tells none. 1.2亿元 → 亿元 */
export function unitOfCell(cell: CellValue): string {
  const own = typeof cell === "string" ? (AMOUNT.exec(foldKey(cell))?.[2] ?? "") : "";
  return own !== "" && isUnit(own) ? own : "";
}

/**
 * The amount of a cell in its column's unit.
 * @param unit the column's, "" where it tells none
 * @example readAmount("35.6万元", "元") // 356000
 */
export function readAmount(cell: CellValue, unit: string): Amount {
  if (cell === null) return NONE;
  if (typeof cell === "number") {
    const value = decimalOf(cell);
    return value === null ? OTHER : { type: "number", value };
  }
  if (typeof cell !== "string") return OTHER;
  const folded = foldKey(cell);
  if (folded === "" || NOTHING.has(folded)) return NONE;
  const match = AMOUNT.exec(folded);
  const value = match === null ? null : parseDecimal(match[1] ?? "");
  if (match === null || value === null) return OTHER;
  const own = match[2] ?? "";
  if (own === "" || own === unit) return { type: "number", value };
  if (!isUnit(own) || unit === "" || !isConvertible(own, unit)) return OTHER;
  return { type: "number", value: inUnit(value, own, unit) };
}
