/** Copying as an action that answers; where every way of copying is blocked, the text is shown to be copied by hand. */
import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import type { ActionData } from "../../app/actions";
import { useSession, useWords } from "../session-context";
import { copyText } from "./copy-text";
import { loadable } from "./loadable";
import { SHELL_WORDS } from "./words";

/** Only where every way of copying is blocked. */
const CopyDialog = loadable(
  async () => (await import(/* webpackChunkName: "copy-dialog" */ "./copy-dialog")).CopyDialog,
);

interface CopyOrder {
  /** What is copied, for the heading of the box where copying is blocked. */
  readonly title: string;
  readonly text: () => string;
  /** Another way than plain text; whether it worked. */
  readonly way?: () => Promise<boolean>;
}

type Copy = (order: CopyOrder) => Promise<boolean>;
const CopyContext = createContext<Copy | null>(null);

export function CopyProvider(props: { readonly children: ReactNode }) {
  const session = useSession();
  const words = useWords(SHELL_WORDS);
  const [blocked, setBlocked] = useState<{ readonly title: string; readonly text: string } | null>(null);
  const copy = useCallback<Copy>(
    ({ title, text, way }) =>
      session.act("copyText", async (): Promise<ActionData> => {
        const plain = text();
        if (await (way ?? (() => copyText(plain)))()) return {};
        setBlocked({ title, text: plain });
        return { partial: true };
      }),
    [session],
  );
  return (
    <CopyContext.Provider value={copy}>
      {props.children}
      {blocked === null ? null : (
        <CopyDialog {...blocked} hint={words.copyBlocked} close={words.close} onClose={() => setBlocked(null)} />
      )}
    </CopyContext.Provider>
  );
}

export function useCopy(): Copy {
  const copy = useContext(CopyContext);
  if (!copy) throw new Error("useCopy outside CopyProvider");
  return copy;
}

/** Copies what tells of a fault: codes, counts and versions, never what is in the ledger. */
export function useCopyDiagnostics(): () => Promise<boolean> {
  const copy = useCopy();
  const session = useSession();
  const words = useWords(SHELL_WORDS);
  return useCallback(
    () => copy({ title: words.copyDiagnostics, text: () => JSON.stringify(session.diagnostics(), null, 1) }),
    [copy, session, words],
  );
}
