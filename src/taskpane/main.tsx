/** The task pane in Excel: the panes of the page, with the open workbook as host. */
import { createRoot } from "react-dom/client";
import { isExcelSupported } from "../hosts/excel/supported";
import { lookOfBackground, systemLook, type Look } from "../panes/shell/theme";
import { DraftProvider } from "../panes/draft/draft-context";
import { keepPaneKeys } from "./office-keys";
import { AppShell, type PaneName } from "../panes/shell/app-shell";
import { Opening } from "../panes/shell/opening";

/** Reading, checking and Excel's side load while office.js gets ready; the frame is there by then. */
const loading = import(/* webpackChunkName: "open-workbook" */ "./open-workbook");

const loadDraftTools = async () =>
  (await import(/* webpackChunkName: "draft-files" */ "../hosts/file/browser-drafts")).createDraftTools();

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
  const element = document.getElementById("root");
  if (!element) throw new Error("the pane has no #root");
  keepPaneKeys(window);
  const root = createRoot(element);
  const hostLook = officeLook();
  root.render(<Opening look={hostLook ?? systemLook((query) => window.matchMedia(query).matches)} />);
  const { createPaneSession, openWorkbook, readActiveCell } = await loading;
  const session = createPaneSession();
  root.render(
    <DraftProvider load={loadDraftTools}>
      <AppShell
        session={session}
        hostLook={hostLook}
        initialPane={requestedPane()}
        activeCell={readActiveCell}
        cornerTaken
      />
    </DraftProvider>,
  );
  await session.open(openWorkbook);
}

void start();
