/** Texts of cells as rules read them. */
import { textOf, type ColumnKey, type Ledger, type LedgerRow, type Status } from "../ledger";
import { isErrorText, type CellValue } from "../grid";
import { trimText } from "../zh/text";

const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "－",
  "－－",
  "…",
  "……",
  "无",
  "暂无",
  "没有",
  "未填",
  "待补",
  "待补充",
  "待补齐",
  "待填",
  "待填写",
  "后补",
  "待提供",
  "待完善",
  "空",
  "×",
  "x",
  "X",
  "N/A",
  "n/a",
]);

/**
 * Whether a cell holds nothing, or only a mark for nothing (`/`, 无, 待补充).
 * @example isBlankOrPlaceholder("——") // true
 */
export function isBlankOrPlaceholder(value: CellValue): boolean {
  if (value === null || value === "") return true;
  if (typeof value !== "string" || value.length > 8) return typeof value === "string" && trimText(value) === "";
  const text = trimText(value);
  return text === "" || PLACEHOLDERS.has(text);
}

/** Reads one column of one ledger fast: the raw cell where it holds text, else through merges. */
export function createTextReader(ledger: Ledger, key: ColumnKey): (measure: LedgerRow) => string {
  const col = ledger.columns[key]?.col ?? -1;
  const values = ledger.grid.values;
  const mayBeMerged = ledger.grid.merges.length > 0;
  return (measure) => {
    const value = values[measure.row]?.[col];
    if (typeof value === "string" && value !== "") return value;
    const isBlank = value === null || value === undefined || value === "";
    // 0.85 that a person sees as 85%, and days, as they are shown.
    return mayBeMerged || !isBlank ? textOf(ledger, measure, key) : "";
  };
}

/** Whether a text is an Excel error and so belongs to rule cell-error alone. */
export function isError(text: string): boolean {
  return isErrorText(text);
}

/**
 * Reads the status cell of a row where it is that which the row's status was read from; "" where that is another's (rolled up
 * from several rows, told by a column of its own for measures).
 */
export function createStatusReader(ledger: Ledger): (measure: LedgerRow, status: Status) => string {
  const read = createTextReader(ledger, "status");
  const isOwn = ledger.columns.measureStatus === undefined;
  return (measure, status) => (isOwn && measure.status.status === status ? read(measure) : "");
}
