/** Makes a copy of the workbook and hands it to the browser. */
import { useCallback } from "react";
import { notesSkippedSentence } from "../app/notes-skipped";
import { useLang, useSession, useWords } from "../panes/session-context";
import { downloadBytes, suffixed } from "./download";
import { STANDALONE_WORDS } from "./words";
import type { Told } from "./tell-dialog";

export type Download = (which: "annotated" | "edited" | "clean") => Promise<boolean>;

/** Makes a copy and hands it to the browser; whether that was done. What it lacks is told. */
export function useDownload(tell: (told: Told) => void): Download {
  const words = useWords(STANDALONE_WORDS);
  const session = useSession();
  const lang = useLang();
  return useCallback<Download>(
    async (which) => {
      const copy = await session.makeCopy(which);
      const { workbook } = session.getSnapshot();
      if (copy === null || workbook === null) return false;
      const suffix = { annotated: words.annotatedSuffix, edited: words.editedSuffix, clean: words.cleanSuffix }[which];
      const name = suffixed(workbook.name, suffix);
      downloadBytes(copy.bytes, name);
      const skipped = notesSkippedSentence(copy.notesSkipped, lang);
      if (skipped !== null) tell({ title: words.downloaded(name), text: skipped });
      return true;
    },
    [session, words, lang, tell],
  );
}
