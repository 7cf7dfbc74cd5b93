import { HostError } from "../../port";
import type { Inflater } from "./inflater";
import type { ZipArchive, ZipEntry } from "./zip";

/** What becomes of the parts of an archive: new content by entry name, null to leave the entry out; new names are added. */
type ZipChanges = ReadonlyMap<string, Uint8Array | null>;

/** 1980-01-01 00:00, the earliest DOS time: a copy says nothing about when it was made. */
const DOS_EPOCH = 0x00210000;
const UTF8_NAME = 0x0800;

/**
 * Writes a changed copy of an archive. Entries without a change are repeated byte for byte (local header, compressed
 * data, data descriptor, directory record but for its offset) in their order; changed ones keep place, name and time;
 * added ones follow.
 * @throws HostError tooLarge when the copy would need ZIP64
 */
export function writeZip(archive: ZipArchive, changes: ZipChanges, inflater: Inflater): Uint8Array {
  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  const push = (piece: Uint8Array): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  const known = new Set<string>();
  for (const entry of archive.entries) {
    known.add(entry.name);
    const change = changes.get(entry.name);
    if (change === null) continue;
    if (change === undefined) {
      records.push(moveRecord(entry, offset));
      push(archive.bytes.subarray(entry.start, entry.end));
      continue;
    }
    const name = entry.record.subarray(
      46,
      46 + new DataView(entry.record.buffer, entry.record.byteOffset).getUint16(28, true),
    );
    const flags = new DataView(entry.record.buffer, entry.record.byteOffset).getUint16(8, true) & UTF8_NAME;
    const packed = pack(name, flags, entry.time, change, inflater, offset);
    packed.pieces.forEach(push);
    records.push(packed.record);
  }
  for (const [name, content] of changes) {
    if (content === null || known.has(name)) continue;
    const packed = pack(
      new TextEncoder().encode(name),
      isAscii(name) ? 0 : UTF8_NAME,
      DOS_EPOCH,
      content,
      inflater,
      offset,
    );
    packed.pieces.forEach(push);
    records.push(packed.record);
  }
  const directoryStart = offset;
  records.forEach(push);
  if (records.length > 0xfffe || offset > 0xfffffffe) throw new HostError("tooLarge", "copy");
  push(endRecord(records.length, offset - directoryStart, directoryStart, archive.comment));
  return join(pieces, offset);
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function moveRecord(entry: ZipEntry, offset: number): Uint8Array {
  const record = entry.record.slice();
  const view = new DataView(record.buffer, record.byteOffset);
  view.setUint32(entry.offsetAt, offset, true);
  if (entry.offsetWidth === 8) view.setUint32(entry.offsetAt + 4, 0, true);
  return record;
}

function pack(
  name: Uint8Array,
  flags: number,
  time: number,
  content: Uint8Array,
  inflater: Inflater,
  offset: number,
): { pieces: readonly Uint8Array[]; record: Uint8Array } {
  const deflated = inflater.deflate(content);
  const stored = deflated.length >= content.length;
  const data = stored ? content : deflated;
  const local = new Uint8Array(30 + name.length);
  const record = new Uint8Array(46 + name.length);
  const localView = new DataView(local.buffer);
  const recordView = new DataView(record.buffer);
  localView.setUint32(0, 0x04034b50, true);
  recordView.setUint32(0, 0x02014b50, true);
  recordView.setUint16(4, 20, true);
  const shared = (view: DataView, at: number): void => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, flags, true);
    view.setUint16(at + 4, stored ? 0 : 8, true);
    view.setUint32(at + 6, time, true);
    view.setUint32(at + 10, inflater.crc32(content), true);
    view.setUint32(at + 14, data.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, name.length, true);
  };
  shared(localView, 4);
  shared(recordView, 6);
  recordView.setUint32(42, offset, true);
  local.set(name, 30);
  record.set(name, 46);
  return { pieces: [local, data], record };
}

function endRecord(count: number, size: number, start: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(22 + comment.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  view.setUint16(20, comment.length, true);
  record.set(comment, 22);
  return record;
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
