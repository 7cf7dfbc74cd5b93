/**
 * A zip archive as it lies in the file (PKWARE APPNOTE 6.3.9): its entries with the exact bytes of their records, so
 * that a copy can repeat what it doesn't change. Reads the central directory, which is what counts; local headers only
 * say where the data begins.
 */
import { HostError } from "../../port";
import { decodeCp437 } from "./cp437";
import type { Limits } from "./limits";

export interface ZipEntry {
  /** Name with forward slashes. */
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where the local header begins, the data begins, and the entry (its data descriptor included) ends. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** The record in the central directory. */
  readonly record: Uint8Array;
  /** Where in `record` the offset of the local header stands, and how wide it is (ZIP64: 8). */
  readonly offsetAt: number;
  readonly offsetWidth: 4 | 8;
  /** DOS time and date, as one number. */
  readonly time: number;
}

export interface ZipArchive {
  readonly bytes: Uint8Array;
  readonly entries: readonly ZipEntry[];
  /** The archive's comment. */
  readonly comment: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DESCRIPTOR = 0x08074b50;

function damaged(detail: string): HostError {
  return new HostError("damaged", detail);
}

/**
 * @throws HostError damaged, encrypted, tooLarge, unsupportedFormat (a compression method that Office doesn't write)
 */
export function openZip(file: Uint8Array, limits: Limits): ZipArchive {
  // Node's Buffer is a Uint8Array whose `slice` shares memory instead of copying: from here on it is a plain one.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const directory = readEnd(view, end);
  if (directory.count > limits.entries) throw new HostError("tooLarge", `${directory.count} parts`);
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== CENTRAL) throw damaged("zip directory");
    const length = 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at + length > directory.end) throw damaged("zip directory");
    const entry = readEntry(bytes, view, at, length, directory);
    const key = entry.name.toLowerCase();
    // Two parts of one name: programs disagree about which one counts, so nobody can say what the workbook holds.
    if (seen.has(key)) throw damaged(`two parts named ${printable(entry.name)}`);
    seen.add(key);
    entries.push(entry);
    at += length;
  }
  assertApart(entries);
  return { bytes, entries, comment: bytes.subarray(end + 22, end + 22 + view.getUint16(end + 20, true)) };
}

/** Entries that overlap are how a small file inflates without end (Fifield's zip bombs). */
function assertApart(entries: readonly ZipEntry[]): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]!.start < sorted[i - 1]!.end) throw damaged(`overlapping part ${printable(sorted[i]!.name)}`);
  }
}

function findEnd(view: DataView): number {
  const size = view.byteLength;
  for (let at = size - 22; at >= 0 && at >= size - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= size) return at;
  }
  throw damaged("zip directory missing, the file is cut off");
}

interface Directory {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  /** Bytes before the archive proper; offsets in the directory don't know of them. */
  readonly shift: number;
}

function readEnd(view: DataView, end: number): Directory {
  let count = view.getUint16(end + 10, true);
  let size = view.getUint32(end + 12, true);
  let offset = view.getUint32(end + 16, true);
  let directoryEnd = end;
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    let at = wide(view, locator + 8);
    // With bytes before the archive the locator misses; the record then stands right before it.
    if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) at = locator - 56;
    if (at < 0 || view.getUint32(at, true) !== END64) throw damaged("zip64 directory");
    count = wide(view, at + 32);
    size = wide(view, at + 40);
    offset = wide(view, at + 48);
    directoryEnd = at;
  }
  const start = directoryEnd - size;
  if (start < 0 || size < count * 46) throw damaged("zip directory");
  // Usually the directory lies right before its end record; when something stands between, its own offset decides.
  const bySize = count === 0 || (start + 4 <= view.byteLength && view.getUint32(start, true) === CENTRAL);
  if (bySize) return { start, end: directoryEnd, count, shift: start - offset };
  if (offset + 46 <= directoryEnd && view.getUint32(offset, true) === CENTRAL) {
    return { start: offset, end: directoryEnd, count, shift: 0 };
  }
  throw damaged("zip directory");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, length: number, directory: Directory): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const name = readName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
  if (flags & 1) throw new HostError("encrypted", "zip encryption");
  let size = view.getUint32(at + 24, true);
  let compressedSize = view.getUint32(at + 20, true);
  let start = view.getUint32(at + 42, true);
  let offsetAt = 42;
  let offsetWidth: 4 | 8 = 4;
  const zip64 = findExtra(view, at + 46 + nameLength, extraLength, 1);
  if (zip64) {
    let field = zip64.from;
    const next = (): number => {
      if (field + 8 > zip64.to) throw damaged("zip64 field");
      field += 8;
      return wide(view, field - 8);
    };
    if (size === 0xffffffff) size = next();
    if (compressedSize === 0xffffffff) compressedSize = next();
    if (start === 0xffffffff) {
      start = next();
      offsetAt = field - 8 - at;
      offsetWidth = 8;
    }
  }
  if (method !== 0 && method !== 8) throw new HostError("unsupportedFormat", `zip method ${method}`);
  start += directory.shift;
  if (start < 0 || start + 30 > directory.start || view.getUint32(start, true) !== LOCAL) {
    throw damaged(`part ${printable(name)}`);
  }
  const dataStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const dataEnd = dataStart + compressedSize;
  if (dataEnd > directory.start || (method === 0 && size !== compressedSize)) {
    throw damaged(`part ${printable(name)}`);
  }
  const crc = view.getUint32(at + 16, true);
  const end = dataEnd + (flags & 8 ? descriptorLength(view, dataEnd, directory.start, crc, zip64 !== null) : 0);
  return {
    name,
    method,
    crc,
    compressedSize,
    size,
    start,
    dataStart,
    end,
    offsetAt,
    offsetWidth,
    record: bytes.subarray(at, at + length),
    time: view.getUint32(at + 12, true),
  };
}

/** A data descriptor is 12 or 20 bytes, and 4 more with its (optional) signature; the sum of the entry tells which. */
function descriptorLength(view: DataView, at: number, limit: number, crc: number, zip64: boolean): number {
  const signed = at + 8 <= limit && view.getUint32(at, true) === DESCRIPTOR && view.getUint32(at + 4, true) === crc;
  if (!signed && !(at + 4 <= limit && view.getUint32(at, true) === crc)) return 0;
  const head = signed ? 4 : 0;
  // Writers of ZIP64 use the wide form only where the local header announces it; the next signature settles it.
  const isNext = (p: number): boolean => {
    if (p === limit) return true;
    if (p + 4 > limit) return false;
    const word = view.getUint32(p, true);
    return word === LOCAL || word === CENTRAL;
  };
  if (!isNext(at + head + 12) && isNext(at + head + 20)) return head + 20;
  return Math.min(head + (zip64 && isNext(at + head + 20) ? 20 : 12), limit - at);
}

function findExtra(view: DataView, from: number, length: number, id: number): { from: number; to: number } | null {
  let at = from;
  while (at + 4 <= from + length) {
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > from + length) return null;
    if (view.getUint16(at, true) === id) return { from: at + 4, to: at + 4 + size };
    at += 4 + size;
  }
  return null;
}

function wide(view: DataView, at: number): number {
  if (at + 8 > view.byteLength) throw damaged("zip64 field");
  const value = view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
  if (value > Number.MAX_SAFE_INTEGER) throw damaged("zip64 field");
  return value;
}

/** Names that climb out of the package or stand at a root have no business in a workbook. */
function readName(raw: Uint8Array, utf8: boolean): string {
  const name = decodeName(raw, utf8).replace(/\\/g, "/");
  const climbs = name.split("/").some((segment) => segment === "..");
  if (climbs || name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\0") || name === "") {
    throw damaged(`part name ${printable(name)}`);
  }
  return name;
}

function decodeName(raw: Uint8Array, utf8: boolean): string {
  if (raw.every((byte) => byte < 128)) return String.fromCharCode(...raw);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    if (utf8) throw damaged("part name");
    return decodeCp437(raw);
  }
}

/** A name for a message: short, and without control characters. */
function printable(name: string): string {
  // Control characters are exactly what must not reach a message
  return name.slice(0, 80).replace(/[\x00-\x1f\x7f]/g, "?");
}
