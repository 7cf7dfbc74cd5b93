/** The second part of the page's code: reading, checking and counting. Loaded beside the frame. */
import type { Session } from "../app/session";
import { createSession } from "../app/session/session";
import { DEFAULT_SETTINGS } from "../app/settings";
import { browserEnvironment } from "../panes/browser-environment";
import { browserDatabases, createIndexedDbStore } from "../panes/state/indexed-db-store";
import { storedLanguage, storeLanguage } from "./language";

export function createPageSession(): Session {
  const store = createIndexedDbStore(browserDatabases());
  let lang = storedLanguage();
  const session = createSession(browserEnvironment(store), { ...DEFAULT_SETTINGS, lang });
  session.subscribe(() => {
    const { lang: now } = session.getSnapshot().settings;
    if (now !== lang) storeLanguage((lang = now));
  });
  return session;
}
