/** The face of src/month: what other rooms use of it. */
export {
  distinctNames,
  fieldPlace,
  fileNameOf,
  fold,
  homeUnit,
  inFile,
  isStillOpen,
  itemPlace,
  leadNames,
  maskPhones,
  MONTH_KINDS,
  type MonthKind,
  measurePlace,
  NO_UNIT,
  similarity,
} from "./common";
export { comparePeriods, type Compared, type CompareOptions } from "./compare/compare";
export { compareJson } from "./compare/json";
export { type PairsOutcome, pairsToFill, readPairs } from "./compare/pairs-file";
export { changeParagraph } from "./compare/paragraph";
export { printedRates } from "./compare/printed";
export { compareReport } from "./compare/report";
export type { SettledPair, SettledSide } from "./compare/settled";
export type { AmbiguousGroup, Change, ChangeType, Comparison, Counts } from "./compare/types";
export { CHANGE_WORDS, changeText, RISK_WORDS } from "./compare/words";
export { periodOf } from "./period/of-reading";
export type { Period, PeriodItem } from "./period/types";
export { readSnapshot, type SnapshotOutcome } from "./snapshot/read";
export { snapshotJson } from "./snapshot/write";
export { type NamedPeriod, sameDay, trendJson, trendOf, type TrendPeriod } from "./trend/trend";
export { drawSample, type Sample, sampleBook, sampleJson, type SampleOptions } from "./sample";
export { countStats, DEFAULT_STATS, ranksOf, type Stats, statsBook, statsJson, type StatsOptions } from "./stats";
export { type BoardOptions, wallHtml, wallPages } from "./wall";
