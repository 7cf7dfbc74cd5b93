/** The page: the panes beside the ledger, the file in a worker. Also built into one file that works from file://. */
import "../panes/older-engines";
import { createRoot } from "react-dom/client";
import { startUp } from "../panes/shell/start-up";
import { systemLook } from "../panes/shell/theme";
import { createSheetStore } from "./sheet-store";
import { PageApp } from "./page-app";
import { registerServiceWorker } from "./register-service-worker";

/** Reading and checking load beside the frame. */
const load = () => import(/* webpackChunkName: "session" */ "./page-session");
let loading: ReturnType<typeof load> | null = load();
loading.catch(() => (loading = null));

const element = document.getElementById("root");
if (!element) throw new Error("the page has no #root");
void startUp(
  createRoot(element),
  () => systemLook((query) => window.matchMedia(query).matches),
  async () => {
    const { createPageSession } = await (loading ?? load());
    registerServiceWorker();
    return <PageApp session={createPageSession()} sheets={createSheetStore()} />;
  },
);
