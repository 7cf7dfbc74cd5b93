/** Bytes of a text file to text: byte order marks, UTF-8, and GB18030 (which holds GBK and GB2312) as Excel in China writes it. */
import { HostError } from "../port";

/**
 * Text of a file. A byte order mark decides; else UTF-8 where every byte fits it; else GB18030.
 * @throws HostError `damaged` where the bytes are no text in any of these.
 * @example decodeText(new Uint8Array([0xd0, 0xf2, 0xba, 0xc5])) // "序号" from GBK
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return decodeStrictly(bytes, "utf-8") ?? decodeStrictly(bytes, "gb18030") ?? fail();
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // What TextDecoder throws for bytes outside the encoding; by name, because the error may come from another realm.
    if ((error as { name?: unknown }).name === "TypeError") return null;
    throw error;
  }
}

function fail(): never {
  throw new HostError("damaged", "text in no known encoding");
}
