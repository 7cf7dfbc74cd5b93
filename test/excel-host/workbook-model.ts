/**
 * The workbook behind the emulated Excel. Several panes (coauthors, or a pane before and after a reload) may be open on
 * one; what changes it says who did it, and every listener hears.
 */
import type { Area, CellValue } from "../../src/grid/grid";
import { SheetModel, type SheetSource } from "./sheet-model";

/** Who changed the workbook: the person at this Excel, a coauthor, Excel itself, or one pane (its engine's number). */
export type Actor = "user" | "colleague" | "excel" | number;

export type Change =
  | {
      readonly type: "changed";
      readonly sheet: SheetModel;
      readonly area: Area;
      readonly changeType: string;
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly type: "formatChanged"; readonly sheet: SheetModel; readonly area: Area }
  | { readonly type: "rowSorted" | "columnSorted" | "calculated"; readonly sheet: SheetModel; readonly area: Area }
  | { readonly type: "rowHiddenChanged"; readonly sheet: SheetModel; readonly area: Area; readonly hidden: boolean }
  | { readonly type: "added" | "deleted" | "activated" | "protectionChanged"; readonly sheet: SheetModel }
  | { readonly type: "selectionChanged"; readonly sheet: SheetModel; readonly areas: readonly Area[] };

export interface XmlPart {
  readonly id: string;
  xml: string;
}

export interface WorkbookSource {
  readonly name?: string;
  readonly sheets: readonly SheetSource[];
  readonly date1904?: boolean;
  readonly protected?: boolean;
  readonly xmlParts?: readonly string[];
}

export class WorkbookModel {
  readonly name: string;
  readonly date1904: boolean;
  protected: boolean;
  sheets: SheetModel[];
  active: SheetModel;
  selection: readonly Area[] = [{ top: 0, left: 0, bottom: 0, right: 0 }];
  xmlParts: XmlPart[];
  /** Steps the user could still take back with Ctrl+Z; some API calls empty it (limits.md, undo). */
  undoSteps = 0;
  private readonly listeners = new Set<(change: Change, by: Actor) => void>();
  private lastId = 0;

  constructor(source: WorkbookSource) {
    this.name = source.name ?? "整改台账.xlsx";
    this.date1904 = source.date1904 ?? false;
    this.protected = source.protected ?? false;
    this.sheets = source.sheets.map((sheet) => new SheetModel(this.nextSheetId(), sheet, this.date1904));
    const first = this.sheets.find((sheet) => sheet.visibility === "Visible");
    if (!first) throw new Error("An emulated workbook needs a visible sheet.");
    this.active = first;
    this.xmlParts = (source.xmlParts ?? []).map((xml) => ({ id: this.nextPartId(), xml }));
  }

  nextId(): string {
    this.lastId += 1;
    return String(this.lastId);
  }

  nextSheetId(): string {
    return `{00000000-0001-0000-0000-${this.nextId().padStart(12, "0")}}`;
  }

  nextPartId(): string {
    return `{7A5C0000-0000-4000-8000-${this.nextId().padStart(12, "0")}}`;
  }

  listen(listener: (change: Change, by: Actor) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(change: Change, by: Actor): void {
    for (const listener of [...this.listeners]) listener(change, by);
  }

  sheet(name: string): SheetModel {
    const found = this.sheetOrNull(name);
    if (!found) throw new Error(`The emulated workbook has no sheet ${name}.`);
    return found;
  }

  /** By id or by name, which Excel compares without case. */
  sheetOrNull(key: string): SheetModel | null {
    const folded = key.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === folded) ?? null;
  }

  // What people do. ------------------------------------------------------------------------------------------------

  /** Types values into an area, top-left first. One cell reports its values before and after, as Excel does. */
  type(
    sheetName: string,
    row: number,
    col: number,
    values: readonly (readonly CellValue[])[],
    by: Actor = "user",
  ): void {
    const sheet = this.sheet(sheetName);
    const before = sheet.valueAt(row, col);
    let right = col;
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        sheet.enter(row + r, col + c, value);
        right = Math.max(right, col + c);
      }),
    );
    if (by === "user") this.undoSteps += 1;
    const area = { top: row, left: col, bottom: row + values.length - 1, right };
    const single = area.top === area.bottom && area.left === area.right;
    this.tell(
      {
        type: "changed",
        sheet,
        area,
        changeType: "RangeEdited",
        ...(single ? { before, after: sheet.valueAt(row, col) } : {}),
      },
      by,
    );
  }

  insertRows(sheetName: string, at: number, count: number, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    sheet.insertRows(at, count);
    this.tell(
      {
        type: "changed",
        sheet,
        area: { top: at, bottom: at + count - 1, left: 0, right: 16_383 },
        changeType: "RowInserted",
      },
      by,
    );
  }

  deleteRows(sheetName: string, at: number, count: number, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    sheet.deleteRows(at, count);
    this.tell(
      {
        type: "changed",
        sheet,
        area: { top: at, bottom: at + count - 1, left: 0, right: 16_383 },
        changeType: "RowDeleted",
      },
      by,
    );
  }

  sortRows(sheetName: string, area: Area, byCol: number, descending = false, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    sheet.sortRows(area, byCol, descending);
    this.tell({ type: "columnSorted", sheet, area }, by);
  }

  hideRows(sheetName: string, rows: readonly number[], hidden: boolean, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    for (const row of rows) {
      if (hidden) sheet.hiddenRows.add(row);
      else sheet.hiddenRows.delete(row);
    }
    const area = { top: Math.min(...rows), bottom: Math.max(...rows), left: 0, right: 16_383 };
    this.tell({ type: "rowHiddenChanged", sheet, area, hidden }, by);
  }

  /** Merges cells the way Excel does: only the top-left value survives, and both events come (office-js issue 4069). */
  merge(sheetName: string, area: Area, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) {
        if ((row !== area.top || col !== area.left) && sheet.valueAt(row, col) !== null) sheet.enter(row, col, null);
      }
    }
    sheet.merges.push(area);
    this.tell({ type: "changed", sheet, area, changeType: "RangeEdited" }, by);
    this.tell({ type: "formatChanged", sheet, area }, by);
  }

  paint(sheetName: string, area: Area, color: string, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) sheet.restyle(row, col, { fill: color });
    }
    this.tell({ type: "formatChanged", sheet, area }, by);
  }

  /** Gives formula cells new results, as recalculation does; no formula is evaluated here. */
  recalculate(
    sheetName: string,
    results: readonly { readonly row: number; readonly col: number; readonly value: CellValue }[],
  ): void {
    const sheet = this.sheet(sheetName);
    let area: Area | null = null;
    for (const { row, col, value } of results) {
      const cell = sheet.cellAt(row, col);
      if (cell?.formula === undefined) throw new Error(`Row ${row}, column ${col} holds no formula.`);
      cell.value = value;
      area = area
        ? {
            top: Math.min(area.top, row),
            bottom: Math.max(area.bottom, row),
            left: Math.min(area.left, col),
            right: Math.max(area.right, col),
          }
        : { top: row, bottom: row, left: col, right: col };
    }
    if (area) this.tell({ type: "calculated", sheet, area }, "excel");
  }

  protect(sheetName: string, on: boolean, by: Actor = "user"): void {
    const sheet = this.sheet(sheetName);
    sheet.protected = on;
    this.tell({ type: "protectionChanged", sheet }, by);
  }

  rename(sheetName: string, name: string): void {
    this.sheet(sheetName).name = name;
  }

  addSheet(source: SheetSource, by: Actor = "user"): SheetModel {
    const sheet = new SheetModel(this.nextSheetId(), source, this.date1904);
    this.sheets = [...this.sheets, sheet];
    this.tell({ type: "added", sheet }, by);
    return sheet;
  }

  deleteSheet(key: string, by: Actor = "user"): void {
    const sheet = this.sheet(key);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    const next = this.sheets.find((other) => other.visibility === "Visible");
    if (!next) throw new Error("A workbook must keep a visible sheet.");
    if (this.active === sheet) this.active = next;
    if (by !== "user") this.undoSteps = 0;
    this.tell({ type: "deleted", sheet }, by);
  }

  activate(sheet: SheetModel, by: Actor = "user"): void {
    if (this.active === sheet) return;
    this.active = sheet;
    this.selection = [{ top: 0, left: 0, bottom: 0, right: 0 }];
    this.tell({ type: "activated", sheet }, by);
  }

  select(sheet: SheetModel, areas: readonly Area[], by: Actor = "user"): void {
    this.active = sheet;
    this.selection = areas;
    this.tell({ type: "selectionChanged", sheet, areas }, by);
  }

  /** Everything that can be seen or saved, for comparing before and after; sheet order counts, ids don't. */
  snapshot(): unknown {
    return { sheets: this.sheets.map((sheet) => sheet.snapshot()), xmlParts: this.xmlParts.map((part) => part.xml) };
  }
}
