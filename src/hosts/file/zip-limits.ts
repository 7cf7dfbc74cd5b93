/**
 * Looks at a zip package before a library inflates it whole: an attachment of 50 kB may unpack to gigabytes. Judges what
 * the directory declares, then inflates the few suspicious entries piece by piece to see what they really hold.
 */
import { Inflate } from "fflate";
import { HostError } from "../port";
import { LIMITS } from "./xlsx";
import { openZip, type ZipEntry } from "./xlsx/zip";

const DEFLATED = 8;
/** Factor beyond which deflate cannot go. */
const DEFLATE_MAX_RATIO = 1032;

/**
 * Refuses packages that would unpack beyond the limits, by what they declare and by what they really hold.
 * @throws HostError `tooLarge`, and as `openZip`
 */
export function checkZip(bytes: Uint8Array): void {
  const { entries } = openZip(bytes, LIMITS);
  let declared = 0;
  for (const { size, compressedSize } of entries) {
    declared += size;
    const ratio = compressedSize > 0 ? size / compressedSize : 1;
    if (size > LIMITS.sheetBytes || (size > LIMITS.ratioFrom && ratio > LIMITS.ratio)) {
      throw new HostError("tooLarge", "zip part");
    }
  }
  if (declared > LIMITS.totalBytes) throw new HostError("tooLarge", "zip total");
  let total = 0;
  for (const entry of entries) {
    // A part too small to hold a bomb needs no look; the others are inflated once, in pieces, without keeping them.
    const most = entry.compressedSize * (entry.method === DEFLATED ? DEFLATE_MAX_RATIO : 1);
    total += most <= LIMITS.ratioFrom ? Math.min(most, entry.size) : measure(bytes, entry);
    if (total > LIMITS.totalBytes) throw new HostError("tooLarge", "zip total");
  }
}

/** Real size of a part. Stops as soon as it is more than declared: the directory lies, and no reader should trust it. */
function measure(bytes: Uint8Array, { method, dataStart, compressedSize, size: declared }: ZipEntry): number {
  if (method !== DEFLATED) return compressedSize;
  const end = dataStart + compressedSize;
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > declared) throw new HostError("tooLarge", "zip part larger than declared");
  });
  try {
    for (let at = dataStart; at < end; at += 65_536) {
      const to = Math.min(end, at + 65_536);
      inflate.push(bytes.subarray(at, to), to === end);
    }
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("damaged", "zip part does not inflate");
  }
  return size;
}
