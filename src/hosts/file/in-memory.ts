/** Files from their bytes alone, wherever the program runs: the edge of the file host without a disk. */
import { openFileHost, type FileHost } from "./file-host";
import { createFflateInflater } from "./xlsx";

/**
 * Opens a workbook from its bytes.
 * @throws HostError as `readBytes`
 */
export async function openInMemory(bytes: Uint8Array, name: string): Promise<FileHost> {
  return openFileHost(bytes, name, { inflater: createFflateInflater() });
}
