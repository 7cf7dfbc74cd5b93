/** The second part of the pane's code: the session and the host. Loaded while office.js gets ready. */
import { createSession } from "../app/session";
import type { Session } from "../app/session-types";
import { createExcelHost } from "../hosts/excel/host";
import { HostError, type Host } from "../hosts/port";
import { browserEnvironment } from "../panes/browser-environment";
import { createIndexedDbStore } from "../panes/state/indexed-db-store";

export { readActiveCell } from "../hosts/excel/active-cell";

export function createPaneSession(): Session {
  const store = createIndexedDbStore(window.indexedDB, () => {
    document.documentElement.dataset.storage = "refused";
  });
  return createSession(browserEnvironment(store));
}

/** A host whose workbook could not be opened: the session says why, and 重新读取 tries again. */
function unopened(error: HostError): Host {
  const fail = () => Promise.reject(error);
  return {
    name: "excel",
    workbookName: "Excel",
    workbookKey: "excel:unopened",
    read: { sheets: fail, grids: fail, rows: fail, look: fail },
    lacks: {},
  };
}

export async function openWorkbook(): Promise<Host> {
  try {
    return await createExcelHost();
  } catch (error) {
    if (error instanceof HostError) return unopened(error);
    throw error;
  }
}
