/** Files that leave together, as one .zip. */
import type { Inflater } from "./xlsx/inflater";
import { writeZip } from "./xlsx/zip-write";

const EMPTY = { bytes: new Uint8Array(0), entries: [], comment: new Uint8Array(0) };

/** The same bytes for the same files. */
export function packFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  inflater: Inflater,
): Uint8Array {
  return writeZip(EMPTY, new Map(files.map(({ name, bytes }) => [name, bytes])), inflater);
}
