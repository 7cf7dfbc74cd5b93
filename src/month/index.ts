/** The face of src/month: what other rooms use of it. */
export {
  compareNames,
  distinctNames,
  type FileUnit,
  fileUnit,
  fileNameOf,
  fold,
  homeUnit,
  isStillOpen,
  itemRef,
  maskPhones,
  MONTH_KINDS,
  type MonthKind,
  NO_UNIT,
  strayUnits,
} from "./common";
export { comparePeriods, type Compared } from "./compare/compare";
export { compareJson } from "./compare/json";
export { pairsToFill, readPairs, sideOf } from "./compare/pairs-file";
export { changeParagraph, periodWarning } from "./compare/paragraph";
export { printedRates } from "./compare/printed";
export { compareReport } from "./compare/report";
export type { SettledPair } from "./compare/settled";
export type { AmbiguousGroup, ItemChange, Comparison, PeriodCounts } from "./compare/types";
export { changeText, RISK_WORDS } from "./compare/words";
export { periodOf } from "./period/of-reading";
export type { Period, PeriodItem } from "./period/types";
export { periodGrids } from "./snapshot/as-grids";
export { readSnapshot } from "./snapshot/read";
export { snapshotJson } from "./snapshot/write";
export {
  approvalForm,
  closeItems,
  closeJson,
  type CloseReason,
  type Closing,
  evidenceCatalogue,
  type EvidenceFile,
  formName,
  publicList,
} from "./close";
export {
  dueItems,
  LETTER_FACTS,
  type LetterFacts,
  letterFactsExample,
  type Letters,
  type Level,
  namesUnits,
  NO_LETTER_FACTS,
  NO_REGISTER,
  readLetterFacts,
  readRegister,
  type Register,
  REGISTER_NAME,
  registerBook,
  remindJson,
  writeLetters,
} from "./remind";
export { type NamedPeriod, sameDay, trendJson, trendOf, type TrendPeriod } from "./trend/trend";
export { drawSample, type DrawnSample, sampleBook, sampleJson, type SampleOptions } from "./sample";
export {
  countStats,
  DEFAULT_STATS,
  ranksOf,
  STATS_NAMES,
  type Stats,
  statsBook,
  statsJson,
  type StatsOptions,
} from "./stats";
export { excerptBook } from "./excerpt";
export {
  type Checked,
  type Returned,
  returnExcerpt,
  returnFindings,
  returnJson,
  type ReturnLetter,
  returnPaper,
} from "./return";
export { type Split, type SplitBy, splitExcerpts, splitJson, type SplitPart, splitReading } from "./split";
export { type BoardOptions, wallHtml, wallPages } from "./wall";
export {
  asMaster,
  type AsMaster,
  type Conflict,
  CONFLICT_WORDS,
  conflictCell,
  conflictId,
  FIELD_NAMES,
  fuller,
  type FileUse,
  type Choice,
  choicesFor,
  intoJson,
  IntoMaster,
  intoReport,
  type IntoPlan,
  type IntoResult,
  type PlannedUpdate,
  settleInto,
} from "./into";
export {
  assemble,
  type Assembled,
  formExcerpt,
  mergeCounts,
  sameCounts,
  bookOf,
  TO_CHECK_WORDS,
  chooseFiles,
  type ChosenFiles,
  mergeDay,
  mergeJson,
  mergeResult,
  OWN_COLUMNS,
  type MergeResult,
  type ReadBack,
  reportSheet,
  type SentFile,
  takeFile,
  type MergeTemplate,
  USE_WORDS,
} from "./merge";
export {
  FACTS_COLUMNS,
  type FactRow,
  type FactsColumn,
  factsOf,
  type FactsOptions,
  factsSchema,
  ratesSql,
  UNITS_COLUMNS,
  type UnitRow,
} from "./facts";
