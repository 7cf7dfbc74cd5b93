/** The page: the panes beside the ledger, the file in a worker. Also built into one file that works from file://. */
import { createRoot } from "react-dom/client";
import { Opening } from "../panes/shell/opening";
import { systemLook } from "../panes/shell/theme";
import { createSheetStore } from "./sheet-store";
import { PageApp } from "./page-app";
import { registerServiceWorker } from "./register-service-worker";

/** Reading and checking load beside the frame. */
const loading = import(/* webpackChunkName: "session" */ "./page-session");

async function start(): Promise<void> {
  const element = document.getElementById("root");
  if (!element) throw new Error("the page has no #root");
  const root = createRoot(element);
  root.render(<Opening look={systemLook((query) => window.matchMedia(query).matches)} />);
  const { createPageSession } = await loading;
  root.render(<PageApp session={createPageSession()} sheets={createSheetStore()} />);
  registerServiceWorker();
}

void start();
