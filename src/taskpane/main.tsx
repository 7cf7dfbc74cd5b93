/** The task pane in Excel: the panes of the page, with the open workbook as host. */
import { createRoot } from "react-dom/client";
import { createSession } from "../app/session";
import { readActiveCell } from "../hosts/excel/active-cell";
import { createExcelHost, isExcelSupported } from "../hosts/excel/host";
import { HostError, type Host } from "../hosts/port";
import { browserEnvironment } from "../panes/browser-environment";
import { AppShell, type PaneName } from "../panes/shell/app-shell";
import { lookOfBackground, type Look } from "../panes/shell/theme";
import { createIndexedDbStore } from "../panes/state/indexed-db-store";

declare global {
  interface Window {
    /** Shows one of the plain messages of the page instead of the app; null takes it away again (boot.js). */
    taizhangSay?: (id: "too-old" | "no-office" | "not-excel" | null) => void;
  }
}

const PANES: Readonly<Record<string, PaneName>> = { check: "check", summary: "summary", tally: "tally" };

/** Ribbon buttons open the pane at `?do=check` and the like. */
function requestedPane(): PaneName {
  const wanted = new URLSearchParams(window.location.search).get("do") ?? "";
  return Object.hasOwn(PANES, wanted) ? (PANES[wanted] ?? "ledger") : "ledger";
}

/** Office's theme where the client tells it; undefined on Excel on the web, and then the system's look is used. */
function officeLook(): Look | null {
  const theme: Office.OfficeTheme | undefined = Office.context.officeTheme;
  return theme?.bodyBackgroundColor ? lookOfBackground(theme.bodyBackgroundColor) : null;
}

/** A host whose workbook could not be opened: the session says why, and 重新读取 tries again. */
function unopened(error: HostError): Host {
  const fail = () => Promise.reject(error);
  return {
    name: "excel",
    workbookName: "Excel",
    workbookKey: "excel:unopened",
    read: { sheets: fail, grids: fail, rows: fail },
    lacks: {},
  };
}

async function openWorkbook(): Promise<Host> {
  try {
    return await createExcelHost();
  } catch (error) {
    if (error instanceof HostError) return unopened(error);
    throw error;
  }
}

async function start(): Promise<void> {
  if (typeof Office === "undefined") {
    window.taizhangSay?.("no-office");
    return;
  }
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) {
    window.taizhangSay?.("not-excel");
    return;
  }
  if (!isExcelSupported()) {
    window.taizhangSay?.("too-old");
    return;
  }
  window.taizhangSay?.(null);
  const root = document.getElementById("root");
  if (!root) throw new Error("the pane has no #root");
  const store = createIndexedDbStore(window.indexedDB, () => {
    document.documentElement.dataset.storage = "refused";
  });
  const session = createSession(browserEnvironment(store));
  createRoot(root).render(
    <AppShell session={session} hostLook={officeLook()} initialPane={requestedPane()} activeCell={readActiveCell} />,
  );
  await session.open(await openWorkbook());
}

void start();
