/**
 * Values of cells: written into the sheet's text where the cell stands, its style kept, everything around it untouched.
 */
import { cellName, columnName, parseArea, parseCell, type Area, type CellValue } from "../../../grid";
import type { TextChange } from "../../form";
import { HostError, type EditOutcome } from "../../port";
import { relationshipKind } from "./namespaces";
import { childOf, type Element } from "./outline";
import type { PackageEditor } from "./package-editor";
import { changeRuns, createItemFinder } from "./rich-text";
import { applySplices, type Splice } from "./splice";
import { readCellStyles, type CellStyles } from "./styles-part";
import { placeFor } from "./worksheet-order";
import { isTrue } from "./workbook-part";
import { XmlScanner } from "./xml-scanner";
import { escapeCellText } from "./xml-text";

export interface CellChange {
  readonly row: number;
  readonly col: number;
  readonly value: CellValue;
  /** Of a text: the pieces of the old one that differ, so that runs keep their looks. */
  readonly changes?: readonly TextChange[];
}

export type CellOutcome = "written" | Extract<EditOutcome, { type: "refused" }>["reason"];

/**
 * Writes values into one sheet; outcomes in the order of the changes. Of several changes to a cell the last counts.
 * Refused: cells with a formula, cells covered by a merged area, locked cells of a protected sheet, and header cells of
 * tables (their text must equal the table's column names).
 */
export function writeCells(
  editor: PackageEditor,
  sheetName: string,
  changes: readonly CellChange[],
  recalculate = true,
): CellOutcome[] {
  const sheet = editor
    .workbook()
    .sheets.find((s) => s.name === sheetName && s.kind === "worksheet" && editor.has(s.part));
  if (!sheet) return changes.map(() => "missingSheet");
  const text = editor.text(sheet.part);
  const root = editor.outline(sheet.part);
  const refusals = readRefusals(editor, sheet.part, root);
  const byRow = new Map<number, Map<number, CellChange>>();
  for (const change of changes) {
    const row = byRow.get(change.row) ?? new Map<number, CellChange>();
    byRow.set(change.row, row.set(change.col, change));
  }
  const data = childOf(root, "sheetData");
  const rows = new RowPatcher(text, sheet.part, editor.limits.depth, root.prefix, refusals, createItemFinder(editor));
  const result = rows.patch(data, byRow, root);
  const outcomes = changes.map((change) => result.outcomes.get(key(change.row, change.col)) ?? "written");
  if (!outcomes.includes("written")) return outcomes;
  const written = changes.filter((_, i) => outcomes[i] === "written");
  editor.setText(sheet.part, applySplices(text, [...result.splices, ...widenDimension(text, root, written)]));
  if (recalculate) recalculateOnLoad(editor);
  return outcomes;
}

interface Refusals {
  readonly protectedSheet: boolean;
  readonly styles: CellStyles;
  readonly merges: readonly Area[];
  readonly tableHeads: readonly Area[];
}

function readRefusals(editor: PackageEditor, part: string, root: Element): Refusals {
  const merges = childOf(root, "mergeCells");
  return {
    protectedSheet: isTrue(childOf(root, "sheetProtection")?.attributes.get("sheet")),
    styles: readCellStyles(editor, editor.workbook().styles),
    merges: merges ? mergedAreas(editor, part, merges) : [],
    tableHeads: tableHeads(editor, part),
  };
}

function mergedAreas(editor: PackageEditor, part: string, list: Element): Area[] {
  const text = editor.text(part).slice(list.start, list.end);
  const scanner = new XmlScanner(text, part, editor.limits.depth);
  const areas: Area[] = [];
  while (scanner.next()) {
    if (scanner.kind !== "open" || scanner.local !== "mergeCell") continue;
    const area = parseArea(scanner.attribute("ref") ?? "");
    if (area) areas.push(area);
  }
  return areas;
}

function tableHeads(editor: PackageEditor, part: string): Area[] {
  const heads: Area[] = [];
  for (const { target, type } of editor.relationships(part)) {
    if (target === null || relationshipKind(type) !== "table" || !editor.has(target)) continue;
    const table = editor.outline(target);
    const area = parseArea(table.attributes.get("ref") ?? "");
    const count = Number(table.attributes.get("headerRowCount") ?? "1");
    if (area && count > 0) heads.push({ ...area, bottom: area.top + count - 1 });
  }
  return heads;
}

function inside(area: Area, row: number, col: number): boolean {
  return row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;
}

function key(row: number, col: number): string {
  return `${row},${col}`;
}

type Changes = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

interface FoundCell {
  readonly col: number;
  readonly start: number;
  readonly end: number;
  readonly tag: string;
  readonly hasReference: boolean;
  readonly style: number;
  readonly hasFormula: boolean;
  /** Children other than value and formula, as they stand. */
  readonly rest: string;
}

/** Walks the rows once, from top to bottom, and collects the splices. */
class RowPatcher {
  private readonly splices: Splice[] = [];
  private readonly outcomes = new Map<string, CellOutcome>();
  private readonly arrays: Area[] = [];

  constructor(
    private readonly text: string,
    private readonly part: string,
    private readonly depth: number,
    private readonly prefix: string,
    private readonly refusals: Refusals,
    private readonly itemOf: (tag: string, inner: string) => string | null,
  ) {}

  patch(
    data: Element | undefined,
    byRow: Changes,
    root: Element,
  ): { splices: readonly Splice[]; outcomes: ReadonlyMap<string, CellOutcome> } {
    this.collectArrays(data);
    const rows = [...byRow.keys()].sort((a, b) => a - b);
    if (!data || data.selfClosing) {
      const made = rows.map((row) => this.newRow(row, byRow.get(row)!)).join("");
      const p = this.prefix;
      if (made !== "") {
        const insert = `<${p}sheetData>${made}</${p}sheetData>`;
        const at = data ? data.start : placeFor(root, "sheetData");
        this.splices.push({ at, remove: data ? data.end - data.start : 0, insert });
      }
      return { splices: this.splices, outcomes: this.outcomes };
    }
    this.walk(data, rows, byRow);
    return { splices: this.splices, outcomes: this.outcomes };
  }

  /** Cells that an array formula or a data table fills have no formula of their own. */
  private collectArrays(data: Element | undefined): void {
    if (!data) return;
    const body = this.text.slice(data.contentStart, data.contentEnd);
    for (const match of body.matchAll(/<[\w:.-]{0,40}\bf\b([^<>]{0,400})>/g)) {
      const attributes = match[1] ?? "";
      if (!/\bt\s?=\s?["'](?:array|dataTable)["']/.test(attributes)) continue;
      const area = parseArea(/\bref\s?=\s?["']([^"']{1,40})["']/.exec(attributes)?.[1] ?? "");
      if (area) this.arrays.push(area);
    }
  }

  private walk(data: Element, rows: readonly number[], byRow: Changes): void {
    const scanner = new XmlScanner(this.text.slice(0, data.end), this.part, this.depth);
    while (scanner.next() && !(scanner.kind === "open" && scanner.start === data.start));
    const inRows = scanner.depth;
    let waiting = 0;
    let last = -1;
    while (scanner.next() && scanner.depth >= inRows) {
      if (scanner.kind !== "open") continue;
      if (scanner.local !== "row") {
        scanner.skip();
        continue;
      }
      const reference = scanner.attribute("r");
      const row = reference === undefined ? last + 1 : Number(reference) - 1;
      let insert = "";
      while (waiting < rows.length && rows[waiting]! < row) {
        // Rows must ascend; in a sheet whose rows don't, a new row goes before the first greater one all the same.
        insert += this.newRow(rows[waiting]!, byRow.get(rows[waiting]!)!);
        waiting++;
      }
      if (insert !== "") {
        this.splices.push({ at: scanner.start, remove: 0, insert });
        if (reference === undefined) {
          this.splices.push({ at: scanner.start + 1 + scanner.qualified.length, remove: 0, insert: ` r="${row + 1}"` });
        }
      }
      last = row;
      if (waiting < rows.length && rows[waiting] === row) {
        this.patchRow(scanner, row, byRow.get(row)!);
        waiting++;
      } else scanner.leap();
    }
    const insert = rows
      .slice(waiting)
      .map((row) => this.newRow(row, byRow.get(row)!))
      .join("");
    if (insert !== "") this.splices.push({ at: data.contentEnd, remove: 0, insert });
  }

  private patchRow(scanner: XmlScanner, row: number, changes: ReadonlyMap<number, CellChange>): void {
    const rowStart = scanner.start;
    const rowTagEnd = scanner.end;
    const { selfClosing, qualified } = scanner;
    const cells = this.readCells(scanner);
    const rowEnd = scanner.start;
    const columns = [...changes.keys()].sort((a, b) => a - b);
    let waiting = 0;
    let appended = "";
    for (const cell of cells) {
      let insert = "";
      while (waiting < columns.length && columns[waiting]! < cell.col) {
        insert += this.newCell(changes.get(columns[waiting]!)!);
        waiting++;
      }
      if (insert !== "") {
        this.splices.push({ at: cell.start, remove: 0, insert });
        if (!cell.hasReference) {
          const at = cell.start + 1 + `${this.prefix}c`.length;
          this.splices.push({ at, remove: 0, insert: ` r="${cellName(row, cell.col)}"` });
        }
      }
      if (waiting < columns.length && columns[waiting] === cell.col) {
        this.changeCell(cell, changes.get(cell.col)!);
        waiting++;
      }
    }
    while (waiting < columns.length) {
      appended += this.newCell(changes.get(columns[waiting]!)!);
      waiting++;
    }
    if (appended === "") return;
    if (!selfClosing) this.splices.push({ at: rowEnd, remove: 0, insert: appended });
    else {
      const tag = this.text.slice(rowStart, rowTagEnd - 2);
      this.splices.push({ at: rowStart, remove: rowTagEnd - rowStart, insert: `${tag}>${appended}</${qualified}>` });
    }
  }

  /** Cells of the row whose open token the scanner is at, to the row's close token. */
  private readCells(scanner: XmlScanner): FoundCell[] {
    const inside = scanner.depth;
    const cells: FoundCell[] = [];
    let last = -1;
    while (scanner.next() && scanner.depth >= inside) {
      if (scanner.kind !== "open") continue;
      if (scanner.local !== "c") {
        scanner.skip();
        continue;
      }
      const reference = scanner.attribute("r");
      const col = reference === undefined ? last + 1 : (parseCell(reference)?.col ?? last + 1);
      last = col;
      const start = scanner.start;
      const tag = this.text.slice(scanner.start, scanner.end);
      const style = Number(scanner.attribute("s") ?? "0");
      const { hasFormula, rest } = this.readCellContent(scanner);
      cells.push({ col, start, end: scanner.end, tag, hasReference: reference !== undefined, style, hasFormula, rest });
    }
    return cells;
  }

  private readCellContent(scanner: XmlScanner): { hasFormula: boolean; rest: string } {
    const inside = scanner.depth;
    let hasFormula = false;
    let rest = "";
    while (scanner.next() && scanner.depth >= inside) {
      if (scanner.kind !== "open") continue;
      const { start, local } = scanner;
      scanner.skip();
      if (local === "f") hasFormula = true;
      else if (local !== "v" && local !== "is") rest += this.text.slice(start, scanner.end);
    }
    return { hasFormula, rest };
  }

  private refusal(row: number, col: number, style: number, hasFormula: boolean): CellOutcome | null {
    const { refusals } = this;
    if (hasFormula || this.arrays.some((area) => inside(area, row, col))) return "formula";
    if (refusals.merges.some((a) => inside(a, row, col) && !(a.top === row && a.left === col))) return "merged";
    if (refusals.protectedSheet && !(refusals.styles.unlocked[style] ?? false)) return "protected";
    return refusals.tableHeads.some((area) => inside(area, row, col)) ? "protected" : null;
  }

  private changeCell(cell: FoundCell, change: CellChange): void {
    const refused = this.refusal(change.row, change.col, cell.style, cell.hasFormula);
    this.outcomes.set(key(change.row, change.col), refused ?? "written");
    if (refused) return;
    // Type and value metadata (`vm`: linked data types) speak of the old value.
    const open = cell.tag
      .replace(/\/?>$/, "")
      .replace(/\s(?:t|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
      .trimEnd();
    const runs = change.changes === undefined ? null : this.runsOf(cell, change.changes);
    const p = this.prefix;
    const insert =
      runs === null
        ? this.cellXml(open, change.value, cell.rest)
        : `${open} t="inlineStr"><${p}is>${runs}</${p}is>${cell.rest}</${p}c>`;
    this.splices.push({ at: cell.start, remove: cell.end - cell.start, insert });
  }

  /** The runs of a text in several looks, changed; null for a plain one. */
  private runsOf(cell: FoundCell, changes: readonly TextChange[]): string | null {
    const item = this.itemOf(cell.tag, this.text.slice(cell.start + cell.tag.length, cell.end));
    return item === null ? null : changeRuns(item, changes, this.prefix, this.part, this.depth);
  }

  private newCell(change: CellChange): string {
    const refused = this.refusal(change.row, change.col, 0, false);
    this.outcomes.set(key(change.row, change.col), refused ?? "written");
    if (refused || change.value === null) return "";
    return this.cellXml(`<${this.prefix}c r="${cellName(change.row, change.col)}"`, change.value, "");
  }

  private newRow(row: number, changes: ReadonlyMap<number, CellChange>): string {
    const columns = [...changes.keys()].sort((a, b) => a - b);
    const cells = columns.map((col) => this.newCell(changes.get(col)!)).join("");
    return cells === "" ? "" : `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
  }

  private cellXml(open: string, value: CellValue, rest: string): string {
    const p = this.prefix;
    if (value === null || value === "") return rest === "" ? `${open}/>` : `${open}>${rest}</${p}c>`;
    if (typeof value === "number") {
      if (!Number.isFinite(value)) throw new HostError("hostFailed", "a cell can't hold that number");
      return `${open}><${p}v>${value}</${p}v>${rest}</${p}c>`;
    }
    if (typeof value === "boolean") return `${open} t="b"><${p}v>${value ? 1 : 0}</${p}v>${rest}</${p}c>`;
    // Inline strings leave the shared strings, and with them every other cell, untouched; all programs read them, and
    // turn them into shared ones when they save.
    const space = value.trim() === value && !value.includes("\n") ? "" : ' xml:space="preserve"';
    return `${open} t="inlineStr"><${p}is><${p}t${space}>${escapeCellText(value)}</${p}t></${p}is>${rest}</${p}c>`;
  }
}

/** The sheet's stated extent grows with cells written outside it. */
function widenDimension(text: string, root: Element, written: readonly CellChange[]): Splice[] {
  const element = childOf(root, "dimension");
  const area = parseArea(element?.attributes.get("ref") ?? "");
  if (!element || !area) return [];
  const wide = { ...area };
  for (const { row, col, value } of written) {
    if (value === null) continue;
    wide.top = Math.min(wide.top, row);
    wide.bottom = Math.max(wide.bottom, row);
    wide.left = Math.min(wide.left, col);
    wide.right = Math.max(wide.right, col);
  }
  if (wide.top === area.top && wide.bottom === area.bottom && wide.left === area.left && wide.right === area.right)
    return [];
  const ref = `${columnName(wide.left)}${wide.top + 1}:${columnName(wide.right)}${wide.bottom + 1}`;
  const tag = text.slice(element.start, element.contentStart);
  return [{ at: element.start, remove: tag.length, insert: tag.replace(/(\sref\s*=\s*["'])[^"']*/, `$1${ref}`) }];
}

/** Whether any sheet has a formula. */
export function hasFormulas(editor: PackageEditor): boolean {
  return editor
    .workbook()
    .sheets.some(
      (s) => s.kind === "worksheet" && editor.has(s.part) && /<(?:[\w.-]{1,40}:)?f[\s>/]/.test(editor.text(s.part)),
    );
}

/** A cell with a formula and the result that was saved: its tag, the formula, the result. */
const RESULT =
  /<((?:[\w.-]{1,40}:)?)c(\s[^<>]{0,400})?>(<\1f(?:\s[^<>]{0,400})?(?:\/>|>[^<]{0,9000}<\/\1f>))<\1v(?:\s[^<>]{0,40})?>[^<]{0,40000}<\/\1v>/gu;

/**
 * Takes the saved results of formulas out of all sheets. Programs that calculate only what has no result (LibreOffice) would
 * show the old ones beside new values.
 */
export function forgetResults(editor: PackageEditor): void {
  for (const { kind, part } of editor.workbook().sheets) {
    if (kind !== "worksheet" || !editor.has(part)) continue;
    const text = editor.text(part);
    const without = text.replace(RESULT, (_, prefix: string, attributes: string | undefined, formula: string) => {
      const kept = (attributes ?? "").replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/u, "");
      return `<${prefix}c${kept}>${formula}`;
    });
    if (without !== text) editor.setText(part, without);
  }
}

/** Results of formulas may depend on the new values: the program that opens the copy is asked to calculate anew. */
function recalculateOnLoad(editor: PackageEditor): void {
  if (!hasFormulas(editor)) return;
  const workbook = editor.workbook();
  const root = editor.outline(workbook.part);
  const text = editor.text(workbook.part);
  const element = childOf(root, "calcPr");
  if (!element) {
    const insert = `<${root.prefix}calcPr fullCalcOnLoad="1"/>`;
    editor.splice(workbook.part, [{ at: placeFor(root, "calcPr"), remove: 0, insert }]);
    return;
  }
  if (isTrue(element.attributes.get("fullCalcOnLoad"))) return;
  const tag = text.slice(element.start, element.contentStart).replace(/\sfullCalcOnLoad\s*=\s*["'][^"']*["']/, "");
  const at = `<${element.prefix}calcPr`.length;
  editor.splice(workbook.part, [
    {
      at: element.start,
      remove: element.contentStart - element.start,
      insert: `${tag.slice(0, at)} fullCalcOnLoad="1"${tag.slice(at)}`,
    },
  ]);
}
