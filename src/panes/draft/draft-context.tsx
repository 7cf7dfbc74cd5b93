/** The draft of the notice and the tools for its files, for the panes that use them. Entries give the loader. */
import { createContext, useContext, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { createDraftSession, type DraftSession, type DraftSnapshot } from "../../app/draft-session";
import type { DraftTools } from "../../hosts/draft";

/** Loads the tools when they are first needed. */
type LoadDraftTools = () => Promise<DraftTools>;

interface Drafts {
  readonly session: DraftSession;
  readonly load: LoadDraftTools;
  /** SHA-256 of the ledger's file as it was opened; null where the surface has no bytes (an open workbook). */
  readonly ledgerHash: () => Promise<string | null>;
}

const NO_HASH = () => Promise.resolve(null);

const DraftContext = createContext<Drafts | null>(null);

export function DraftProvider(props: {
  readonly load: LoadDraftTools;
  readonly ledgerHash?: () => Promise<string | null>;
  readonly children: ReactNode;
}) {
  const { load, ledgerHash = NO_HASH } = props;
  const [session] = useState(createDraftSession);
  const value = useMemo(() => ({ session, load, ledgerHash }), [session, load, ledgerHash]);
  return <DraftContext.Provider value={value}>{props.children}</DraftContext.Provider>;
}

function useDrafts(): Drafts {
  const drafts = useContext(DraftContext);
  if (!drafts) throw new Error("drafts outside DraftProvider");
  return drafts;
}

export function useDraftSession(): DraftSession {
  return useDrafts().session;
}

export function useDraftTools(): LoadDraftTools {
  return useDrafts().load;
}

export function useLedgerHash(): () => Promise<string | null> {
  return useDrafts().ledgerHash;
}

export function useDraft(): DraftSnapshot {
  const { session } = useDrafts();
  return useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
}
