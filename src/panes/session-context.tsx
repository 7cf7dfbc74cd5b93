/** The session, its snapshot and the language for everything below the shell. */
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { Lang } from "../rule";
import type { Session, Snapshot } from "../app/session";
import { pickWords, type PaneWordTable, type WordsOf } from "./words";

const SessionContext = createContext<Session | null>(null);

export function SessionProvider(props: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext.Provider value={props.session}>{props.children}</SessionContext.Provider>;
}

/** The session of the nearest provider; using it outside one is a programming error. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside SessionProvider");
  return session;
}

/** The immutable snapshot; re-renders when it is replaced. */
export function useSnapshot(): Snapshot {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
}

export function useLang(): Lang {
  return useSnapshot().settings.lang;
}

/** A word table in the current language. */
export function useWords<T extends PaneWordTable>(table: T): WordsOf<T> {
  const lang = useLang();
  return useMemo(() => pickWords(table, lang), [table, lang]);
}
