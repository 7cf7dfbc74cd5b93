/** The face of 收表汇总: files of many units in, one ledger or answers for the open one out. */
export {
  chooseCollected,
  type Chosen,
  type Collected,
  contextOf,
  intoMaster,
  mergeCollected,
  planOf,
  readAll,
  ReadCache,
  unused,
} from "./collected";
export { type Collection, type CollectionView, createCollection, type PickedFile } from "./collection";
export { decide, type Offer } from "./conflict-cards";
export { type CollectContext, directoryIn } from "./read-file";
export { type Issue, intoRows, mergeRows, UNIT_STATES, type UnitRow, unitsOf, type UnitState } from "./unit-rows";
export { filledForm, type MergeForm, readMergeForm } from "./template";
export { writePlan } from "./write-plan";
export { CONFLICT_WORDS, FIELD_NAMES, intoReport, TO_CHECK_WORDS } from "../../month";
