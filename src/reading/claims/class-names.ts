/** Classes that are told by number: 一类企业, 公益二类. */
import type { NumberToken } from "../types";

/** 一类23座, 公益二类16家: a class, and no number of them. */
export function isClassName(plain: string, { text, unit, start, unitEnd }: NumberToken): boolean {
  if (unit !== CLASS || !/^[一二三四五]$/u.test(text)) return false;
  // 一类企业28家，二类企业26家
  const isOne = text === "一" || text === "二" || plain.slice(Math.max(0, start - REACH), start).includes(FIRST);
  if (isOne && CLASS_NAME.test(plain.slice(unitEnd, unitEnd + 6))) return true;
  return /^\d/u.test(plain.slice(unitEnd, unitEnd + 1)) || plain.slice(Math.max(0, start - 2), start) === PUBLIC_GOOD;
}

const CLASS = "类";
const FIRST = "一类";
/** The first class is told so many characters before the third at most. */
const REACH = 120;
const CLASS_NAME = /^[^，。；、：:\d]{1,4}\d/u;
const PUBLIC_GOOD = "公益";
