import * as zlib from "node:zlib";
import { crc32 as crc32InScript } from "./xlsx/crc32";
import type { Inflater } from "./xlsx/inflater";

/** `zlib.crc32` came with Node 20.15. */
const native: ((data: Uint8Array) => number) | undefined = (zlib as { crc32?: (data: Uint8Array) => number }).crc32;

/** The inflater of Node, on node:zlib. Import it from Node's entries only. */
export function createNodeInflater(): Inflater {
  return {
    inflate(data, size) {
      if (size === 0 && data.length === 0) return new Uint8Array(0);
      const out = zlib.inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
      if (out.length !== size) throw new Error("less data than declared");
      return new Uint8Array(out.buffer, out.byteOffset, out.length);
    },
    deflate(data) {
      const out = zlib.deflateRawSync(data, { level: 6 });
      return new Uint8Array(out.buffer, out.byteOffset, out.length);
    },
    crc32: (data) => (native ? native(data) : crc32InScript(data)),
  };
}
