/** The worker of the page: holds the open file, parses and patches it, so that the main thread stays free. */
import "../panes/older-engines";
import { openFileInBrowser } from "../hosts/file/browser";
import type { FromWorker, ToWorker } from "./host-wire";
import { serveHost } from "./serve-host";

const scope = self as unknown as DedicatedWorkerGlobalScope;

const handle = serveHost(
  { post: (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer) },
  openFileInBrowser,
);
scope.addEventListener("message", (event: MessageEvent<ToWorker>) => void handle(event.data));
