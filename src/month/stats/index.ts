/** 统计表: what units stand where, as a workbook of formulas, and as data. */
export { countStats, DEFAULT_STATS, ranksOf, type Stats, type StatsOptions } from "./count";
export { statsJson } from "./json";
export { statsBook } from "./book";
export { STATS_NAMES } from "./stats-sheet";
