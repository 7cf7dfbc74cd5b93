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
      // One block for all of it, and a byte to spare: zlib then neither asks for more nor puts pieces together.
      const chunkSize = Math.max(size + 1, 64);
      const out = zlib.inflateRawSync(data, { maxOutputLength: chunkSize, chunkSize });
      if (out.length !== size) throw new Error("less data than declared");
      return new Uint8Array(out.buffer, out.byteOffset, out.length);
    },
    deflate(data) {
      const out = zlib.deflateRawSync(data, { level: 6, chunkSize: 256 * 1024 });
      return new Uint8Array(out.buffer, out.byteOffset, out.length);
    },
    crc32: (data) => (native ? native(data) : crc32InScript(data)),
  };
}
