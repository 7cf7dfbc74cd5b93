/** Measure words behind numbers. */
import { MEASURE_WORDS } from "./words/measure-words";

const UNITS: readonly string[] = [...MEASURE_WORDS].sort((a, b) => b.length - a.length);

/** Lists by first character: `INDEX` holds the number of a list, 0 for characters that begin no measure word. */
const LISTS: string[][] = [[]];
const INDEX = new Uint8Array(0x10000);
for (const unit of UNITS) {
  const first = unit.charCodeAt(0);
  const known = INDEX[first] ?? 0;
  if (known > 0) LISTS[known]?.push(unit);
  else {
    INDEX[first] = LISTS.length;
    LISTS.push([unit]);
  }
}
const WITH_TIMES: ReadonlyMap<string, string> = new Map(
  [..."人家场户件批车台辆处艘"].map((unit) => [unit, `${unit}次`]),
);

/** The measure word at `at`, with a following 次 (人次, 家次) where it has one; "" where there is none. */
export function unitAt(plain: string, at: number): string {
  const index = at < plain.length ? (INDEX[plain.charCodeAt(at)] ?? 0) : 0;
  if (index === 0) return "";
  for (const unit of LISTS[index] ?? []) {
    if (unit.length > 1 && !plain.startsWith(unit, at)) continue;
    // 8单位 counts no orders.
    if (unit === "单" && /^[位独价项元]/u.test(plain.slice(at + 1, at + 2))) return "";
    return plain.charCodeAt(at + unit.length) === TIMES ? (WITH_TIMES.get(unit) ?? unit) : unit;
  }
  return "";
}

/** 次 */
const TIMES = 0x6b21;

/**
 * Family of a measure word: numbers of one family can be parts of each other. People (人, 名, 位) and occurrences (人次) are
 * apart; 个, 项, 条, 件 count problems in turn.
 * @example unitFamily("项") === unitFamily("个") // true
 */
export function unitFamily(unit: string): string {
  switch (unit) {
    case "个":
    case "项":
    case "条":
    case "件":
      return "个";
    case "人":
    case "名":
    case "位":
      return "人";
    default:
      return unit;
  }
}
