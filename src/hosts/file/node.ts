/** Files on disk: the edge of the file host in Node. */
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { HostError } from "../port";
import { openFileHost, type FileHost } from "./file-host";
import { createNodeInflater } from "./node-zlib";

export type { FileHost } from "./file-host";
export { bookBytes, copyWithBook, createNodeDraftTools, editedCopy } from "./node-drafts";
export { loadParquet, type ParquetPieces } from "./parquet";

/** Files beyond this size are refused before they are read: no ledger is that large. */
const MAX_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Bytes of a file.
 * @throws HostError `unreadableFile` (detail: ENOENT, EACCES, EISDIR, …), `tooLarge`
 */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MAX_FILE_BYTES) throw new HostError("tooLarge", "file size");
    return await readFile(path);
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw new HostError("unreadableFile", codeOf(error));
  }
}

/**
 * Opens a workbook on disk.
 * @throws HostError as `readFileBytes` and `readBytes`
 */
export async function openFile(path: string): Promise<FileHost> {
  return openBytes(await readFileBytes(path), path);
}

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  return typeof code === "string" ? code : "unknown";
}

/** Opens a workbook from its bytes. */
export async function openBytes(bytes: Uint8Array, path: string): Promise<FileHost> {
  return openFileHost(bytes, basename(path), { inflater: createNodeInflater() });
}
