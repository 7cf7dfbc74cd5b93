/** Files picked in a browser: the edge of the file host there. */
import { openFileHost, type FileHost } from "./file-host";
import { createFflateInflater } from "./xlsx";

/**
 * Opens a file from its name and bytes, in a worker or on the page.
 * @throws HostError as `readBytes`
 */
export function openFileInBrowser(name: string, bytes: Uint8Array): Promise<FileHost> {
  return openFileHost(bytes, name, { inflater: createFflateInflater() });
}
