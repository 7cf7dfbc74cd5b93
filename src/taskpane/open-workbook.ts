/** The second part of the pane's code: the session and the host. Loaded while office.js gets ready. */
import type { HostSource, Session } from "../app/session";
import { createSession } from "../app/session/session";
import { createExcelHost } from "../hosts/excel";
import { browserEnvironment } from "../panes/browser-environment";
import { browserDatabases, createIndexedDbStore } from "../panes/state/indexed-db-store";

export { readActiveCell } from "../hosts/excel";

export function createPaneSession(): Session {
  return createSession(browserEnvironment(createIndexedDbStore(browserDatabases())));
}

/** The workbook beside the pane, to be opened by the session: it waits, tells what is wrong, and tries again. */
export const openWorkbook: HostSource = { name: "Excel", open: createExcelHost };
