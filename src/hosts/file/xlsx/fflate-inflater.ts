import { deflateSync, Inflate } from "fflate";
import { crc32 } from "./crc32";
import type { Inflater } from "./inflater";

/** Input handed over at a time: what comes out of one piece is bounded by DEFLATE's 1032:1. */
const PIECE = 64 * 1024;

/** The inflater of browsers and workers, on fflate. */
export function createFflateInflater(): Inflater {
  return {
    inflate(data, size) {
      const out = new Uint8Array(size);
      let at = 0;
      const stream = new Inflate((chunk) => {
        if (at + chunk.length > size) throw new Error("more data than declared");
        out.set(chunk, at);
        at += chunk.length;
      });
      for (let from = 0; from < data.length; from += PIECE) {
        stream.push(data.subarray(from, from + PIECE), from + PIECE >= data.length);
      }
      if (at !== size) throw new Error("less data than declared");
      return out;
    },
    deflate: (data) => deflateSync(data, { level: 6 }),
    crc32,
  };
}
