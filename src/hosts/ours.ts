/** By what we know our own again in a workbook, whoever saved it meanwhile. */

import type { Mark } from "./port";

/** Author of our notes. */
export const NOTE_AUTHOR = "台账助手";

/** First words of our notes: LibreOffice forgets authors when it saves. */
export const NOTE_HEAD = "【台账助手】";

/** A hidden name, local to the sheet, marks a report sheet as ours; it moves with the sheet and is copied with it. */
export const REPORT_MARK = "_taizhang_report";

/** A second one beside it: this sheet of ours holds the words of drop-downs. */
export const LISTS_MARK = "_taizhang_lists";

/**
 * Whether a drop-down takes its words from a sheet.
 * @example isListOf("=下拉选项!$A$2:$A$9", "下拉选项") // true
 */
export function isListOf(source: string, sheet: string): boolean {
  const found = /^=?\s*(?:'((?:[^']|'')+)'|([^'!]+))!/u.exec(source.trim());
  const named = found?.[1]?.replaceAll("''", "'") ?? found?.[2] ?? null;
  return named !== null && named.toLowerCase() === sheet.toLowerCase();
}

/** Beside it, hidden names that tell the sheets of a book of ours (统计表, 数据), by their places in it. */
export const BOOK_MARKS = ["_taizhang_book_1", "_taizhang_book_2"] as const;

/** A hidden name, local to the sheet, over the column of opinions (核验意见) that we put behind returned rows. */
export const OPINIONS_MARK = "_taizhang_opinions";

/** Namespace of our custom XML parts; versions of it begin alike. */
export const STATE_NAMESPACE = "urn:taizhang:state:1";

export function isStateNamespace(uri: string): boolean {
  return uri.startsWith("urn:taizhang:");
}

/**
 * The formula of our conditional formats: always true, and nobody else's. Conditional formats print as they show, and
 * no formula can know that the sheet is being printed: marks that must not be printed have to be switched off.
 * @example markFormula("error") // 'LEN("taizhang:error:1")>0'
 */
export function markFormula(severity: string): string {
  return `LEN("taizhang:${severity}:1")>0`;
}

/** How marks look, the gravest first: of several on a cell it shows. */
export const MARK_LOOKS: readonly Mark["severity"][] = ["error", "warning", "risk", "change", "info"];

/** Whether a mark tells of a change since last time, not of what was found. */
export function isChangeMark({ severity }: Pick<Mark, "severity">): boolean {
  return severity === "risk" || severity === "change";
}

/** The same of a formula that is ours. */
export function isChangeFormula(formula: string): boolean {
  return /"taizhang:(?:risk|change):/.test(formula);
}

/**
 * Whether a conditional format's formula is ours. Programs that save the workbook write it their own way (blanks,
 * `_xlfn.` prefixes, other comparisons), but leave the text literal alone.
 */
export function isMarkFormula(formula: string): boolean {
  return formula.includes('"taizhang:');
}
