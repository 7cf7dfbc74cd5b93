/** The face of src/tally: what other rooms use of it. */
export { inUnit, isConvertible, isMoney, unitBehind } from "./amount";
export { columnsOf, findColumn, headersOf, type ColumnLookup, type NamedColumn } from "./named-column";
export { countValue, membersOf, sumColumn, valuesOf, type ColumnSum } from "./column-figures";
export { filterReading, namesIn, type Filter, type FilterPeriod } from "./filter";
export { divides, isDue, isDueSoon, isScheduled, tellsNoDay } from "./due";
export { createGroupNamer, leadersOf } from "./group-names";
export { LEFT_OUT_WORDS, leftOut, NO_UNIT, withLeftOut } from "./left-out";
export { DEFAULT_LIGHTS, type Light, type LightLimits, lightOf } from "./lights";
export { DEFAULT_TOLERANCE, PROGRESS_CLASSES, type ProgressClass, progressClass } from "./progress";
export {
  bareNumber,
  foldText,
  type Keyed,
  type Paired,
  type PairedItems,
  pairItems,
  pairKeyed,
  similarity,
} from "./pair-items";
export { tallyJson, type TallyJson } from "./json";
export { percentText, type Precision, printRate, ratedOf, unratedBecause, type Unrated } from "./percent";
export { pointsText, scaledPoints } from "./points";
export { refAt, refColumns, type RefColumns, rowOf } from "./row-refs";
export { tally } from "./tally";
export type {
  AccountabilityTally,
  Count,
  Definition,
  GroupTally,
  KindTally,
  MonthTally,
  Rate,
  RowRef,
  StatusTally,
  Tally,
} from "./types";
