/** Files beside the open one (last month's ledger, what units sent) are read in a worker of their own, one after another. */
import { HostError, type SelectFacet } from "../hosts/port";
import type { OpenLedgerFile } from "../panes/ledger-files";
import { createFileWorker } from "./create-worker";
import { openRemoteHost } from "./remote-host";

/** What is only read is never gone to. */
const NOWHERE: SelectFacet = { select: () => Promise.reject(new HostError("hostFailed", "select")) };

/** @param createWorker as the page makes them; one is made with the first file, and stays for the next */
export function createLedgerReader(createWorker: () => Worker = createFileWorker): OpenLedgerFile {
  let worker: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();

  const read: OpenLedgerFile = async (file) => {
    const bytes = await file.arrayBuffer();
    worker ??= createWorker();
    try {
      const host = await openRemoteHost(worker, file.name, bytes, NOWHERE);
      try {
        return await host.read.grids();
      } finally {
        host.dispose();
      }
    } catch (error) {
      // A worker that failed answers nothing any more: the next file gets a new one.
      if (error instanceof HostError && error.code === "hostFailed") {
        worker.terminate();
        worker = null;
      }
      throw error;
    }
  };

  // A worker holds one file at a time.
  return (file) => {
    const mine = before.then(() => read(file));
    before = mine.catch(() => undefined);
    return mine;
  };
}
