/** The face of src/grid: what other rooms use of it. */
export {
  areaName,
  cellName,
  columnIndex,
  columnName,
  MAX_COLS,
  MAX_ROWS,
  parseArea,
  parseCell,
  qualified,
} from "./address";
export type { Book, BookCell, BookChart, BookColour, BookLook, BookSheet } from "./book";
export { isBlank, isBlankRow, plainText } from "./cell-values";
export type { Excerpt, ExcerptLine, SheetExcerpt } from "./excerpt";
export {
  type Area,
  type CellLook,
  type CellValue,
  EMPTY_ROW,
  type Grid,
  type GridView,
  isErrorText,
  isPictureFormula,
  PICTURE,
  PLAIN_CELL,
  type CellRef,
  sameCells,
  type SheetLook,
  sheetOf,
  trueCell,
  UNCALCULATED,
  valueAt,
} from "./grid";
export { type ColumnMerges, indexMerges, type MergeIndex } from "./merge-index";
export { builtInFormat, datePrecisionOf, displayText, isDateFormat, isMomentFormat } from "./number-format";
export { overlap, sketchOf } from "./sketch";
