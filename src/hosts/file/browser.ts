/** Files picked in a browser: the edge of the file host there. */
import type { Grid } from "../../grid";
import { openFileHost, type FileHost } from "./file-host";
import { createFflateInflater } from "./xlsx";

/**
 * Opens a file from its name and bytes, in a worker or on the page.
 * @throws HostError as `readBytes`
 */
export function openFileInBrowser(name: string, bytes: Uint8Array): Promise<FileHost> {
  return openFileHost(bytes, name, { inflater: createFflateInflater() });
}

/** The sheets of another file, which is looked at and not kept open. Errors as in opening. */
export async function readLedgerFile(name: string, bytes: Uint8Array): Promise<readonly Grid[]> {
  return (await openFileInBrowser(name, bytes)).read.grids();
}
