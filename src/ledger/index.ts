/** The face of src/ledger: what other rooms use of it. */
export { readDirectory } from "./fields/directory";
export { createDateReader, createDeadlineReader } from "./fields/deadline";
export { isItemOverdue, isOnTime, isOpen, isOverdue } from "./fields/overdue";
export { readItemNumber } from "./fields/item-number";
export { isCountedDone, readStatus } from "./fields/status";
export { leadUnits } from "./fields/lead-units";
export { buildDirectory, nearestUnit } from "./fields/unit-directory";
export { mayBeOne, unitVariants } from "./fields/unit-variants";
export { foldHeader, sensesOf } from "./columns/header-words";
export { settlementsFor } from "./columns/settlements";
export { tellsReview } from "./columns/review-column";
export { samplesOf } from "./doubts";
export { lackingColumns, standingColumn } from "./lacking";
export {
  cellOf,
  headerAreaOf,
  isInherited,
  itemOfCell,
  placeOf,
  placeOfUnit,
  rawOf,
  shownAt,
  spokenOf,
  statusValueOf,
  textOf,
} from "./items/cells";
export { SAID } from "../zh/words/status-names";
export { columnKeyOf, compileLexicon, NO_LEXICON } from "./lexicon";
export { firstRowOf } from "./items/item-fields";
export { rowKey } from "./items/row-questions";
export { kindOfValue } from "./kind";
export { statedDates } from "./fields/as-of";
export { unitOfSheet } from "./fields/sheet-unit";
export { headLinesOf } from "./layout/head-lines";
export { isExampleMark } from "./layout/row-class";
export { type FormHead, readFormHead, readInSteps, readWorkbook } from "./read-workbook";
export {
  type AsOf,
  COLUMN_KEYS,
  type ColumnChoice,
  type ColumnKey,
  type ColumnDoubt,
  type ColumnFigures,
  type ColumnOption,
  type ColumnPrecedence,
  type ColumnReason,
  type ColumnSettlement,
  type RowDoubt,
  type RowQuestion,
  type RowSettlement,
  type Deadline,
  type DeadlineInvalidReason,
  type Item,
  type Kind,
  KINDS,
  type KnownStatus,
  type Ledger,
  type LedgerOverlap,
  type LedgerRow,
  type OfficeLexicon,
  type PassedOver,
  type PassedOverReason,
  type Reading,
  type SheetOverride,
  type SheetUnit,
  type Status,
  STATUSES,
  type StatusDress,
  type StatusReading,
  type SubtotalRow,
  type UnitDirectory,
  type UnitReading,
  type YearSource,
} from "./types";
export { COLUMN_WORDS, KIND_WORDS, STATUS_WORDS, statusWords, type Words, type WordTable } from "./words";
export { arePersonNames } from "./fields/person";
