/**
 * 校对: a draft held against itself and against the open ledger. Text and findings side by side where there is room;
 * corrections are accepted one by one, undone, and downloaded in the file they came in.
 */
import { useState } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useDraft, useDraftSession } from "../draft/draft-context";
import { DraftStart } from "./draft-start";
import { Proofreading } from "./proofreading";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
});

export default function ProofreadPane() {
  const { draft } = useDraft();
  const [edited, setEdited] = useState("");
  const drafts = useDraftSession();
  const styles = useStyles();
  return (
    <div className={styles.root} data-testid="proofread-pane">
      {draft ? (
        <Proofreading
          draft={draft}
          onLeave={(text) => {
            setEdited(text);
            drafts.close();
          }}
        />
      ) : (
        <DraftStart text={edited} />
      )}
    </div>
  );
}
