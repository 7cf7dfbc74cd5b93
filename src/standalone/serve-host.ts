/** The worker's side: opens a file as a host and answers calls on its facets. */
import { HostError, type Host } from "../hosts/port";
import { blocksOf, headOf } from "./grid-wire";
import type { FromWorker, OpenedFile, RemoteFacet, ToWorker } from "./host-wire";

export interface WorkerPort {
  post(message: FromWorker, transfer?: Transferable[]): void;
}

export type OpenFile = (name: string, bytes: Uint8Array) => Promise<Host>;

const FACETS: readonly RemoteFacet[] = ["read", "marks", "write", "sheets", "state", "copies"];

/** Returns the handler for messages of the page. A new `open` replaces the file before. */
export function serveHost(port: WorkerPort, openFile: OpenFile): (message: ToWorker) => Promise<void> {
  let host: Host | null = null;
  const cancels = new Map<number, AbortController>();

  async function answer(message: Exclude<ToWorker, { type: "cancel" }>): Promise<unknown> {
    if (message.type === "open") {
      host = await openFile(message.name, new Uint8Array(message.bytes));
      const opened: OpenedFile = {
        workbookName: host.workbookName,
        workbookKey: host.workbookKey,
        sketch: host.sketch,
        facets: FACETS.filter((facet) => host?.[facet] !== undefined),
        lacks: host.lacks,
      };
      return opened;
    }
    if (!host) throw new HostError("hostFailed", "no file is open");
    if (message.type === "grids") {
      const controller = new AbortController();
      cancels.set(message.id, controller);
      try {
        const grids = await host.read.grids(message.names ?? undefined, {
          signal: controller.signal,
          onProgress: (p) => port.post({ type: "progress", id: message.id, done: p.done, total: p.total }),
        });
        for (const grid of grids) {
          for (const rows of blocksOf(grid)) port.post({ type: "block", id: message.id, rows });
          const head = headOf(grid);
          const tables = [head.formats, head.fills].flatMap((table) => (table ? [table.at.buffer] : []));
          port.post({ type: "grid", id: message.id, head }, tables);
        }
        return grids.length;
      } finally {
        cancels.delete(message.id);
      }
    }
    const facet = host[message.facet] as unknown as
      Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>> | undefined;
    const method = facet?.[message.method];
    if (typeof method !== "function") throw new HostError("hostFailed", `${message.facet}.${message.method}`);
    return method.apply(facet, [...message.args]);
  }

  return async (message) => {
    if (message.type === "cancel") {
      cancels.get(message.id)?.abort();
      return;
    }
    try {
      port.post({ type: "result", id: message.id, value: await answer(message) });
    } catch (error) {
      if (error instanceof HostError)
        port.post({ type: "failed", id: message.id, code: error.code, detail: error.detail });
      else {
        const detail = error instanceof Error ? error.name : typeof error;
        port.post({ type: "failed", id: message.id, code: "hostFailed", detail });
      }
    }
  };
}
