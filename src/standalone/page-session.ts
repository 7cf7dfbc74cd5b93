/** The second part of the page's code: reading, checking and counting. Loaded beside the frame. */
import { createSession } from "../app/session";
import type { Session } from "../app/session-types";
import { browserEnvironment } from "../panes/browser-environment";
import { createIndexedDbStore } from "../panes/state/indexed-db-store";

export function createPageSession(): Session {
  const store = createIndexedDbStore(window.indexedDB, () => {
    document.documentElement.dataset.storage = "refused";
  });
  return createSession(browserEnvironment(store));
}
