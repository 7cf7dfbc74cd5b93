/** Zip archives written by hand, in every way the format allows and some it doesn't. */
import { deflateRawSync, crc32 as nodeCrc } from "node:zlib";
import { crc32 } from "../../../../src/hosts/file/xlsx/crc32";

export interface OddEntry {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes behind the data: plain, without signature, or in the wide form. */
  readonly descriptor?: "signed" | "unsigned" | "wide";
  /** Sizes and offset in a ZIP64 field. */
  readonly zip64?: boolean;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says instead of the truth. */
  readonly says?: {
    readonly size?: number;
    readonly crc?: number;
    readonly compressedSize?: number;
    readonly start?: number;
  };
}

export interface OddZip {
  readonly entries: readonly OddEntry[];
  readonly before?: Uint8Array;
  readonly between?: Uint8Array;
  readonly comment?: string;
  readonly zip64End?: boolean;
}

const bytesOf = (value: string | Uint8Array): Uint8Array =>
  typeof value === "string" ? new TextEncoder().encode(value) : value;

function record(length: number, fill: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  fill(new DataView(bytes.buffer));
  return bytes;
}

const wide = (view: DataView, at: number, value: number): void => view.setBigUint64(at, BigInt(value), true);

export function oddZip({ entries, before, between, comment = "", zip64End = false }: OddZip): Uint8Array {
  const pieces: Uint8Array[] = before ? [before] : [];
  const directory: Uint8Array[] = [];
  const length = (list: readonly Uint8Array[]): number => list.reduce((sum, piece) => sum + piece.length, 0);
  const shift = before?.length ?? 0;
  for (const entry of entries) {
    const name = bytesOf(entry.name);
    const content = bytesOf(entry.content);
    const data = entry.stored ? content : new Uint8Array(deflateRawSync(content));
    const start = length(pieces) - shift;
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0) | (typeof entry.name === "string" ? 0x800 : 0);
    const says = { size: content.length, crc: crc32(content), compressedSize: data.length, start, ...entry.says };
    const method = entry.method ?? (entry.stored ? 0 : 8);
    pieces.push(
      record(30, (v) => {
        v.setUint32(0, 0x04034b50, true);
        v.setUint16(4, 20, true);
        v.setUint16(6, flags, true);
        v.setUint16(8, method, true);
        v.setUint32(10, 0x5a21_6b8f, true);
        if (!entry.descriptor) {
          v.setUint32(14, says.crc, true);
          v.setUint32(18, says.compressedSize, true);
          v.setUint32(22, says.size, true);
        }
        v.setUint16(26, name.length, true);
      }),
      name,
      data,
    );
    if (entry.descriptor) {
      const signed = entry.descriptor !== "unsigned";
      const isWide = entry.descriptor === "wide";
      pieces.push(
        record((signed ? 4 : 0) + (isWide ? 20 : 12), (v) => {
          const at = signed ? 4 : 0;
          if (signed) v.setUint32(0, 0x08074b50, true);
          v.setUint32(at, says.crc, true);
          if (isWide) {
            wide(v, at + 4, says.compressedSize);
            wide(v, at + 12, says.size);
          } else {
            v.setUint32(at + 4, says.compressedSize, true);
            v.setUint32(at + 8, says.size, true);
          }
        }),
      );
    }
    const extra = entry.zip64
      ? record(4 + 4 + 4 + 24, (v) => {
          // Another field first, then ZIP64.
          v.setUint16(0, 0x9999, true);
          v.setUint16(2, 4, true);
          v.setUint16(8, 1, true);
          v.setUint16(10, 24, true);
          wide(v, 12, says.size);
          wide(v, 20, says.compressedSize);
          wide(v, 28, says.start);
        })
      : new Uint8Array();
    directory.push(
      record(46, (v) => {
        v.setUint32(0, 0x02014b50, true);
        v.setUint16(4, 20, true);
        v.setUint16(6, 20, true);
        v.setUint16(8, flags, true);
        v.setUint16(10, method, true);
        v.setUint32(12, 0x5a21_6b8f, true);
        v.setUint32(16, says.crc, true);
        v.setUint32(20, entry.zip64 ? 0xffffffff : says.compressedSize, true);
        v.setUint32(24, entry.zip64 ? 0xffffffff : says.size, true);
        v.setUint16(28, name.length, true);
        v.setUint16(30, extra.length, true);
        v.setUint32(42, entry.zip64 ? 0xffffffff : says.start, true);
      }),
      name,
      extra,
    );
  }
  if (between) pieces.push(between);
  const directoryStart = length(pieces) - shift;
  const directorySize = length(directory);
  pieces.push(...directory);
  if (zip64End) {
    const at = length(pieces) - shift;
    pieces.push(
      record(56, (v) => {
        v.setUint32(0, 0x06064b50, true);
        wide(v, 4, 44);
        wide(v, 24, entries.length);
        wide(v, 32, entries.length);
        wide(v, 40, directorySize);
        wide(v, 48, directoryStart);
      }),
      record(20, (v) => {
        v.setUint32(0, 0x07064b50, true);
        wide(v, 8, at);
        v.setUint32(16, 1, true);
      }),
    );
  }
  const text = bytesOf(comment);
  pieces.push(
    record(22, (v) => {
      v.setUint32(0, 0x06054b50, true);
      v.setUint16(8, zip64End ? 0xffff : entries.length, true);
      v.setUint16(10, zip64End ? 0xffff : entries.length, true);
      v.setUint32(12, zip64End ? 0xffffffff : directorySize, true);
      v.setUint32(16, zip64End ? 0xffffffff : directoryStart, true);
      v.setUint16(20, text.length, true);
    }),
    text,
  );
  return new Uint8Array(Buffer.concat(pieces));
}

/** Node's own sum where it has one, to check ours against. */
export const referenceCrc: ((data: Uint8Array) => number) | undefined = nodeCrc as
  ((data: Uint8Array) => number) | undefined;
