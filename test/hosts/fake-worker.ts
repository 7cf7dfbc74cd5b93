/** The page's worker in this thread: messages are cloned as a browser clones them. */
import { openFileInBrowser } from "../../src/hosts/file/browser";
import type { FromWorker, ToWorker } from "../../src/standalone/host-wire";
import { serveHost } from "../../src/standalone/serve-host";

/** @param openFile what the worker opens files with */
export function fakeWorker(openFile = openFileInBrowser): Worker & { readonly ended: () => boolean } {
  let ended = false;
  const listeners = new Set<(event: MessageEvent<FromWorker>) => void>();
  const handle = serveHost(
    {
      post: (message) => {
        const data = structuredClone(message);
        queueMicrotask(() => listeners.forEach((listener) => listener({ data } as MessageEvent<FromWorker>)));
      },
    },
    openFile,
  );
  return {
    addEventListener: (type: string, listener: (event: MessageEvent<FromWorker>) => void) => {
      if (type === "message") listeners.add(listener);
    },
    removeEventListener: (_type: string, listener: (event: MessageEvent<FromWorker>) => void) => {
      listeners.delete(listener);
    },
    postMessage: (message: ToWorker) => void handle(structuredClone(message)),
    terminate: () => (ended = true),
    ended: () => ended,
  } as unknown as Worker & { readonly ended: () => boolean };
}
