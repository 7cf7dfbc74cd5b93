/**
 * 校对: a draft held against itself and against the open ledger. Text and findings side by side where there is room;
 * corrections are accepted one by one, undone, and downloaded in the file they came in.
 */
import { useEffect } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useDraft, useDraftSession } from "../draft/draft-context";
import { useKeptText } from "../use-kept-text";
import { DraftStart } from "./draft-start";
import { KeptCorrections } from "./kept-corrections";
import { Proofreading } from "./proofreading";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
});

export default function ProofreadPane() {
  const { draft } = useDraft();
  const [typed, type] = useKeptText("draft");
  const drafts = useDraftSession();
  const styles = useStyles();
  // A file can be opened again; a pasted text, and what was mended in it, is nowhere else.
  useEffect(() => {
    if (draft?.name === "") type(draft.lines.join("\n"));
  }, [draft, type]);
  return (
    <div className={styles.root} data-testid="proofread-pane">
      <KeptCorrections />
      {draft ? (
        <Proofreading
          draft={draft}
          onLeave={(text) => {
            type(text);
            drafts.close();
          }}
        />
      ) : (
        <DraftStart text={typed} onText={type} />
      )}
    </div>
  );
}
