/** 统计表: what units stand where, as a workbook of formulas, and as data. */
export {
  countStats,
  DEFAULT_STATS,
  type Ranks,
  ranksOf,
  ratesOf,
  type Stats,
  type StatsOptions,
  type UnitRate,
} from "./count";
export { statsJson } from "./json";
export { statsBook } from "./book";
