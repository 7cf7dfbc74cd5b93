/**
 * Reads a worksheet part from its bytes: cells, merges, hidden rows and columns, protection. It can stop after some
 * rows and go on later.
 */
import { type Area, type CellValue, EMPTY_ROW, MAX_COLS, MAX_ROWS } from "../../../grid";
import { HostError } from "../../port";
import { EQUALS, GREATER, LESS, SLASH, endsName } from "./byte-xml";
import { CellScanner } from "./cell-scanner";
import { decodeUtf8 } from "./byte-text";
import { type Strike } from "./shared-strings";
import { XmlScanner } from "./xml-scanner";

/** More rows or columns than these are not kept in sight by any window. */
const MAX_FROZEN = 64;

export interface SheetContent {
  readonly values: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly protected: boolean;
  /** Widths of columns in characters and heights of rows in points, where the sheet tells them. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly frozen: { readonly rows: number; readonly cols: number };
  /** Index of the cell's style, of an empty one behind the last value too as far as rows above reach; 0 outside. */
  styleAt(row: number, col: number): number;
  /** How the cell's own rich text is struck through. */
  strikeAt(row: number, col: number): Strike;
}

export class SheetScanner extends CellScanner {
  private inRows = false;
  private done = false;

  private readonly values: (readonly CellValue[])[] = [];
  private styles = new Uint16Array(1024);
  private styleCount = 0;
  /** Where the styles of a row begin and end, two numbers a row. */
  private rowStyles = new Int32Array(512);
  private readonly hidden: number[] = [];
  private readonly hiddenRanges: [number, number][] = [];
  private readonly widthRanges: (readonly [min: number, max: number, width: number])[] = [];
  private readonly heights = new Map<number, number>();
  private usualWidth = Number.NaN;
  private frozen = { rows: 0, cols: 0 };
  private readonly merges: Area[] = [];
  private isProtected = false;
  private width = 0;

  /** Bytes read so far. */
  get position(): number {
    return this.done ? this.end : this.at;
  }

  /** Reads on, about `rows` rows; true when the sheet is read. */
  read(rows: number): boolean {
    if (this.done) return true;
    if (this.at === 0) this.readRoot();
    if (this.inRows && !this.readRows(rows)) return false;
    while (!this.done) {
      if (!this.readSection()) continue;
      if (!this.readRows(rows)) return false;
    }
    return true;
  }

  content(): SheetContent {
    const { values, styles, rowStyles, strikes } = this;
    const lastRow = values.length;
    const hiddenRows = new Set<number>();
    for (const row of this.hidden) if (row < lastRow) hiddenRows.add(row);
    const hiddenCols = new Set<number>();
    for (const [min, max] of this.hiddenRanges) {
      for (let col = min; col <= Math.min(max, this.width - 1); col++) hiddenCols.add(col);
    }
    const widths = new Map<number, number>();
    const put = (min: number, max: number, width: number) => {
      for (let col = min; col <= Math.min(max, this.width - 1); col++) widths.set(col, width);
    };
    if (this.usualWidth > 0) put(0, this.width - 1, this.usualWidth);
    for (const [min, max, width] of this.widthRanges) put(min, max, width);
    return {
      values,
      widths,
      heights: this.heights,
      frozen: this.frozen,
      merges: this.merges,
      hiddenRows,
      hiddenCols,
      protected: this.isProtected,
      styleAt(row, col) {
        if (row < 0 || row >= values.length || col < 0) return 0;
        const at = rowStyles[2 * row]! + col;
        return at < rowStyles[2 * row + 1]! ? styles[at]! : 0;
      },
      strikeAt: (row, col) => strikes.get(row * MAX_COLS + col) ?? "byCell",
    };
  }

  // --- the document around the rows

  private readRoot(): void {
    for (;;) {
      this.skipToTag();
      if (this.at >= this.end) throw this.damaged("no worksheet");
      if (this.skipSpecial()) continue;
      break;
    }
    const nameStart = this.at + 1;
    const nameEnd = this.nameEnd(nameStart);
    const name = decodeUtf8(this.bytes, nameStart, nameEnd);
    const colon = name.indexOf(":");
    const local = name.slice(colon + 1);
    if (local !== "worksheet" && local !== "macrosheet") throw this.damaged(`root ${local.slice(0, 40)}`);
    this.prefix = [...name.slice(0, colon + 1)].map((c) => c.charCodeAt(0));
    if (this.closeTag(nameEnd)) this.done = true;
  }

  /** Reads one child of the worksheet; true when rows follow. */
  private readSection(): boolean {
    this.skipToTag();
    if (this.at >= this.end) throw this.damaged("cut off");
    if (this.skipSpecial()) return false;
    if (this.bytes[this.at + 1] === SLASH) {
      this.done = true;
      return false;
    }
    const start = this.at;
    const nameStart = start + 1;
    const nameEnd = this.nameEnd(nameStart);
    const selfClosing = this.closeTag(nameEnd);
    const local = this.localName(nameStart, nameEnd);
    if (local === "sheetData") {
      this.inRows = !selfClosing;
      return !selfClosing;
    }
    if (local === "sheetProtection") this.isProtected = this.isProtected || this.tagIsOn(start, "sheet");
    if (local === "sheetFormatPr") this.usualWidth = Number(this.tagAttribute(start, "defaultColWidth") || "NaN");
    if (selfClosing) return false;
    if (local === "cols" || local === "mergeCells") this.readList(local);
    else this.skipContent();
    if (local === "sheetViews") this.readFrozen(decodeUtf8(this.bytes, start, this.at));
    return false;
  }

  /** What stays in sight of the first window that is told. */
  private readFrozen(views: string): void {
    const pane = /<(?:[\w.-]+:)?pane\s[^>]*>/.exec(views)?.[0] ?? "";
    if (!/\sstate\s*=\s*["']frozen/.test(pane)) return;
    const split = (name: string): number => {
      const count = Number(new RegExp(`\\s${name}\\s*=\\s*["'](\\d{1,5})["']`).exec(pane)?.[1] ?? "0");
      return count <= MAX_FROZEN ? count : 0;
    };
    this.frozen = { rows: split("ySplit"), cols: split("xSplit") };
  }

  /** `cols` and `mergeCells`: flat lists of elements with attributes. */
  private readList(list: "cols" | "mergeCells"): void {
    const item = list === "cols" ? "col" : "mergeCell";
    for (;;) {
      this.skipToTag();
      if (this.at >= this.end) throw this.damaged("cut off");
      if (this.skipSpecial()) continue;
      if (this.bytes[this.at + 1] === SLASH) {
        this.closeTag(this.at + 2);
        return;
      }
      const start = this.at;
      const nameEnd = this.nameEnd(start + 1);
      const local = this.localName(start + 1, nameEnd);
      const selfClosing = this.closeTag(nameEnd);
      if (local === item && item === "col") this.readCol(start);
      else if (local === item) this.readMerge(start);
      if (!selfClosing) this.skipContent();
    }
  }

  private readCol(start: number): void {
    const min = Number(this.tagAttribute(start, "min"));
    const max = Number(this.tagAttribute(start, "max"));
    if (!(min >= 1 && max >= min)) return;
    const width = Number(this.tagAttribute(start, "width"));
    if (width > 0) this.widthRanges.push([min - 1, Math.min(max, MAX_COLS) - 1, width]);
    if (this.tagIsOn(start, "hidden")) this.hiddenRanges.push([min - 1, Math.min(max, MAX_COLS) - 1]);
  }

  private readMerge(start: number): void {
    const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(
      this.tagAttribute(start, "ref").trim(),
    );
    if (!match) throw this.damaged("merged area");
    const area = {
      top: Number(match[2]) - 1,
      left: columnOf(match[1]!),
      bottom: Number(match[4] ?? match[2]) - 1,
      right: columnOf(match[3] ?? match[1]!),
    };
    if (area.top === area.bottom && area.left === area.right) return;
    if (this.merges.length >= this.context.limits.merges) throw new HostError("tooLarge", "merged areas");
    if (
      area.top < 0 ||
      area.top > area.bottom ||
      area.left > area.right ||
      area.bottom >= MAX_ROWS ||
      area.right >= MAX_COLS
    ) {
      throw this.damaged("merged area");
    }
    this.merges.push(area);
  }

  /** Attributes of the tag that starts at `start` and ends before the present position. */
  private tagAttribute(start: number, name: string): string {
    const tag = decodeUtf8(this.bytes, start, this.at);
    const scanner = new XmlScanner(tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`, this.context.part, 2);
    scanner.next();
    return scanner.attribute(name) ?? "";
  }

  private tagIsOn(start: number, name: string): boolean {
    const value = this.tagAttribute(start, name);
    return value === "1" || value === "true" || value === "on";
  }

  // --- rows

  /** Reads rows; false when it stopped for a break, true when the rows are read. */
  private readRows(limit: number): boolean {
    const { bytes, end } = this;
    for (let count = 0; count < limit;) {
      let at = this.at;
      while (at < end && bytes[at] !== LESS) at++;
      this.at = at;
      if (at >= end) throw this.damaged("cut off");
      const local = at + 1 + this.prefix.length;
      if (
        bytes[local] === 114 &&
        bytes[local + 1] === 111 &&
        bytes[local + 2] === 119 &&
        endsName(bytes[local + 3]) &&
        this.hasPrefix(at + 1)
      ) {
        this.readRow(local + 3);
        count++;
        continue;
      }
      if (bytes[at + 1] === SLASH) {
        if (this.localName(at + 2, this.nameEnd(at + 2)) !== "sheetData") throw this.damaged("rows");
        this.closeTag(at + 2);
        this.inRows = false;
        return true;
      }
      if (this.skipSpecial()) continue;
      if (!this.closeTag(this.nameEnd(at + 1))) this.skipContent();
    }
    return false;
  }

  private readRow(from: number): void {
    const { bytes, end } = this;
    let at = from;
    let row = this.row + 1;
    let hidden = false;
    let selfClosing = false;
    let numbered = false;
    let height = Number.NaN;
    // Attributes: r, hidden and ht matter.
    for (;;) {
      while (at < end && bytes[at]! <= 32) at++;
      if (at >= end) throw this.damaged("cut off");
      const c = bytes[at]!;
      if (c === GREATER) break;
      if (c === SLASH) {
        selfClosing = true;
        at++;
        continue;
      }
      const nameStart = at;
      while (at < end && bytes[at] !== EQUALS && bytes[at]! > 32) at++;
      const nameEnd = at;
      const valueStart = this.valueStart(at);
      const valueEnd = this.valueEnd(valueStart);
      if (nameEnd - nameStart === 1 && c === 114) {
        row = this.readIndex(valueStart, valueEnd) - 1;
        numbered = true;
      } else if (nameEnd - nameStart === 6 && c === 104 && bytes[nameStart + 1] === 105) {
        hidden = bytes[valueStart] === 49 || bytes[valueStart] === 116;
      } else if (nameEnd - nameStart === 2 && c === 104 && bytes[nameStart + 1] === 116) {
        height = Number(decodeUtf8(bytes, valueStart, valueEnd));
      }
      at = valueEnd + 1;
    }
    this.at = at + 1;
    if (row >= MAX_ROWS) throw this.damaged(`row ${row + 1}`);
    // A row 0 is nowhere on the sheet, unless its cells say where they are.
    const before = this.row;
    const isNowhere = row < 0;
    this.row = row;
    if (hidden && !isNowhere) this.hidden.push(row);
    if (height > 0 && !isNowhere && !selfClosing) this.heights.set(row, height);
    if (!selfClosing) {
      this.cells.length = 0;
      this.readCells(numbered && !isNowhere);
      if (this.row >= 0) this.keepRow();
    }
    if (this.row < 0) this.row = before;
  }

  /** Puts the cells of the row at hand in their place. */
  private keepRow(): void {
    const { cells, row, context } = this;
    let length = cells.length;
    while (length > 0 && cells[length - 1] === null) length--;
    if (length === 0) return;
    context.budget.left -= length;
    if (context.budget.left < 0) throw new HostError("tooLarge", "cells");
    const { values } = this;
    const earlier = values[row];
    if (earlier !== undefined && earlier.length > 0) {
      this.mergeRow(earlier, length);
      return;
    }
    while (values.length < row) values.push(EMPTY_ROW);
    values[row] = cells.slice(0, length);
    if (length > this.width) this.width = length;
    this.keepStyles(row, this.cellStyles, Math.max(length, Math.min(cells.length, this.width)));
  }

  /** A row given twice: the later cells count where both have one. */
  private mergeRow(earlier: readonly CellValue[], length: number): void {
    const { cells, row } = this;
    const width = Math.max(length, earlier.length);
    const styles = new Uint16Array(width);
    const merged: CellValue[] = [];
    const offset = this.rowStyles[2 * row]!;
    for (let col = 0; col < width; col++) {
      const later = col < length ? cells[col]! : null;
      merged.push(later ?? earlier[col] ?? null);
      styles[col] = later !== null ? this.cellStyles[col]! : col < earlier.length ? this.styles[offset + col]! : 0;
    }
    this.values[row] = merged;
    this.keepStyles(row, styles, width);
    if (width > this.width) this.width = width;
  }

  private keepStyles(row: number, styles: Uint16Array, length: number): void {
    if (this.styleCount + length > this.styles.length) {
      const grown = new Uint16Array(Math.max(this.styles.length * 2, this.styleCount + length));
      grown.set(this.styles);
      this.styles = grown;
    }
    if (2 * row >= this.rowStyles.length) {
      const grown = new Int32Array(Math.max(this.rowStyles.length * 2, 2 * row + 2));
      grown.set(this.rowStyles);
      this.rowStyles = grown;
    }
    this.rowStyles[2 * row] = this.styleCount;
    for (let col = 0; col < length; col++) this.styles[this.styleCount + col] = styles[col]!;
    this.styleCount += length;
    this.rowStyles[2 * row + 1] = this.styleCount;
  }
}

function columnOf(letters: string): number {
  let col = 0;
  for (let i = 0; i < letters.length; i++) col = col * 26 + (letters.charCodeAt(i) & 31 || 0);
  return col - 1;
}
