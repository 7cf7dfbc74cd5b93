/**
 * XML walked over as bytes: tags, names, attributes, whatever is to be passed over. What reads a worksheet is built on it.
 */
import { HostError } from "../../port";
import { decodeUtf8 } from "./byte-text";
import type { Limits } from "./limits";

export const QUOTE = 34;
export const APOSTROPHE = 39;
export const SLASH = 47;
export const LESS = 60;
export const EQUALS = 61;
export const GREATER = 62;

export abstract class ByteXml {
  protected readonly end: number;
  protected at = 0;
  /** Bytes of the worksheet's namespace prefix, with its colon. */
  protected prefix: readonly number[] = [];
  /** The row at hand, for what is said of damage. */
  protected row = -1;

  /** @param bytes the part as UTF-8 without a byte order mark */
  constructor(
    protected readonly bytes: Uint8Array,
    protected readonly part: string,
    protected readonly limits: Limits,
  ) {
    this.end = bytes.length;
  }

  protected skipToTag(): void {
    const found = this.bytes.indexOf(LESS, this.at);
    this.at = found < 0 ? this.end : found;
  }

  /** Passes over a comment, CDATA or processing instruction that begins here. */
  protected skipSpecial(): boolean {
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

  protected findAfter(mark: readonly number[], from: number): number {
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
  protected skipContent(): void {
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
        if (depth > this.limits.depth) throw new HostError("tooLarge", `${this.part}: nested deep`);
      }
    }
  }

  /** Moves behind the `>` of the tag; true when it closes itself. */
  protected closeTag(from: number): boolean {
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

  protected nameEnd(from: number): number {
    const { bytes, end } = this;
    let at = from;
    while (at < end && !endsName(bytes[at])) at++;
    return at;
  }

  /** Local name if the name has the worksheet's prefix, else "". */
  protected localName(from: number, to: number): string {
    const start = from + this.prefix.length;
    if (to - start > 32 || to <= start || !this.hasPrefix(from)) return "";
    const name = decodeUtf8(this.bytes, start, to);
    return name.includes(":") ? "" : name;
  }

  protected hasPrefix(from: number): boolean {
    const { bytes, prefix } = this;
    for (let i = 0; i < prefix.length; i++) if (bytes[from + i] !== prefix[i]) return false;
    return true;
  }

  /** From behind an attribute's name: where its value begins, behind the quote. */
  protected valueStart(from: number): number {
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

  protected valueEnd(valueStart: number): number {
    const { bytes, end } = this;
    const quote = bytes[valueStart - 1]!;
    let at = valueStart;
    while (at < end && bytes[at] !== quote) at++;
    if (at >= end) throw this.damaged("cut off");
    return at;
  }

  protected readIndex(from: number, to: number): number {
    let value = 0;
    for (let at = from; at < to; at++) {
      const d = this.bytes[at]! - 48;
      if (d < 0 || d > 9 || at - from > 9) throw this.damaged(`number in row ${this.row + 1}`);
      value = value * 10 + d;
    }
    return value;
  }

  protected damaged(what: string): HostError {
    return new HostError("damaged", `${this.part}: ${what}`);
  }
}

export function endsName(c: number | undefined): boolean {
  return c === GREATER || c === SLASH || c === undefined || c <= 32;
}
