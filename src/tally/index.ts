/** The face of src/tally: what other rooms use of it. */
export { inUnit, isConvertible, isMoney, unitBehind } from "./amount";
export { columnsOf, findColumn, headersOf, type ColumnLookup, type NamedColumn } from "./named-column";
export { countValue, membersOf, sumColumn, valuesOf, type ColumnSum } from "./column-figures";
export { filterReading, namesIn, type Filter, type Period } from "./filter";
export { pairItems, type PairedItems } from "./pair-items";
export { tallyJson } from "./json";
export { percentText, type Precision, printRate } from "./percent";
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
