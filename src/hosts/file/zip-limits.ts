/**
 * Looks at a zip package before a library inflates it: an attachment of 50 kB may unpack to gigabytes. Reads the central
 * directory only (PKWARE APPNOTE 4.3.12, 4.3.16), then inflates the few suspicious entries piece by piece with a limit.
 */
import { Inflate } from "fflate";
import { HostError } from "../port";

/** What a workbook may unpack to; a 100,000-row ledger takes about 60 MB. */
export const ZIP_LIMITS = {
  entries: 10_000,
  /** Bytes of one part and of all parts, unpacked. */
  part: 512 * 1024 * 1024,
  total: 1024 * 1024 * 1024,
  /** Unpacked : packed. Deflate itself ends at 1032; real sheets stay below 60. */
  ratio: 400,
  /** Parts below this size may have any ratio. */
  ratioFrom: 16 * 1024 * 1024,
} as const;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;
/** Factor beyond which deflate cannot go. */
const DEFLATE_MAX_RATIO = 1032;

/**
 * Entries of a zip file by its central directory.
 * @throws HostError `damaged` where there is none (a cut file), `tooLarge` beyond the limits, `encrypted`.
 */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new HostError("damaged", "zip directory missing");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > ZIP_LIMITS.entries && count !== 0xffff) throw new HostError("tooLarge", "zip entries");
  const entries: ZipEntry[] = [];
  const decoder = new TextDecoder();
  while (at + CENTRAL_SIZE <= view.byteLength && view.getUint32(at, true) === CENTRAL) {
    if (entries.length >= ZIP_LIMITS.entries) throw new HostError("tooLarge", "zip entries");
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: decoder.decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (entries.length === 0 && count > 0) throw new HostError("damaged", "zip directory unreadable");
  return entries;
}

/**
 * Refuses packages that would unpack beyond the limits, by what they declare and by what they really hold.
 * @throws HostError `tooLarge`, `encrypted`, `damaged`
 */
export function checkZip(bytes: Uint8Array): readonly ZipEntry[] {
  const entries = listZip(bytes);
  let declared = 0;
  for (const entry of entries) {
    if (entry.encrypted) throw new HostError("encrypted", "zip entry");
    declared += entry.unpacked;
    const ratio = entry.packed > 0 ? entry.unpacked / entry.packed : 1;
    if (entry.unpacked > ZIP_LIMITS.part || (entry.unpacked > ZIP_LIMITS.ratioFrom && ratio > ZIP_LIMITS.ratio)) {
      throw new HostError("tooLarge", "zip part");
    }
  }
  if (declared > ZIP_LIMITS.total) throw new HostError("tooLarge", "zip total");
  let total = 0;
  for (const entry of entries) {
    // A part too small to hold a bomb needs no look; the others are inflated once, in pieces, without keeping them.
    const most = entry.method === DEFLATED ? entry.packed * DEFLATE_MAX_RATIO : entry.packed;
    total += most <= ZIP_LIMITS.ratioFrom ? Math.min(most, entry.unpacked) : measure(bytes, entry);
    if (total > ZIP_LIMITS.total) throw new HostError("tooLarge", "zip total");
  }
  return entries;
}

/** Real size of a part. Stops as soon as it is more than declared: the directory lies, and no reader should trust it. */
function measure(bytes: Uint8Array, entry: ZipEntry): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + LOCAL_SIZE > bytes.length) throw new HostError("damaged", "zip entry outside the file");
  const start =
    entry.offset + LOCAL_SIZE + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const end = start + entry.packed;
  if (end > bytes.length) throw new HostError("damaged", "zip entry cut");
  if (entry.method !== DEFLATED) return entry.packed;
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > entry.unpacked) throw new HostError("tooLarge", "zip part larger than declared");
  });
  try {
    for (let at = start; at < end; at += 65_536) {
      const to = Math.min(end, at + 65_536);
      inflate.push(bytes.subarray(at, to), to === end);
    }
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("damaged", "zip part does not inflate");
  }
  return size;
}

/** Position of the end record, looked for from the end (a comment may follow it); -1 where there is none. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}
