/** What was set aside in the open draft, with its reasons; each comes back on a press. */
import { useState } from "react";
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { proofMessage } from "../../app/core";
import type { ProofreadDraft } from "../../app/proofread-draft";
import { Card } from "../card";
import { useLang, useWords } from "../session-context";
import { ActionButton } from "../shell/action-button";
import { PROOFREAD_WORDS } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  muted: { color: tokens.colorNeutralForeground3 },
});

export function IgnoredProofs(props: {
  readonly ignored: ProofreadDraft["ignored"];
  readonly placeOf: (line: number) => string;
  readonly onRestore: (id: string) => Promise<void>;
}) {
  const styles = useStyles();
  const words = useWords(PROOFREAD_WORDS);
  const lang = useLang();
  const [shown, setShown] = useState(false);
  if (props.ignored.length === 0) return null;
  return (
    <Card>
      <Button
        appearance="transparent"
        onClick={() => setShown(!shown)}
        data-testid="show-ignored-proofs"
        aria-expanded={shown}
      >
        {words.ignored(props.ignored.length)}
      </Button>
      {shown
        ? props.ignored.map(({ finding, ignore }) => (
            <div key={finding.id} className={styles.row}>
              <Text size={200} className={styles.grow}>
                {`${props.placeOf(finding.line)} ${proofMessage(finding, lang)}`}
                <br />
                <span className={styles.muted}>{ignore.reason}</span>
              </Text>
              <ActionButton size="small" run={() => props.onRestore(finding.id)} data-testid="restore-proof">
                {words.restore}
              </ActionButton>
            </div>
          ))
        : null}
    </Card>
  );
}
