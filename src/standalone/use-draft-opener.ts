/** Opens a document beside the ledger. */
import { useCallback, useSyncExternalStore } from "react";
import { HostError } from "../hosts/port";
import { useDraftSession, useDraftTools } from "../panes/draft/draft-context";
import { useLang, useWords } from "../panes/session-context";
import { STANDALONE_WORDS } from "./words";
import type { Told } from "./tell-dialog";

/** Sentences about drafts, with the readers of drafts. */
const loadDraftWords = () => import(/* webpackChunkName: "draft-files" */ "../app/draft-words");

export function useDraftUnsaved(): boolean {
  const drafts = useDraftSession();
  return useSyncExternalStore(drafts.subscribe, () => drafts.getSnapshot().unsaved);
}

/** Opens a document beside the ledger; what stands in the way is told. */
export function useDraftOpener(tell: (told: Told) => void): (file: File) => Promise<void> {
  const drafts = useDraftSession();
  const load = useDraftTools();
  const words = useWords(STANDALONE_WORDS);
  const lang = useLang();
  return useCallback(
    async (file: File) => {
      const { draft, corrections, unsaved } = drafts.getSnapshot();
      if (draft && unsaved) {
        tell({ title: words.draftOpen, text: words.draftUnsaved(draft.name, corrections) });
        return;
      }
      try {
        const [tools, bytes] = await Promise.all([load(), file.arrayBuffer()]);
        drafts.open(tools.open(file.name, new Uint8Array(bytes)));
      } catch (error) {
        if (!(error instanceof HostError) && !(error instanceof DOMException)) throw error;
        const failure = error instanceof HostError ? error : new HostError("unreadableFile", error.name);
        const { draftFailureSentence } = await loadDraftWords();
        tell({
          title: words.draftFailed,
          text: draftFailureSentence(failure.code, failure.detail, file.name, lang),
        });
      }
    },
    [drafts, load, words, lang, tell],
  );
}
