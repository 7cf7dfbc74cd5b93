/** Workbooks of Office Open XML (.xlsx, .xlsm): reading into grids. */
export { createFflateInflater } from "./fflate-inflater";
export type { Inflater } from "./inflater";
export { LIMITS, type Limits } from "./limits";
export { readXlsx, type Workbook, type XlsxReadOptions, type XlsxSheetInfo } from "./read-xlsx";
