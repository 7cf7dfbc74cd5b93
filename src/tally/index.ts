/** The face of src/tally: what other rooms use of it. */
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
