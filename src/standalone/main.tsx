/** The page: the panes beside the ledger, the file in a worker. Also built into one file that works from file://. */
import { createRoot } from "react-dom/client";
import { browserEnvironment } from "../panes/browser-environment";
import { Opening } from "../panes/shell/opening";
import { systemLook } from "../panes/shell/theme";
import { createIndexedDbStore } from "../panes/state/indexed-db-store";
import { createSheetStore } from "./sheet-store";
import { PageApp } from "./page-app";
import { registerServiceWorker } from "./register-service-worker";

/** Reading and checking load beside the frame. */
const loading = import(/* webpackChunkName: "session" */ "../app/session");

async function start(): Promise<void> {
  const element = document.getElementById("root");
  if (!element) throw new Error("the page has no #root");
  const root = createRoot(element);
  root.render(<Opening look={systemLook((query) => window.matchMedia(query).matches)} />);
  const store = createIndexedDbStore(window.indexedDB, () => {
    document.documentElement.dataset.storage = "refused";
  });
  const { createSession } = await loading;
  root.render(<PageApp session={createSession(browserEnvironment(store))} sheets={createSheetStore()} />);
  registerServiceWorker();
}

void start();
