/** Periods of deadlines as templates write them: 今年, 2025年, 本季度, 2025年6月, 第三季度, 下半年. */
import { reWith } from "../zh/pattern";
import { parseNumeral } from "../zh/numerals";
import type { FilterPeriod } from "../tally";
import { PERIOD_WORDS as words } from "../zh/words/template";

const YEAR = /^(20\d{2})年(?:度)?/u;
const HALVES = reWith("u")`^(?:${words.firstHalf}|${words.secondHalf})$`;

/**
 * A period; null where the text is none.
 * @example readPeriodWords("今年") // { year: null, months: "all" }
 * @example readPeriodWords("2025年第三季度") // { year: 2025, months: [7, 9] }
 */
export function readPeriodWords(text: string): FilterPeriod | null {
  const has = (list: readonly string[]): boolean => list.includes(text);
  if (has(words.year)) return { year: null, months: "all" };
  if (has(words.month)) return { year: null, months: "month" };
  if (has(words.quarter)) return { year: null, months: "quarter" };
  const year = YEAR.exec(text);
  const rest = text.slice(year?.[0].length ?? 0);
  const months = rest === "" && year !== null ? "all" : monthsOf(rest);
  return months === null ? null : { year: year === null ? null : Number(year[1]), months };
}

function monthsOf(text: string): FilterPeriod["months"] | null {
  if (HALVES.test(text)) return words.firstHalf.some((word) => word === text) ? [1, 6] : [7, 12];
  const quarter = /^第?(.{1,2})季度?$/u.exec(text)?.[1];
  const month = /^(.{1,3})月(?:份)?$/u.exec(text)?.[1];
  const n = parseNumeral(quarter ?? month ?? "");
  if (n === null || n < 1) return null;
  if (quarter !== undefined) return n <= 4 ? [3 * n - 2, 3 * n] : null;
  return n <= 12 ? [n, n] : null;
}
