import { deflateSync, Inflate, inflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { Inflater } from "./inflater";

/** Input handed over at a time: what comes out of one piece is bounded by DEFLATE's 1032:1. */
const PIECE = 64 * 1024;

/**
 * Data up to this size is inflated at one go, which is twice as fast; it can't be stopped, so data that holds more than
 * declared would cost up to 1032 times its size in time (never in memory).
 */
const AT_ONCE = 512 * 1024;

/** The inflater of browsers and workers, on fflate. */
export function createFflateInflater(): Inflater {
  return {
    inflate(data, size) {
      const out = new Uint8Array(size);
      if (data.length <= AT_ONCE) {
        // What is more than declared is dropped; the sum tells.
        if (inflateSync(data, { out }).length !== size) throw new Error("less data than declared");
        return out;
      }
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
