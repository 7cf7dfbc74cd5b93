/**
 * The workbook of the statistics: 统计表, every figure of which is a formula over 数据, saved with what it gives. Nothing in it
 * is volatile; no macro, no link to elsewhere.
 */
import type { Book } from "../../grid";
import type { Stats } from "./count";
import { dataSheet } from "./data-sheet";
import { STATS_NAMES, statsSheet, type StatsSheetOptions } from "./stats-sheet";

/**
 * The book of counted statistics.
 * @example statsBook(countStats(reading, DEFAULT_STATS, null), { title: "整改情况统计表", asOf, definition: "已完成", precision: 0, previous: false })
 */
export function statsBook(stats: Stats, options: StatsSheetOptions): Book {
  return { sheets: [statsSheet(stats, options), dataSheet(stats, (options.names ?? STATS_NAMES).data)] };
}
