/** The page: the panes beside the ledger, the file in a worker. Also built into one file that works from file://. */
import { createRoot } from "react-dom/client";
import { createSession } from "../app/session";
import { browserEnvironment } from "../panes/browser-environment";
import { createIndexedDbStore } from "../panes/state/indexed-db-store";
import { createSheetStore } from "./sheet-store";
import { PageApp } from "./page-app";
import { registerServiceWorker } from "./register-service-worker";

const root = document.getElementById("root");
if (!root) throw new Error("the page has no #root");

const store = createIndexedDbStore(window.indexedDB, () => {
  document.documentElement.dataset.storage = "refused";
});
createRoot(root).render(<PageApp session={createSession(browserEnvironment(store))} sheets={createSheetStore()} />);
registerServiceWorker();
