/**
 * Reads the cells of a row: the hot loop of reading a file. It decodes only what becomes text.
 */
import { type CellValue, MAX_COLS, MAX_ROWS, PICTURE, UNCALCULATED } from "../../../grid";
import { EQUALS, GREATER, LESS, SLASH, endsName, ByteXml } from "./byte-xml";
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

/** WPS shows pictures in cells by a function of its own: DISPIMG("ID_…",1), _xlfn.DISPIMG(…) in files. */
const DISPIMG = [...new TextEncoder().encode("DISPIMG(")];

export abstract class CellScanner extends ByteXml {
  protected readonly strikes = new Map<number, Strike>();
  protected readonly cells: CellValue[] = [];
  protected readonly cellStyles = new Uint16Array(MAX_COLS);

  constructor(
    bytes: Uint8Array,
    protected readonly context: SheetContext,
  ) {
    super(bytes, context.part, context.limits);
  }

  protected readCells(numbered: boolean): void {
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
  protected readContent(type: number, typeLength: number, col: number): CellValue {
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
  protected holds(mark: readonly number[], from: number): boolean {
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
  protected readValue(nameEnd: number, type: number, typeLength: number, col: number): CellValue {
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

  protected toValue(text: string, type: number, typeLength: number, col = 0): CellValue {
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

  protected sharedString(index: number, col: number): CellValue {
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
  protected readInline(start: number, contentStart: number, col: number): CellValue {
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
  protected scannerFor(start: number, isElement: boolean): XmlScanner {
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
}

/** A whole number in any spelling (`+1`, `1.0`, `1e0`); -1 for what is none. */
function wholeNumber(text: string): number {
  const value = /^\+?\d{1,9}(?:\.\d{0,9})?(?:[eE]\+?\d)?$/.test(text) ? Number(text) : NaN;
  return Number.isInteger(value) ? value : -1;
}
