/** Corrections of an earlier visit that were not downloaded: told until they are made again, or not wanted. */
import { useEffect, useMemo } from "react";
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { countOf, fits, readCorrections, writeCorrections } from "../../app/kept-corrections";
import { useDraft, useDraftSession } from "../draft/draft-context";
import { useSession, useWords } from "../session-context";
import { useKeptText } from "../use-kept-text";
import { PROOFREAD_WORDS } from "./words";

export function KeptCorrections() {
  const words = useWords(PROOFREAD_WORDS);
  const session = useSession();
  const drafts = useDraftSession();
  const { draft, steps, unsaved, canRedo } = useDraft();
  const [text, keep] = useKeptText("corrections");
  // A pasted text is kept as it is, corrections and all.
  const name = draft?.name ?? "";
  const isUntouched = steps.length === 0 && !canRedo;
  useEffect(() => {
    if (name === "" || isUntouched) return;
    keep(unsaved ? writeCorrections({ name, steps }) : "");
  }, [name, isUntouched, unsaved, steps, keep]);
  const kept = useMemo(() => readCorrections(text), [text]);
  if (kept === null || !isUntouched || (draft !== null && draft.name !== kept.name)) return null;
  const again = () =>
    void session.act("correctDraft", () => {
      for (const edits of kept.steps) drafts.correct(edits);
      return Promise.resolve({ count: countOf(kept), left: 0 });
    });
  const canMake = draft !== null && fits(kept, draft);
  return (
    <MessageBar intent="warning" layout="multiline" data-testid="kept-corrections">
      <MessageBarBody>
        {draft === null
          ? words.keptToOpen(kept.name, countOf(kept))
          : canMake
            ? words.keptToMake(countOf(kept))
            : words.keptOfOther(countOf(kept))}
      </MessageBarBody>
      <MessageBarActions>
        {canMake ? (
          <Button size="small" appearance="primary" onClick={again} data-testid="make-kept">
            {words.makeKept}
          </Button>
        ) : null}
        <Button size="small" onClick={() => keep("")} data-testid="drop-kept">
          {words.dropKept}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
