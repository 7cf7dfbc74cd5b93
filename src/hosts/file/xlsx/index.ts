/**
 * Workbooks of Office Open XML (.xlsx, .xlsm): reading into grids, copies with changes, copies without anything of ours.
 */
export { type BesideText, textsBesideCells } from "./beside-cells";
export { forgetResults, hasFormulas } from "./cells-part";
export { cleanXlsx, removeOurs } from "./clean-xlsx";
export { excerptXlsx } from "./excerpt/excerpt-xlsx";
export { createFflateInflater } from "./fflate-inflater";
export type { Inflater } from "./inflater";
export { countMarks } from "./marks-part";
export { LIMITS } from "./limits";
export { openPackage, type XlsxPackage } from "./package";
export { PackageEditor } from "./package-editor";
export {
  applyEdits,
  clearMarks,
  patchXlsx,
  setMarks,
  setReport,
  warningsOf,
  type CellPatch,
  type PatchChanges,
} from "./patch-xlsx";
export { readXlsx, type Workbook } from "./read-xlsx";
export { findReports, removeReports } from "./report-part";
export { loadState, removeState, saveState } from "./state-part";
