/**
 * Reads a worksheet part from its bytes: cells, merges, hidden rows and columns, protection. The hot loop of reading a
 * file; it decodes only what becomes text, and can stop after some rows and go on later.
 */
import { type Area, type CellValue, EMPTY_ROW, MAX_COLS, MAX_ROWS, PICTURE, UNCALCULATED } from "../../../grid";
import { HostError } from "../../port";
import { decodeCellText, decodeUtf8, readNumber } from "./byte-text";
import { isoSerial } from "./iso-serial";
import type { Limits } from "./limits";
import { readStringItem, type SharedStrings, type Strike } from "./shared-strings";
import { XmlScanner } from "./xml-scanner";
import { unescapeExcel } from "./xml-text";

/** Cells counted over all sheets of a workbook. */
export interface CellBudget {
  left: number;
}

export interface SheetContext {
  readonly part: string;
  readonly strings: SharedStrings;
  readonly date1904: boolean;
  readonly limits: Limits;
  readonly budget: CellBudget;
  /** Cells with a rich value hold pictures (Excel: 放置在单元格中). */
  readonly richPictures?: boolean;
}

export interface SheetContent {
  readonly values: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
  readonly protected: boolean;
  /** Index of the cell's style; 0 outside the values. */
  styleAt(row: number, col: number): number;
  /** How the cell's own rich text is struck through. */
  strikeAt(row: number, col: number): Strike;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/** WPS shows pictures in cells by a function of its own: DISPIMG("ID_…",1), _xlfn.DISPIMG(…) in files. */
const DISPIMG = [...new TextEncoder().encode("DISPIMG(")];

export class SheetScanner {
  private readonly end: number;
  private at = 0;
  /** Bytes of the worksheet's namespace prefix, with its colon. */
  private prefix: readonly number[] = [];
  private inRows = false;
  private done = false;

  private readonly values: (readonly CellValue[])[] = [];
  private styles = new Uint16Array(1024);
  private styleCount = 0;
  private rowStyles = new Int32Array(256);
  private readonly hidden: number[] = [];
  private readonly hiddenRanges: [number, number][] = [];
  private readonly merges: Area[] = [];
  private readonly strikes = new Map<number, Strike>();
  private isProtected = false;
  private width = 0;

  private row = -1;
  private readonly cells: CellValue[] = [];
  private readonly cellStyles = new Uint16Array(MAX_COLS);

  /** @param bytes the part as UTF-8 without a byte order mark */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly context: SheetContext,
  ) {
    this.end = bytes.length;
  }

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
    return {
      values,
      merges: this.merges,
      hiddenRows,
      hiddenCols,
      protected: this.isProtected,
      styleAt(row, col) {
        const cells = values[row];
        return cells !== undefined && col >= 0 && col < cells.length ? (styles[rowStyles[row]! + col] ?? 0) : 0;
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
    if (selfClosing) return false;
    if (local === "cols" || local === "mergeCells") this.readList(local);
    else this.skipContent();
    return false;
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
    if (!this.tagIsOn(start, "hidden")) return;
    const min = Number(this.tagAttribute(start, "min"));
    const max = Number(this.tagAttribute(start, "max"));
    if (min >= 1 && max >= min) this.hiddenRanges.push([min - 1, Math.min(max, MAX_COLS) - 1]);
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
    // Attributes: r and hidden matter.
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
    this.keepStyles(row, this.cellStyles, length);
    if (length > this.width) this.width = length;
  }

  /** A row given twice: the later cells count where both have one. */
  private mergeRow(earlier: readonly CellValue[], length: number): void {
    const { cells, row } = this;
    const width = Math.max(length, earlier.length);
    const styles = new Uint16Array(width);
    const merged: CellValue[] = [];
    const offset = this.rowStyles[row]!;
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
    if (row >= this.rowStyles.length) {
      const grown = new Int32Array(Math.max(this.rowStyles.length * 2, row + 1));
      grown.set(this.rowStyles);
      this.rowStyles = grown;
    }
    this.rowStyles[row] = this.styleCount;
    for (let col = 0; col < length; col++) this.styles[this.styleCount + col] = styles[col]!;
    this.styleCount += length;
  }

  private readCells(numbered: boolean): void {
    const { bytes, end, cells, cellStyles } = this;
    const prefixLength = this.prefix.length;
    let rowKnown = numbered;
    let nextCol = 0;
    for (;;) {
      let at = this.at;
      while (at < end && bytes[at] !== LESS) at++;
      if (at >= end) throw this.damaged("cut off");
      const local = at + 1 + prefixLength;
      if (!(bytes[local] === 99 && endsName(bytes[local + 1]) && (prefixLength === 0 || this.hasPrefix(at + 1)))) {
        this.at = at;
        if (bytes[at + 1] === SLASH) {
          if (this.localName(at + 2, this.nameEnd(at + 2)) !== "row") throw this.damaged("cells");
          this.closeTag(at + 2);
          return;
        }
        if (!this.skipSpecial() && !this.closeTag(this.nameEnd(at + 1))) this.skipContent();
        continue;
      }
      // A cell. Attributes: r, s and t matter.
      at = local + 1;
      let col = nextCol;
      let isNowhere = false;
      let style = 0;
      let typeStart = 0;
      let typeLength = 0;
      let isRich = false;
      let selfClosing = false;
      for (;;) {
        let c = bytes[at]!;
        while (c <= 32) c = bytes[++at]!;
        if (c === GREATER) break;
        if (c === SLASH) {
          selfClosing = true;
          at++;
          continue;
        }
        if (at >= end) throw this.damaged("cut off");
        const nameStart = at;
        while (at < end && bytes[at] !== EQUALS && bytes[at]! > 32) at++;
        const short = at - nameStart === 1;
        const valueStart = this.valueStart(at);
        const quote = bytes[valueStart - 1]!;
        let p = valueStart;
        if (short && c === 114) {
          let letters = 0;
          let digits = 0;
          let hasDigits = false;
          for (; p < end; p++) {
            const d = bytes[p]!;
            if (d >= 48 && d <= 57) {
              digits = digits * 10 + (d - 48);
              hasDigits = true;
            } else if (hasDigits) break;
            else if (d >= 65 && d <= 90) letters = letters * 26 + (d - 64);
            else if (d >= 97 && d <= 122) letters = letters * 26 + (d - 96);
            else break;
          }
          if (bytes[p] !== quote || letters < 1 || letters > MAX_COLS || !hasDigits || digits > MAX_ROWS) {
            throw this.damaged(`address in row ${this.row + 1}`);
          }
          col = letters - 1;
          if (digits === 0) isNowhere = true;
          else if (digits - 1 !== this.row) {
            if (rowKnown) throw this.damaged(`address in row ${this.row + 1}`);
            this.row = digits - 1;
          }
          rowKnown = rowKnown || digits > 0;
        } else if (short && c === 115) {
          p = this.valueEnd(valueStart);
          style = this.readIndex(valueStart, p);
        } else {
          p = this.valueEnd(valueStart);
          if (short && c === 116) {
            typeStart = valueStart;
            typeLength = p - valueStart;
          } else if (c === 118 && bytes[nameStart + 1] === 109) isRich = true;
        }
        at = p + 1;
      }
      this.at = at + 1;
      if (col >= MAX_COLS) throw this.damaged(`address in row ${this.row + 1}`);
      nextCol = col + 1;
      const content = selfClosing
        ? null
        : this.readContent(typeLength === 0 ? 110 : bytes[typeStart]!, typeLength, col);
      // Empty text (a formula's "", mostly) is no value.
      const value =
        content === ""
          ? null
          : isRich && this.context.richPictures === true && content === "#VALUE!"
            ? PICTURE
            : content;
      if (isNowhere) continue;
      if (col >= cells.length) {
        for (let gap = cells.length; gap < col; gap++) {
          cells.push(null);
          cellStyles[gap] = 0;
        }
        cells.push(value);
        cellStyles[col] = style > 65535 ? 0 : style;
      } else {
        cells[col] = value;
        cellStyles[col] = style > 65535 ? 0 : style;
      }
    }
  }

  /** Content of a cell up to and with its end tag. @param type first letter of its type */
  private readContent(type: number, typeLength: number, col: number): CellValue {
    const { bytes, end } = this;
    const prefixLength = this.prefix.length;
    let value: CellValue = null;
    let hasFormula = false;
    let hasPicture = false;
    for (;;) {
      let at = this.at;
      while (at < end && bytes[at] !== LESS) at++;
      if (at >= end) throw this.damaged("cut off");
      this.at = at;
      const next = bytes[at + 1];
      if (next === SLASH) {
        const local = at + 2 + prefixLength;
        if (bytes[local] !== 99 || !endsName(bytes[local + 1])) throw this.damaged(`cell in row ${this.row + 1}`);
        if (bytes[local + 1] === GREATER) this.at = local + 2;
        else this.closeTag(local + 1);
        if (hasPicture) return PICTURE;
        // A result of text may be empty; a number can't be, so this one was never worked out.
        return hasFormula && value === null && type === 110 ? UNCALCULATED : value;
      }
      const local = at + 1 + prefixLength;
      if (bytes[local] === 118 && endsName(bytes[local + 1]) && (prefixLength === 0 || this.hasPrefix(at + 1))) {
        value = this.readValue(local + 1, type, typeLength, col);
        continue;
      }
      const isFormula = bytes[local] === 102 && endsName(bytes[local + 1]) && this.hasPrefix(at + 1);
      if (isFormula) hasFormula = true;
      if (this.skipSpecial()) continue;
      const nameEnd = this.nameEnd(at + 1);
      const isInline =
        bytes[local] === 105 && bytes[local + 1] === 115 && nameEnd === local + 2 && this.hasPrefix(at + 1);
      if (this.closeTag(nameEnd)) {
        if (isInline) value = "";
      } else if (isInline) {
        const contentStart = this.at;
        this.skipContent();
        value = this.readInline(at, contentStart, col);
      } else {
        const contentStart = this.at;
        this.skipContent();
        if (isFormula && this.holds(DISPIMG, contentStart)) hasPicture = true;
      }
    }
  }

  /** Whether some bytes stand between `from` and the present position. */
  private holds(mark: readonly number[], from: number): boolean {
    const { bytes, at: end } = this;
    const first = mark[0]!;
    for (let at = bytes.indexOf(first, from); at >= 0 && at < end; at = bytes.indexOf(first, at + 1)) {
      let i = 1;
      while (i < mark.length && bytes[at + i] === mark[i]) i++;
      if (i === mark.length) return true;
    }
    return false;
  }

  /** A `v` element, from behind its name to behind its end tag. */
  private readValue(nameEnd: number, type: number, typeLength: number, col: number): CellValue {
    const { bytes, end } = this;
    let start = nameEnd;
    if (bytes[start] === GREATER) start++;
    else {
      if (this.closeTag(nameEnd)) return this.toValue("", type, typeLength);
      start = this.at;
    }
    let stop = start;
    while (stop < end && bytes[stop] !== LESS) stop++;
    const local = stop + 2 + this.prefix.length;
    if (bytes[stop + 1] === SLASH && bytes[local] === 118 && bytes[local + 1] === GREATER) {
      this.at = local + 2;
      if (typeLength <= 1) {
        if (type === 110) return readNumber(bytes, start, stop);
        if (type === 115) {
          let index = 0;
          let p = start;
          for (; p < stop; p++) {
            const d = bytes[p]! - 48;
            if (d < 0 || d > 9) break;
            index = index * 10 + d;
          }
          if (p === stop && p > start) return this.sharedString(index, col);
        }
      }
      return this.toValue(decodeCellText(bytes, start, stop), type, typeLength, col);
    }
    // Comments, CDATA or something else inside: the slow way.
    this.at = start;
    this.skipContent();
    const text = unescapeExcel(this.scannerFor(start, false).readText());
    return this.toValue(text, type, typeLength, col);
  }

  private toValue(text: string, type: number, typeLength: number, col = 0): CellValue {
    if (typeLength > 1) {
      // str, and inlineStr with a value instead of its item
      return text;
    }
    switch (type) {
      case 115: {
        const trimmed = text.trim();
        return trimmed === "" ? null : this.sharedString(wholeNumber(trimmed), col);
      }
      case 98: {
        const word = text.trim();
        return word === "" ? null : word === "1" || word === "true";
      }
      case 101:
        return text.trim() === "" ? null : text;
      case 100:
        return text.trim() === "" ? null : (isoSerial(text, this.context.date1904) ?? text);
      default: {
        const bytes = new TextEncoder().encode(text);
        return readNumber(bytes, 0, bytes.length);
      }
    }
  }

  private sharedString(index: number, col: number): CellValue {
    const { strings } = this.context;
    const text = strings.texts[index];
    if (text === undefined) throw this.damaged(`shared string in row ${this.row + 1}`);
    if (strings.strikes.size > 0) {
      const strike = strings.strikes.get(index);
      if (strike !== undefined) this.strikes.set(this.row * MAX_COLS + col, strike);
    }
    return text;
  }

  /** An `is` element that begins at `start` and whose end lies behind us. */
  private readInline(start: number, contentStart: number, col: number): CellValue {
    const { bytes } = this;
    // <is><t>plain</t></is>, which is nearly all of them
    const t = contentStart + 1 + this.prefix.length;
    if (bytes[t] === 116 && bytes[t + 1] === GREATER && bytes[contentStart] === LESS) {
      let stop = t + 2;
      while (bytes[stop] !== LESS) stop++;
      const close = stop + 2 + this.prefix.length;
      const after = close + 2;
      if (
        bytes[stop + 1] === SLASH &&
        bytes[close] === 116 &&
        bytes[close + 1] === GREATER &&
        bytes[after] === LESS &&
        bytes[after + 1] === SLASH &&
        after + 5 + this.prefix.length === this.at
      ) {
        return decodeCellText(bytes, t + 2, stop);
      }
    }
    const item = readStringItem(this.scannerFor(start, true), "main");
    if (item.strike !== "byCell") this.strikes.set(this.row * MAX_COLS + col, item.strike);
    return item.text;
  }

  /**
   * A scanner on what lies between `start` and the present position, inside an element `v` of the worksheet's namespace
   * (here called "main"), which is open: a whole element, or content with the end tag of that `v`.
   */
  private scannerFor(start: number, isElement: boolean): XmlScanner {
    const raw = decodeUtf8(this.bytes, start, this.at);
    const prefix = String.fromCharCode(...this.prefix.slice(0, -1));
    const name = prefix === "" ? "v" : `${prefix}:v`;
    const declaration = prefix === "" ? 'xmlns="main"' : `xmlns:${prefix}="main"`;
    const text = `<${name} ${declaration}>${raw}${isElement ? `</${name}>` : ""}`;
    const scanner = new XmlScanner(text, this.context.part, this.context.limits.depth);
    scanner.next();
    if (isElement) scanner.next();
    return scanner;
  }

  // --- XML on bytes

  private skipToTag(): void {
    const found = this.bytes.indexOf(LESS, this.at);
    this.at = found < 0 ? this.end : found;
  }

  /** Passes over a comment, CDATA or processing instruction that begins here. */
  private skipSpecial(): boolean {
    const { bytes, at } = this;
    if (bytes[at + 1] === 63) {
      this.at = this.findAfter([63, 62], at + 2);
      return true;
    }
    if (bytes[at + 1] !== 33) return false;
    if (bytes[at + 2] === 45 && bytes[at + 3] === 45) this.at = this.findAfter([45, 45, 62], at + 4);
    else if (bytes[at + 2] === 91 && bytes[at + 3] === 67) this.at = this.findAfter([93, 93, 62], at + 9);
    else throw this.damaged("document type");
    return true;
  }

  private findAfter(mark: readonly number[], from: number): number {
    const { bytes } = this;
    const first = mark[0]!;
    for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
      let i = 1;
      while (i < mark.length && bytes[at + i] === mark[i]) i++;
      if (i === mark.length) return at + mark.length;
    }
    throw this.damaged("cut off");
  }

  /** From behind an open tag: to behind its end tag, however deep its content. */
  private skipContent(): void {
    let depth = 1;
    while (depth > 0) {
      this.skipToTag();
      if (this.at >= this.end) throw this.damaged("cut off");
      if (this.skipSpecial()) continue;
      if (this.bytes[this.at + 1] === SLASH) {
        this.closeTag(this.at + 2);
        depth--;
      } else if (!this.closeTag(this.nameEnd(this.at + 1))) {
        depth++;
        if (depth > this.context.limits.depth) throw new HostError("tooLarge", `${this.context.part}: nested deep`);
      }
    }
  }

  /** Moves behind the `>` of the tag; true when it closes itself. */
  private closeTag(from: number): boolean {
    const { bytes, end } = this;
    let quote = 0;
    for (let at = from; at < end; at++) {
      const c = bytes[at]!;
      if (quote !== 0) {
        if (c === quote) quote = 0;
      } else if (c === GREATER) {
        this.at = at + 1;
        return bytes[at - 1] === SLASH && at > from;
      } else if (c === QUOTE || c === APOSTROPHE) quote = c;
      else if (c === LESS) break;
    }
    throw this.damaged("cut off");
  }

  private nameEnd(from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end && !endsName(bytes[at])) at++;
    return at;
  }

  /** Local name if the name has the worksheet's prefix, else "". */
  private localName(from: number, to: number): string {
    const start = from + this.prefix.length;
    if (to - start > 32 || to <= start || !this.hasPrefix(from)) return "";
    const name = decodeUtf8(this.bytes, start, to);
    return name.includes(":") ? "" : name;
  }

  private hasPrefix(from: number): boolean {
    const { bytes, prefix } = this;
    for (let i = 0; i < prefix.length; i++) if (bytes[from + i] !== prefix[i]) return false;
    return true;
  }

  /** From behind an attribute's name: where its value begins, behind the quote. */
  private valueStart(from: number): number {
    const { bytes, end } = this;
    let at = from;
    if (bytes[at] === EQUALS && bytes[at + 1] === QUOTE) return at + 2;
    while (at < end && bytes[at]! <= 32) at++;
    if (bytes[at] !== EQUALS) throw this.damaged(`attribute in row ${this.row + 1}`);
    at++;
    while (at < end && bytes[at]! <= 32) at++;
    if (bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) throw this.damaged(`attribute in row ${this.row + 1}`);
    return at + 1;
  }

  private valueEnd(valueStart: number): number {
    const { bytes, end } = this;
    const quote = bytes[valueStart - 1]!;
    let at = valueStart;
    while (at < end && bytes[at] !== quote) at++;
    if (at >= end) throw this.damaged("cut off");
    return at;
  }

  private readIndex(from: number, to: number): number {
    let value = 0;
    for (let at = from; at < to; at++) {
      const d = this.bytes[at]! - 48;
      if (d < 0 || d > 9 || at - from > 9) throw this.damaged(`number in row ${this.row + 1}`);
      value = value * 10 + d;
    }
    return value;
  }

  private damaged(what: string): HostError {
    return new HostError("damaged", `${this.context.part}: ${what}`);
  }
}

function endsName(c: number | undefined): boolean {
  return c === GREATER || c === SLASH || c === undefined || c <= 32;
}

/** A whole number in any spelling (`+1`, `1.0`, `1e0`); -1 for what is none. */
function wholeNumber(text: string): number {
  const value = /^\+?\d{1,9}(?:\.\d{0,9})?(?:[eE]\+?\d)?$/.test(text) ? Number(text) : NaN;
  return Number.isInteger(value) ? value : -1;
}

function columnOf(letters: string): number {
  let col = 0;
  for (let i = 0; i < letters.length; i++) col = col * 26 + (letters.charCodeAt(i) & 31 || 0);
  return col - 1;
}
