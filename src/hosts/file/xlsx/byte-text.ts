/** Text and numbers straight from the bytes of a sheet, without a decoder call for the many short ones. */
import { unescapeExcel, unescapeXml } from "./xml-text";

const decoder = new TextDecoder("utf-8");
/** Longest text put together by hand; beyond it the platform's decoder is faster. */
const SHORT = 96;

/** UTF-8 bytes as text. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return decoder.decode(bytes.subarray(from, to));
  // Character codes first: a string put together piece by piece would be a rope of small strings.
  const codes: number[] = [];
  let i = from;
  while (i < to) {
    const a = bytes[i]!;
    if (a < 0x80) {
      codes.push(a);
      i++;
    } else if (a >= 0xe0 && a < 0xf0 && i + 2 < to) {
      const b = bytes[i + 1]!;
      const c = bytes[i + 2]!;
      const code = ((a & 15) << 12) | ((b & 63) << 6) | (c & 63);
      if ((b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80 || code < 0x800 || (code >= 0xd800 && code < 0xe000)) break;
      codes.push(code);
      i += 3;
    } else break;
  }
  return i === to ? String.fromCharCode.apply(null, codes) : decoder.decode(bytes.subarray(from, to));
}

/** XML character data as cell text. */
export function decodeCellText(bytes: Uint8Array, from: number, to: number): string {
  const raw = decodeUtf8(bytes, from, to);
  return unescapeExcel(unescapeXml(raw));
}

const POWERS: readonly number[] = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/**
 * A number written in decimal. Up to 15 digits and 22 decimals are put together by hand, which is exact (both parts
 * are exact doubles, and one division rounds once); everything else goes to the platform.
 * @returns null when it isn't a number
 */
export function readNumber(bytes: Uint8Array, from: number, to: number): number | null {
  let i = from;
  const negative = bytes[i] === 45;
  if (negative) i++;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; i < to; i++) {
    const c = bytes[i]!;
    if (c >= 48 && c <= 57) {
      mantissa = mantissa * 10 + (c - 48);
      digits++;
      if (decimals >= 0) decimals++;
    } else if (c === 46 && decimals < 0) decimals = 0;
    else return readOddNumber(bytes, from, to);
  }
  if (digits === 0 || digits > 15) return readOddNumber(bytes, from, to);
  const value = decimals > 0 ? mantissa / POWERS[decimals]! : mantissa;
  return negative ? 0 - value : value;
}

function readOddNumber(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from > 400) return null;
  const text = decodeUtf8(bytes, from, to).trim();
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
