/** The task pane in Excel: the panes of the page, with the open workbook as host. */
import "../panes/older-engines";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { isExcelSupported } from "../hosts/excel";
import { lookOfBackground, systemLook, type ThemeLook } from "../panes/shell/theme";
import { DraftProvider } from "../panes/draft/draft-context";
import { LedgerFiles, type OpenLedgerFile } from "../panes/ledger-files";
import { keepPane, keptPane } from "./kept-pane";
import { keepPaneKeys } from "./office-keys";
import { AppShell } from "../panes/shell/app-shell";
import type { PaneName } from "../panes/shell/pane-props";
import { startUp } from "../panes/shell/start-up";

/** Reading, checking and Excel's side load while office.js gets ready; the frame is there by then. */
const load = () => import(/* webpackChunkName: "open-workbook" */ "./open-workbook");
let loading: ReturnType<typeof load> | null = load();
loading.catch(() => (loading = null));

const loadDraftTools = async () =>
  (await import(/* webpackChunkName: "draft-files" */ "../hosts/file/browser-drafts")).createDraftTools();

const openLedgerFile: OpenLedgerFile = async (file) => {
  const { readLedgerFile } = await import(/* webpackChunkName: "ledger-file" */ "../hosts/file/browser");
  return readLedgerFile(file.name, new Uint8Array(await file.arrayBuffer()));
};

declare global {
  interface Window {
    /** Shows one of the plain messages of the page instead of the app; null takes it away again (boot.js). */
    taizhangSay?: (id: "too-old" | "no-office" | "not-excel" | null) => void;
  }
}

/** Whether anything in the pane was pressed: then it goes nowhere by itself. */
let begun = false;
for (const hand of ["pointerdown", "keydown"]) window.addEventListener(hand, () => (begun = true), true);

const PANES: Readonly<Record<string, PaneName>> = { check: "check", summary: "summary", tally: "tally" };

/** Ribbon buttons open the pane at `?do=check` and the like. */
function requestedPane(): PaneName | null {
  const wanted = new URLSearchParams(window.location.search).get("do") ?? "";
  return Object.hasOwn(PANES, wanted) ? (PANES[wanted] ?? null) : null;
}

/** Office's theme where the client tells it; undefined on Excel on the web, and then the system's look is used. */
function officeLook(): ThemeLook | null {
  // Before Office is ready there is no context.
  const context = (typeof Office === "undefined" ? undefined : Office.context) as Office.Context | undefined;
  const theme: Office.OfficeTheme | undefined = context?.officeTheme;
  return theme?.bodyBackgroundColor ? lookOfBackground(theme.bodyBackgroundColor) : null;
}

/** One of the plain messages of the page in place of the app. */
function instead(message: "too-old" | "not-excel"): null {
  window.taizhangSay?.(message);
  return null;
}

async function begin(): Promise<ReactNode> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return instead("not-excel");
  if (!isExcelSupported()) return instead("too-old");
  window.taizhangSay?.(null);
  const { createPaneSession, openWorkbook, readActiveCell } = await (loading ?? load());
  const session = createPaneSession();
  void session.open(openWorkbook);
  const workbook = String(Office.context.document.url);
  const pane = requestedPane() ?? keptPane(workbook);
  return (
    <DraftProvider load={loadDraftTools}>
      <LedgerFiles open={openLedgerFile}>
        <AppShell
          session={session}
          hostLook={officeLook()}
          initialPane={pane ?? "ledger"}
          landsOnFindings={() => pane === null && !begun}
          onPane={(shown) => {
            if (pane !== null || shown !== "ledger") keepPane(workbook, shown);
          }}
          activeCell={readActiveCell}
          cornerTaken
        />
      </LedgerFiles>
    </DraftProvider>
  );
}

if (typeof Office === "undefined") window.taizhangSay?.("no-office");
else {
  const element = document.getElementById("root");
  if (!element) throw new Error("the pane has no #root");
  keepPaneKeys(window);
  void startUp(
    createRoot(element),
    () => officeLook() ?? systemLook((query) => window.matchMedia(query).matches),
    begin,
  );
}
