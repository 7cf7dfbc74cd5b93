/**
 * Trouble for chaos tests, on the emulated Excel that `startExcel` or `openExcelHost` gives. Each starts one kind of
 * trouble and returns what ends it; all may be used together.
 *
 * @example
 * const { host, excel } = await openExcelHost({ workbook });
 * const end = cellEditAt(excel, (number) => number % 2 === 0); // every second sync finds a cell being edited
 * ...                                                          // the session waits and tries again
 * end();
 *
 * Events lost: `loseEvents`. Connection dropped before or after Excel did the work: `dropConnection`. Answers without
 * values: `nullValues`. Somebody at the sheet: `renameSheet`, `deleteSheet`, `removeOurs`, `filterRows`, and
 * `workbook.protect`, `hideRows`, `type`, `sortRows`, `insertRows`. A rule nobody can read: `unreadableFormat`. Any
 * code of Excel's: `failing`. The pane dying: `excel.close()`, from `faults.beforeSync` or `faults.afterSync` at an exact
 * place. What is left of us in the end: `leftovers`, which is empty after removing everything.
 */
import type { Area } from "../../src/grid/grid";
import type { StartedExcel } from "./start-excel";
import type { WorkbookModel } from "./workbook-model";

type End = () => void;
type When = (number: number, actions: readonly string[]) => boolean;

const always: When = () => true;

/** The next `times` syncs, of those that `when` names, are refused with a code of Excel's. */
export function failing(excel: StartedExcel, code: string, times = 1, when: When = always): End {
  let number = 0;
  const fault = { code, times, when: (actions: readonly string[]) => when(++number, actions) };
  excel.faults.failures.push(fault);
  return () => {
    fault.times = 0;
  };
}

/** A cell is being edited whenever `when` says so; ends with the answer. */
export const cellEditAt = (excel: StartedExcel, when: When = always): End =>
  failing(excel, "InvalidOperationInCellEditMode", Number.POSITIVE_INFINITY, when);

/** The connection is gone: Excel never gets the request, or, with `afterwards`, does it and can't answer. */
export function dropConnection(excel: StartedExcel, afterwards = false, times = 1): End {
  if (!afterwards) return failing(excel, "ConnectionFailure", times);
  const { faults } = excel;
  faults.lostAnswers += times;
  return () => {
    faults.lostAnswers = 0;
  };
}

/** No event reaches the pane any more. */
export function loseEvents(excel: StartedExcel): End {
  excel.faults.loseEvents = true;
  return () => {
    excel.faults.loseEvents = false;
  };
}

/** Reading more than `cells` gives null instead of values. */
export function nullValues(excel: StartedExcel, cells: number): End {
  const before = excel.faults.maxCells;
  excel.faults.maxCells = cells;
  return () => {
    excel.faults.maxCells = before;
  };
}

/** Renames a sheet; no Excel below ExcelApi 1.17 tells it. */
export function renameSheet(workbook: WorkbookModel, name: string, to: string): void {
  workbook.rename(name, to);
}

export function deleteSheet(workbook: WorkbookModel, name: string): void {
  workbook.deleteSheet(name);
}

/** Somebody deletes our marks and report sheets by hand. */
export function removeOurs(workbook: WorkbookModel): void {
  for (const sheet of workbook.sheets) {
    sheet.conditionalFormats = sheet.conditionalFormats.filter(({ formula }) => !formula.includes("taizhang:"));
    if (sheet.names.has("_taizhang_report")) workbook.deleteSheet(sheet.id);
  }
}

/** Filters rows out, by the sheet's own filter or a table's. No event comes of it, as of an advanced filter. */
export function filterRows(
  workbook: WorkbookModel,
  name: string,
  area: Area,
  rows: readonly number[],
  by: "sheet" | "table" = "sheet",
): void {
  const sheet = workbook.sheet(name);
  const filter = { id: `{FILTER-${workbook.nextId()}}`, area, filtered: new Set(rows) };
  if (by === "sheet") sheet.autoFilter = filter;
  else sheet.tables = [...sheet.tables, filter];
}

/** A conditional format over whose rule Excel fails, or answers null (office-js issues 6827, 6835). */
export function unreadableFormat(workbook: WorkbookModel, name: string, how: "throws" | "null" = "throws"): string {
  const id = `{FOREIGN-${workbook.nextId()}}`;
  const areas = [{ top: 0, bottom: 9, left: 0, right: 0 }];
  const looks = { fill: "#00FF00", fontColor: "", bold: false };
  workbook
    .sheet(name)
    .conditionalFormats.push({ id, type: "Custom", areas, formula: "=A1>3", unreadable: how, ...looks });
  return id;
}

/** What is in the workbook of ours. */
export function leftovers(workbook: WorkbookModel): readonly string[] {
  return [
    ...workbook.sheets.flatMap((sheet) => [
      ...sheet.conditionalFormats
        .filter(({ formula, id }) => formula.includes("taizhang:") || (formula === "" && !id.startsWith("{FOREIGN")))
        .map(({ id }) => `mark ${sheet.name} ${id}`),
      ...(sheet.names.has("_taizhang_report") ? [`report ${sheet.name}`] : []),
    ]),
    ...workbook.xmlParts.filter(({ xml }) => xml.includes("urn:taizhang:")).map(({ id }) => `state ${id}`),
  ];
}
